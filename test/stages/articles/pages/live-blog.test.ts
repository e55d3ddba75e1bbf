import { expect, test } from 'vitest';
import { read, readOne } from '../reading.ts';

const FIRST =
  '“The landing stays closed,” said Marta Dell, who runs the ferry, before the council met behind closed doors in the town hall.';
const SECOND = '“We shall sail tomorrow,” said Pavel Roe of the council, when the doors were opened again after a night of talks.';
const THIRD = 'The boats lay at the landing all morning, and nobody on the shore could say when the first of them would leave.';
const OPENED = '2021-03-04T20:00:00Z';

const page = (head: string, body: string): string =>
  `<!doctype html><html lang="en"><head><title>The council meets: live</title>${head}</head><body><article><h1>The council meets: live</h1>${body}</article></body></html>`;
const linked = (thing: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'LiveBlogPosting', datePublished: OPENED, ...thing })}</script>`;
const update = (day: string, words: object): object => ({ '@type': 'BlogPosting', datePublished: `${day}T08:00:00+00:00`, ...words });

/** The days of a page's entries, each with the first words below it. */
function entriesOf(html: string): readonly string[] {
  const { text, entries } = read('a.html', html).kept[0] ?? { text: '' };
  return (entries ?? []).map(({ start, day }) => `${day} ${text.slice(start, start + 12)}`);
}

const TIMED = `<div><time datetime="2021-03-05T07:00:00Z">07:00</time><p>${SECOND}</p></div><div><time datetime="2021-03-04T21:00">21:00</time><p>${FIRST}</p><p>${THIRD}</p></div>`;
const CLOSED = `<div><p>${SECOND}</p><time datetime="2021-03-05T07:00:00Z">07:00</time></div><div><p>${FIRST}</p><p>${THIRD}</p><time datetime="2021-03-04T21:00">21:00</time></div>`;
const DAYS: readonly (readonly [by: string, html: string])[] = [
  ['the time element above it', page(linked({}), TIMED)],
  ['the time element below it', page(linked({}), CLOSED)],
  ['the time element, where only a class tells of a live blog', page('', `<section class="main live-blog">${TIMED}</section>`)],
  [
    'the update that begins with the same words',
    page(
      linked({ liveBlogUpdate: [update('2021-03-05', { articleBody: `<p>${SECOND}</p>` }), update('2021-03-04', { articleBody: FIRST })] }),
      `<p>${SECOND}</p><p>${FIRST}</p><p>${THIRD}</p>`,
    ),
  ],
];

test.each(DAYS)('an entry has the day of %s', (_, html) => {
  expect(entriesOf(html).map((each) => each.slice(0, 10))).toEqual(['2021-03-05', '2021-03-04']);
  expect(read('a.html', html).problems).toEqual([]);
});

test('where entries end with their times, each begins behind the time of the one above', () => {
  expect(entriesOf(page(linked({}), CLOSED))).toEqual([`2021-03-05 ${SECOND.slice(0, 12)}`, `2021-03-04 ${FIRST.slice(0, 12)}`]);
});

test('the day of an update that is known by its headline holds from there on', () => {
  const headline = 'Council decides that the ferry may sail on the next morning';
  const html = page(
    linked({ liveBlogUpdate: [update('2021-03-05', { headline })] }),
    `<p>${FIRST}</p><h2>${headline}</h2><p>${SECOND}</p>`,
  );
  expect(entriesOf(html)).toEqual(['2021-03-05 Council deci']);
});

const UNTOLD: readonly (readonly [what: string, html: string])[] = [
  ['entries that tell nothing', page(linked({}), `<p>${FIRST}</p><p>${SECOND}</p>`)],
  [
    'updates of two days without words',
    page(linked({ liveBlogUpdate: [update('2021-03-05', {}), update('2021-03-06', {})] }), `<p>${FIRST}</p><p>${SECOND}</p>`),
  ],
  [
    'an update that is later than the page',
    page(linked({ liveBlogUpdate: [update('2021-03-05', {})] }), `<p>${FIRST}</p><p>${SECOND}</p>`),
  ],
  ['times without a day', page(linked({}), `<time datetime="07:00">07:00</time><p>${FIRST}</p><p>${SECOND}</p>`)],
];

test.each(UNTOLD)('a note tells of %s', (_, html) => {
  expect(read('a.html', html).problems.map(({ code }) => code)).toEqual(['undated entries']);
  expect(entriesOf(html)).toEqual([]);
});

test('no note and no entries: a blog of one day, and a page that is no live blog', () => {
  expect(
    readOne('a.html', page(linked({ liveBlogUpdate: [update('2021-03-04', {})] }), `<p>${FIRST}</p><p>${SECOND}</p>`)).entries,
  ).toBeUndefined();
  expect(readOne('a.html', page('', TIMED)).entries).toBeUndefined();
  expect(readOne('a.html', page('', TIMED)).text).toContain(FIRST);
});
