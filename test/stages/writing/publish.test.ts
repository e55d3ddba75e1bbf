import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import type { Cell } from '../../../src/core/model/groups.ts';
import { writeFiles } from '../../../src/night/publish.ts';
import { openDatabase } from '../../../src/stages/store/database.ts';
import { prepareGroups } from '../../../src/stages/store/groups.ts';
import { exportParquet } from '../../../src/stages/store/published.ts';
import { formatCell } from '../../../src/stages/writing/csv.ts';
import { dictionary } from '../../../src/stages/writing/publish.ts';
import { STATEMENTS } from '../../../src/stages/writing/statement-table.ts';
import { tablesOf } from '../../../src/stages/writing/tables.ts';
import { holdStatements } from '../store/relations.ts';
import { checkPackage } from './frictionless.ts';
import { FACTS, publishMade, publishTenYears, TEN_YEARS } from './made.ts';

const rowsOf = (text: string | undefined) => parse(text ?? '', { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];

test('a run has every table, the package, the charts and the page', async () => {
  expect(Object.keys(await publishTenYears()).sort()).toEqual([
    ...[
      'charts/coverage.vl.json',
      'charts/sides.vl.json',
      'charts/speakers.vl.json',
      'charts/terms.vl.json',
      'coverage.csv',
      'datapackage.json',
      'outlet_years.csv',
    ],
    ...[
      'problems.csv',
      'report.html',
      'series.csv',
      'side_months.csv',
      'side_months_wide.csv',
      'side_weeks.csv',
      'side_years.csv',
      'side_years_wide.csv',
      'speaker_months.csv',
      'speaker_years.csv',
      'speakers.csv',
      'statements.csv',
      'terms.csv',
      'topic_years.csv',
    ],
    'years.csv',
  ]);
});

test('every table keeps its schema: columns, types, bounds, primary and foreign keys', async () => {
  expect(checkPackage(await publishMade(TEN_YEARS, false, ['news/a.txt', 'news/b.txt']))).toEqual([]);
});

test('the check itself finds what is wrong', async () => {
  const files = await publishTenYears();
  const spoilt = (name: string, from: RegExp, to: string) => checkPackage({ ...files, [name]: (files[name] ?? '').replace(from, to) });
  expect(spoilt('years.csv', /\r\n2008,2008-01-01,/, '\r\n2008,2008-31-01,')).toHaveLength(1);
  expect(spoilt('years.csv', /\r\n2009,/, '\r\n2008,')).toHaveLength(1);
  expect(spoilt('speakers.csv', /\r\noleg-tarn,/, '\r\noleg,').length).toBeGreaterThan(1);
});

test('an empty store gives every table with its header, and a page that says so', async () => {
  const files = await publishMade([]);
  expect(checkPackage(files)).toEqual([]);
  expect(files['years.csv']).toMatch(/^period,period_start,year,[^\r\n]*\r\n$/);
  expect(files['report.html']).toContain('The store is empty');
});

test('two publications of the same store are the same to the byte, page included, in whatever order it was filled', async () => {
  const once = await publishTenYears();
  expect(await publishMade([...TEN_YEARS].reverse())).toEqual(once);
});

test('the columns of statements.csv are those that the store lists, and tone is in [-1, 1]', async () => {
  const [row] = rowsOf((await publishMade([{ id: 'a', tone: -0.25, outlets: ['Riverside Post', 'Hill Times'] }]))['statements.csv']);
  expect(Object.keys(row ?? {})).toEqual(STATEMENTS.columns.map((column) => column.name));
  expect(row).toMatchObject({
    id: 'a',
    speaker_id: 'ada-bell',
    said: '2018-12-22',
    year: '2018',
    tone: '-0.250000',
    label: 'negative',
    articles: '2',
    outlets: '2',
  });
  expect(row).toMatchObject({ path: 'news/a-0.txt', spans: '[[10,40]]', certainty: 'known', passage: '' });
});

test('an irrelevant statement has no tone, never zero', async () => {
  const [row] = rowsOf((await publishMade([{ id: 'a', tone: null }]))['statements.csv']);
  expect(row).toMatchObject({ relevant: 'false', tone: '', label: '' });
});

test('Excel gets a BOM in every CSV and in nothing else', async () => {
  const files = await publishMade(TEN_YEARS.slice(0, 3), true);
  for (const [name, text] of Object.entries(files)) expect(text.startsWith('\ufeff')).toBe(name.endsWith('.csv'));
});

test('DuckDB reads back what was written, hostile text included', async () => {
  const texts = ['=1+1', 'two\r\nlines', 'say "no", twice', 'a;b\tc', '\u200b@x', 'plain'];
  const files = await publishMade(texts.map((text, i) => ({ id: `s${i}`, text, title: text })));
  const database = await openDatabase(':memory:');
  const folder = mkdtempSync(join(tmpdir(), 'detente-csv-'));
  writeFileSync(join(folder, 'statements.csv'), files['statements.csv'] ?? '');
  const rows = await database.all(
    `SELECT text FROM read_csv('${folder}/statements.csv', all_varchar = true, new_line = '\\r\\n') ORDER BY id`,
  );
  rmSync(folder, { recursive: true });
  database.close();
  expect(rows.map((row) => String(row.text).replace(/^'/, ''))).toEqual(texts);
});

test('statements.parquet has the same rows in the same order, unescaped, and the same bytes each time', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'detente-parquet-'));
  const database = await holdStatements([...TEN_YEARS, { id: 'formula', text: '=1+1', tone: -0.5, said: '2001-01-01' }]);
  await prepareGroups(database);
  const paths = ['a', 'b'].map((name) => join(folder, `${name}.parquet`));
  for (const path of paths) await exportParquet(database, path);
  const rows = await database.all(`SELECT id, text, tone::DOUBLE AS tone FROM read_parquet('${paths[0]}')`);
  const listed = await database.all('SELECT id FROM published ORDER BY number');
  database.close();
  expect(rows[0]).toEqual({ id: 'formula', text: '=1+1', tone: -0.5 });
  expect(rows.map((row) => row.id)).toEqual(listed.map((row) => row.id));
  expect(readFileSync(paths[0] ?? '')).toEqual(readFileSync(paths[1] ?? ''));
  rmSync(folder, { recursive: true });
});

test('speakers.csv names the item and the country of whom the roster has them, and leaves the others empty', async () => {
  const speakers = rowsOf((await publishTenYears())['speakers.csv']);
  const cells = speakers.map(({ speaker_id, wikidata, country }) => [speaker_id, wikidata, country]);
  expect(cells).toContainEqual(['oleg-tarn', 'Q42', 'RU']);
  expect(cells.filter(([, wikidata, country]) => wikidata === '' && country === '')).toHaveLength(cells.length - 1);
});

test('every table lies beside its CSV as Parquet, cell by cell the same, hostile names included, and the same bytes with one thread and with two', async () => {
  const outlets = ['=1+1', "'=1+1", "'tis", '@news', 'Hill, "The" Times', '\u2212 5'];
  const statements = TEN_YEARS.map((said, i) => ({ ...said, outlets: [outlets[i % outlets.length] ?? ''] }));
  const folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'detente-tables-')));
  const database = await openDatabase(':memory:');
  for (const [i, folder] of folders.entries()) {
    const store = await holdStatements(statements, ['a fault']);
    await store.run(`SET threads = ${i + 1}`);
    await writeFiles({ store, folder, facts: FACTS, excel: i === 1 });
    store.close();
  }
  const [one = '', other = ''] = folders;
  for (const { name, columns } of tablesOf(FACTS.sides)) {
    const rows = await database.columns(`SELECT * FROM read_parquet('${join(one, name)}.parquet')`);
    expect(Object.keys(rows)).toEqual(columns.map((column) => column.name));
    if (name === 'statements') continue;
    const written = rowsOf(readFileSync(join(one, `${name}.csv`), 'utf8'));
    for (const column of columns) {
      const cells = (rows[column.name] ?? []).map((cell) =>
        cell === null
          ? ''
          : cell instanceof Date
            ? cell.toISOString().slice(0, 10)
            : formatCell(typeof cell === 'bigint' ? Number(cell) : (cell as Cell), column.type),
      );
      expect([name, column.name, cells]).toEqual([name, column.name, written.map((row) => row[column.name])]);
    }
    expect(readFileSync(join(one, `${name}.parquet`))).toEqual(readFileSync(join(other, `${name}.parquet`)));
  }
  const named = await database.all(`SELECT DISTINCT outlet FROM read_parquet('${join(one, 'outlet_years.parquet')}') ORDER BY outlet`);
  expect(named.map(({ outlet }) => outlet).sort()).toEqual([...outlets].sort());
  database.close();
  for (const folder of folders) rmSync(folder, { recursive: true });
});

test('output/README.md is the dictionary of these columns', () => {
  expect(readFileSync('output/README.md', 'utf8')).toBe(dictionary(['US', 'Russia']));
});
