import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { cutOf } from '../../../src/stages/articles/large.ts';
import { record } from './warc-file.ts';

const LINES = Buffer.from('{"id":"1","text":"We met."}\n{"id":"2","text":"We met again."}\n');
const ARCHIVE = Buffer.concat([record('warcinfo', 'software: x'), record('resource', 'x')]);
const members = (...parts: readonly Buffer[]): Buffer => Buffer.concat(parts.map((part) => gzipSync(part)));

test.each([
  ['JSON lines', 'a.jsonl', LINES, undefined, { unit: 'line', isPacked: false }],
  ['JSON lines, packed', 'a.jsonl.gz', gzipSync(LINES), undefined, { unit: 'line', isPacked: true }],
  ['JSON lines by the job', 'a.txt', LINES, 'gqg', { unit: 'line', isPacked: false }],
  ['a web archive', 'a.warc', ARCHIVE, undefined, { unit: 'record', isPacked: false }],
  [
    'a web archive with a member a record',
    'a.warc.gz',
    members(ARCHIVE.subarray(0, 200), ARCHIVE),
    undefined,
    { unit: 'record', isPacked: true },
  ],
  [
    'a web archive of which the head ends in a member',
    'a.gz',
    members(ARCHIVE, Buffer.alloc(9000, 'x')).subarray(0, 120),
    undefined,
    { unit: 'record', isPacked: true },
  ],
] as const)('%s can be read in pieces', (_, path, head, format, expected) => {
  expect(cutOf(path, head, format)).toEqual(expected);
});

test.each([
  ['a list of records', 'a.json', Buffer.from('[{"text":"We met."}]'), undefined],
  ['a page, packed', 'a.html.gz', gzipSync('<html><body><p>We met.</p></body></html>'), undefined],
  ['lines in UTF-16', 'a.jsonl', Buffer.from('{"text":"We met."}\n', 'utf16le'), undefined],
  ['a table', 'a.csv', Buffer.from('id,text\n1,We met.\n'), undefined],
  ['JSON lines of which the job says that they are text', 'a.jsonl', LINES, 'text'],
  ['a broken gzip file', 'a.jsonl.gz', Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]), undefined],
  ['an empty file', 'a.jsonl', Buffer.alloc(0), undefined],
] as const)('%s is read whole', (_, path, head, format) => {
  expect(cutOf(path, head, format)).toBe(null);
});
