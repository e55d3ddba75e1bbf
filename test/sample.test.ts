import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { detente, type Ended, heldFolder, readPublished, readTable } from './night/nights.ts';

const DAY = ['--date', '2026-01-15'];
const folders = { one: heldFolder(), two: heldFolder() };
let first: Ended;
let latest: string;

beforeAll(() => {
  first = detente(['run', '--output', folders.two, '--threads', '2', ...DAY]);
  latest = join(folders.two, 'nightly', 'latest');
});

function story(folder: string) {
  return JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8'));
}

it('the sample job ends with one input set aside, silent on standard output, one sentence on standard error', () => {
  expect(first).toMatchObject({ code: 3, out: '' });
  expect(first.err).toMatch(/^detente: one input was set aside; the rest is published[^\n]*\n$/);
});

it('all that entered is accounted for: 24 files with 28 articles, and one broken file in problems.csv', () => {
  const { counts } = story(latest);
  expect(counts).toMatchObject({ inputs: 25, articles: 28, problems: 1 });
  expect(readTable(latest, 'problems.csv')).toMatchObject([{ path: 'sample/articles/2019-11-30-meridian-wire-front-page.txt' }]);
});

it('every statement leads back to its article, and a quotation that three articles carry is one statement', () => {
  const statements = readTable(latest, 'statements.csv');
  expect(statements.every((row) => row.path !== '' && row.article !== '' && row.text !== '')).toBe(true);
  expect(new Set(statements.map((row) => row.id)).size).toBe(statements.length);
  expect(statements.filter((row) => row.articles === '3' && row.outlets === '3')).toHaveLength(1);
});

it('one article has no date, so its statements have no year', () => {
  const undated = readTable(latest, 'statements.csv').filter((row) => row.said === '');
  expect(new Set(undated.map((row) => row.path))).toEqual(new Set(['sample/articles/northgate-herald-hotline-essay.txt']));
});

it('ten speakers or more are heard in three years or more', () => {
  const years = new Map<string, Set<string>>();
  for (const row of readTable(latest, 'speaker_years.csv')) {
    const speaker = row.speaker_id ?? '';
    if (row.year !== '') years.set(speaker, (years.get(speaker) ?? new Set()).add(row.year ?? ''));
  }
  expect([...years.values()].filter((heard) => heard.size >= 3).length).toBeGreaterThanOrEqual(10);
});

it('one thread publishes the same bytes as two', () => {
  expect(detente(['run', '--output', folders.one, '--threads', '1', ...DAY]).code).toBe(3);
  expect(readPublished(join(folders.one, 'nightly', 'latest'))).toEqual(readPublished(latest));
});

it('a second night over the same inputs reads nothing, says nothing and publishes the same bytes', () => {
  const published = readPublished(latest);
  expect(detente(['run', '--output', folders.two, ...DAY])).toEqual({ code: 0, out: '', err: '' });
  expect(story(latest)).toMatchObject({ inputs: { read: 0, unchanged: 25 } });
  expect(readPublished(latest)).toEqual(published);
});

it('a night on another day without anything new changes the date of page and package alone: what came in last is still told', () => {
  const published = readPublished(latest);
  expect(detente(['run', '--output', folders.two, '--date', '2026-02-20']).code).toBe(0);
  const later = [...readPublished(latest)].map(([name, text]) => [name, text.replaceAll('2026-02-20', '2026-01-15')] as const);
  expect(new Map(later)).toEqual(published);
  expect(published.get('report.html')).toContain('The last run that brought anything new, 2026-01-15, brought 28 articles');
});
