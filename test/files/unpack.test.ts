import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { PackingFault } from '../../src/files/gunzip.ts';
import { unpackPieces } from '../../src/files/unpack.ts';
import { cutOf, headNeeded } from '../../src/stages/articles/large.ts';

const LINES = '{"id":"1","text":"We met."}\n{"id":"2","text":"We met again."}\n';
const MORE = '{"id":"3","text":"We parted."}\n';
/** LINES, and MORE, each packed by bzip2. */
const FIRST = Buffer.from(
  'QlpoOTFBWSZTWTKLZiIAAB1bgAAQUAUwEACAJqMESiAAQJVPKNpNM1HplCmE00BpiUbcxjwcsKUZNGiWUB42QSMTcS40UJYQoU/F3JFOFCQMotmIgA==',
  'base64',
);
const SECOND = Buffer.from('QlpoOTFBWSZTWd3qYgwAAA7bgAAQUAUIEACAJiBUSiAAIiNBo2oyeoU0yMTExCG0JUuBmqJMvDpiJJuxX4u5IpwoSG71MQYA', 'base64');
/** Forty million zeros, packed by bzip2. */
const ZEROS = Buffer.from('QlpoOTFBWSZTWdv4lYYBMl8ICMAAABAACCAAMMwJqmmgSlFbUBKUV4u5IpwoSG38SsMA', 'base64');

async function unpack(packed: Buffer, size: number) {
  const faults: PackingFault[] = [];
  const parts: Uint8Array[] = [];
  const chunks = Array.from({ length: Math.ceil(packed.length / size) }, (_, i) => packed.subarray(i * size, (i + 1) * size));
  let taken = 0;
  const counted = function* () {
    for (const chunk of chunks) {
      taken += chunk.length;
      yield chunk;
    }
  };
  for await (const part of unpackPieces(counted(), (fault) => faults.push(fault))) parts.push(part);
  expect(taken).toBe(packed.length);
  return { text: Buffer.concat(parts).toString(), faults };
}

test.each([
  ['one stream', FIRST, LINES],
  ['a stream behind another', Buffer.concat([FIRST, SECOND]), LINES + MORE],
  ['padding behind the last stream', Buffer.concat([FIRST, Buffer.alloc(5000)]), LINES],
  ['gzip', gzipSync(LINES), LINES],
])('%s is unpacked, whatever the chunks', async (_, packed, text) => {
  for (const size of [1, 7, 100_000]) expect(await unpack(packed, size)).toEqual({ text, faults: [] });
});

const broken = Buffer.from(SECOND).fill(0x55, 40, 50);
test.each([
  ['breaks off', Buffer.concat([FIRST, SECOND.subarray(0, 40)]), LINES],
  ['has a broken block', Buffer.concat([FIRST, broken]), LINES],
  ['has something else behind it', Buffer.concat([FIRST, Buffer.from('no stream')]), LINES],
  ['breaks off in its first block', FIRST.subarray(0, 40), ''],
])('of a bzip2 file that %s the sound blocks are given, and the fault is told once', async (_, packed, text) => {
  for (const size of [7, 100_000]) {
    const found = await unpack(packed, size);
    expect(found.text).toBe(text);
    expect(found.faults).toMatchObject([{ code: 'bad archive' }]);
  }
});

test('a bzip2 file that holds nothing but padding is given up', async () => {
  const { text, faults } = await unpack(ZEROS, 100_000);
  expect(text).toBe('');
  expect(faults).toMatchObject([{ code: 'too large' }]);
});

test('JSON lines in a bzip2 file can be read in pieces, also where its name says JSON alone', () => {
  expect(headNeeded(FIRST)).toBeGreaterThan(500_000);
  expect(headNeeded(Buffer.from(LINES))).toBe(4096);
  expect(cutOf('a.json.bz2', FIRST, undefined)).toEqual({ unit: 'line', isPacked: true });
  expect(cutOf('a.json.bz2', FIRST.subarray(0, 40), undefined)).toBeNull();
});
