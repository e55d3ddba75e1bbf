import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutLines, type LinePiece, type LongLine } from '../../src/files/line-pieces.ts';
import { cutRanges } from '../../src/files/line-ranges.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function* inChunks(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

/** Number of each line → its hash, as a reader of pieces sees them. */
function linesOf(pieces: Iterable<LinePiece | LongLine>): readonly (readonly [number, string])[] {
  return [...pieces].flatMap((piece) => ('longLine' in piece ? [] : [...piece.hashes]));
}

it.each([
  [
    'lines are never cut',
    'one\ntwo\nthree\n',
    5,
    [
      [0, 8, 1],
      [8, 14, 3],
    ],
  ],
  [
    'a range has at least as many bytes as were asked for',
    'a\nb\nc\nd\n',
    4,
    [
      [0, 4, 1],
      [4, 8, 3],
    ],
  ],
  [
    'a last line without an end belongs to the last range',
    'one\ntwo',
    3,
    [
      [0, 4, 1],
      [4, 7, 2],
    ],
  ],
  [
    'a line that is longer than a range is one range',
    'a long line\nb\n',
    2,
    [
      [0, 12, 1],
      [12, 14, 2],
    ],
  ],
  ['an empty file has no range', '', 4, []],
])('%s', (_title, text, least, expected) => {
  const { ranges } = cutRanges([bytesOf(text)], least);
  expect(ranges.map(({ start, end, firstLine }) => [start, end, firstLine])).toEqual(expected);
});

it('however a file is cut and however it comes in, its ranges have the same lines under the same numbers as the whole, and hashes of their bytes', () => {
  const line = fc.constantFrom('', 'a', 'bc\r', 'ünï', '{"text":"x"}');
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 20 }),
      fc.nat(30),
      fc.integer({ min: 1, max: 9 }),
      fc.boolean(),
      (lines, least, size, isEnded) => {
        const bytes = bytesOf(lines.join('\n') + (isEnded ? '\n' : ''));
        const { ranges, sha256 } = cutRanges(inChunks(bytes, size), least);
        expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
        const apart = ranges.flatMap(({ start, end, firstLine, sha256: told }) => {
          const part = bytes.subarray(start, end);
          expect(told).toBe(createHash('sha256').update(part).digest('hex'));
          return linesOf(cutLines([part], { firstLine }));
        });
        expect(apart).toEqual(linesOf(cutLines([bytes])));
      },
    ),
  );
});
