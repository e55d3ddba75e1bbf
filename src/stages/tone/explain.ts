/** A score as a person wants to read it: clause by clause, term by term, down to the sum. */
import type { Hit, Reading, Score, Token } from '../../core/model.ts';
import { cutClauses } from './clauses.ts';
import { BAND, rawScore } from './score.ts';

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

const TERM_WIDTH = 34;

/** Lines for a terminal. The reading is the one that was scored. */
export function explainScore(score: Score, reading: Reading, { isColoured = false }: ExplainOptions = {}): readonly string[] {
  const paints = paintsFor(isColoured);
  return [
    paints.strong(`about both sides: ${score.isRelevant ? 'yes' : 'no'}`) + paints.faint(` (${score.relevance})`),
    ...clausesOf(reading).flatMap((clause) => explainClause(clause, score.hits, { reading, paints })),
    ...explainSum(score, reading, paints),
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
  const text = reading.text.slice(start, end).replace(/\s+/g, ' ');
  if (inside.length === 0) return [paints.faint(`  ${text}`)];
  return [`  ${text}`, ...inside.map((hit) => explainHit(hit, paints))];
}

function explainHit({ term, words, about, base, shifts, value }: Hit, { good, bad, faint }: Paints): string {
  const paint = value > 0 ? good : value < 0 ? bad : faint;
  const factors = shifts.map(({ kind, word, factor }) => ` × ${trim(factor)} ${faint(`${kind} "${word}"`)}`).join('');
  return `    ${`${words} [${term}] ${about}`.padEnd(TERM_WIDTH)} ${signed(base)}${factors}${shifts.length > 0 ? ' = ' : '   '}${paint(signed(value))}`;
}

function explainSum({ tone, label, sentiment, hits }: Score, { tokens }: Reading, { good, bad, faint, strong }: Paints): readonly string[] {
  const paint = label === 'positive' ? good : label === 'negative' ? bad : faint;
  const raw = rawScore(hits);
  const sum = `  sum of ${hits.length} ${hits.length === 1 ? 'term' : 'terms'}: ${signed(raw)}`;
  const verdict =
    tone === null
      ? 'no tone, for it is not about both sides'
      : `tone ${signed(tone)} = x / √(x² + 0.44 × ${Math.min(120, Math.max(12, tokens.length))} tokens), ${paint(label ?? '')} (neutral within ±${BAND})`;
  return [strong(sum), `  ${verdict}`, faint(`  general sentiment (AFINN): ${signed(sentiment)}`)];
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
}

function trim(factor: number): string {
  return String(Math.round(factor * 100) / 100);
}

function paintsFor(isColoured: boolean): Paints {
  const paint =
    (code: number): Paint =>
    (text) =>
      isColoured ? `\u001b[${code}m${text}\u001b[0m` : text;
  return { good: paint(32), bad: paint(31), faint: paint(2), strong: paint(1) };
}
