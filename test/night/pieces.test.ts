import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { largeCut, openPieces } from '../../src/night/pieces.ts';
import { answer, HTTP, page, record } from '../stages/articles/warc-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'detente-pieces-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function piecesOf(name: string, bytes: Buffer, unit: 'line' | 'record') {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  const told = { read: 0, end: '' };
  const pieces: unknown[] = [];
  const options = {
    onRead: (count: number): void => {
      told.read += count;
    },
    finish: (sha256: string, size: number): void => {
      told.end = `${sha256} ${size}`;
    },
  };
  const cut = { unit, isPacked: name.endsWith('.gz') };
  for await (const piece of openPieces({ path: name, file, cut }, options))
    pieces.push('problem' in piece ? `${piece.problem.place}: ${piece.problem.code}` : [...piece.hashes.keys()]);
  return { pieces, told };
}

const LINES = Buffer.from('{"id":"1"}\n{"id":"2"}\n\n{"id":"3"}\n');
const RECORDS = ['Envoys meet on the lake', 'Envoys meet again'].map((title) => record('response', answer(page(title)), HTTP));
const ARCHIVE = Buffer.concat([record('warcinfo', 'x'), ...RECORDS]);

test.each([
  ['n.jsonl', LINES, 'line', [['line 1', 'line 2', 'line 3', 'line 4']]],
  ['n.jsonl.gz', gzipSync(LINES), 'line', [['line 1', 'line 2', 'line 3', 'line 4']]],
  ['n.warc', ARCHIVE, 'record', [['record 2', 'record 3']]],
  ['n.warc.gz', Buffer.concat(RECORDS.map((each) => gzipSync(each))), 'record', [['record 1', 'record 2']]],
] as const)(
  '%s comes in pieces that know the place of each line or record, and its own bytes are what is counted and hashed',
  async (name, bytes, unit, expected) => {
    const { pieces, told } = await piecesOf(name, bytes, unit);
    expect(pieces).toEqual(expected);
    expect(told).toEqual({ read: bytes.length, end: `${createHash('sha256').update(bytes).digest('hex')} ${bytes.length}` });
  },
);

test('of a packed file that breaks off the sound part is read, what is wrong is told, and all of it is hashed', async () => {
  const lines = Buffer.from(
    Array.from({ length: 40_000 }, (_, i) => `{"id":"${createHash('md5').update(`${i}`).digest('hex')}"}\n`).join(''),
  );
  const bytes = gzipSync(lines).subarray(0, 500_000);
  const { pieces, told } = await piecesOf('cut.jsonl.gz', bytes, 'line');
  expect(pieces.length).toBeGreaterThan(2);
  expect(pieces.at(-1)).toBe(': bad archive');
  expect(told.read).toBe(bytes.length);
});

test('a small file is read whole, whatever it is', () => {
  const file = join(folder, 'small.warc');
  writeFileSync(file, ARCHIVE);
  expect(largeCut({ path: 'small.warc', file, size: ARCHIVE.length }, undefined)).toBe(null);
  expect(largeCut({ path: 'small.warc', file, size: 3_000_000 }, undefined)).toEqual({ unit: 'record', isPacked: false });
});
