/** A score as a person wants to read it: clause by clause, hit by hit, down to the sum. */

import { styleText } from 'node:util';
import { NEGATIVE_FROM, POSITIVE_FROM } from '../../core/label.ts';
import type { Reading, Token } from '../../core/model/reading.ts';
import type { Hit, ScoredStatement } from '../../core/model/tone.ts';
import { printableLine } from '../../core/printable.ts';
import { cutClauses } from './clauses.ts';
import { EVIDENCE, goodAndBad, rawScore } from './score.ts';

/** How the lines are written. */
export interface ExplainOptions {
  /** With ANSI colours for a terminal. */
  readonly isColoured?: boolean;
}

type Paint = (text: string) => string;

interface Paints {
  readonly good: Paint;
  readonly bad: Paint;
  readonly faint: Paint;
  readonly strong: Paint;
}

const WORDS_WIDTH = 28;
const ROW_WIDTH = 26;

/** Lines for a terminal: why it is about the two sides or not, each hit as printed with its row, and the sum. The reading is the one that was scored. */
export function explainScore(score: ScoredStatement, reading: Reading, { isColoured = false }: ExplainOptions = {}): readonly string[] {
  const paints = paintsFor(isColoured);
  const outside = score.hits.filter(({ span: [start, end] }) => end <= start);
  return [
    paints.strong(`about both sides: ${score.isRelevant ? 'yes' : 'no'}`),
    paints.faint(`  ${score.relevance}`),
    ...outside.map((hit) => explainHit(hit, paints)),
    ...clausesOf(reading).flatMap((clause) =>
      explainClause(
        clause,
        score.hits.filter((hit) => !outside.includes(hit)),
        { reading, paints },
      ),
    ),
    ...explainSum(score, paints),
    ...(score.topics.length > 0 ? [paints.faint(`  topics: ${score.topics.join(', ')} (they move no tone)`)] : []),
  ];
}

/** Character ranges of the clauses. */
function clausesOf(reading: Reading): readonly (readonly [number, number])[] {
  const ranges: [number, number][] = [];
  let current = -1;
  cutClauses(reading).forEach((clause, i) => {
    const { start, end } = reading.tokens[i] as Token;
    const last = ranges.at(-1);
    if (clause === current && last) last[1] = end;
    else ranges.push([start, end]);
    current = clause;
  });
  return ranges;
}

function explainClause(
  [start, end]: readonly [number, number],
  hits: readonly Hit[],
  { reading, paints }: { reading: Reading; paints: Paints },
): readonly string[] {
  const inside = hits.filter(({ span }) => span[0] >= start && span[0] < end);
  const text = printableLine(reading.text.slice(start, end).replace(/\s+/g, ' '));
  if (inside.length === 0) return [paints.faint(`  ${text}`)];
  return [`  ${text}`, ...inside.map((hit) => explainHit(hit, paints))];
}

/** `"do not trust"  [trust]  +1.20 × -0.5 (negation "not") = −0.60  about the other side` */
function explainHit({ term, words, about, base, shifts, value }: Hit, { good, bad, faint }: Paints): string {
  const paint = value > 0 ? good : value < 0 ? bad : faint;
  const factors = shifts.map(({ kind, word, factor }) => ` × ${trim(factor)} ${faint(`(${kind} "${word}")`)}`).join('');
  const row = `${`"${printableLine(words.replace(/\s+/g, ' '))}"`.padEnd(WORDS_WIDTH)} ${`[${term}]`.padEnd(ROW_WIDTH)}`;
  return `    ${row} ${signed(base)}${factors}${shifts.length > 0 ? ' = ' : '   '}${paint(signed(value))}  ${faint(`about ${ABOUT[about]}`)}`;
}

const ABOUT: Readonly<Record<Hit['about'], string>> = {
  'other side': 'the other side',
  relation: 'the relation',
  'own side': "the speaker's own side",
  'shared third party': 'the two with a third party',
  'third party': 'a third party',
  nobody: 'nobody in particular',
};

function explainSum({ tone, label, sentiment, hits }: ScoredStatement, { good, bad, faint, strong }: Paints): readonly string[] {
  const paint = label === 'positive' ? good : label === 'negative' ? bad : faint;
  const raw = rawScore(hits);
  const { good: praise, bad: blame } = goodAndBad(hits);
  const sum = `  sum of ${hits.length} ${hits.length === 1 ? 'hit' : 'hits'}: ${signed(raw)}`;
  return [strong(sum), `  ${verdictOf()}`, faint(`  general sentiment (AFINN): ${signed(sentiment)}`)];

  function verdictOf(): string {
    if (tone === null) return 'no tone: it is not about both sides';
    if (hits.length === 0) return `tone 0 and ${paint(label ?? '')}: no row of the lexicon was found in it`;
    const terms = `(${praise.toFixed(2)} − ${blame.toFixed(2)}) / (${praise.toFixed(2)} + ${blame.toFixed(2)} + ${EVIDENCE})`;
    return `tone ${signed(tone)} = ${terms}, ${paint(label ?? '')} (negative from ${signed(NEGATIVE_FROM)}, positive from ${signed(POSITIVE_FROM)})`;
  }
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
}

function trim(factor: number): string {
  return String(Math.round(factor * 100) / 100);
}

function paintsFor(isColoured: boolean): Paints {
  const paint =
    (style: 'green' | 'red' | 'dim' | 'bold'): Paint =>
    (text) =>
      isColoured ? styleText(style, text, { validateStream: false }) : text;
  return { good: paint('green'), bad: paint('red'), faint: paint('dim'), strong: paint('bold') };
}
