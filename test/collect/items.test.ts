import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { latestParts, readItems, unpackSitemap } from '../../src/collect/items.ts';

const items = (text: string) => {
  const read = readItems(Buffer.from(text), { address: 'https://lake.test/feeds/main', charset: null });
  return 'items' in read ? read.items : 'parts' in read ? 'an index' : read.failure;
};
const ITEM = { url: 'https://lake.test/a?x=1&y=2', title: 'Talks & more', published: '2026-03-01T10:00:00Z' };

test.each([
  [
    'RSS 2.0',
    '<rss version="2.0"><channel><item><title>Talks &amp; more</title><link>https://lake.test/a?x=1&amp;y=2</link><pubDate>2026-03-01T10:00:00Z</pubDate></item></channel></rss>',
  ],
  [
    'Atom, with an address of its own kind',
    '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Talks &amp; more</title><link href="/a?x=1&amp;y=2"/><published>2026-03-01T10:00:00Z</published></entry></feed>',
  ],
  [
    'JSON Feed',
    '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","url":"../a?x=1&y=2","title":"Talks & more","date_published":"2026-03-01T10:00:00Z"}]}',
  ],
  [
    'a sitemap of news',
    '<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://lake.test/a?x=1&amp;y=2</loc><news:news><news:publication><news:name>Lake</news:name></news:publication><news:publication_date>2026-03-01T10:00:00Z</news:publication_date><news:title><![CDATA[Talks & more]]></news:title></news:news></url></urlset>',
  ],
])('%s lists address, title and day', (_, text) => expect(items(text)).toMatchObject([ITEM]));

test('the time of a change is told apart from the day of publication', () => {
  const atom = '<feed><entry><link href="/a"/><published>2026-03-01</published><updated>2026-03-02</updated></entry></feed>';
  expect(items(atom)).toMatchObject([{ published: '2026-03-01', updated: '2026-03-02' }]);
});

test.each(['[]', '{', 'null', '<html><body>no</body></html>', '', '{"items":{}}'])('%j is no feed', (text) =>
  expect(typeof items(text)).toBe('string'),
);

test('an index of sitemaps lists its parts, the last changed first and those that do not tell last', () => {
  const part = (loc: string, lastmod = '') => `<sitemap><loc>${loc}</loc>${lastmod && `<lastmod>${lastmod}</lastmod>`}</sitemap>`;
  const parts = [
    part('/old', '2026-02-01'),
    part('/plain'),
    part('https://lake.test/new', '2026-03-01T10:00:00Z'),
    part('ftp://lake.test/x'),
  ];
  const read = readItems(Buffer.from(`<sitemapindex>${parts.join('')}</sitemapindex>`), {
    address: 'https://lake.test/index',
    charset: null,
  });
  expect('parts' in read && latestParts(read, 3).map(({ url }) => url)).toEqual([
    'https://lake.test/new',
    'https://lake.test/old',
    'https://lake.test/plain',
  ]);
  expect('parts' in read && latestParts(read, 1)).toHaveLength(1);
});

test('a sitemap that is a gzip file of its own is unpacked, one that is none is left as it is', () => {
  const answer = (body: Buffer) => unpackSitemap({ answer: { headers: new Map(), body } });
  expect(answer(gzipSync('<urlset/>'))).toEqual({ bytes: Buffer.from('<urlset/>') });
  expect(answer(Buffer.from('<urlset/>'))).toEqual({ bytes: Buffer.from('<urlset/>') });
  expect(answer(gzipSync('<urlset/>').subarray(0, 12))).toMatchObject({ failure: expect.stringMatching(/no sound gzip/) });
});
