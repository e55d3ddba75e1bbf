import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runTasks } from '../../../src/cli/engines/local.ts';
import { temporaryFolder } from '../../night/nights.ts';

/** A shell that appends a letter to a file and ends with a code, or by a signal, until the file has so many letters. */
const failing = (file: string, end: string, until: number): readonly string[] => [
  `printf x >> ${file}; [ $(wc -c < ${file}) -ge ${until} ] && exit 0; ${end}`,
];

const run = (tasks: readonly (readonly string[])[], workers = 2): Promise<number> =>
  runTasks(tasks, { detente: ['bash', '-c'], workers, pause: 1, tell: () => undefined });

it.each([
  ['a task that ends well is done once', 'exit 1', 1, 0, 1],
  ['a full disk is tried again', 'exit 74', 3, 0, 3],
  ['what is not there yet is tried again', 'exit 75', 2, 0, 2],
  ['a task that a signal ended is tried again', 'kill -9 $$', 2, 0, 2],
  ['no more than three times', 'exit 75', 9, 75, 4],
  ['a bug is not tried again', 'exit 1', 9, 1, 1],
  ['a wrong plan is not tried again', 'exit 2', 9, 2, 1],
])('%s', async (_title, end, until, code, tries) => {
  const file = join(temporaryFolder(), 'tries');
  expect(await run([failing(file, end, until)])).toBe(code);
  expect(readFileSync(file, 'utf8')).toHaveLength(tries);
});

it('after a task that failed for good no other one begins', async () => {
  const file = join(temporaryFolder(), 'late');
  expect(await run([['exit 2'], [`touch ${file}`]], 1)).toBe(2);
  expect(existsSync(file)).toBe(false);
});

it('tells how many are done', async () => {
  const told: number[] = [];
  await runTasks([['true'], ['true'], ['true']], { detente: ['bash', '-c'], workers: 2, pause: 1, tell: (done) => told.push(done) });
  expect(told).toEqual([1, 2, 3]);
});
