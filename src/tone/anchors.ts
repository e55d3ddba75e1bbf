/** Rows of anchors.csv: words that stand for a side, for both, or for a third party. */
import type { Fault, Row } from '../model.ts';
import { parsePattern, type Step } from './pattern.ts';

/** A word that names who is spoken about. */
export interface Anchor {
  readonly pattern: string;
  /** One of the job's sides, 'both' (a relation term: "New START") or 'third'. */
  readonly side: string;
}

/** Reads one row; null where it is wrong or names a side that the job does not have. */
export function readAnchor(
  row: Row,
  sides: readonly string[],
): { read: { anchor: Anchor; sequences: readonly (readonly Step[])[] } | null; faults: readonly Fault[] } {
  const { sequences, fault } = parsePattern(row.cells.pattern ?? '');
  const side = row.cells.side ?? '';
  const wrong: string[] = [];
  if (fault) wrong.push(`pattern: ${fault}`);
  if (![...sides, 'both', 'third'].includes(side)) wrong.push(`side must be ${sides.join(', ')}, both or third, found "${side}"`);
  const faults = wrong.map((message) => ({ file: row.file, line: row.line, message }));
  return { read: faults.length > 0 ? null : { anchor: { pattern: row.cells.pattern ?? '', side }, sequences }, faults };
}
