import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { editedLines } from '../../../src/night/standing.ts';
import type { OpenDatabase } from '../../../src/stages/store/database.ts';
import { prepareGroups } from '../../../src/stages/store/groups.ts';
import { exportLines, exportParquet } from '../../../src/stages/store/published.ts';
import { readLineEdits } from '../../../src/stages/store/standing.ts';
import { statementLines } from '../../../src/stages/writing/publish.ts';
import { holdStatements, type Said } from './relations.ts';

const folder = mkdtempSync(join(tmpdir(), 'detente-standing-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LINES = statementLines(false);
const TEXTS = ['We want talks.', 'We want talks, “now”.', 'Two lines:\r\n"one",\n"two"', '=1+1', 'Мы за мир'];

/** What a statement is in one of two nights: which words it has, and how many outlets print it; null where it is not there. */
const state = fc.option(fc.record({ words: fc.integer({ min: 0, max: TEXTS.length - 1 }), outlets: fc.integer({ min: 1, max: 3 }) }), {
  nil: null,
  freq: 4,
});
const statement = fc.record({
  day: fc.constantFrom('2018-12-22', '2018-12-23', '2019', null),
  before: state,
  now: fc.option(state, { nil: undefined }),
});

type State = { readonly words: number; readonly outlets: number } | null;

function saidOf(day: string | null, number: number, { words, outlets }: NonNullable<State>): Said {
  return {
    ...{ id: `s${String(number).padStart(3, '0')}`, said: day, text: TEXTS[words] ?? '', tone: words / 10 },
    outlets: ['Riverside Post', 'Hill Times', 'Harbor Ledger'].slice(0, outlets),
  };
}

interface Files {
  readonly csv: string;
  readonly parquet: string;
}

async function write(database: OpenDatabase, name: string): Promise<Files> {
  const files = { csv: join(folder, `${name}.csv`), parquet: join(folder, `${name}.parquet`) };
  await exportLines(database, files.csv, LINES);
  await exportParquet(database, files.parquet);
  return files;
}

/** The files that are made from the last ones, within a transaction as in a night. */
async function carry(
  database: OpenDatabase,
  last: Files,
): Promise<{ readonly csv: string; readonly parquet: Buffer; readonly isRight: boolean }> {
  await database.run('BEGIN');
  expect(await prepareGroups(database, last.parquet)).toBe(true);
  const { createHash } = await import('node:crypto');
  const csvHash = createHash('sha256').update(readFileSync(last.csv)).digest('hex');
  let isRight = false;
  const pieces: Buffer[] = [];
  for (const piece of editedLines({ ...last, csvHash }, await readLineEdits(database, LINES.lineOfFew), (right) => {
    isRight = right;
  }))
    pieces.push(Buffer.from(piece));
  const parquet = join(folder, 'carried.parquet');
  await exportParquet(database, parquet);
  await database.run('COMMIT');
  return { csv: Buffer.concat(pieces).toString('utf8'), parquet: readFileSync(parquet), isRight };
}

test('tables of statements that are made from the last ones are those that are made from nothing, whatever came, went or changed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(statement, { maxLength: 12 }), async (statements) => {
      const first: Said[] = [];
      const second: Said[] = [];
      const remade: string[] = [];
      for (const [number, { day, before, now }] of statements.entries()) {
        const after = now === undefined ? before : now;
        if (before !== null) first.push(saidOf(day, number, before));
        if (after !== null) second.push(saidOf(day, number, after));
        if (before !== null && after !== null && before.words !== after.words) remade.push(saidOf(day, number, after).id);
      }
      const earlier = await holdStatements(first);
      await prepareGroups(earlier);
      const last = await write(earlier, 'last');
      earlier.close();
      const database = await holdStatements(second);
      for (const id of remade) await database.run(`INSERT INTO remade VALUES ('${id}')`);
      const carried = await carry(database, last);
      await prepareGroups(database);
      const whole = await write(database, 'whole');
      database.close();
      expect(carried.isRight).toBe(true);
      expect(carried.csv).toBe(readFileSync(whole.csv, 'utf8'));
      expect(carried.parquet.equals(readFileSync(whole.parquet))).toBe(true);
    }),
    { numRuns: 10 },
  );
});

test('rows that fill several vectors of the database keep their order', async () => {
  const many = Array.from({ length: 2500 }, (_, number) => saidOf('2018-12-22', number * 2, { words: number % TEXTS.length, outlets: 1 }));
  const earlier = await holdStatements(many);
  await prepareGroups(earlier);
  const last = await write(earlier, 'last');
  earlier.close();
  const more = Array.from({ length: 30 }, (_, number) => ({
    ...saidOf('2018-12-22', 0, { words: 1, outlets: 2 }),
    id: `s${number * 161}new`,
  }));
  const database = await holdStatements([...many.filter((_, number) => number % 700 !== 3), ...more]);
  const carried = await carry(database, last);
  await prepareGroups(database);
  const whole = await write(database, 'whole');
  database.close();
  expect(carried.csv).toBe(readFileSync(whole.csv, 'utf8'));
  expect(carried.parquet.equals(readFileSync(whole.parquet))).toBe(true);
});
