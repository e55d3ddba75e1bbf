/** A small run, published from relations in memory. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FeedRecord } from '../../../src/core/feed-ledger.ts';
import type { Codes } from '../../../src/night/correct.ts';
import { writeFiles } from '../../../src/night/publish.ts';
import { holdStatements, type Said } from '../store/relations.ts';

export const FACTS = {
  ...{ job: 'Sample Job', title: 'US–Russia tone', date: '2026-01-02', sides: ['US', 'Russia'] },
  ...{ versions: { detente: '0.1.0' }, lexicons: [{ path: 'lexicons/us-russia/tone.csv', rows: 3, sha256: 'ab'.repeat(32) }] },
  ...{ identifiers: { 'oleg-tarn': { wikidata: 'Q42', country: 'RU' } } },
  ...{ topics: [{ id: 'sanctions', name: 'Sanctions' }], lexiconEffect: null },
};

/** Every file of the run but the Parquet files, by name. */
export async function publishMade(
  statements: readonly Said[],
  excel = false,
  problems: readonly string[] = [],
  codes: Codes | null = null,
  feeds: readonly FeedRecord[] = [],
): Promise<Readonly<Record<string, string>>> {
  const database = await holdStatements(statements, problems);
  const folder = mkdtempSync(join(tmpdir(), 'detente-run-'));
  // As in a night: within a transaction.
  await database.run('BEGIN');
  await writeFiles({ store: database, folder, facts: { ...FACTS, feeds }, excel, codes });
  database.close();
  const files = readFolder(folder);
  rmSync(folder, { recursive: true });
  return files;
}

function readFolder(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const isText = (name: string) => statSync(join(folder, name)).isFile() && !name.endsWith('.parquet');
  return Object.fromEntries(names.filter(isText).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** Statements of two sides over ten years, some undated, some by nobody, some in several outlets. */
export const TEN_YEARS: readonly Said[] = Array.from({ length: 60 }, (_, i) => ({
  id: `s${String(i).padStart(2, '0')}`,
  speaker: i % 15 === 14 ? null : i % 2 === 0 ? 'Ada Bell' : 'Oleg Tarn',
  side: i % 2 === 0 ? 'US' : 'Russia',
  said: i % 20 === 19 ? null : `${2008 + (i % 10)}-03-0${1 + (i % 9)}`,
  tone: i % 7 === 6 ? null : Math.round(Math.sin(i) * 100) / 100,
  text: `We want talks, number ${i}.`,
  hits: [{ term: i % 3 === 0 ? 'talks' : 'want', span: i % 3 === 0 ? [8, 13] : [3, 7], value: Math.sin(i) }],
  topics: i % 4 === 0 ? ['sanctions'] : [],
  outlets: i % 5 === 0 ? ['Riverside Post', 'Hill Times'] : ['Riverside Post'],
  url: `https://news.example/${i}`,
}));

let made: Promise<Readonly<Record<string, string>>> | null = null;

/** The files of TEN_YEARS, published once. */
export function publishTenYears(): Promise<Readonly<Record<string, string>>> {
  made ??= publishMade(TEN_YEARS);
  return made;
}
