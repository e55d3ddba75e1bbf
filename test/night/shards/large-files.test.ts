import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it, vi } from 'vitest';
import { detente, heldFolder, readPublished } from '../nights.ts';

// Each command is a process of its own; a busy machine takes its time.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const DAY = ['--date', '2026-01-15'];
const folder = heldFolder();

/** Words that do not pack well, so that a packed file is large as well. */
function filler(number: number, length: number): string {
  let words = '';
  for (let i = 0; words.length < length; i++) words += createHash('sha512').update(`${number}:${i}`).digest('base64');
  return words.slice(0, length);
}

function textOf(number: number): string {
  const said = number % 2 === 0 ? 'We are ready to return to the talks on arms control' : 'Nothing will come of threats against us';
  return `“${said}, for the ${number}th time,” Ada Bell, a US senator, said of Moscow.`;
}

function linesOf(count: number): string {
  const records = Array.from({ length: count }, (_, number) => ({
    id: `a${number}`,
    date: `2024-03-${10 + (number % 9)}`,
    source: 'Wire',
    filler: filler(number, 80_000),
    text: textOf(number),
  }));
  return records.map((record, number) => (number === 7 ? '{"broken\n' : `${JSON.stringify(record)}\n`)).join('');
}

function record(fields: Readonly<Record<string, string>>, block: string): string {
  const head = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  return `WARC/1.0\r\n${head.join('')}Content-Length: ${Buffer.byteLength(block)}\r\n\r\n${block}\r\n\r\n`;
}

/** Pages with a request before each, one record of a wrong length in the middle. */
function archiveOf(count: number, type: string): readonly string[] {
  return Array.from({ length: count }, (_, number) => {
    const fields = {
      'WARC-Target-URI': `https://harbor-ledger.example/2024/03/1${number % 9}/a${number}`,
      'WARC-Date': '2024-03-20T10:00:00Z',
    };
    const body = `<html><head><title>Talks ${number}</title></head><body><p>${textOf(number)}</p><!-- ${filler(number, 80_000)} --></body></html>`;
    const answer = record(
      { 'WARC-Type': 'response', ...fields, 'Content-Type': 'application/http' },
      `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\n${body}`,
    );
    const request = record({ 'WARC-Type': 'request', ...fields, 'Content-Type': 'application/http' }, `GET /a${number} HTTP/1.1\r\n\r\n`);
    return `${request}${number === 11 ? answer.replace(/Content-Length: \d+/, 'Content-Length: some') : answer}`;
  });
}

function packedByRecord(records: readonly string[]): Buffer {
  return Buffer.concat(records.map((each) => gzipSync(each)));
}

const FILES: readonly (readonly [name: string, bytes: () => Uint8Array])[] = [
  ['wire.jsonl.gz', () => gzipSync(linesOf(60))],
  ['pages.warc', () => Buffer.from(archiveOf(40, 'text/html').join(''))],
  ['pages.warc.gz', () => packedByRecord(archiveOf(60, 'text/html'))],
  ['cut-short.warc.gz', () => packedByRecord(archiveOf(60, 'text/html')).subarray(0, -30_000)],
  ['pictures.warc', () => Buffer.from(archiveOf(40, 'image/png').join(''))],
];

it.each(FILES)('several shards read %s, and publish the same bytes as one night', (name, bytes) => {
  const [inputs, plan] = [join(folder, `in-${name}`), join(folder, `plan-${name}`)];
  mkdirSync(inputs);
  writeFileSync(join(inputs, name), bytes());
  for (const day of [11, 12, 13, 14, 15, 16]) writeFileSync(join(inputs, `2025-02-${day}-harbor-ledger.txt`), `Talks\n\n${textOf(day)}\n`);
  detente(['run', '--input', inputs, '--output', join(folder, `one-${name}`), '--threads', '1', ...DAY]);
  const output = join(folder, `many-${name}`);
  detente(['plan', '--input', inputs, '--output', output, '--shards', '3', '--buckets', '2', '--out', plan, ...DAY]);
  const lists = readdirSync(join(plan, 'shards')).map((shard) => readFileSync(join(plan, 'shards', shard), 'utf8'));
  expect(lists.filter((list) => list.includes(name)).length).toBeGreaterThan(1);
  detente(['submit', plan, '--engine', 'local', '--workers', '1']);
  const latest = (run: string): string => join(folder, run, 'nightly', 'latest');
  expect(readPublished(latest(`many-${name}`))).toEqual(readPublished(latest(`one-${name}`)));
  // A night over the store that finish left finds nothing new in the file.
  const published = readPublished(latest(`many-${name}`));
  detente(['run', '--input', inputs, '--output', output, '--threads', '1', ...DAY]);
  expect(readPublished(latest(`many-${name}`))).toEqual(published);
});
