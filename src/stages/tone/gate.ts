/** Rows of gate.csv: what each sign is worth that speaks for or against a statement being about the two sides. */
import type { Compiled, Fault, Row } from '../../core/model/problems.ts';

/** The signs that the gate knows; gate.csv says of each what it means. */
export const SIGNS = [
  'start',
  'other side named',
  'relation named',
  'both in one sentence',
  'we and they',
  'third party named',
  'third party named in an article',
  'words of tone',
  'article about both',
  'side named by the title',
  'printed in an article',
  'speaker of a side',
  'nobody named',
  'nobody named by a side',
  'one side named in an article',
  'both named around',
  'words alone',
] as const;

export type Sign = (typeof SIGNS)[number];

/** Weights by sign; a sign without a row weighs nothing, so that without gate.csv the presence of both sides decides alone. */
export type Gate = Readonly<Record<Sign, number>>;

const HEAVIEST = 3;

/** Reads the table; a later row for the same sign takes the place of an earlier one, so that a job's own file can come after the shared one. */
export function compileGate(rows: readonly Row[]): Compiled<Gate> {
  const gate: Record<string, number> = Object.fromEntries(SIGNS.map((sign) => [sign, 0]));
  const faults: Fault[] = [];
  for (const { cells, file, line } of rows) {
    const id = cells.id ?? '';
    const weight = cells.weight ? Number(cells.weight) : Number.NaN;
    if (!(SIGNS as readonly string[]).includes(id))
      faults.push({ file, line, message: `id must be one of ${SIGNS.join(', ')}, found "${id}"` });
    else if (!(Math.abs(weight) <= HEAVIEST))
      faults.push({ file, line, message: `weight must be from -${HEAVIEST} to ${HEAVIEST}, found "${cells.weight ?? ''}"` });
    else gate[id] = weight;
  }
  return { value: gate as Gate, faults };
}
