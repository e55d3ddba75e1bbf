import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutLines } from '../../src/files/line-pieces.ts';

const encode = (text: string) => new TextEncoder().encode(text);

function cut(text: string, chunk: number, limits = { piece: 8, line: 20 }) {
  const bytes = encode(text);
  const chunks = Array.from({ length: Math.ceil(bytes.length / chunk) }, (_, index) => bytes.slice(index * chunk, (index + 1) * chunk));
  let size = -1;
  const pieces = [...cutLines(chunks, { finish: (_, total) => (size = total), limits })].map((piece) =>
    'longLine' in piece ? `${piece.longLine}: too long` : `${piece.firstLine}: ${new TextDecoder().decode(piece.bytes)}`,
  );
  return { pieces, size };
}

it('pieces hold whole lines and know the number of their first line', () => {
  expect(cut('one\ntwo\nthree\nfour', 5).pieces).toEqual(['1: one\ntwo\n', '3: three\nfour']);
});

it('a line that is too long is told by its number, and the lines around it stay whole', () => {
  expect(cut(`one\n${'x'.repeat(40)}\ntwo\n`, 7).pieces).toEqual(['1: one\n', '2: too long', '3: two\n']);
});

it('an empty file has no pieces', () => {
  expect(cut('', 5)).toEqual({ pieces: [], size: 0 });
});

it('a line that is kept is blank, and a piece of kept lines alone is left out', () => {
  const lines = ['one', 'two', 'three', 'four', 'five'].map((line) => `${line}\n`);
  const hashes = new Map([...cutLines([encode(lines.join(''))])].flatMap((piece) => ('hashes' in piece ? [...piece.hashes] : [])));
  const changed = encode(lines.with(2, 'THREE\n').join(''));
  const isKept = (line: number, hash: string) => hashes.get(line) === hash;
  const pieces = [...cutLines([changed], { isKept, limits: { piece: 6, line: 20 } })];
  expect(pieces).toEqual([{ bytes: Buffer.from('\n\nTHREE\n'), firstLine: 1, hashes: new Map([[3, expect.any(String)]]) }]);
});

it('however the bytes arrive, the pieces joined are the file', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 9 })), fc.integer({ min: 1, max: 12 }), (lines, chunk) => {
      const text = lines.join('\n');
      const { pieces, size } = cut(text, chunk, { piece: 10, line: 1000 });
      expect(pieces.map((piece) => piece.replace(/^\d+: /, '')).join('')).toBe(new TextDecoder().decode(encode(text)));
      expect(size).toBe(encode(text).length);
    }),
  );
});
