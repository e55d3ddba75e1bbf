/** Rows of anchors.csv: words that stand for a side, for both, for a third party, and topics that speak for or against a statement being about the two sides. */
import type { Fault, Row } from '../../core/model/problems.ts';
import { nameOfPattern, type Part, parsePattern } from '../../core/patterns/pattern.ts';

/** A word that names who, or what, is spoken about. */
export interface Anchor {
  readonly pattern: string;
  /** What a reason calls it. */
  readonly name: string;
  /** One of the job's sides, 'both' (a relation term: "New START"), 'third' or 'topic'. */
  readonly side: string;
  /** Topics alone: evidence for (above 0) or against relevance, -3 to 3; 0 for the others. */
  readonly weight: number;
}

/** An anchor with its pattern taken apart. */
export interface ReadAnchor {
  readonly anchor: Anchor;
  readonly parts: readonly Part[];
}

const HEAVIEST = 3;

/** Reads one row; null where it is wrong. */
export function readAnchor(row: Row, sides: readonly string[]): { read: ReadAnchor | null; faults: readonly Fault[] } {
  const { parts, fault } = parsePattern(row.cells.pattern ?? '');
  const side = row.cells.side ?? '';
  const weight = Number(row.cells.weight ?? 0);
  const wrong: string[] = [];
  if (fault) wrong.push(`pattern: ${fault}`);
  if (![...sides, 'both', 'third', 'topic'].includes(side))
    wrong.push(`side must be ${sides.join(', ')}, both, third or topic, found "${side}"`);
  if (!(Math.abs(weight) <= HEAVIEST)) wrong.push(`weight must be from -${HEAVIEST} to ${HEAVIEST}, found "${row.cells.weight ?? ''}"`);
  if (side === 'topic' && weight === 0) wrong.push('a topic must have a weight other than 0');
  const faults = wrong.map((message) => ({ file: row.file, line: row.line, message }));
  return {
    read: faults.length > 0 ? null : { anchor: { pattern: row.cells.pattern ?? '', name: nameOfPattern(parts), side, weight }, parts },
    faults,
  };
}
