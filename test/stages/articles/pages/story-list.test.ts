import { expect, test } from 'vitest';
import { marked, read } from '../reading.ts';

const HEADLINES = [
  'Envoys meet on the lake',
  'Farmers fear a dry summer',
  'Mayor opens a new bridge',
  'Kremlin ready for talks',
  'Ferries carry more boats',
  'Museum closes until autumn',
];
const card = (headline: string): string =>
  `<div class="card"><a href="/a"><h3>${headline}</h3></a><p>The board is “ready for talks at any time”, it said on Monday.</p><p>March 5, 2024</p></div>`;
const page = (body: string, head = ''): string =>
  `<html><head><title>Lake Courier</title>${head}</head><body><main>${body}</main></body></html>`;
const LIST = HEADLINES.map(card).join('');

test('nothing is taken from a page that lists stories: all of it is boilerplate, and a note says so', () => {
  const { kept, problems } = read('a.html', page(`<section>${LIST}</section>`));
  expect(problems.map(({ code }) => code)).toEqual(['list of stories']);
  expect(marked(kept[0] as (typeof kept)[number]).join(' ')).toContain('ready for talks');
});

const STORY = Array.from(
  { length: 4 },
  (_, i) =>
    `<p>“We are ready for part ${i},” Marta Klein said on Tuesday, and the envoys of both sides met again on the lake to talk about it.</p>`,
).join('');

test.each([
  ['links below a story', page(`<h1>Envoys meet on the lake</h1>${STORY}${LIST}`)],
  ['a page that says it is an article', page(LIST, '<meta property="og:type" content="article">')],
  [
    'headings of a story without links',
    page(
      `<h1>Envoys meet</h1>${HEADLINES.map((head) => `<h3>${head}</h3><p>The board is “ready for talks at any time”, it said on Monday.</p>`).join('')}`,
    ),
  ],
])('a story is none: %s', (_, html) => {
  expect(read('a.html', html).problems).toEqual([]);
});
