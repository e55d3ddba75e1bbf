/** The only door to DuckDB: opens a file (or ':memory:') that never goes to the network. */
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Cell } from '../../core/model/groups.ts';
import { columnNames } from './schema.ts';
import { countRows, type Table } from './table.ts';

/** What an open database may use. */
export interface DatabaseLimits {
  /** As DuckDB writes it: '512MB'. */
  readonly memory?: string;
  readonly threads?: number;
  /** Folder for what does not fit into memory. */
  readonly spill?: string;
  /** Nothing is written, not even where there is something to mend. */
  readonly isReadOnly?: boolean;
}

/** The values of each column of a result, by its name. */
export type Columns = Readonly<Record<string, readonly unknown[]>>;

/** What this room's SQL asks of the store's connection. */
export interface Database {
  /** Runs statements for their effect. */
  run(sql: string): Promise<void>;
  /** All rows of a query, as objects; BIGINT and HUGEINT arrive as bigint. */
  all(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** All rows of a query, column by column: much faster than objects where there are many. */
  columns(sql: string): Promise<Columns>;
  /** The columns of a query whose cells are all INTEGER and there, and which has so many rows. Throws where it has not. */
  numbers(sql: string, rows: number): Promise<Readonly<Record<string, Int32Array>>>;
  /** The rows of a query in batches, as arrays in column order, without holding all in memory. */
  batches(sql: string): AsyncIterable<readonly (readonly Cell[])[]>;
}

/** Some rows of a result, as objects. */
export type RowObjects = readonly Readonly<Record<string, unknown>>[];

/** An open database; `connection` is for the files of this room. */
export interface OpenDatabase extends Database {
  readonly connection: DuckDBConnection;
  /** All rows of a query, which the database holds, to be taken as objects some at a time; meanwhile it may be used for other things. */
  held(sql: string): Promise<AsyncIterable<RowObjects>>;
  /** Adds rows to a table, cells in the order of its columns. */
  append(table: string, rows: readonly (readonly Cell[])[]): Promise<void>;
  /** Adds rows to a table of schema.ts; a column that is not given is null. */
  add(name: string, table: Table): Promise<void>;
  /** Breaks off what is running, as on a signal. */
  interrupt(): void;
  close(): void;
}

/** Freed memory beyond this goes back to the system at the end of a task; DuckDB itself would hold back 128 MB, and 512 MB at a time. */
const HELD_BACK = '1MB';

/** Opens a database file, which is made where there is none. */
export async function openDatabase(path: string, limits: DatabaseLimits = {}): Promise<OpenDatabase> {
  const instance = await DuckDBInstance.create(path, {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    memory_limit: limits.memory ?? '512MB',
    threads: String(limits.threads ?? 2),
    allocator_flush_threshold: HELD_BACK,
    allocator_bulk_deallocation_flush_threshold: HELD_BACK,
    allocator_background_threads: 'true',
    ...(limits.isReadOnly && { access_mode: 'READ_ONLY' }),
    ...(limits.spill && { temp_directory: limits.spill }),
  });
  const connection = await instance.connect();
  return {
    connection,
    async run(sql) {
      await connection.run(sql);
    },
    async all(sql) {
      const reader = await connection.runAndReadAll(sql);
      return reader.getRowObjectsJS();
    },
    async columns(sql) {
      const reader = await connection.runAndReadAll(sql);
      return reader.getColumnsObjectJS();
    },
    async numbers(sql, rows) {
      return readNumbers(connection, sql, rows);
    },
    async *batches(sql) {
      const result = await connection.stream(sql);
      yield* result.yieldRowsJs() as AsyncIterable<Cell[][]>;
    },
    async held(sql) {
      const result = await connection.run(sql);
      return result.yieldRowObjectJs();
    },
    async append(table, rows) {
      await appendRows(connection, table, rows);
    },
    async add(name, table) {
      await appendRows(connection, name, rowsOf(name, table));
    },
    interrupt() {
      connection.interrupt();
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function readNumbers(connection: DuckDBConnection, sql: string, rows: number): Promise<Readonly<Record<string, Int32Array>>> {
  const result = await connection.stream(sql);
  const names = result.columnNames();
  const columns = names.map(() => new Int32Array(rows));
  let read = 0;
  for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    for (const [place, column] of columns.entries()) {
      const vector = chunk.getColumnVector(place);
      for (let row = 0; row < chunk.rowCount; row++) column[read + row] = vector.getItem(row) as number;
    }
    read += chunk.rowCount;
  }
  // A stream ends early and without an error where the database runs out of memory.
  if (read !== rows) throw new Error(`read ${read} of ${rows} rows from the store`);
  return Object.fromEntries(names.map((name, place) => [name, columns[place] ?? new Int32Array(0)]));
}

/** The rows of a table, one at a time, cells in the order of schema.ts. */
function* rowsOf(name: string, table: Table): Generator<readonly Cell[]> {
  const names = columnNames(name);
  const strange = Object.keys(table).find((column) => !names.includes(column));
  if (strange !== undefined) throw new Error(`${name}.${strange}: no such column, expected one of ${names.join(', ')}`);
  const columns = names.map((column) => table[column]);
  const count = countRows(table);
  for (let row = 0; row < count; row++) yield columns.map((column) => column?.[row] ?? null);
}

async function appendRows(connection: DuckDBConnection, table: string, rows: Iterable<readonly Cell[]>): Promise<void> {
  const appender = await connection.createAppender(table);
  try {
    for (const row of rows) {
      for (const cell of row) {
        if (cell === null) appender.appendNull();
        else if (typeof cell === 'string') appender.appendVarchar(cell);
        else if (typeof cell === 'boolean') appender.appendBoolean(cell);
        else if (Number.isInteger(cell) && Math.abs(cell) < 2 ** 31) appender.appendInteger(cell);
        else appender.appendBigInt(BigInt(cell));
      }
      appender.endRow();
    }
  } finally {
    appender.closeSync();
  }
}
