/** The lines above the story: the headline, and the section names, crumbs and bylines around it. */
import type { Line } from './lines.ts';
import { smallWords } from './lines.ts';

/** Where the headline is, and which lines around it are none of the story. */
export interface Head {
  /** Index of the headline among the lines, or -1. */
  readonly title: number;
  readonly marked: readonly number[];
}

const HEAD_LINES = 10;
const FEWEST_TITLE_WORDS = 3;
const MOST_TITLE_WORDS = 32;
const CRUMBS = /(?:^|\s)(?:»|›|>|::)\s/;
const BYLINE =
  /^(?:by|from|written by|posted by|reported by|story by|reporting by|text by|author:?|posted in|published in|filed under|posted on|published|updated|last updated)\b/i;
const DATE_OR_TIME = /\b\d{1,2}:\d{2}\b|\b(?:19|20)\d\d\b|\b\d{1,2}\s(?:min|minutes?|hours?|days?)\s(?:read|ago)\b/i;

/** The head of a text. `isMarked` tells what the vocabulary knows already. */
export function findHead(lines: readonly Line[], isMarked: (index: number) => boolean): Head {
  const title = findTitle(lines, isMarked);
  const story = firstProse(lines, title);
  const marked: number[] = [];
  for (let i = 0; i < Math.min(story, HEAD_LINES); i++) {
    const line = lines[i];
    if (line && i !== title && (i < title ? !line.isProse : isCredit(line))) marked.push(i);
  }
  return { title, marked };
}

/** The first line that reads like a headline; section names and crumbs above it do not. */
function findTitle(lines: readonly Line[], isMarked: (index: number) => boolean): number {
  const isTitle = (line: Line, i: number): boolean =>
    !isMarked(i) &&
    line.words >= FEWEST_TITLE_WORDS &&
    line.words <= MOST_TITLE_WORDS &&
    /^[^\p{L}\p{N}]*[\p{Lu}\p{N}]/u.test(line.text) &&
    !CRUMBS.test(line.text) &&
    !isCredit(line);
  const found = lines.slice(0, HEAD_LINES).findIndex(isTitle);
  const first = firstProse(lines, -1);
  return found <= first ? found : -1;
}

function firstProse(lines: readonly Line[], title: number): number {
  const found = lines.findIndex(({ isProse, words }, i) => i > title && isProse && words >= 8);
  return found < 0 ? lines.length : found;
}

/** Who wrote it, when and where: names and figures, no sentence. */
function isCredit({ text, words, isProse }: Line): boolean {
  if (isProse || words > 20) return false;
  if (BYLINE.test(text)) return smallWords(text) <= 2;
  return (
    smallWords(text) === 0 &&
    (DATE_OR_TIME.test(text) || /,\s.*\b(?:on|News|Press|Agency|Reporter|Correspondent|Staff|Editor)\b/.test(text))
  );
}
