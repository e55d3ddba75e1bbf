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

  writeFileSync(join(folder, 'job.yaml'), `${readFileSync(join(folder, 'job.yaml'), 'utf8')}languages: [en, de]\n`);
  expect(run()).toBe(0);
  expect(table('problems.csv')).toEqual([]);
});

it('format, columns and excel: a table whose columns have names of its own is read as the job says, and every CSV that comes out begins with a mark for Excel', () => {
  const csv = `Volltext,Schlagzeile,Tag\n"${STATEMENT}",Talks go on,2024-03-05\n`;
  const told = desk(['format: csv', 'columns: {text: Volltext, title: Schlagzeile, date: Tag}', 'excel: true'], { 'export.dat': csv });
  expect(told.run()).toBe(0);
  const tables = [...readPublished(told.latest)].filter(([name]) => name.endsWith('.csv'));
  expect(tables.length).toBeGreaterThan(5);
  expect(tables.filter(([, content]) => !content.startsWith('\u00ef\u00bb\u00bf')).map(([name]) => name)).toEqual([]);
  expect(told.table('statements.csv')).toMatchObject([{ title: 'Talks go on', published: '2024-03-05', speaker: 'Ellen Hathaway' }]);
});

it('dateOrder: 04/03/2019 is the fourth of March where the job says dmy', () => {
  const record = `${JSON.stringify({ text: STATEMENT, date: '04/03/2019' })}\n`;
  const { run, table } = desk(['dateOrder: dmy'], { 'feed.jsonl': record });
  expect(run()).toBe(0);
  expect(table('statements.csv')).toMatchObject([{ published: '2019-03-04' }]);
});

it('missing and keepRuns: what an article gave stays when it is gone, or goes with it where the job says drop; of three runs the last two are kept', () => {
  const { folder, desk: output, latest, run, table } = desk(['keepRuns: 2']);
  writeArticles(folder, 2);
  expect(run('--date', '2026-01-15')).toBe(0);
  expect(readFileSync(join(latest, 'statements.csv'), 'latin1').startsWith('id,')).toBe(true);
  rmSync(join(folder, 'articles', '2024-03-01-talks.txt'));
  run('--date', '2026-01-16');
  expect(table('statements.csv')).toHaveLength(2);
  writeFileSync(join(folder, 'job.yaml'), `${readFileSync(join(folder, 'job.yaml'), 'utf8')}missing: drop\n`);
  run('--date', '2026-01-17');
  expect(table('statements.csv')).toHaveLength(1);
  expect(readdirSync(join(output, 'runs')).sort()).toHaveLength(2);
  expect(readFileSync(join(latest, 'run.json'), 'utf8')).toContain('2026-01-17');
});

it('missing: a broken file that is taken away is no problem of the next night; one that gave an article keeps its problems with it', () => {
  const half = `${JSON.stringify({ text: STATEMENT, date: '2019-03-04' })}\n{"text": \n`;
  const { folder, run, table } = desk([], { 'broken.pdf': '%PDF-1.4\nbroken', 'half.jsonl': half, '2024-03-02-talks.txt': STATEMENT });
  expect(run()).toBe(3);
  expect(table('problems.csv').map(({ path }) => path)).toEqual(['articles/broken.pdf', 'articles/half.jsonl']);
  for (const name of ['broken.pdf', 'half.jsonl']) rmSync(join(folder, 'articles', name));
  run('--date', '2026-01-16');
  expect(table('problems.csv').map(({ path }) => path)).toEqual(['articles/half.jsonl']);
  expect(table('statements.csv')).toHaveLength(1);
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
