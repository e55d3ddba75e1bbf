import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { stateOf } from '../../src/core/feed-ledger.ts';
import { temporaryFolder } from '../night/nights.ts';
import { read } from '../stages/articles/reading.ts';
import { collectFrom, IMPATIENT, ledgerOf, openSite, rss, type Site, send, story } from './site.ts';

const HOUR = 3_600_000;
const archives = (into: string): readonly string[] => readdirSync(into).filter((name) => name.endsWith('.warc.gz'));
/** What a run reads in the archives of a folder. */
const articles = (into: string) => archives(into).flatMap((name) => read(name, readFileSync(join(into, name))).kept);
const asked = ({ seen }: Site): readonly string[] => seen.map(({ path }) => path).filter((path) => path !== '/robots.txt');

test('the pages behind a feed become articles with the title, day and outlet that the feed and the list tell', async () => {
  const [site, into] = [await openSite(), temporaryFolder()];
  site.pages.set('/feed', send(rss(site, ['/one', '/two']), { 'content-type': 'application/rss+xml' }));
  site.pages.set('/one', send(story('Envoys meet on the lake')));
  site.pages.set('/two', send(gzipSync(story('')), { 'content-encoding': 'gzip' }));
  expect(await collectFrom(site, into, [{}])).toMatchObject({ tried: 1, changed: 1, pages: 2, failed: [], missed: [] });
  expect(archives(into)).toEqual(['collected-2026-03-02.warc.gz']);
  const kept = articles(into);
  expect(kept).toMatchObject([
    { title: 'Envoys meet on the lake', outlet: 'Lake Courier', url: site.url('a.test', '/one') },
    { title: 'Story /two', outlet: 'Lake Courier' },
  ]);
  for (const { hints } of kept) {
    expect(hints).toContainEqual({ kind: 'field', name: 'published', value: 'Sun, 01 Mar 2026 10:00:00 GMT' });
    expect(hints).toContainEqual({ kind: 'crawl', name: 'WARC-Date', value: expect.stringMatching(/^2026-03-02T08:00:\d\dZ$/) });
  }
  expect(ledgerOf(into)).toMatchObject([{ outlet: 'Lake Courier', side: 'US', failures: 0, status: '200', reason: '' }]);
  expect(site.seen.every(({ headers }) => headers['user-agent'] === 'detente/0.0.0 (+mailto:desk@lake.test)')).toBe(true);
});

test('behind an index of sitemaps, the pages of those that were changed last are kept, and the index is read again where a part may have changed', async () => {
  const [site, into] = [await openSite(), temporaryFolder()];
  const part = (path: string, changed: string) => `<sitemap><loc>${path}</loc>${changed}</sitemap>`;
  const map = (path: string) => `<urlset><url><loc>${path}</loc></url></urlset>`;
  const index = `<sitemapindex>${part('map-1.xml.gz', '<lastmod>2026-03-02</lastmod>')}${part('map-2.xml', '')}${part('missing.xml', '')}</sitemapindex>`;
  site.pages.set('/feed', send(index, { etag: '"one"' }));
  site.pages.set('/map-1.xml.gz', send(gzipSync(map('/one'))));
  site.pages.set('/map-2.xml', send(map('/two')));
  for (const path of ['/one', '/two', '/three']) site.pages.set(path, send(story(path)));
  expect(await collectFrom(site, into, [{}])).toMatchObject({ tried: 1, changed: 1, pages: 2, failed: [] });
  expect(articles(into).map(({ url }) => url)).toEqual(expect.arrayContaining([site.url('a.test', '/one'), site.url('a.test', '/two')]));
  site.pages.set('/map-2.xml', send(map('/three')));
  site.clock.time += 2 * HOUR;
  expect(await collectFrom(site, into, [{}])).toMatchObject({ tried: 1, changed: 1, pages: 1 });
});

test('without pages, the items are kept for their own text, each of them once', async () => {
  const [site, into] = [await openSite(), temporaryFolder()];
  const words = '“We are ready,” Marta Klein said on Tuesday, and nobody who was there has denied it so far.';
  const item = (title: string) => `<item><title>${title}</title><description>${words} ${title}.</description></item>`;
  const feed = (...titles: readonly string[]) =>
    `<rss version="2.0"><channel><title>Lake</title>${titles.map(item).join('')}</channel></rss>`;
  site.pages.set('/feed', send(feed('Talks &amp; more'), { 'content-type': 'text/xml' }));
  expect(await collectFrom(site, into, [{ pages: false }])).toMatchObject({ pages: 1 });
  site.clock.time += 2 * HOUR;
  site.pages.set('/feed', send(feed('Later talks', 'Talks &amp; more'), { 'content-type': 'text/xml' }));
  expect(await collectFrom(site, into, [{ pages: false }])).toMatchObject({ pages: 1 });
  expect(articles(into).map(({ title, outlet }) => [title, outlet])).toEqual([
    ['Talks & more', 'Lake Courier'],
    ['Later talks', 'Lake Courier'],
  ]);
  expect(articles(into)[0]?.text).toContain('“We are ready,” Marta Klein said');
});

test.each([
  ['both validators are sent back, and 304 costs nothing', { etag: '"v1"', 'last-modified': 'Sun, 01 Mar 2026 10:00:00 GMT' }, 304],
  ['a server that ignores validators is caught by the hash of the body', {}, 200],
] as const)('a feed that has not changed is not read again: %s', async (_, validators, status) => {
  const [site, into] = [await openSite(), temporaryFolder()];
  const body = rss(site, ['/one']);
  site.pages.set('/feed', (request, response) => {
    const isSame = status === 304 && request.headers['if-none-match'] === '"v1"' && request.headers['if-modified-since'] !== undefined;
    send(isSame ? '' : body, { ...validators, 'content-type': 'application/rss+xml' }, isSame ? 304 : 200)(request, response);
  });
  site.pages.set('/one', send(story('Envoys meet')));
  await collectFrom(site, into, [{}]);
  site.clock.time += 2 * HOUR;
  const second = await collectFrom(site, into, [{}]);
  expect(second).toMatchObject({ tried: 1, changed: 0, unchanged: 1, pages: 0, saved: 1, requests: 1 });
  expect(asked(site)).toEqual(['/feed', '/one', '/feed']);
  expect(ledgerOf(into)[0]).toMatchObject({
    status: String(status),
    lastTry: expect.stringContaining('T10:0'),
    lastChange: expect.stringContaining('T08:0'),
  });
});

test('a page is fetched once, and again where the feed tells of a change; it is written again only where it changed', async () => {
  const [site, into] = [await openSite(), temporaryFolder()];
  const feed = (updated: string) =>
    send(rss(site, ['/one?utm_source=feed#top'], { more: `<dcterms:modified>${updated}</dcterms:modified>` }));
  site.pages.set('/one?utm_source=feed', send(story('Envoys meet')));
  const night = async (updated: string) => {
    site.pages.set('/feed', feed(updated));
    site.clock.time += 2 * HOUR;
    return (await collectFrom(site, into, [{}])).pages;
  };
  expect(await night('2026-03-01T10:00:00Z')).toBe(1);
  expect(await night('2026-03-01T10:00:00Z ')).toBe(0);
  expect(await night('2026-03-02T10:00:00Z')).toBe(0);
  site.pages.set('/one?utm_source=feed', send(story('Envoys meet', '“We were wrong,” Marta Klein, the envoy, said on Wednesday.')));
  expect(await night('2026-03-03T10:00:00Z')).toBe(1);
  expect(articles(into)).toHaveLength(2);
  expect(asked(site).filter((path) => path.startsWith('/one'))).toHaveLength(3);
});

test('robots.txt is asked for once a day and obeyed: what it forbids is not fetched, and its pause is kept', async () => {
  const [site, into] = [await openSite(), temporaryFolder()];
  site.pages.set('/robots.txt', send('User-agent: *\nDisallow: /two\nCrawl-delay: 7\n', { 'content-type': 'text/plain' }));
  site.pages.set('/feed', send(rss(site, ['/one', '/two', '/three'])));
  for (const path of ['/one', '/two', '/three']) site.pages.set(path, send(story(`Story ${path}`)));
  const outcome = await collectFrom(site, into, [{}]);
  expect(outcome).toMatchObject({
    pages: 2,
    missed: [{ address: site.url('a.test', '/two'), reason: expect.stringContaining('robots.txt of a.test') }],
  });
  expect(asked(site)).toEqual(['/feed', '/one', '/three']);
  const times = site.seen.map(({ at }) => at);
  for (const [i, at] of times.slice(1).entries()) expect(at - (times[i] ?? at)).toBeGreaterThanOrEqual(7000);
  site.clock.time += 2 * HOUR;
  await collectFrom(site, into, [{}]);
  expect(site.seen.filter(({ path }) => path === '/robots.txt')).toHaveLength(1);
  expect(asked(site).filter((path) => path === '/two')).toHaveLength(0);
});

test.each([
  ['is not there: everything is allowed', 404, true],
  ['cannot be given: nothing is asked', 503, false],
])('a robots.txt that %s', async (_, status, isAsked) => {
  const [site, into] = [await openSite(), temporaryFolder()];
  site.pages.set('/robots.txt', send('', {}, status));
  site.pages.set('/feed', send(rss(site, [])));
  await collectFrom(site, into, [{}]);
  expect(asked(site)).toEqual(isAsked ? ['/feed'] : []);
});

const RSS = { 'content-type': 'application/rss+xml' };
const faults: readonly (readonly [what: string, page: (site: Site) => Parameters<Site['pages']['set']>[1], reason: RegExp])[] = [
  ['is gone', () => send('', {}, 410), /answers 410/],
  ['is not found', () => send('', {}, 404), /answers 404/],
  ['fails', () => send('', {}, 500), /answers 500/],
  ['never begins to answer', () => () => undefined, /nothing came for 3 s/],
  [
    'trickles without an end',
    () => (_, response) => {
      response.writeHead(200, RSS);
      const drip = setInterval(() => response.write('<!-- -->'), 50);
      response.on('close', () => clearInterval(drip));
    },
    /takes longer than 9 s/,
  ],
  [
    'pours without an end',
    () => (_, response) => {
      response.writeHead(200, RSS);
      const pour = (): void => {
        while (!response.destroyed && response.write('x'.repeat(60_000)));
        if (!response.destroyed) response.once('drain', pour);
      };
      pour();
    },
    /more than 200000 bytes/,
  ],
  [
    'breaks off',
    () => (_, response) => {
      response.writeHead(200, { ...RSS, 'content-length': '5000' });
      response.write('<rss><channel>');
      setTimeout(() => response.destroy(), 20);
    },
    /breaks off/,
  ],
  ['redirects in a circle', (site) => send('', { location: site.url('a.test', '/feed') }, 302), /more than 5 redirects/],
  ['redirects to a file', () => send('', { location: 'file:///etc/passwd' }, 301), /redirect to file:/],
  ['redirects to nowhere', () => send('', {}, 302), /redirect without an address/],
  [
    'redirects into the machine',
    () => send('', { location: 'http://127.0.0.1:9/' }, 302),
    /127\.0\.0\.1.*not an address of the public internet/,
  ],
  ['is a gzip bomb', () => send(gzipSync(Buffer.alloc(40_000_000)), { ...RSS, 'content-encoding': 'gzip' }), /unpacks to more than/],
  [
    'is a brotli bomb',
    () =>
      send(brotliCompressSync(Buffer.alloc(40_000_000), { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }), {
        ...RSS,
        'content-encoding': 'br',
      }),
    /unpacks to more than/,
  ],
  [
    'is packed and cut short',
    () => send(gzipSync('<rss/>'.repeat(500)).subarray(0, 40), { ...RSS, 'content-encoding': 'gzip' }),
    /no sound gzip/,
  ],
  ['is packed in a way that nobody asked for', () => send('x', { 'content-encoding': 'zstd' }), /was not asked for/],
  ['is a page', () => send(story('Hello')), /is no feed/],
  ['is binary', () => send(Buffer.from([0, 1, 2, 255, 0, 0, 7, 8])), /binary/],
  ['is JSON without items', () => send('{"version":"https://jsonfeed.org/version/1.1"}'), /no `items`/],
  [
    'is an index of sitemaps that are not there',
    () => send('<sitemapindex><sitemap><loc>x</loc></sitemap></sitemapindex>'),
    /none of the sitemaps in the index can be read: the server answers 404/,
  ],
  [
    'is an index of itself',
    () => send('<sitemapindex><sitemap><loc>feed</loc></sitemap></sitemapindex>'),
    /an index of sitemaps lists another index/,
  ],
  ['is an empty index of sitemaps', () => send('<sitemapindex></sitemapindex>'), /it lists none/],
];
test.each(faults)('a feed that %s is told with its reason, is asked later, and stops no other', async (what, page, reason) => {
  const [site, into] = [await openSite(), temporaryFolder()];
  site.pages.set('a.test/feed', page(site));
  site.pages.set('b.test/feed', send(rss(site, ['/one'], { host: 'b.test' })));
  site.pages.set('/one', send(story('Envoys meet')));
  const outcome = await collectFrom(
    site,
    into,
    [{}, { feed: site.url('b.test', '/feed') }],
    /begins|trickles/.test(what) ? { limits: IMPATIENT } : {},
  );
  expect(outcome).toMatchObject({ tried: 2, changed: 1, pages: 1, failed: [{ reason: expect.stringMatching(reason) }] });
  const [broken, sound] = ledgerOf(into);
  expect(broken).toMatchObject({ failures: 1, reason: expect.stringMatching(reason), lastSuccess: '' });
  expect(sound).toMatchObject({ failures: 0, reason: '' });
  expect(readFileSync(join(into, '.collect', 'problems.csv'), 'utf8')).toMatch(reason);
});

test('410 is the end of a feed; every other failure is tried again after one hour, two, four, and by then it is broken', async () => {
  const [site, into] = [await openSite(), temporaryFolder()];
  const feeds = [{}, { feed: site.url('b.test', '/feed') }];
  site.pages.set('a.test/feed', send('', {}, 410));
  site.pages.set('b.test/feed', send('', {}, 500));
  const waits: number[] = [];
  for (let i = 0; i < 3; i++) {
    await collectFrom(site, into, feeds);
    const [, failing] = ledgerOf(into);
    waits.push(Math.round((Date.parse(failing?.nextDue ?? '') - Date.parse(failing?.lastTry ?? '')) / HOUR));
    site.clock.time = Date.parse(failing?.nextDue ?? '');
  }
  expect(waits).toEqual([1, 2, 4]);
  expect(ledgerOf(into).map(stateOf)).toEqual(['gone', 'broken']);
  expect(site.seen.filter(({ host, path }) => host === 'a.test' && path === '/feed')).toHaveLength(1);
});

test.each([
  ['429 in seconds', 429, '7200', 2 * HOUR],
  ['503 with a date', 503, 'Mon, 02 Mar 2026 13:00:00 GMT', 5 * HOUR],
])('%s closes the host for as long as it says', async (_, status, after, wait) => {
  const [site, into] = [await openSite(), temporaryFolder()];
  site.pages.set('/feed', send('', { 'retry-after': after }, status));
  site.pages.set('/other', send(rss(site, [])));
  const feeds = [{}, { feed: site.url('a.test', '/other') }];
  const begun = site.clock.time;
  expect(await collectFrom(site, into, feeds)).toMatchObject({ tried: 1 });
  expect(asked(site)).toEqual(['/feed']);
  const [failed, spared] = ledgerOf(into);
  expect(Date.parse(failed?.nextDue ?? '') - begun).toBeGreaterThanOrEqual(wait);
  expect(spared).toMatchObject({ lastTry: '', failures: 0 });
});

test('a feed is due again after the longest of what the list, the feed and its server say, and not before', async () => {
  const [site, into] = [await openSite(), temporaryFolder()];
  const dueAfter = async (every: number, body: string, headers: Readonly<Record<string, string>>) => {
    site.pages.set('/feed', send(body, headers));
    site.clock.time += 48 * HOUR;
    await collectFrom(site, into, [{ every }]);
    const [record] = ledgerOf(into);
    return (Date.parse(record?.nextDue ?? '') - Date.parse(record?.lastTry ?? '')) / 60_000;
  };
  const plain = rss(site, []);
  expect(await dueAfter(60, plain, {})).toBe(60);
  expect(await dueAfter(60, plain.replace('<title>', '<ttl>180</ttl><title>'), {})).toBe(180);
  expect(await dueAfter(60, plain, { 'cache-control': 'public, max-age=14400', age: '3600' })).toBe(180);
  expect(await dueAfter(360, plain, { 'cache-control': 'max-age=600' })).toBe(360);
  expect(await dueAfter(60, plain, { 'cache-control': 'max-age=31536000' })).toBe(1440);
  expect(await collectFrom(site, into, [{}])).toMatchObject({ tried: 0, notDue: 1, requests: 0 });
});

test('a feed that has moved for good is asked where it is now', async () => {
  const [site, into] = [await openSite(), temporaryFolder()];
  site.pages.set('/feed', send('', { location: '/new' }, 301));
  site.pages.set('/new', send(rss(site, [])));
  await collectFrom(site, into, [{}]);
  site.clock.time += 2 * HOUR;
  await collectFrom(site, into, [{}]);
  expect(asked(site)).toEqual(['/feed', '/new', '/new']);
  expect(ledgerOf(into)[0]?.movedTo).toBe(site.url('a.test', '/new'));
});

test('a page that fails for now is tried again, three times in all; one that is no page is let be', async () => {
  const [site, into] = [await openSite(), temporaryFolder()];
  site.pages.set('/feed', send(rss(site, ['/late', '/picture'])));
  site.pages.set('/late', send('', {}, 500));
  site.pages.set('/picture', send('PNG', { 'content-type': 'image/png' }));
  for (let i = 0; i < 5; i++) {
    await collectFrom(site, into, [{}]);
    site.clock.time += 2 * HOUR;
  }
  expect(asked(site).filter((path) => path === '/late')).toHaveLength(3);
  expect(asked(site).filter((path) => path === '/picture')).toHaveLength(1);
});

test('wrong and missing declarations of encoding do not garble names', async () => {
  const [site, into] = [await openSite(), temporaryFolder()];
  const feed = rss(site, ['/one']).replace('Story /one', 'Señor Müller').replace('?>', ' encoding="windows-1252"?>');
  site.pages.set('/feed', send(Buffer.from(feed, 'latin1'), { 'content-type': 'application/rss+xml; charset=utf-8' }));
  site.pages.set('/one', send(story('')));
  await collectFrom(site, into, [{}]);
  expect(articles(into)).toMatchObject([{ title: 'Señor Müller' }]);
});

test('what a kill cut short is cut off, and the page that was being written is written once', async () => {
  const [site, into] = [await openSite(), temporaryFolder()];
  site.pages.set('/feed', send(rss(site, ['/one', '/two'])));
  for (const path of ['/one', '/two']) site.pages.set(path, send(story(`Story ${path}`)));
  await collectFrom(site, into, [{}]);
  const [name = ''] = archives(into);
  const whole = readFileSync(join(into, name));
  for (const cut of [1, 7, 60, 300, 700]) {
    writeFileSync(join(into, name), whole.subarray(0, whole.length - cut));
    for (const file of ['archive.json', 'ledger.csv', 'pages.jsonl']) writeFileSync(join(into, '.collect', file), '');
    writeFileSync(join(into, '.collect', 'lock'), '999999999\n');
    site.clock.time += 2 * HOUR;
    await collectFrom(site, into, [{}]);
    expect(articles(into).map(({ url }) => url)).toEqual([site.url('a.test', '/one'), site.url('a.test', '/two')]);
    expect(read(name, readFileSync(join(into, name))).problems).toEqual([]);
  }
});

test('a second collect in the same folder is refused while the first is at work', async () => {
  const [site, into] = [await openSite(), temporaryFolder()];
  site.pages.set('/feed', send(rss(site, [])));
  await collectFrom(site, into, [{}]);
  writeFileSync(join(into, '.collect', 'lock'), `${process.ppid}\n`);
  await expect(collectFrom(site, into, [{}])).rejects.toMatchObject({ code: 11 });
});
