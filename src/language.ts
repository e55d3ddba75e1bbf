/** The only door to wink-nlp: one reading per text, shared by all rooms. */
import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItemToken } from 'wink-nlp';
import type { Reading, Span, Token } from './model.ts';

const nlp = winkNLP(model, ['sbd', 'pos']);
const its = nlp.its;

/** wink-nlp is super-linear on runs without white space (20,000 characters of `a-` take 6.7 s), so longer runs are read as blanks. */
const LONGEST_RUN = 200;
const LONG_RUN = new RegExp(`\\S{${LONGEST_RUN + 1},}`, 'g');

/** wink-nlp loses count of the length of these twelve characters, all of them white space. */
const UNCOUNTED = /[\u000b\u000c\u1680\u2000\u2001\u2006-\u2008\u2028\u2029\u3000\ufeff]/g;

/** wink-nlp ends the sentence inside "Russia-U.S. relations", "(D-Wis.)" and "Sens. Lee and Doe"; blanks for the marks keep them whole. */
const HYPHEN_BEFORE_ABBREVIATION = /(?<=\w)[-–](?=(?:[A-Z]\.){2})/g;
const PARTY_TAG = /\b([DRI])-([A-Z][a-z]{1,5})\./g;
const PLURAL_TITLE = /\b(Sens|Reps|Govs|Messrs)\./g;

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
  const readable = part
    .replace(UNCOUNTED, ' ')
    .replace(LONG_RUN, (run) => ' '.repeat(run.length))
    .replace(HYPHEN_BEFORE_ABBREVIATION, ' ')
    .replace(PARTY_TAG, '$1-$2 ')
    .replace(PLURAL_TITLE, '$1 ');
  const doc = nlp.readDoc(readable);
  const all = doc.tokens();
  const values = all.out(its.value) as string[];
  const spaces = all.out(its.precedingSpaces as never) as unknown as string[];
  const lemmas = all.out(its.lemma as never) as unknown as string[];
  const parts = all.out(its.pos) as string[];
  const ends = sentenceEnds(doc.sentences());
  let first = tokens.length;
  let end = offset;
  for (let i = 0; i < values.length; i++) {
    const text = values[i] ?? '';
    const start = end + (spaces[i] ?? '').length;
    end = start + text.length;
    if (parts[i] !== 'SPACE') {
      const lemma = (lemmas[i] ?? text).toLowerCase();
      tokens.push({ start, end, text, lemma, pos: parts[i] ?? 'X', sentence: sentences.length });
    }
    if (!ends.has(i)) continue;
    if (tokens.length > first) sentences.push([first, tokens.length]);
    first = tokens.length;
  }
}

function sentenceEnds(sentences: { each(f: (s: unknown) => void): void }): ReadonlySet<number> {
  const ends = new Set<number>();
  sentences.each((sentence) => {
    const span = (sentence as ItemToken).out(its.span as never) as unknown as Span;
    ends.add(span[1]);
  });
  return ends;
}
