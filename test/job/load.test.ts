import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { outputFolder } from '../../src/job/job-file.ts';
import { loadSettings } from '../../src/job/load.ts';

it('the people and outlets that were invented for the sample are there for its own articles alone', () => {
  const invented = (articles?: readonly string[]) =>
    loadSettings(undefined, articles).job.lexicons.filter((entry) => entry.startsWith('sample/'));
  expect(invented()).toEqual(['sample/speakers.csv', 'sample/outlets.csv']);
  expect(invented(['jobs/sample/articles'])).toHaveLength(2);
  expect(invented(['my-articles'])).toEqual([]);
});

it('a job writes under its own output, or under the folder that is named', () => {
  const { job } = loadSettings(undefined);
  expect(outputFolder(job, undefined)).toBe(resolve('output', 'nightly'));
  expect(outputFolder(job, 'tables')).toBe(join(resolve('tables'), 'nightly'));
});
