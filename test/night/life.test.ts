import { spawn } from 'node:child_process';
import { appendFileSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { detente, heldFolder, PROGRAM, readPublished, readTable, temporaryFolder, writeArticles, writeJob } from './nights.ts';

const DAY = ['--date', '2026-01-15'];

/** Starts a night and calls back when the log tells that a phase has begun. */
function startNight(
  output: string,
  words: readonly string[],
  onPhase: (phase: string, kill: (signal: NodeJS.Signals) => void) => void,
): Promise<number | string | null> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [PROGRAM, 'run', '--output', output, '--log', 'json', ...DAY, ...words]);
    child.stderr.on('data', (data: Buffer) => {
      for (const [, phase = ''] of data.toString().matchAll(/"phase":"(\w+)"/g)) onPhase(phase, (signal) => child.kill(signal));
    });
    child.on('exit', (code, signal) => done(code ?? signal));
  });
}

it('a second run answers at once with who holds the store since when, and a run that was killed holds nothing', async () => {
  const folder = temporaryFolder();
  let second: ReturnType<typeof detente> | undefined;
  const ended = await startNight(folder, [], (phase, kill) => {
    if (phase !== 'articles' || second) return;
    second = detente(['run', '--output', folder, ...DAY]);
    kill('SIGKILL');
  });
  expect(ended).toBe('SIGKILL');
  expect(second).toMatchObject({ code: 11, out: '' });
  expect(second?.err).toMatch(/another run holds the store, process \d+ since \d{4}-\d\d-\d\dT/);
  expect(detente(['run', '--output', folder, ...DAY]).code).toBe(0);
});

const signalled = heldFolder();
it.each([
  ['SIGTERM', 143],
  ['SIGINT', 130],
] as const)('%s ends a night with exit code %i, and nothing is published by half', async (signal, code) => {
  const ended = await startNight(signalled, [], (phase, kill) => phase === 'articles' && kill(signal));
  // After four seconds without an end the signal itself ends it: shells see the same code.
  expect([code, signal]).toContain(ended);
  expect(existsSync(join(signalled, 'nightly', 'latest'))).toBe(false);
});

it('a night that sets aside more than the job allows publishes nothing, names the worst, and leaves the last good output', () => {
  const folder = temporaryFolder();
  const job = writeJob(folder, ['maxProblems: 0.5']);
  writeArticles(folder, 2);
  expect(detente(['run', job, '--quiet', ...DAY])).toEqual({ code: 0, out: '', err: '' });
  const latest = join(folder, 'out', 'desk', 'latest');
  const published = readPublished(latest);
  for (const name of ['x', 'y', 'z'])
    writeFileSync(join(folder, 'articles', `${name}.txt`), Buffer.from([0, 1, 2, 0, 255, 0, 7, name.charCodeAt(0)]));
  const blocked = detente(['run', job, ...DAY]);
  expect(blocked.code).toBe(4);
  expect(blocked.err).toMatch(/3 of 5 .*3 not text \(as articles\/x.txt\)/);
  expect(readPublished(latest)).toEqual(published);
});

it('an output that cannot be written ends with 74, and what was published before still stands', () => {
  const folder = temporaryFolder();
  const job = writeJob(folder, []);
  writeArticles(folder, 1);
  expect(detente(['run', job, ...DAY]).code).toBe(0);
  const latest = join(folder, 'out', 'desk', 'latest');
  const published = readPublished(latest);
  writeArticles(folder, 2);
  // A file where a folder must be: even root cannot write into it.
  const blocked = detente(['run', job, '--output', join(job, 'out'), ...DAY]);
  expect(blocked.code).toBe(74);
  expect(blocked.err).toMatch(/cannot be written .*; what was published before still stands$/m);
  expect(readPublished(latest)).toEqual(published);
});

it('a night that sets something aside ends with 3 and one sentence, or with 0 where it is told to be lenient', () => {
  const picture = join(import.meta.dirname, '..', 'fixtures', 'picture-named-as-text.txt');
  const ends = ([words, lines]: readonly [readonly string[], readonly string[]]) => {
    const folder = temporaryFolder();
    const job = writeJob(folder, ['maxProblems: 0.9', ...lines]);
    writeArticles(folder, 1);
    copyFileSync(picture, join(folder, 'articles', 'front-page.txt'));
    const ended = detente(['run', job, ...words, ...DAY]);
    expect(readTable(join(folder, 'out', 'desk', 'latest'), 'problems.csv')).toMatchObject([{ path: 'articles/front-page.txt' }]);
    return ended;
  };
  const strict = ends([[], []]);
  expect(strict).toMatchObject({
    code: 3,
    err: expect.stringMatching(/^detente: one input was set aside; the rest is published[^\n]*\n$/),
  });
  expect(ends([['--lenient'], []])).toMatchObject({ code: 0, err: '', out: expect.stringContaining('1 set aside') });
  expect(ends([[], ['onProblems: succeed']])).toMatchObject({ code: 0, err: '' });
});

it('metrics that cannot be written are a warning: the tables are out', () => {
  const folder = temporaryFolder();
  const job = writeJob(folder, []);
  writeArticles(folder, 1);
  const { code, err } = detente(['run', job, '--quiet', '--metrics', join(job, 'detente.prom'), ...DAY]);
  expect({ code, err }).toEqual({
    code: 0,
    err: expect.stringMatching(/^detente: .*detente\.prom\S*: cannot be written .*the run is not affected\n$/),
  });
  const doctor = detente(['doctor', job, '--metrics', join(job, 'detente.prom')]);
  expect(doctor).toMatchObject({ code: 74, out: expect.stringMatching(/^!! {2}metrics {3}.*cannot be written/m) });
});

it('a night writes its metrics, and the time of the last success outlives a failure', () => {
  const folder = temporaryFolder();
  const job = writeJob(folder, ['maxProblems: 0']);
  const metrics = join(folder, 'detente.prom');
  writeArticles(folder, 1);
  detente(['run', job, '--metrics', metrics, ...DAY]);
  const success = /last_success_timestamp_seconds\{job="desk"\} (\d+)/.exec(readFileSync(metrics, 'utf8'))?.[1];
  expect(readFileSync(metrics, 'utf8')).toMatch(/detente_articles\{job="desk"\} 1\n/);
  writeFileSync(join(folder, 'articles', 'x.txt'), Buffer.from([0, 1, 2, 0, 255]));
  expect(detente(['run', job, '--metrics', metrics, ...DAY]).code).toBe(4);
  const after = readFileSync(metrics, 'utf8');
  expect(after).toMatch(/detente_exit_code\{job="desk"\} 4\n/);
  expect(after).toContain(`last_success_timestamp_seconds{job="desk"} ${success}`);
});

/** JSON lines that are blank for the most part, 100 kB each: from 2 MB on a file is read in pieces. */
function writeLines(folder: string, points: readonly number[]): void {
  mkdirSync(join(folder, 'articles'), { recursive: true });
  const lines = points.map((point) => {
    const text = `“We want to resume the talks with Russia on point ${point} of the list,” said Ellen Hathaway, a US senator.`;
    return `${JSON.stringify({ id: `t${point}`, date: '2024-03-02', text })}${' '.repeat(100_000)}\n`;
  });
  writeFileSync(join(folder, 'articles', 'feed.jsonl'), lines.join(''));
}

it('of a large file that has changed only the lines that changed are read again, and the tables are those of one night', () => {
  const folder = temporaryFolder();
  const job = writeJob(folder, []);
  const points = Array.from({ length: 24 }, (_, index) => index);
  const latest = join(folder, 'out', 'desk', 'latest');
  const articlesRead = () => JSON.parse(readFileSync(join(latest, 'run.json'), 'utf8')).inputs.articles;
  writeLines(folder, points);
  expect(detente(['run', job, '--quiet', ...DAY])).toEqual({ code: 0, out: '', err: '' });
  expect(articlesRead()).toBe(24);
  writeLines(folder, [...points.with(7, 70).slice(0, 22), 80, 81, 82]);
  expect(detente(['run', job, '--quiet', ...DAY])).toEqual({ code: 0, out: '', err: '' });
  expect(articlesRead()).toBe(4);
  const published = readPublished(latest);
  rmSync(join(folder, 'out'), { recursive: true });
  expect(detente(['run', job, ...DAY]).code).toBe(0);
  expect(readPublished(latest)).toEqual(published);
});

it.each([
  ['as they were written', () => undefined],
  ['one of them longer by a line', (latest: string) => appendFileSync(join(latest, 'statements.csv'), 'x\r\n')],
  ['the other changed', (latest: string) => appendFileSync(join(latest, 'statements.parquet'), 'x')],
])('the tables are those of one night, whatever has become of the last ones: %s', (_, change) => {
  const folder = temporaryFolder();
  const job = writeJob(folder, ['missing: drop']);
  const latest = join(folder, 'out', 'desk', 'latest');
  writeLines(folder, [1, 2, 3, 4]);
  expect(detente(['run', job, '--quiet', ...DAY]).code).toBe(0);
  change(latest);
  writeLines(folder, [1, 3, 4, 5, 6]);
  expect(detente(['run', job, '--quiet', ...DAY])).toEqual({ code: 0, out: '', err: '' });
  const published = readPublished(latest);
  rmSync(join(folder, 'out'), { recursive: true });
  expect(detente(['run', job, ...DAY]).code).toBe(0);
  expect(readPublished(latest)).toEqual(published);
});

it('the doctor finds a fit job fit, and tells what is wrong with another on one screen', () => {
  const folder = temporaryFolder();
  writeArticles(folder, 1);
  const fit = detente(['doctor', writeJob(folder, [])]);
  expect(fit.out.split('\n').filter((line) => line.startsWith('!!'))).toEqual([]);
  expect(fit.code).toBe(0);
  const unfit = detente(['doctor', writeJob(folder, ['thread: 3'])]);
  expect(unfit.code).toBe(2);
  expect(unfit.out).toMatch(/^!! {2}job .*`thread`/m);
});
