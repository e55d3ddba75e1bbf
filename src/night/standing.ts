/** The last publication's files of statements, from which the next ones are made where little is new. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { RecordEdits } from '../core/model/groups.ts';
import { kindOf } from '../files/disk/look.ts';
import { hashFile, readPieces } from '../files/disk/read.ts';
import { hash } from '../files/own-code.ts';
import type { Database } from '../stages/store/database.ts';
import { readStanding } from '../stages/store/standing.ts';
import { mergeLines } from '../stages/writing/merge-lines.ts';

/** Files of statements that stand under `latest` as they were written. */
export interface LastFiles {
  readonly parquet: string;
  readonly csv: string;
  /** sha256 that the CSV must have: it is read once, so that is known at its end. */
  readonly csvHash: string;
}

/** A hash of all that decides how a row is written: the code that writes, and whether it is for Excel. */
export function editionOfRows(writer: string, isForExcel: boolean): string {
  return hash([writer, String(isForExcel)]);
}

/** The last files, where they are there, unchanged, and written as they would be today. */
export async function findLastFiles(store: Database, folder: string, edition: string): Promise<LastFiles | null> {
  const standing = await readStanding(store);
  if (standing === null || standing.edition !== edition) return null;
  const [parquet, csv] = ['statements.parquet', 'statements.csv'].map((name) => join(folder, 'latest', name)) as [string, string];
  const { sha256 } = await hashFile(parquet);
  return sha256 === standing.parquet && kindOf(csv) === 'file' ? { parquet, csv, csvHash: standing.csv } : null;
}

/** The bytes of statements.csv as it is to be. `isRight` is told at the end whether the last one was as it was written. */
export function* editedLines({ csv, csvHash }: LastFiles, edits: RecordEdits, isRight: (right: boolean) => void): Generator<Uint8Array> {
  const sha256 = createHash('sha256');
  const pieces = function* (): Generator<Uint8Array> {
    for (const piece of readPieces(csv)) {
      sha256.update(piece);
      yield piece;
    }
  };
  try {
    const hasRecords = yield* mergeLines(pieces(), edits);
    isRight(hasRecords && sha256.digest('hex') === csvHash);
  } catch {
    // It cannot be read to its end.
    isRight(false);
  }
}
