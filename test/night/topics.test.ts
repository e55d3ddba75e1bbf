import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { detente, heldFolder, readTable } from './nights.ts';

const folder = heldFolder();
const DAY = ['--date', '2026-01-15'];

/** The bundled job of the other pair, in a folder of its own, so that its lexicons can be edited. */
function copyJob(): string {
  for (const name of ['jobs', 'lexicons']) cpSync(name, join(folder, name), { recursive: true });
  return join(folder, 'jobs', 'us-china.yaml');
}

it('topics are published by statement, side and year, and an edit of topics.csv changes them without reading an article again', () => {
  const job = copyJob();
  const latest = join(folder, 'output', 'us-china', 'latest');
  expect(detente(['run', job, ...DAY]).code).toBe(0);
  const before = readTable(latest, 'statements.csv');
  expect(before.filter(({ topics }) => topics?.split(' ').includes('trade')).length).toBeGreaterThan(1);
  const years = readTable(latest, 'topic_years.csv').filter(({ topic, side }) => topic === 'trade' && side === 'US');
  const expected = before.filter(({ topics, side, relevant }) => topics?.includes('trade') && side === 'US' && relevant === 'true');
  expect(years.map(({ relevant }) => Number(relevant)).reduce((sum, count) => sum + count, 0)).toBe(expected.length);

  const file = join(folder, 'lexicons', 'us-china', 'topics.csv');
  writeFileSync(
    file,
    readFileSync(file, 'utf8')
      .replace(/^trade,Trade and tariffs,yes,"\[trade\|/m, 'commerce,Commerce,,trade,,,house,\n$&')
      .replace('"[trade|', '"['),
  );
  expect(detente(['run', job, '--quiet', ...DAY])).toEqual({ code: 0, out: '', err: '' });
  const after = readTable(latest, 'statements.csv');
  expect(JSON.parse(readFileSync(join(latest, 'run.json'), 'utf8'))).toMatchObject({ inputs: { read: 0 } });
  expect(after.some(({ topics }) => topics?.split(' ').includes('commerce'))).toBe(true);
  expect(after.map(({ id, tone }) => [id, tone])).toEqual(before.map(({ id, tone }) => [id, tone]));
});
