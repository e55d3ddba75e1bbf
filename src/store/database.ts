/** The only door to DuckDB: opens a file (or ':memory:') that never goes to the network. */
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Cell } from '../model.ts';
import type { Database } from './groups.ts';

export interface DatabaseLimits {
  /** As DuckDB writes it: '512MB'. */
  readonly memory?: string;
  readonly threads?: number;
}

/** An open database; `connection` is for the files of this room. */
export interface OpenDatabase extends Database {
  readonly connection: DuckDBConnection;
  close(): void;
}

export async function openDatabase(path: string, limits: DatabaseLimits = {}): Promise<OpenDatabase> {
  const instance = await DuckDBInstance.create(path, {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    memory_limit: limits.memory ?? '512MB',
    threads: String(limits.threads ?? 2),
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
    async *batches(sql) {
      const result = await connection.stream(sql);
      yield* result.yieldRowsJs() as AsyncIterable<Cell[][]>;
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
