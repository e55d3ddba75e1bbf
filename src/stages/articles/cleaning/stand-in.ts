/** Pages that stand in an article's place: a request for consent, a paywall, a page that needs scripts, one that is gone, one that refuses. */
import type { Span } from '../../../core/model/articles.ts';
import { addressesInOtherLanguage } from './addressed.ts';
import { type Line, LONGEST_PLAIN, linesOf } from './lines.ts';
import { type BoilerplateVocabulary, comparable, phrasesIn, STAND_INS, type StandIn, type StandInPhrase } from './vocabulary.ts';

/** A kind of page that can stand in an article's place. */
export type PageStandIn = Exclude<StandIn, 'around'>;

/** Such pages are short, and in a text that goes on they stand at its ends. */
const ENDS = 15;
const MOST_WORDS = 160;
const TITLE_WORDS = 10;
/** Words beside the phrase in a line that is no sentence: "404 · Page not found · Lake Courier". */
const MORE_WORDS = 3;
/** Sentences of other stories that a page about an error shows, in words. */
const MOST_TEASERS = 120;
const IN_MARKS = /[“"«][^“”"«»]*[”"»]/g;
const TO_READER = /\b(?:you|your|yours|please)\b|\b(?:click|tap|sign up|log in|subscribe)\b/i;

/**
 * What a line says in the place of an article, or null. It speaks to its reader, begins so, or is hardly more than that; what somebody is quoted with counts
 * for nothing, and `around` asks for no more than the phrase.
 */
export function standInLine({ text, plain, words, isProse }: Line, { standIns }: BoilerplateVocabulary): StandIn | null {
  if (words > MOST_WORDS || phrasesIn(text.length > LONGEST_PLAIN ? comparable(text) : plain, standIns).length === 0) return null;
  const own = text.replace(IN_MARKS, ' ');
  const said = comparable(own);
  const isToReader = speaksToReader(own) || /^we\b/i.test(own);
  const isSaid = ({ kind, phrase }: StandInPhrase): boolean => {
    const isShort = !isProse && words <= phrase.split(' ').length + MORE_WORDS;
    return kind === 'around' || isToReader || isShort || (isProse && said.startsWith(phrase));
  };
  const kinds = new Set(
    phrasesIn(said, standIns)
      .filter(isSaid)
      .map(({ kind }) => kind),
  );
  return STAND_INS.find((kind) => kinds.has(kind)) ?? null;
}

function speaksToReader(text: string): boolean {
  return TO_READER.test(text) || addressesInOtherLanguage(text);
}

/** Indexes of lines at the ends of a text that say so, not of its headline; those that prove nothing alone are none of them. */
export function standInLines(lines: readonly Line[], vocabulary: BoilerplateVocabulary): readonly number[] {
  return [...lines.keys()].filter((i) => {
    const line = lines[i];
    const kind = line && i > 0 && (i < ENDS || i >= lines.length - ENDS) ? standInLine(line, vocabulary) : null;
    return kind !== null && kind !== 'around';
  });
}

/** What is asked of a text: its paragraphs, lines that are no news, and its headline. */
export interface Suspect {
  readonly text: string;
  readonly paragraphs: readonly Span[];
  readonly isMarked: (line: Line) => boolean;
  readonly title: string | null;
}

/** What was found: the kind, and whether there is a story beside it. */
export interface StandInFound {
  readonly kind: PageStandIn;
  readonly hasStory: boolean;
}

/**
 * The kind of page that a text is instead of an article, or that cuts it off; null for an article. There is a story where a sentence is left that says
 * nothing of the kind and speaks to no reader; a page whose headline and text tell of an error may show the beginnings of other stories.
 */
export function findStandIn({ text, paragraphs, isMarked, title }: Suspect, vocabulary: BoilerplateVocabulary): StandInFound | null {
  if (paragraphs.length > ENDS * 2) return null;
  const lines = linesOf(text, paragraphs);
  const [head] = title === null ? [] : linesOf(title, [[0, title.length]]);
  const named = head ? standInLine(head, vocabulary) : null;
  const kinds = lines.map((line) => (line.text === title ? null : standInLine(line, vocabulary)));
  const kind = [named, ...kinds].find((each): each is PageStandIn => each !== null && each !== 'around');
  if (!kind) return null;
  const story = lines.filter(
    (line, i) =>
      kinds[i] === null && !isMarked(line) && line.isProse && line.text !== title && !speaksToReader(line.text.replace(IN_MARKS, ' ')),
  );
  const words = story.reduce((sum, line) => sum + line.words, 0);
  const isTitled = named === kind && kind !== 'paywall' && (head?.words ?? 0) <= TITLE_WORDS;
  const isBare = kinds.every((each) => each === null);
  if (isBare && words > 0) return null;
  return { kind, hasStory: words > (isTitled ? MOST_TEASERS : 0) };
}
