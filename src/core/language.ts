/** The only door to wink-nlp: one reading per text, shared by all rooms. */
import webModel from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { hasOtherLatin, withPlainLatin } from './latin-letters.ts';
import { mayHaveLongerRun } from './long-run.ts';
import type { Span } from './model/articles.ts';
import type { Reading, Token } from './model/reading.ts';
import { type GuessPos, separateNewWords, type WordCache } from './new-words.ts';

/** wink-nlp's own record of a text, which its helpers (`its.value` and the like) read token by token. */
interface Raw {
  /** Four numbers a token: its lexeme, the blanks before it, its part of speech with (in a contraction) its lemma, and a flag. */
  readonly tokens: readonly number[];
  /** First and last token. */
  readonly sentences: readonly (readonly [first: number, last: number])[];
  /** What wink-nlp remembers of words, one for all texts. */
  readonly cache: WordCache;
}

const NUMBERS_PER_TOKEN = 4;

/** What is used of the model beside wink-nlp's own use of it. */
interface CoreModel {
  readonly features: { readonly lexeme: { readonly hash: Readonly<Record<string, number>>; readonly intrinsicSize: number } };
  readonly packing: { readonly config: unknown };
}

type FeatureFunctions = (config: unknown) => { readonly pos: GuessPos };

const core = (webModel.core as () => CoreModel)();
const MODEL_LEXEMES = core.features.lexeme.intrinsicSize;

/** Turns a part of speech into the hint that the model has for the lexeme, where it has one. */
type PosTransformer = (pos: number, cache: unknown, rawTokens: readonly number[], token: number) => number;

interface PosModel {
  readonly transformers: readonly PosTransformer[];
}

const NO_HINT = -1;
const NOT_ASKED = -2;

/** The model's tagger, which looks a lexeme's hint up several times for every token; it never changes, so it is kept: as its place among the few hints that there are. */
function rememberingHints(): PosModel {
  const tagger = (webModel.pos as () => PosModel)();
  const transformers = tagger.transformers.map((transform): PosTransformer => {
    const hints = [NOT_ASKED, NO_HINT];
    const places = new Uint16Array(MODEL_LEXEMES);
    return (pos, cache, rawTokens, token) => {
      const lexeme = rawTokens[token * NUMBERS_PER_TOKEN] as number;
      if (lexeme >= MODEL_LEXEMES) return pos;
      if (places[lexeme] === 0) places[lexeme] = placeIn(hints, transform(NO_HINT, cache, rawTokens, token));
      const hint = hints[places[lexeme] as number] as number;
      return hint === NO_HINT ? pos : hint;
    };
  });
  return { ...tagger, transformers };
}

function placeIn(list: number[], value: number): number {
  const place = list.indexOf(value);
  return place >= 0 ? place : list.push(value) - 1;
}

/**
 * Asked for one column after another, wink-nlp takes a fifth of its time to hand out what it has read. The model's statistics are the
 * one addon that is given the whole record, so that is where we take it from, and make tokens of it in one go.
 */
const addons = { ...webModel.addons, readabilityStats: (raw: Raw) => raw };
const nlp = winkNLP({ ...webModel, core: () => core, addons, pos: rememberingHints }, ['sbd', 'pos']);
const its = nlp.its;

const { pos: guessPos } = (webModel.featureFn as FeatureFunctions)(core.packing.config);
const { cache } = rawOf('');
const forgetNewWords = separateNewWords(cache, { lexemes: core.features.lexeme.hash, guessPos });

/** wink-nlp is super-linear on runs without white space (20,000 characters of `a-` take 6.7 s), so longer runs are read as blanks. */
const LONGEST_RUN = 200;
const LONG_RUN = new RegExp(`\\S{${LONGEST_RUN + 1},}`, 'g');

/** wink-nlp loses count of the length of these twelve characters, all of them white space. */
const UNCOUNTED = /[\u000b\u000c\u1680\u2000\u2001\u2006-\u2008\u2028\u2029\u3000\ufeff]/g;

/** wink-nlp ends the sentence inside "Russia-U.S. relations", "(D-Wis.)" "Sens. Lee and Doe" and "Amb. Lee"; blanks for the marks keep them whole. */
const HYPHEN_BEFORE_ABBREVIATION = /(?<=\w)[-–](?=(?:[A-Z]\.){2})/g;
const PARTY_TAG = /\b([DRI])-([A-Z][a-z]{1,5})\./g;
const SPLIT_TITLE = /\b(Sens|Reps|Govs|Messrs|Ambs?|Gens|Cols)\./g;

/** "Lt. Gen. (ret.) Doe": a note between the rank and the name. */
const RANK_NOTE = /\((?:[Rr]et|[Rr]es|[Rr]etd|[Rr]etired|[Rr]eserves?)\.?\)(?= \p{Lu})/gu;

/** wink-nlp's time grows faster than the text (16 MB take 20 s), so a text longer than this is handed over in parts, cut between paragraphs. */
const LONGEST_PART = 20_000;

/** Reads a text once. Offsets are true to `text` whatever it holds; a run of more than 200 characters without white space gives no tokens. */
export function readText(text: string): Reading {
  const tokens: Token[] = [];
  const sentences: Span[] = [];
  for (const [start, end] of partsOf(text)) readPart(text.slice(start, end), { offset: start, tokens, sentences });
  return { text, tokens, sentences };
}

/** Where a text may be cut for reading: after a line break, else after white space, so that no word is cut. */
function* partsOf(text: string): Generator<Span> {
  let start = 0;
  while (text.length - start > LONGEST_PART) {
    const limit = start + LONGEST_PART;
    const line = text.lastIndexOf('\n', limit);
    const space = text.lastIndexOf(' ', limit);
    const end = (line > start ? line : space > start ? space : limit) + 1;
    yield [start, end];
    start = end;
  }
  yield [start, text.length];
}

interface Collected {
  readonly offset: number;
  readonly tokens: Token[];
  readonly sentences: Span[];
}

function readPart(part: string, { offset, tokens, sentences }: Collected): void {
  if (forgetNewWords()) keptWords.length = MODEL_LEXEMES;
  // wink-nlp cuts words at letters that Western Europe does not use: "Vučić" would be "Vu" and three things more.
  const hasOther = hasOtherLatin(part);
  const raw = rawOf(mend(hasOther ? withPlainLatin(part) : part));
  // The record is an object without a shape, in which every look takes long.
  const { tokens: numbers } = raw;
  let end = offset;
  for (const [opening, closing] of raw.sentences) {
    const first = tokens.length;
    for (let i = opening; i <= closing; i++) {
      const at = i * NUMBERS_PER_TOKEN;
      const word = knownWord(numbers[at] as number, numbers[at + 2] as number) ?? newWord(i, raw);
      const blanks = (numbers[at + 1] as number) & BLANKS;
      const start = end + (blanks < BLANKS ? blanks : unusualBlanks(i, raw));
      end = start + word.text.length;
      const { text, lower, lemma, pos, number } = hasOther ? asWritten(word, part.slice(start - offset, end - offset)) : word;
      if (pos !== 'SPACE') tokens.push({ start, end, text, lower, lemma, pos, sentence: sentences.length, word: number });
    }
    if (tokens.length > first) sentences.push([first, tokens.length]);
  }
}

/** A word with the letters that stand in the text; it is no longer the lexeme that others know by number. */
function asWritten(word: Word, written: string): Word {
  if (!hasOtherLatin(written)) return word;
  const lower = written.toLowerCase();
  return { ...word, text: written, lower, lemma: word.lemma === word.lower ? lower : word.lemma, number: undefined };
}

function rawOf(text: string): Raw {
  return nlp.readDoc(text).out(its.readabilityStats) as unknown as Raw;
}

/** A text of the same length without what wink-nlp stumbles over; most texts have none of it, and a glance tells. */
function mend(text: string): string {
  let readable = text.replace(UNCOUNTED, ' ');
  if (mayHaveLongerRun(readable, LONGEST_RUN)) readable = readable.replace(LONG_RUN, (run) => ' '.repeat(run.length));
  if (readable.includes('-') || readable.includes('–'))
    readable = readable.replace(HYPHEN_BEFORE_ABBREVIATION, ' ').replace(PARTY_TAG, '$1-$2 ');
  if (readable.includes('(r') || readable.includes('(R')) readable = readable.replace(RANK_NOTE, (note) => ' '.repeat(note.length));
  return readable.includes('s.') || readable.includes('Amb.') ? readable.replace(SPLIT_TITLE, '$1 ') : readable;
}

/** The lower half of a token's second number counts blanks; where all its bits are set the blanks are of unusual kinds and kept elsewhere. */
const BLANKS = 0xffff;

function unusualBlanks(i: number, raw: Raw): number {
  return (its.precedingSpaces(i, raw) ?? '').length;
}

/** What a lexeme is as a given part of speech, in any text. */
interface Word {
  readonly text: string;
  readonly lower: string;
  readonly lemma: string;
  readonly pos: string;
  readonly number: number | undefined;
  /** The token's third number, which with the lexeme decides all of these. */
  readonly grammar: number;
  /** The same lexeme as another part of speech. */
  readonly other: Word | undefined;
}

/** What has been read off of each lexeme. Only the model's are numbered: new ones are forgotten, and come again. */
const keptWords: (Word | undefined)[] = new Array(MODEL_LEXEMES);
let wordCount = 0;

function knownWord(lexeme: number, grammar: number): Word | undefined {
  let word = keptWords[lexeme];
  while (word !== undefined && word.grammar !== grammar) word = word.other;
  return word;
}

function newWord(i: number, raw: Raw): Word {
  const lexeme = raw.tokens[i * NUMBERS_PER_TOKEN] as number;
  const grammar = raw.tokens[i * NUMBERS_PER_TOKEN + 2] as number;
  const text = its.value(i, raw);
  const lemma = (its.lemma(i, raw, addons) ?? text).toLowerCase();
  const number = lexeme < MODEL_LEXEMES ? wordCount++ : undefined;
  const word = { text, lower: text.toLowerCase(), lemma, pos: its.pos(i, raw), number, grammar, other: keptWords[lexeme] };
  keptWords[lexeme] = word;
  return word;
}
