import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../src/core/model/problems.ts';
import { readPiece } from '../../../src/stages/articles/read.ts';
import { PieceCutter } from '../../../src/stages/articles/warc-pieces.ts';
import { RecordCutter, recordsOf } from '../../../src/stages/articles/warc-records.ts';
import { boilerplate, read } from './reading.ts';
import { answer, HTTP, page, record } from './warc-file.ts';

const told = (about: string): Buffer =>
  record('metadata', 'outlet: Lake Courier\r\n', { 'Content-Type': 'application/warc-fields', 'WARC-Refers-To': about });
const response = (title: string, fields: Readonly<Record<string, string | number>> = {}): Buffer =>
  record('response', answer(page(title)), { ...HTTP, ...fields });

const SOUND = [
  record('warcinfo', 'software: x'),
  told('<urn:1>'),
  record('request', 'GET /a HTTP/1.1\r\n\r\n'),
  response('Envoys meet on the lake', { 'WARC-Record-ID': '<urn:1>' }),
  response('Envoys meet again in town', { 'WARC-Record-ID': '<urn:2>' }),
  told('<urn:2>'),
  record('conversion', 'Envoys part\nThey spoke for an hour and said nothing to the press when they left.', {
    'Content-Type': 'text/plain',
  }),
];
const BROKEN = [
  response('A length that is too long', { 'Content-Length': 300_000 }),
  response('A length that is too short', { 'Content-Length': 60 }),
  response('Two gigabytes', { 'Content-Length': 2_147_483_648 }),
  response('No length', { 'Content-Length': 'many' }),
  Buffer.from('WARC/1.0\r\nWARC-Type: response\r\n'),
  Buffer.from('debris between records WARC/ and more of it\n'),
];

/** Chunks that lie in one buffer which each of them overwrites, as a file is read. */
function* chunksOf(bytes: Buffer, size: number): Generator<Uint8Array> {
  const buffer = new Uint8Array(size);
  for (let at = 0; at < bytes.length; at += size) {
    const chunk = bytes.subarray(at, at + size);
    buffer.fill(0);
    buffer.set(chunk);
    yield buffer.subarray(0, chunk.length);
  }
}

/** What a cutter gives, as plain values that no later chunk overwrites. */
function cut<T>(cutter: { add(chunk: Uint8Array): Iterable<T>; end(): Iterable<T> }, chunks: Iterable<Uint8Array>): unknown[] {
  const found: unknown[] = [];
  const keep = (each: T): void => {
    found.push(structuredClone(each));
  };
  for (const chunk of chunks) for (const each of cutter.add(chunk)) keep(each);
  for (const each of cutter.end()) keep(each);
  return found;
}

const shown = (found: unknown): string => {
  const { number, code, fault, fields, block } = found as Partial<Record<string, unknown>>;
  const bytes = block ? Buffer.from(block as Uint8Array).toString('latin1') : '';
  return [number, code, fault, ...((fields ?? []) as Map<string, string>), bytes].join('\n');
};

const archive = fc.array(fc.constantFrom(...SOUND, ...BROKEN), { maxLength: 8 }).map((records) => Buffer.concat(records));

describe('records of a web archive', () => {
  it('are the same however its bytes are parted', () => {
    fc.assert(
      fc.property(archive, fc.integer({ min: 1, max: 700 }), (bytes, size) => {
        expect(cut(new RecordCutter(), chunksOf(bytes, size)).map(shown)).toEqual([...recordsOf(bytes)].map(shown));
      }),
    );
  });

  it('are found behind every broken one', () => {
    for (const broken of [...BROKEN, Buffer.from('debris\n')]) {
      const found = [...recordsOf(Buffer.concat([...SOUND, broken, ...SOUND]))];
      expect(found.filter((each) => 'fields' in each).length, broken.toString('latin1').slice(0, 120)).toBeGreaterThanOrEqual(
        2 * SOUND.length,
      );
    }
  });

  it('may follow one another without an empty line', () => {
    const [first, second] = [record('resource', 'one'), record('resource', 'two')];
    expect([...recordsOf(Buffer.concat([first.subarray(0, -4), second]))]).toMatchObject([{ number: 1 }, { number: 2 }]);
  });
});

describe('pieces of a web archive', () => {
  const cutter = (least: number, isKept: (number: number, hash: string) => boolean = () => false) =>
    new PieceCutter({ path: 'a.warc', isKept, least });

  it('read one by one give what the whole archive gives, whatever their size', () => {
    fc.assert(
      fc.property(archive, fc.integer({ min: 1, max: 9000 }), fc.integer({ min: 50, max: 5000 }), (bytes, least, size) => {
        const pieces = cut(cutter(least), chunksOf(bytes, size)) as (Parameters<typeof readPiece>[0] | { readonly problem: Problem })[];
        const outcomes = pieces.map((piece) =>
          'problem' in piece
            ? { kept: [], problems: [piece.problem] }
            : readPiece({ ...piece, path: 'a.warc' }, { boilerplate: boilerplate.value }),
        );
        const whole = read('a.warc', Buffer.concat([Buffer.from('WARC/1.0\n'), bytes]));
        expect(outcomes.flatMap(({ kept }) => kept).map(({ text, outlet, url }) => [text, outlet, url])).toEqual(
          whole.kept.map(({ text, outlet, url }) => [text, outlet, url]),
        );
      }),
      { numRuns: 25 },
    );
  });

  it('hold pages with the metadata before them, by their numbers, and no requests', () => {
    const [piece] = cut(cutter(1e6), chunksOf(Buffer.concat(SOUND), 100)) as { records: number[]; hashes: Map<number, string> }[];
    expect(piece?.records).toEqual([2, 4, 5, 6, 7]);
    expect([...(piece?.hashes.keys() ?? [])]).toEqual([4, 5, 7]);
  });

  it('leave out what is known, and know a page anew when what is told of it has changed', () => {
    const [piece] = cut(cutter(1e6), chunksOf(Buffer.concat(SOUND), 100)) as { hashes: Map<number, string> }[];
    const isKnown = (number: number, hash: string): boolean => piece?.hashes.get(number) === hash;
    expect(cut(cutter(1e6, isKnown), chunksOf(Buffer.concat(SOUND), 64))).toEqual([]);
    const changed = SOUND.with(1, record('metadata', 'outlet: Hill Courier\r\n', { 'WARC-Refers-To': '<urn:1>' }));
    expect(cut(cutter(1e6, isKnown), chunksOf(Buffer.concat(changed), 64))).toMatchObject([{ records: [2, 4] }]);
  });
});
