import { expect, test } from 'vitest';
import { originalAddress, savedFrom } from '../../../src/stages/articles/captured.ts';
import { compileCalendar } from '../../../src/stages/dates/calendar.ts';
import { datePublished } from '../../../src/stages/dates/publish.ts';
import { readOne } from './reading.ts';

test.each([
  ['https://web.archive.org/web/20240901120000/https://lake.example/2024/03/05/a', 'https://lake.example/2024/03/05/a'],
  ['https://web.archive.org/web/20240901120000id_/http://lake.example/a', 'http://lake.example/a'],
  ['http://web.archive.org/web/2024*/lake.example/a', 'https://lake.example/a'],
  ['https://archive.ph/2024.09.01-120000/https://lake.example/a', 'https://lake.example/a'],
  ['https://archive.today/20240901120000/https:/lake.example/a', 'https://lake.example/a'],
  ['https://www.google.com/amp/s/lake.example/a', 'https://lake.example/a'],
  ['https://lake-example.cdn.ampproject.org/c/s/lake.example/a', 'https://lake.example/a'],
  ['https://lake.example/web/20240901/a', 'https://lake.example/web/20240901/a'],
  ['https://archive.ph/AbCdE', 'https://archive.ph/AbCdE'],
  ['https://web.archive.org/', 'https://web.archive.org/'],
])('the address of the page in %s is %s', (url, own) => {
  expect(originalAddress(url)).toBe(own);
});

test.each([
  ['<!-- saved from url=(0029)https://lake.example/talks -->', 'https://lake.example/talks'],
  [
    '<html><!--\n Page saved with SingleFile \n url: https://lake.example/talks \n saved date: Wed Apr 10 2024\n-->',
    'https://lake.example/talks',
  ],
  ['<!-- Mirrored from lake.example/talks by HTTrack Website Copier/3.x -->', 'http://lake.example/talks'],
  ['<!-- saved from url=(0014)about:internet -->', null],
  ['<p>url: https://lake.example/talks</p>', null],
])('a program that saves pages says where from: %s', (html, url) => {
  expect(savedFrom(html)).toBe(url);
});

const STORY = [
  'The two envoys met for the third time this year, and they spoke for an hour behind the closed doors of the town hall.',
  '“We have moved an inch,” said Marta Klein, who leads one of the delegations, on the steps of the hall, where it rained.',
];
const BAR =
  '<div id="wm-ipp-base"><div id="wm-ipp">12 captures <div>05 Feb 2023 - 01 Sep 2025</div><p>COLLECTED BY Common Crawl, a crawl of the whole web that everybody may use.</p></div></div>';
const page = (head: string, before: string): string =>
  `<!doctype html><html lang="en"><head><title>Envoys meet in the old town</title>${head}</head><body>${before}<h1>Envoys meet in the old town</h1>${STORY.map((text) => `<p>${text}</p>`).join('')}</body></html>`;
const canonical = (url: string): string => `<link rel="canonical" href="${url}">`;

function read(html: string): readonly [day: string | undefined, outlet: string | null, text: string] {
  const clipping = readOne('a.html', html);
  const options = { calendar: compileCalendar({}).value, reference: '2026-11-20' };
  return [datePublished(clipping, options)?.day, clipping.outlet, clipping.text];
}

const CAPTURED = 'https://web.archive.org/web/20240901120000/https://www.lake.example';

test.each([
  ['the day of the address', canonical(`${CAPTURED}/2024/03/05/a`), '2024-03-05'],
  ['its metadata', `${canonical(`${CAPTURED}/a`)}<meta property="article:published_time" content="2024-03-05T10:00:00Z">`, '2024-03-05'],
  ['nothing, where only the archive tells of days', canonical(`${CAPTURED}/a`), undefined],
])('a page from an archive of the web is its outlet’s, of %s', (_, head, day) => {
  for (const bar of [BAR, `<!-- BEGIN WAYBACK TOOLBAR INSERT -->${BAR.replaceAll('id="wm', 'id="x')}<!-- END WAYBACK TOOLBAR INSERT -->`])
    expect(read(page(head, bar))).toEqual([day, 'lake.example', ['Envoys meet in the old town', ...STORY].join('\n\n')]);
});

test('the day on which an archive captured a page is not its day', () => {
  const head = `${canonical('https://archive.ph/AbCdE')}<meta itemprop="dateModified" content="2024-09-01T12:00:00Z">`;
  const bar = '<div><time itemprop="pubdate" datetime="2024-09-01T12:00:00Z">1 Sep 2024 12:00:00 UTC</time></div>';
  expect(read(page(head, bar))[0]).toBeUndefined();
  expect(read(page(`${head}<meta property="article:published_time" content="2024-03-05">`, bar))[0]).toBe('2024-03-05');
});
