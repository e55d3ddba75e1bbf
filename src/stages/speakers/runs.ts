/** Runs of capitalised words: where names, titles and institutions can stand. */
import type { Span } from '../../core/model/articles.ts';
import type { Reading, Token } from '../../core/model/reading.ts';

/** One word of a run: "Jean-Claude" and "de" are one word each. */
export interface RunWord {
  readonly text: string;
  /** Tokens [first, end). */
  readonly tokens: Span;
}

/** A run of capitalised words without a break: "Russian Deputy Foreign Minister Sergei Ryabkov". */
export interface Run {
  readonly words: readonly RunWord[];
  readonly isPossessive: boolean;
  /** The word before it, in lower case. */
  readonly before: string;
  /** A single word that opens a sentence and was read as no name: it may be a name only if the article has that name elsewhere. */
  readonly isDoubtful: boolean;
}

const CAPITALISED = /^\p{Lu}[\p{L}\p{M}.'’]*$/u;
const SUFFIX = /^(?:Jr|Sr|II|III|IV)\.?$/;
/** In words; a longer one is a heading or a list. */
const LONGEST_RUN = 30;
const QUOTE = /^["“”'‘’]$/;
/** Words that are capitalised only because they begin a sentence. */
const OPENING_PARTS = new Set(['DET', 'CCONJ', 'SCONJ', 'ADP', 'PRON', 'ADV', 'AUX', 'PART', 'INTJ', 'NUM', 'VERB', 'ADJ', 'NOUN']);

const OPEN_PARTS = new Set(['NOUN', 'VERB', 'ADJ', 'ADV']);

/** What a run needs to know about words. */
export interface RunWords {
  readonly particles: ReadonlySet<string>;
  /** Capitalised words that end a run, in lower case. */
  readonly notNames: ReadonlySet<string>;
  /** Whether a word is common in the article, in small letters. */
  readonly isCommon: (word: string) => boolean;
  /** Whether a capitalised word at the beginning of a sentence is a name's word all the same. */
  readonly isNameWord: (word: string) => boolean;
  /** Whether it is a title that stands before names: "President". */
  readonly isTitle: (word: string) => boolean;
}

/** All runs of a text, in order. */
export function findRuns(reading: Reading, words: RunWords): readonly Run[] {
  const runs: Run[] = [];
  let at = 0;
  while (at < reading.tokens.length) {
    const run = readRun(reading, at, words);
    if (run) runs.push(run);
    at = run?.words.at(-1)?.tokens[1] ?? at + 1;
  }
  return runs;
}

function readRun(reading: Reading, start: number, words: RunWords): Run | null {
  let at = start;
  let end = capitalEnd(reading, start, words);
  if (end === start) return null;
  const found: RunWord[] = [];
  while (end > at) {
    if (!isNickname(reading, at)) found.push(runWord(reading, [at, end]));
    at = end;
    const isOver = at >= reading.tokens.length || found.length >= LONGEST_RUN || isBroken(reading, at);
    end = isOver ? at : wordEnd(reading, at, words);
  }
  const isPossessive = /^['’]s?$/.test(reading.tokens[at]?.text ?? '') || /['’]s$/.test(found.at(-1)?.text ?? '');
  return {
    words: found,
    isPossessive,
    before: reading.tokens[start - 1]?.lower ?? '',
    isDoubtful: isDoubtful(reading, start, words),
  };
}

/** End of the word that continues a run at this token: a capitalised word, a particle before one, a nickname in marks, a suffix. */
function wordEnd(reading: Reading, at: number, words: RunWords): number {
  const token = reading.tokens[at];
  if (!token) return at;
  if (isNickname(reading, at)) return at + 3;
  if (token.text === ',' && SUFFIX.test(reading.tokens[at + 1]?.text ?? '')) return at + 2;
  if (words.particles.has(token.text) && isParticleBeforeName(reading, at, words))
    return isHyphen(reading, at + 1) ? capitalEnd(reading, at + 2, words) : at + 1;
  return capitalEnd(reading, at, words);
}

function capitalEnd(reading: Reading, at: number, words: RunWords): number {
  if (!isNameLike(reading, at, words)) return at;
  let end = at + 1;
  while (isHyphen(reading, end) && CAPITALISED.test(reading.tokens[end + 1]?.text ?? '')) end += 2;
  return isSyllable(reading, end) ? end + 2 : end;
}

/** "Ban Ki-moon": a short second part in small letters, after a word of the same name; and "President-elect". */
function isSyllable(reading: Reading, hyphen: number): boolean {
  if (!isHyphen(reading, hyphen)) return false;
  if (reading.tokens[hyphen + 1]?.text === 'elect') return true;
  const [before, first] = reading.tokens.slice(Math.max(0, hyphen - 2), hyphen);
  const second = reading.tokens[hyphen + 1]?.text ?? '';
  return CAPITALISED.test(before?.text ?? '') && (first?.text.length ?? 9) <= 5 && /^(?!led$|era$|run$)[a-z]{2,5}$/.test(second);
}

function isNameLike(reading: Reading, at: number, words: RunWords): boolean {
  const token = reading.tokens[at];
  if (!token || !isUpper(token.text.charCodeAt(0)) || !CAPITALISED.test(token.text) || words.notNames.has(token.lower)) return false;
  if (token.pos === 'PROPN' || !isOpening(reading, at)) return !isClosedClass(token);
  return !OPENING_PARTS.has(token.pos) || words.isNameWord(token.text) || isAlone(reading, at) || isTitleOfNext(reading, at, words);
}

/** "President Obama met him": a title that opens a sentence is often read as a noun, and belongs to the name behind it all the same. */
function isTitleOfNext(reading: Reading, at: number, words: RunWords): boolean {
  const [title, next] = reading.tokens.slice(at, at + 2);
  return title?.pos === 'NOUN' && next?.pos === 'PROPN' && CAPITALISED.test(next.text) && words.isTitle(title.text);
}

/** A first word that no capitalised word follows may be a surname that was read as a noun or verb: "Lynch speaks". */
function isAlone(reading: Reading, at: number): boolean {
  const part = reading.tokens[at]?.pos ?? '';
  return OPEN_PARTS.has(part) && !CAPITALISED.test(reading.tokens[at + 1]?.text ?? '');
}

/** A quick look before the pattern: capital letters of ASCII, or anything beyond it. */
function isUpper(code: number): boolean {
  return (code >= 65 && code <= 90) || code > 127;
}

function isDoubtful(reading: Reading, at: number, words: RunWords): boolean {
  const token = reading.tokens[at];
  if (token === undefined || !isOpening(reading, at) || words.isNameWord(token.text)) return false;
  return token.pos !== 'PROPN' || words.isCommon(token.text);
}

function isClosedClass(token: Token): boolean {
  return token.text === 'I' || token.pos === 'DET' || token.pos === 'PRON' || token.pos === 'CCONJ' || token.pos === 'AUX';
}

/** Whether a token begins a sentence, a line or a quotation. */
function isOpening(reading: Reading, at: number): boolean {
  const before = reading.tokens[at - 1];
  const token = reading.tokens[at];
  if (!before || !token || before.sentence !== token.sentence) return true;
  return QUOTE.test(before.text) || before.text === ':' || reading.text.slice(before.end, token.start).includes('\n');
}

function isBroken(reading: Reading, at: number): boolean {
  const before = reading.tokens[at - 1];
  const token = reading.tokens[at];
  if (!before || !token) return true;
  if (reading.text.slice(before.end, token.start).includes('\n')) return true;
  return before.sentence !== token.sentence && !before.text.endsWith('.');
}

function isHyphen(reading: Reading, at: number): boolean {
  const token = reading.tokens[at];
  const isMark = token !== undefined && (token.text === '-' || token.text === '‑');
  return isMark && token.start === reading.tokens[at - 1]?.end && token.end === reading.tokens[at + 1]?.start;
}

function isNickname(reading: Reading, at: number): boolean {
  const open = reading.tokens[at];
  if (!open || !QUOTE.test(open.text)) return false;
  const [name, close, next] = reading.tokens.slice(at + 1, at + 4);
  if (!name || !close || !next) return false;
  return CAPITALISED.test(name.text) && QUOTE.test(close.text) && name.start === open.end && CAPITALISED.test(next.text);
}

function isParticleBeforeName(reading: Reading, at: number, words: RunWords): boolean {
  const next = reading.tokens[at + 1]?.text ?? '';
  const after = isHyphen(reading, at + 1) ? (reading.tokens[at + 2]?.text ?? '') : next;
  return CAPITALISED.test(after) || (words.particles.has(next) && CAPITALISED.test(reading.tokens[at + 2]?.text ?? ''));
}

function runWord(reading: Reading, tokens: Span): RunWord {
  const first = reading.tokens[tokens[0]];
  const last = reading.tokens[tokens[1] - 1];
  return { text: first && last ? reading.text.slice(first.start, last.end).replace(/^,\s*/, '') : '', tokens };
}
