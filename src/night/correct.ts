/** A night's trends, corrected by what people have coded so far. */
import type { Trends } from '../core/model/trends.ts';
import type { ValidationSummary } from '../core/validation.ts';
import { readOfSpeakers, readPlaced } from '../stages/store/coding.ts';
import type { OpenDatabase } from '../stages/store/database.ts';
import { readTotals } from '../stages/store/groups.ts';
import { describeMovement } from '../stages/trends/series.ts';
import { describeRows } from '../stages/trends/summarise.ts';
import { correctTrends } from '../stages/validation/correct.ts';
import type { Design } from '../stages/validation/design.ts';
import { joinLabels, type Labels } from '../stages/validation/labels.ts';
import { findRenamed, speakersOf } from '../stages/validation/renamed.ts';
import { summariseValidation } from '../stages/validation/report.ts';
import type { CodedRow } from '../stages/validation/sheet.ts';

/** The sample of a job and its codes. */
export interface Codes {
  readonly design: Design;
  readonly rows: readonly CodedRow[];
}

/** The trends with corrected means, and what the page says of the validation. The store's temporary tables of sums are there (groups.ts). */
export async function correctByCodes(
  store: OpenDatabase,
  trends: Trends,
  { codes, sides }: { readonly codes: Codes; readonly sides: readonly string[] },
): Promise<{ readonly trends: Trends; readonly summary: ValidationSummary }> {
  const labels = await readLabels(store, codes);
  const totals = await readTotals(store, sides);
  const summary = summariseValidation({
    labels,
    rows: codes.rows,
    sides,
    whole: describeRows(totals.whole),
    bySide: describeRows(totals.side),
  });
  return { trends: correctTrends(trends, { statements: labels.statements, sides, describeMovement }), summary };
}

/** The codes, joined with the statements that they are about. The store's temporary tables of sums are there (groups.ts). */
export async function readLabels(store: OpenDatabase, { design, rows }: Codes): Promise<Labels> {
  const places = await readPlaced(store, Object.keys(design.statements));
  const renamed = await readRenamed(store, { design, rows: rows.filter(({ id }) => !places.has(id)) });
  const moved = await readPlaced(store, [...renamed.values()]);
  const found = [...renamed].flatMap(([id, now]) => {
    const place = moved.get(now);
    return place === undefined ? [] : [[id, place] as const];
  });
  return joinLabels(rows, design, new Map([...places, ...found]));
}

/** Id of a sheet → id that its statement has now, where that is another one. */
export async function readRenamed(store: OpenDatabase, { design, rows }: Codes): Promise<ReadonlyMap<string, string>> {
  return findRenamed(rows, design, await readOfSpeakers(store, speakersOf(rows)));
}
