/** Whether a file writes 3/5/2024 with the month or the day first, by those of its dates that can be read in one way alone. */
import type { Clipping, DateHint } from '../../../core/model/articles.ts';
import type { Outcome } from '../../../core/model/problems.ts';

const SLASHED = /^\s*(\d\d?)[/.-](\d\d?)[/.-](?:\d\d)?\d\d(?!\d)/;

type Order = 'dmy' | 'mdy';

/** The clippings of one file; where all clear dates of a column agree on an order, or all those of the file where the column has none, each field is told of it. */
export function agreeOnOrder(outcome: Outcome<Clipping>): Outcome<Clipping> {
  const columns = new Map<string, Set<Order>>();
  for (const { kind, name, value } of outcome.kept.flatMap(({ hints }) => hints)) {
    const order = kind === 'field' ? orderOf(value) : null;
    if (order !== null) columns.set(name, (columns.get(name) ?? new Set()).add(order));
  }
  if (columns.size === 0) return outcome;
  const all = new Set([...columns.values()].flatMap((orders) => [...orders]));
  const told = (hint: DateHint): DateHint => {
    const orders = columns.get(hint.name) ?? all;
    const [order] = orders;
    return hint.kind === 'field' && orders.size === 1 && order !== undefined && SLASHED.test(hint.value) ? { ...hint, order } : hint;
  };
  return { ...outcome, kept: outcome.kept.map((clipping) => ({ ...clipping, hints: clipping.hints.map(told) })) };
}

function orderOf(value: string): Order | null {
  const match = SLASHED.exec(value);
  const [first, second] = [Number(match?.[1] ?? 0), Number(match?.[2] ?? 0)];
  return first > 12 && second <= 12 ? 'dmy' : second > 12 && first <= 12 ? 'mdy' : null;
}
