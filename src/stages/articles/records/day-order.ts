/** Whether a file writes 3/5/2024 with the month or the day first, by those of its dates that can be read in one way alone. */
import type { Clipping, DateHint } from '../../../core/model/articles.ts';
import type { Outcome } from '../../../core/model/problems.ts';

const SLASHED = /^\s*(\d\d?)[/.-](\d\d?)[/.-](?:\d\d)?\d\d(?!\d)/;

/** The clippings of one file; where all its clear dates agree on an order, each field is told of it. */
export function agreeOnOrder(outcome: Outcome<Clipping>): Outcome<Clipping> {
  const orders = new Set(
    outcome.kept.flatMap(({ hints }) => hints.flatMap(({ kind, value }) => (kind === 'field' ? (orderOf(value) ?? []) : []))),
  );
  const [order] = orders;
  if (orders.size !== 1 || order === undefined) return outcome;
  const told = (hint: DateHint): DateHint => (hint.kind === 'field' && SLASHED.test(hint.value) ? { ...hint, order } : hint);
  return { ...outcome, kept: outcome.kept.map((clipping) => ({ ...clipping, hints: clipping.hints.map(told) })) };
}

function orderOf(value: string): 'dmy' | 'mdy' | null {
  const match = SLASHED.exec(value);
  const [first, second] = [Number(match?.[1] ?? 0), Number(match?.[2] ?? 0)];
  return first > 12 && second <= 12 ? 'dmy' : second > 12 && first <= 12 ? 'mdy' : null;
}
