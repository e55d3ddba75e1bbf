/** Tables as Parquet: what the database must know to read a written CSV back, with its types and without its guards. statements.parquet comes from the store itself. */
import type { Column, ColumnType } from './column.ts';
import { needsGuard } from './csv-lines.ts';

/** A table to be read from its CSV and written as Parquet. */
export interface ParquetTable {
  /** File name without its ending. */
  readonly name: string;
  /** SQL: the columns with the types that they are read with. */
  readonly types: string;
  /** SQL: the columns as they are written. */
  readonly select: string;
}

/** The Parquet form of a table with these columns. */
export function parquetTable(name: string, columns: readonly Pick<Column<never>, 'name' | 'type'>[]): ParquetTable {
  return {
    name,
    types: `{${columns.map((column) => `${literal(column.name)}: '${TYPES[column.type]}'`).join(', ')}}`,
    select: columns.map((column) => (column.type === 'string' ? unguarded(identifier(column.name)) : identifier(column.name))).join(', '),
  };
}

const TYPES: Readonly<Record<ColumnType, string>> = {
  string: 'VARCHAR',
  integer: 'BIGINT',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'DATE',
  array: 'VARCHAR',
};

/** The text without the apostrophe that keeps a spreadsheet from running it. Text that has one of its own there was given another, so one is always too many. */
function unguarded(name: string): string {
  return `CASE WHEN ${name}[1] = '''' AND ${needsGuard(`${name}[2:]`)} THEN ${name}[2:] ELSE ${name} END AS ${name}`;
}

/** Names of sides stand in names of columns, so they may hold anything. */
function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
