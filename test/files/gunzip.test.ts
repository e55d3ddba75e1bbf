import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { gunzipPieces, type PackingFault } from '../../src/files/gunzip.ts';

const TEXT = Buffer.from(Array.from({ length: 20_000 }, (_, line) => `line ${line} of a long text\n`).join(''));
const NOISE = randomBytes(300_000);

async function unpack(packed: Buffer, size: number) {
  const faults: PackingFault[] = [];
  const parts: Uint8Array[] = [];
  const chunks = Array.from({ length: Math.ceil(packed.length / size) }, (_, i) => packed.subarray(i * size, (i + 1) * size));
  for await (const part of gunzipPieces(chunks, (fault) => faults.push(fault))) parts.push(part);
  return { bytes: Buffer.concat(parts), faults };
}

const cases: readonly (readonly [string, Buffer, Buffer])[] = [
  ['one member', gzipSync(TEXT), TEXT],
  ['bytes that do not pack', gzipSync(NOISE), NOISE],
  [
    'a member for each of many records',
    Buffer.concat(Array.from({ length: 500 }, (_, i) => gzipSync(`record ${i}\n`))),
    Buffer.from(Array.from({ length: 500 }, (_, i) => `record ${i}\n`).join('')),
  ],
  ['padding behind the last member', Buffer.concat([gzipSync(TEXT), Buffer.alloc(100_000)]), TEXT],
];

describe('a gzip file', () => {
  it.each(cases)('that holds %s gives its bytes, whatever the chunks', async (_, packed, expected) => {
    for (const size of [10_000, 1_048_576]) {
      const { bytes, faults } = await unpack(packed, size);
      expect(faults).toEqual([]);
      expect(bytes.equals(expected)).toBe(true);
    }
  });

  it('that is cut off or broken gives what is sound, the same whatever the chunks, and says what is wrong', async () => {
    const packed = gzipSync(NOISE);
    const broken = Buffer.from(packed).fill(0x55, 200_000, 200_400);
    for (const bad of [
      packed.subarray(0, 150_000),
      broken,
      Buffer.concat([gzipSync(TEXT), broken]),
      Buffer.concat([gzipSync(TEXT), Buffer.from('no member')]),
    ]) {
      const [small, large] = [await unpack(bad, 7777), await unpack(bad, 1_048_576)];
      expect(small.faults).toMatchObject([{ code: 'bad archive' }]);
      expect(large.faults).toEqual(small.faults);
      expect(large.bytes.equals(small.bytes)).toBe(true);
      expect(small.bytes.length).toBeGreaterThan(0);
    }
  });

  it('that holds nothing but padding is given up early', async () => {
    const { bytes, faults } = await unpack(gzipSync(Buffer.alloc(60_000_000)), 1_048_576);
    expect(faults).toEqual([{ code: 'too large', reason: 'the gzip file packs better than 200 to 1' }]);
    expect(bytes.length).toBeLessThan(30_000_000);
  });
});
