/** The only door to wink-nlp: one reading per text, shared by all rooms. */
import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItemToken } from 'wink-nlp';
import type { Reading, Span, Token } from './model.ts';

const nlp = winkNLP(model, ['sbd', 'negation', 'pos']);
const its = nlp.its;

/** wink-nlp is super-linear on runs without white space (20,000 characters of `a-` take 6.7 s), so longer runs are read as blanks. */
const LONGEST_RUN = 200;
const LONG_RUN = new RegExp(`\\S{${LONGEST_RUN + 1},}`, 'g');

/** Reads a text once. Offsets are true to `text` whatever it holds; a run of more than 200 characters without white space gives no tokens. */
export function readText(text: string): Reading {
  const doc = nlp.readDoc(text.replace(LONG_RUN, (run) => ' '.repeat(run.length)));
  const all = doc.tokens();
  const values = all.out(its.value) as string[];
  const spaces = all.out(its.precedingSpaces as never) as unknown as string[];
  const lemmas = all.out(its.lemma as never) as unknown as string[];
  const parts = all.out(its.pos) as string[];
  const negations = all.out(its.negationFlag) as unknown as boolean[];
  const ends = sentenceEnds(doc.sentences());

  const tokens: Token[] = [];
  const sentences: Span[] = [];
  let first = 0;
  let offset = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? '';
    const start = offset + (spaces[i] ?? '').length;
    offset = start + value.length;
    if (parts[i] !== 'SPACE') {
      const lemma = (lemmas[i] ?? value).toLowerCase();
      tokens.push({
        start,
        end: offset,
        text: value,
        lemma,
        pos: parts[i] ?? 'X',
        isNegated: negations[i] === true,
        sentence: sentences.length,
      });
    }
    if (ends.has(i)) {
      if (tokens.length > first) sentences.push([first, tokens.length]);
      first = tokens.length;
    }
  }
  return { text, tokens, sentences };
}

function sentenceEnds(sentences: { each(f: (s: unknown) => void): void }): ReadonlySet<number> {
  const ends = new Set<number>();
  sentences.each((sentence) => {
    const span = (sentence as ItemToken).out(its.span as never) as unknown as Span;
    ends.add(span[1]);
  });
  return ends;
}
