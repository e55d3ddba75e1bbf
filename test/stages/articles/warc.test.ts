import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { read } from './reading.ts';
import { answer, HTTP, page, record } from './warc-file.ts';

const STORY = '“We are ready,” Marta Klein said on Tuesday, and nobody who was there has denied it so far.';
const FILE = Buffer.concat([
  record('warcinfo', 'software: x', { 'Content-Type': 'application/warc-fields' }),
  record('request', 'GET /a HTTP/1.1\r\n\r\n', { 'Content-Type': 'application/http; msgtype=request' }),
  record('response', answer(page('Envoys meet on the lake')), HTTP),
  record('revisit', 'HTTP/1.1 200 OK\r\n\r\n', HTTP),
  record('response', answer('\x89PNG', 'Content-Type: image/png'), HTTP),
  record('response', 'HTTP/1.1 301 Moved\r\nContent-Type: text/html\r\n\r\n<p>Moved.</p>', HTTP),
  record('response', answer(page('Envoys meet again in town')), { ...HTTP, 'WARC-Target-URI': '<https://lake.example/2024/03/05/b>' }),
]);

test.each([
  ['as it is', FILE],
  ['packed', gzipSync(FILE)],
])('a web archive gives the pages of its responses, %s', (_, bytes) => {
  const { kept, problems } = read('crawl.warc', bytes);
  expect(problems).toEqual([]);
  expect(kept).toMatchObject([
    {
      id: 'https://lake.example/a',
      place: 'record 3',
      title: 'Envoys meet on the lake',
      url: 'https://lake.example/a',
      outlet: 'lake.example',
    },
    { place: 'record 7', url: 'https://lake.example/2024/03/05/b' },
  ]);
  expect(kept[0]?.hints).toContainEqual({ kind: 'crawl', name: 'WARC-Date', value: '2024-03-06T09:00:00Z' });
});

test('a body in chunks and packed is opened, and one that was opened by the crawler is read as it is', () => {
  const head = 'Content-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip';
  const packed = gzipSync(page('Envoys meet on the lake'));
  const chunks = Buffer.concat([Buffer.from(`${packed.length.toString(16)}\r\n`), packed, Buffer.from('\r\n0\r\n\r\n')]);
  for (const body of [chunks, packed, Buffer.from(page('Envoys meet on the lake'))])
    expect(read('a.warc', record('response', answer(body, head), HTTP)).kept).toMatchObject([{ title: 'Envoys meet on the lake' }]);
});

test('WET gives its texts', () => {
  const { kept } = read('a.wet.gz', gzipSync(record('conversion', `Envoys meet\n${STORY}`, { 'Content-Type': 'text/plain' })));
  expect(kept).toMatchObject([{ url: 'https://lake.example/a', text: `Envoys meet\n${STORY}`, outlet: 'lake.example' }]);
});

const DAMAGED: readonly (readonly [what: string, bytes: Buffer, codes: readonly string[]])[] = [
  ['a length that is too short', record('response', answer(page('Envoys meet')), { ...HTTP, 'Content-Length': 40 }), ['bad archive']],
  ['a length beyond the end', record('response', answer(page('Envoys meet')), { ...HTTP, 'Content-Length': 400_000 }), ['bad archive']],
  ['a length that is none', record('response', 'x', { ...HTTP, 'Content-Length': 'many' }), ['bad archive']],
  ['a record of two gigabytes', record('response', 'x', { ...HTTP, 'Content-Length': 2_147_483_648 }), ['too large']],
  ['no end of the head', Buffer.from('WARC/1.0\r\nWARC-Type: response\r\n'), ['bad archive']],
];

test.each(DAMAGED)('of a web archive with %s the other records are read', (_, bytes, codes) => {
  const sound = record('response', answer(page('Envoys meet again in town')), HTTP);
  const { kept, problems } = read('a.warc', Buffer.concat([sound, bytes, sound]));
  expect(problems.map(({ code }) => code)).toEqual(codes);
  expect(kept.length).toBe(2);
});

test('a web archive without pages is empty', () => {
  expect(read('a.warc', record('warcinfo', 'x')).problems).toMatchObject([{ code: 'empty' }]);
});

test('what a record of metadata tells of a page is used: outlet before the page’s own, title where it names none, days as fields', () => {
  const told = (id: string) =>
    record('metadata', 'title: Talks on the lake\r\npublished: Tue, 05 Mar 2024 10:00:00 GMT\r\noutlet: Lake Courier\r\n', {
      'Content-Type': 'application/warc-fields',
      'WARC-Refers-To': id,
    });
  const bare = page('').replace('<h1></h1>', '');
  const file = Buffer.concat([
    told('<urn:uuid:1>'),
    record('response', answer(page('Envoys meet on the lake')), { ...HTTP, 'WARC-Record-ID': '<urn:uuid:1>' }),
    told('<urn:uuid:2>'),
    record('resource', bare, { 'Content-Type': 'text/html', 'WARC-Record-ID': '<urn:uuid:2>' }),
    record('response', answer(page('Envoys meet again in town')), { ...HTTP, 'WARC-Record-ID': '<urn:uuid:3>' }),
  ]);
  const { kept, problems } = read('crawl.warc', file);
  expect(problems).toEqual([]);
  expect(kept.map(({ title, outlet }) => [title, outlet])).toEqual([
    ['Envoys meet on the lake', 'Lake Courier'],
    ['Talks on the lake', 'Lake Courier'],
    ['Envoys meet again in town', 'lake.example'],
  ]);
  const day = { kind: 'field', name: 'published', value: 'Tue, 05 Mar 2024 10:00:00 GMT' };
  expect(kept.map(({ hints }) => hints.some((hint) => hint.kind === day.kind && hint.value === day.value))).toEqual([true, true, false]);
});
