import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeLines } from '../../../src/stages/writing/merge-lines.ts';

interface Edits {
  readonly records: number;
  readonly removed: readonly number[];
  readonly inserted: readonly { readonly before: number; readonly line: string }[];
}

function merge(text: string, edits: Edits, size: number): { readonly text: string; readonly isRight: boolean } {
  const bytes = Buffer.from(text, 'utf8');
  // One piece after the other in the same place, as a file is read.
  const place = Buffer.alloc(size);
  const pieces = function* (): Generator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield place.subarray(0, bytes.copy(place, 0, at));
  };
  const merged: Buffer[] = [];
  const walk = mergeLines(pieces(), edits);
  for (let step = walk.next(); ; step = walk.next()) {
    if (step.done) return { text: Buffer.concat(merged).toString('utf8'), isRight: step.value };
    merged.push(Buffer.from(step.value));
  }
}

const record = fc.constantFrom('a,b\r\n', '"two\r\nlines",b\r\n', '"a ""quote""\n",\r\n', ',\r\n', 'мир,b\r\n');

test('records come and go at any place, and all others stay as they are, wherever pieces end', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ record, isRemoved: fc.boolean(), before: fc.array(record, { maxLength: 2 }) }), { maxLength: 8 }),
      fc.array(record, { maxLength: 2 }),
      fc.integer({ min: 1, max: 9 }),
      (records, behind, size) => {
        const old = ['id,text\r\n', ...records.map((each) => each.record)].join('');
        const removed = records.flatMap(({ isRemoved }, index) => (isRemoved ? [index + 1] : []));
        const inserted = [...records.map(({ before }) => before), behind].flatMap((lines, index) =>
          lines.map((line) => ({ before: index + 1, line })),
        );
        const expected = [
          'id,text\r\n',
          ...records.flatMap((each) => [...each.before, ...(each.isRemoved ? [] : [each.record])]),
          ...behind,
        ];
        expect(merge(old, { records: records.length + 1, removed, inserted }, size)).toEqual({ text: expected.join(''), isRight: true });
      },
    ),
  );
});

test.each([
  ['a record less than expected', 'id\r\na\r\n', { records: 3, removed: [], inserted: [] }],
  ['a record more', 'id\r\na\r\nb\r\n', { records: 2, removed: [], inserted: [] }],
  ['a record without its end', 'id\r\na\r\nb', { records: 3, removed: [], inserted: [] }],
  ['quotes that do not close', 'id\r\n"a\r\n', { records: 2, removed: [], inserted: [] }],
  ['nothing', '', { records: 1, removed: [], inserted: [] }],
])('a file that is not what it was is told: %s', (_, text, edits) => {
  expect(merge(text, edits, 4).isRight).toBe(false);
});
