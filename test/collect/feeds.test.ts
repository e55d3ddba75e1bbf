import { describe, expect, test } from 'vitest';
import { parseFeeds } from '../../src/collect/feeds.ts';
import { stateOf, untried } from '../../src/core/feed-ledger.ts';

const messages = (text: string) => parseFeeds(text, 'feeds.csv').faults.map(({ line, message }) => `${line}: ${message}`);

describe('a list of feeds', () => {
  test('is a CSV with one row a feed', () => {
    expect(
      parseFeeds('feed,outlet,side,pages,every\nhttps://lake.test/rss,Lake Courier,US,yes,6h\nhttp://b.test/f#x,,,,\n', 'feeds.csv'),
    ).toEqual({
      faults: [],
      value: [
        { feed: 'https://lake.test/rss', outlet: 'Lake Courier', side: 'US', pages: true, every: 360 },
        { feed: 'http://b.test/f', outlet: '', side: '', pages: false, every: 60 },
      ],
    });
  });

  test('or OPML, as feed readers export it', () => {
    const opml = `<?xml version="1.0"?>\n<opml version="2.0"><body><outline text="News">
<outline type="rss" text="Lake" title="Lake Courier" xmlUrl="https://lake.test/rss?a=1&amp;b=2" pages="yes"/></outline></body></opml>`;
    expect(parseFeeds(opml, 'feeds.opml')).toEqual({
      faults: [],
      value: [{ feed: 'https://lake.test/rss?a=1&b=2', outlet: 'Lake Courier', side: '', pages: true, every: 60 }],
    });
  });

  test.each([
    [
      'feed,every\nftp://a.test/f,60\n',
      ['2: `feed` is `ftp://a.test/f`, expected an address with http:// or https:// and without a password'],
    ],
    [
      'feed,every\nhttps://me:secret@a.test/f,60\n',
      ['2: `feed` is `https://me:secret@a.test/f`, expected an address with http:// or https:// and without a password'],
    ],
    [
      'feed,pages,every\nhttps://a.test/f,perhaps,5m\n',
      ['2: `pages` is `perhaps`, expected yes or no', '2: `every` is `5m`, expected 15m or more, as 60m, 6h or 1d'],
    ],
    ['feed\nhttps://a.test/f\nhttps://a.test/f\n', ['3: `https://a.test/f` stands in line 2 already, expected each feed once']],
    ['address\nhttps://a.test/f\n', ['1: no column `feed`, expected feed, outlet, side, pages, every']],
    ['feed\n', ['1: no feed, expected a row with an address']],
  ])('%j is told what is wrong with its line', (text, expected) => expect(messages(text)).toEqual(expected));
});

describe('the state of a feed follows from the ledger alone', () => {
  const record = { ...untried({ feed: 'f', outlet: '', side: '' }), lastTry: '2026-03-20T08:00:00Z', lastSuccess: '2026-03-20T08:00:00Z' };
  test.each([
    ['fresh', { ...record, lastChange: '2026-03-19T08:00:00Z' }],
    ['fresh', { ...record, lastChange: '2026-03-19T08:00:00Z', failures: 2 }],
    ['dry', { ...record, lastChange: '2026-03-01T08:00:00Z' }],
    ['dry', record],
    ['broken', { ...record, lastChange: '2026-03-19T08:00:00Z', failures: 3 }],
    ['broken', { ...record, lastSuccess: '', failures: 1 }],
    ['gone', { ...record, status: '410', failures: 1 }],
    ['untried', untried({ feed: 'f', outlet: '', side: '' })],
  ])('%s', (state, known) => expect(stateOf(known)).toBe(state));
});
