/** Which sides an article is about, by its title and first paragraphs. */
import type { Article } from '../../core/model/articles.ts';
import type { Match } from '../../core/patterns/matcher.ts';
import { type Form, ONE_IDLE_WORD } from '../../core/patterns/symbols.ts';
import { wordsOf } from '../../core/patterns/words.ts';
import type { Anchor } from './anchors.ts';
import type { ToneLexicon } from './lexicon.ts';
import { isLoneMark, plainWordEnd } from './pieces.ts';

/** Paragraphs that tell what an article is about. */
const LEADING_PARAGRAPHS = 3;
/** Beyond this many characters a paragraph no longer counts as a lead: a transcript may be one paragraph. */
const LONGEST_LEAD = 1_500;

/** The sides that title and lead name, in the job's order, and once more behind them those that the title names; a relation term ("New START") stands for both. */
export function backgroundSides(article: Article, lexicon: ToneLexicon): readonly string[] {
  const lead = article.paragraphs
    .slice(0, LEADING_PARAGRAPHS)
    .map(([start, end]) => article.text.slice(start, Math.min(end, start + LONGEST_LEAD)));
  const titled = sidesIn(article.title ?? '', lexicon);
  const led = new Set([...titled, ...sidesIn(lead.join('\n'), lexicon)]);
  return [...lexicon.sides.filter((side) => led.has(side)), ...titled];
}

function sidesIn(text: string, lexicon: ToneLexicon): readonly string[] {
  const named = new Set(anchorsIn(text, lexicon).map(({ entry }) => entry.side));
  return lexicon.sides.filter((side) => named.has('both') || named.has(side));
}

/** Which sides the title names: those that a background lists twice. */
export function titledSides(background: readonly string[]): readonly string[] {
  return background.filter((side, at) => background.indexOf(side) < at);
}

/** How often each side is named shortly before and behind a statement; a relation term names them all. */
export function sidesAround(around: string, lexicon: Pick<ToneLexicon, 'anchors' | 'surfaceOf' | 'sides'>): ReadonlyMap<string, number> {
  const counts = new Map(lexicon.sides.map((side) => [side, 0]));
  for (const { entry } of anchorsIn(around, lexicon)) {
    for (const side of entry.side === 'both' ? lexicon.sides : [entry.side]) counts.set(side, (counts.get(side) ?? 0) + 1);
  }
  return counts;
}

const WORD = /U\.S\.(?:A\.)?|[\p{L}\p{N}]+|'s|’s|[^\s\p{L}\p{N}]/uy;
const BLANK = /\s/;

/** Names need no grammar: words and marks by their letters. Most words begin as no name does, and are not looked up. */
function anchorsIn(text: string, { anchors, surfaceOf }: Pick<ToneLexicon, 'anchors' | 'surfaceOf'>): readonly Match<Anchor>[] {
  const { beginnings } = anchors;
  const forms: (readonly Form[])[] = [];
  let start = 0;
  while (start < text.length) {
    const plainEnd = plainWordEnd(text, start);
    const end = plainEnd ?? wordEnd(text, start);
    if (plainEnd !== null && !beginnings.has(text, start, end)) forms.push(ONE_IDLE_WORD);
    else if (end > start) forms.push(surfaceOf(text.slice(start, end)).forms);
    start = Math.max(end, start + 1);
  }
  return anchors.find(wordsOf(forms), () => true);
}

const SPACE = 32;

/** Where the word or mark ends that begins here; the same place at a blank. */
function wordEnd(text: string, start: number): number {
  const code = text.charCodeAt(start);
  if (code === SPACE) return start;
  if (isLoneMark(code)) return start + 1;
  if (BLANK.test(text.charAt(start))) return start;
  WORD.lastIndex = start;
  return WORD.test(text) ? WORD.lastIndex : start;
}
