import { readdirSync, readFileSync, truncateSync } from 'node:fs';
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

it('the sample job ends well, and says in one line where its page is', () => {
  expect(first).toMatchObject({ code: 0, err: '' });
  expect(first.out).toMatch(/^\d+ statements from 28 articles: [^\n]*nightly\/latest\/report\.html\n$/);
});

it('all that entered is accounted for: 24 files with 28 articles, and nothing set aside', () => {
  const { counts } = story(latest);
  expect(counts).toMatchObject({ inputs: 24, articles: 28, problems: 0 });
  expect(readTable(latest, 'problems.csv')).toEqual([]);
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
  expect(detente(['run', '--output', folders.one, '--threads', '1', ...DAY]).code).toBe(0);
  expect(readPublished(join(folders.one, 'nightly', 'latest'))).toEqual(readPublished(latest));
});

it('a night with nothing new, on whatever day, publishes nothing: what is shown keeps its bytes, and no run is added', () => {
  const published = readPublished(latest);
  const told = story(latest);
  expect(detente(['run', '--quiet', '--output', folders.two, ...DAY])).toEqual({ code: 0, out: '', err: '' });
  const { code, out } = detente(['run', '--output', folders.two, '--date', '2026-02-20']);
  expect([code, out]).toEqual([0, expect.stringMatching(/^nothing new; \d+ statements from 28 articles: /)]);
  expect(readPublished(latest)).toEqual(published);
  expect(story(latest)).toEqual(told);
  expect(readdirSync(join(folders.two, 'nightly', 'runs'))).toEqual(['2026-01-15']);
  expect(published.get('report.html')).toContain('The last run that brought anything new, 2026-01-15, brought 28 articles');
});

it('a night with nothing new publishes again, and the same bytes, where what was shown is damaged', () => {
  const published = readPublished(latest);
  truncateSync(join(latest, 'years.csv'), 10);
  expect(detente(['run', '--quiet', '--output', folders.two, ...DAY]).code).toBe(0);
  expect(story(latest)).toMatchObject({ inputs: { read: 0, unchanged: 24 } });
  expect(readPublished(latest)).toEqual(published);
});
