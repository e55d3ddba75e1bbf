/** Rows on their way into the store, column by column. */
import type { Cell } from '../../core/model/groups.ts';

/** A row by the names of its columns in schema.ts. */
export type Row = Readonly<Record<string, Cell>>;

/** Columns by their names in schema.ts, all of the same length: threads hand over some long lists rather than a list for each row. */
export type Table = Readonly<Record<string, readonly Cell[]>>;

/** Rows as a table. All rows name the same columns; no rows make a table without columns. */
export function tableOf(rows: readonly Row[]): Table {
  return Object.fromEntries(Object.keys(rows[0] ?? {}).map((name) => [name, rows.map((row) => row[name] ?? null)]));
}

/** How many rows a table has. */
export function countRows(table: Table): number {
  return Object.values(table)[0]?.length ?? 0;
}
