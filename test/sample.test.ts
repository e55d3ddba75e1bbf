import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { detente, readPublished, temporaryFolder } from './night/nights.ts';

const DAY = ['--date', '2026-01-15'];

it('the sample job publishes the same bytes with one thread and with two', () => {
  const [one, two] = [temporaryFolder(), temporaryFolder()];
  expect(detente(['run', '--output', one, '--threads', '1', ...DAY]).code).toBe(3);
  expect(detente(['run', '--output', two, '--threads', '2', ...DAY]).code).toBe(3);
  const published = readPublished(join(one, 'nightly', 'latest'));
  expect([...published.keys()]).toContain('statements.parquet');
  expect(readPublished(join(two, 'nightly', 'latest'))).toEqual(published);
});

it('a second night over the same inputs reads nothing, says nothing and publishes the same bytes', () => {
  const folder = temporaryFolder();
  const first = detente(['run', '--output', folder, ...DAY]);
  const published = readPublished(join(folder, 'nightly', 'latest'));
  const second = detente(['run', '--output', folder, ...DAY]);
  expect(first).toMatchObject({ code: 3, out: '' });
  expect(first.err).toMatch(/one input was set aside/);
  expect(second).toEqual({ code: 0, out: '', err: '' });
  expect(JSON.parse(readFileSync(join(folder, 'nightly', 'latest', 'run.json'), 'utf8'))).toMatchObject({ read: 0, unchanged: 25 });
  expect(readPublished(join(folder, 'nightly', 'latest'))).toEqual(published);
});
