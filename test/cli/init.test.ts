import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseFeeds } from '../../src/collect/feeds.ts';
import { detente, temporaryFolder } from '../night/nights.ts';

const TALKS = '“We want to resume the talks with Russia on the whole list,” said Anatoly Vereshin, the envoy.\n';

it('init makes a job that is free of faults, names the next three commands, and its run ends with a page beside the job', () => {
  const folder = join(temporaryFolder(), 'My Desk');
  const made = detente(['init', folder]);
  expect(made).toMatchObject({ code: 0, err: '' });
  expect(made.out.match(/^ {2}\S.*$/gm)).toHaveLength(3);
  expect(made.out).toContain('npx detente collect');
  expect(parseFeeds(readFileSync(join(folder, 'feeds.csv'), 'utf8'), 'feeds.csv')).toMatchObject({ faults: [], value: { length: 12 } });
  const job = join(folder, 'job.yaml');
  expect(detente(['check', job])).toEqual({ code: 0, out: '', err: '' });
  writeFileSync(join(folder, 'articles', '2024-03-05-talks.txt'), TALKS);
  expect(detente(['run', job])).toMatchObject({ code: 0, err: '', out: expect.stringContaining('report.html') });
  expect(existsSync(join(folder, 'output', 'my-desk', 'latest', 'report.html'))).toBe(true);
});

it('init writes over nothing that is there', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'lexicons'));
  writeFileSync(join(folder, 'lexicons', 'tone.csv'), 'id,pattern,class,weight,origin\nx,thaw,valence,2,desk\n');
  expect(detente(['init', folder]).code).toBe(0);
  expect(readFileSync(join(folder, 'lexicons', 'tone.csv'), 'utf8')).toContain('x,thaw');
  expect(detente(['init', folder])).toMatchObject({ code: 2, err: expect.stringContaining('is there already') });
});

it('--version names the version of the package', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(detente(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
});
