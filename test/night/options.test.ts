/** Each option of a job decides something of a night; what cannot be told from one night alone is told from two. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { detente, readPublished, readTable, temporaryFolder, writeArticles, writeJob } from './nights.ts';

/** A desk with a job of these lines; `run` spends a night and gives its tables. */
function desk(lines: readonly string[], files: Readonly<Record<string, string | Buffer>> = {}) {
  const folder = temporaryFolder();
  const job = writeJob(folder, ['maxProblems: 1', ...lines]);
  mkdirSync(join(folder, 'articles'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, 'articles', name), content);
  const desk = join(folder, 'out', 'desk');
  const latest = join(desk, 'latest');
  return {
    folder,
    desk,
    latest,
    run: (...words: readonly string[]) =>
      detente(['run', job, '--quiet', ...(words.includes('--date') ? [] : ['--date', '2026-01-15']), ...words]).code,
    table: (name: string) => readTable(latest, name),
  };
}

const STATEMENT = '“We want to resume the talks with Russia,” said Ellen Hathaway, a US senator.';
const GERMAN = `Der Minister hat am Dienstag in Berlin gesagt, dass die Gespräche zwischen den beiden Ländern weitergehen sollen. Er fügte hinzu, dass niemand
die Tür schließen wolle. „Wir wollen mit Russland reden“, sagte Ellen Hathaway, eine Senatorin der USA. Die Regierung in Washington hat sich dazu noch nicht geäußert.`;

it('languages: an article in a language that the job does not read is set aside, by a night as by extract', () => {
  const german = { '2024-03-01-gespraech.txt': GERMAN, '2024-03-02-talks.txt': STATEMENT };
  const { run, table, folder } = desk([], german);
  expect(run()).toBe(3);
  expect(table('problems.csv')).toMatchObject([{ path: 'articles/2024-03-01-gespraech.txt', code: 'other language' }]);
  expect(table('statements.csv').map(({ article }) => article)).toEqual(['2024-03-02-talks']);
  expect(detente(['extract', '--job', join(folder, 'job.yaml'), join(folder, 'articles')])).toMatchObject({
    code: 3,
    err: /its language is de/,
  });

  const both = desk(['languages: [en, de]'], german);
  expect(both.run()).toBe(0);
  expect(both.table('problems.csv')).toEqual([]);
});

it('format and columns: a table whose columns have names of its own is read as the job says', () => {
  const csv = `Volltext,Schlagzeile,Tag\n"${STATEMENT}",Talks go on,2024-03-05\n`;
  const told = desk(['format: csv', 'columns: {text: Volltext, title: Schlagzeile, date: Tag}'], { 'export.dat': csv });
  expect(told.run()).toBe(0);
  expect(told.table('statements.csv')).toMatchObject([{ title: 'Talks go on', published: '2024-03-05', speaker: 'Ellen Hathaway' }]);
});

it.each([
  ['dmy', '2019-03-04'],
  ['mdy', '2019-04-03'],
])('dateOrder %s reads 04/03/2019 as %s', (order, day) => {
  const record = `${JSON.stringify({ text: STATEMENT, date: '04/03/2019' })}\n`;
  const { run, table } = desk([`dateOrder: ${order}`], { 'feed.jsonl': record });
  expect(run()).toBe(0);
  expect(table('statements.csv')).toMatchObject([{ published: day }]);
});

it.each([
  ['keep', 2, 2],
  ['drop', 2, 1],
])('missing %s: of two articles, %i before and %i after one of them is gone', (missing, before, after) => {
  const { folder, run, table } = desk([`missing: ${missing}`]);
  writeArticles(folder, 2);
  expect(run()).toBe(0);
  expect(table('statements.csv')).toHaveLength(before);
  rmSync(join(folder, 'articles', '2024-03-01-talks.txt'));
  run();
  expect(table('statements.csv')).toHaveLength(after);
});

it('keepRuns: the oldest runs go, and latest is the newest', () => {
  const { folder, desk: output, run } = desk(['keepRuns: 2']);
  for (const [index, day] of ['2026-01-15', '2026-01-16', '2026-01-17'].entries()) {
    writeArticles(folder, index + 1);
    expect(run('--date', day)).toBe(0);
  }
  const runs = readdirSync(join(output, 'runs')).sort();
  expect(runs).toHaveLength(2);
  expect(readFileSync(join(output, 'latest', 'run.json'), 'utf8')).toContain('2026-01-17');
});

it('excel: every CSV begins with a byte order mark, and without the option none does', () => {
  for (const [lines, expected] of [
    [['excel: true'], true],
    [[], false],
  ] as const) {
    const { folder, latest, run } = desk(lines);
    writeArticles(folder, 1);
    expect(run()).toBe(0);
    const tables = [...readPublished(latest)].filter(([name]) => name.endsWith('.csv'));
    expect(tables.length).toBeGreaterThan(5);
    expect(tables.filter(([, content]) => content.startsWith('\u00ef\u00bb\u00bf') !== expected).map(([name]) => name)).toEqual([]);
  }
});

it('threads: one and three give the same bytes', () => {
  const [one, three] = [1, 3].map((threads) => {
    const { folder, latest, run } = desk([]);
    writeArticles(folder, 6);
    expect(run('--threads', String(threads))).toBe(0);
    return readPublished(latest);
  });
  expect(three).toEqual(one);
});

it('deadline: an article that takes longer is set aside, and a raised deadline tries it again', () => {
  const slow = `${Array.from({ length: 4_000 }, (_, n) => `“We want to resume the talks on point ${n},” said Senator Ellen Hathaway of Russia and the US.`).join('\n\n')}\n`;
  const { folder, run, table } = desk(['deadline: 0.05'], { '2024-03-01-long.txt': slow });
  expect(run()).toBe(3);
  expect(table('problems.csv')).toMatchObject([{ path: 'articles/2024-03-01-long.txt', code: 'too slow' }]);
  writeFileSync(join(folder, 'job.yaml'), readFileSync(join(folder, 'job.yaml'), 'utf8').replace('deadline: 0.05', 'deadline: 100'));
  expect(run()).toBe(0);
  expect(table('problems.csv')).toEqual([]);
});

it('a run of a later year knows the days until then: an article of 2031 is dated, one of the year after is told', () => {
  const article = (line: string) => `Harbor Ledger\n${line}\n\nTalks go on\n\n${STATEMENT}\n`;
  const { run, table } = desk([], { 'a.txt': article('March 4, 2031'), 'b.txt': article('March 4, 2032') });
  run('--date', '2031-06-01');
  const days = table('statements.csv').map(({ article: id, published }) => [id, published]);
  expect(days).toContainEqual(['a', '2031-03-04']);
  expect(days).not.toContainEqual(['b', '2032-03-04']);
});
