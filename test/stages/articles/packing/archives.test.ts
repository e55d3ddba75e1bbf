import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { read, readOne } from '../reading.ts';
import { zipOf } from './zip-of.ts';

const STORY = 'Envoys meet on the lake\n\n“We are ready,” Marta Klein said on Tuesday, and nobody who was there has denied it.';
const line = (id: string): string => `${JSON.stringify({ id, text: STORY })}\n`;
/** The story, packed by bzip2. */
const BZIP2 = Buffer.from(
  'QlpoOTFBWSZTWflDa0QAAAxX4QAQQAUCCgSANm+foEAAAAYQACAAaiJonqZNPSGg2oNlBqnpijQeo9QBpiDGa8YlYdRe8EgQYW+cRm5YSihBXq9DlRJ5FXtPTER90ZZ55ah2dVMpE7EipLGM0FLbjIeFAxhsYpfAKxGjAwMv4u5IpwoSHyhtaIA=',
  'base64',
);

test('of a gzip file that breaks off the whole lines are read where it holds records, and nothing where it is one article', () => {
  const lines = gzipSync(Array.from({ length: 2000 }, (_, i) => line(`${i} ${Math.sin(i)}`)).join(''));
  const { kept, problems } = read('a.jsonl.gz', lines.subarray(0, lines.length / 2));
  expect(kept.length).toBeGreaterThan(500);
  expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['bad json', 'bad archive']));
  const page = gzipSync(`<html><body>${'<p>The envoys met on the lake for three hours and went home.</p>'.repeat(50)}</body></html>`);
  expect(read('a.html.gz', page.subarray(0, page.length - 12))).toMatchObject({ kept: [], problems: [{ code: 'bad archive' }] });
});

test('all members of a gzip file are read, whatever stands behind them', () => {
  const members = Buffer.concat([gzipSync(line('a')), gzipSync(line('b'))]);
  const ids = (bytes: Uint8Array): readonly string[] => read('a.jsonl.gz', bytes).kept.map(({ id }) => id);
  expect(ids(members)).toEqual(['a', 'b']);
  expect(ids(Buffer.concat([members, Buffer.alloc(512)]))).toEqual(['a', 'b']);
  const broken = read('a.jsonl.gz', Buffer.concat([members, Buffer.from('debris')]));
  expect([broken.kept.length, broken.problems.map(({ code }) => code)]).toEqual([2, ['bad archive']]);
  const cut = read('a.jsonl.gz', members.subarray(0, members.length - 20));
  // The half line at the break is told beside it.
  expect([cut.kept.map(({ id }) => id), cut.problems.map(({ code }) => code)]).toEqual([['a'], ['bad json', 'bad archive']]);
});

const OFFICE: readonly (readonly [path: string, names: readonly string[], code: string])[] = [
  ['a.xlsx', ['[Content_Types].xml', 'xl/workbook.xml'], 'spreadsheet'],
  ['a.pptx', ['[Content_Types].xml', 'ppt/presentation.xml'], 'presentation'],
  ['a.odt', ['mimetype', 'content.xml', 'META-INF/manifest.xml'], 'odt'],
  ['a.epub', ['mimetype', 'META-INF/container.xml', 'OEBPS/a.xhtml'], 'e-book'],
];

test.each(OFFICE)('%s is set aside as one document, not read as the files in it', (path, names, code) => {
  const { kept, problems } = read(path, zipOf(names.map((name) => [name, Buffer.from(STORY)])));
  expect(kept).toEqual([]);
  expect(problems).toMatchObject([{ path, place: '', code }]);
});

test('files that systems leave in an archive are no inputs', () => {
  const names = ['__MACOSX/._a.txt', '.DS_Store', 'Thumbs.db', 'a/desktop.ini', 'a.txt'];
  expect(read('a.zip', zipOf(names.map((name) => [name, Buffer.from(STORY)])))).toMatchObject({ kept: [{ id: 'a' }], problems: [] });
});

test('numbers of 64 bits in a zip file are read', () => {
  expect(readOne('a.zip', zip64Of('a.txt', Buffer.from(STORY))).text).toBe(STORY);
});

test('a bzip2 file is read, and a broken one set aside', () => {
  expect(readOne('a.txt.bz2', BZIP2).text).toBe(STORY);
  expect(read('a.txt.bz2', BZIP2.subarray(0, 60)).problems).toMatchObject([{ code: 'bad archive' }]);
});

/** A stored file in a zip64 archive: sizes, place and directory are all given in 64 bits. */
function zip64Of(name: string, bytes: Buffer): Buffer {
  const number = (...values: readonly (readonly [bits: 16 | 32 | 64, value: number])[]): Buffer =>
    Buffer.concat(
      values.map(([bits, value]) => {
        const field = Buffer.alloc(bits / 8);
        if (bits === 64) field.writeBigUInt64LE(BigInt(value));
        else if (bits === 32) field.writeUInt32LE(value);
        else field.writeUInt16LE(value);
        return field;
      }),
    );
  const local = Buffer.concat([
    Buffer.from('PK\u0003\u0004', 'latin1'),
    number([16, 45], [16, 0], [16, 0], [32, 0], [32, 0], [32, bytes.length], [32, bytes.length], [16, name.length], [16, 0]),
    Buffer.from(name),
    bytes,
  ]);
  const extra = number([16, 1], [16, 24], [64, bytes.length], [64, bytes.length], [64, 0]);
  const all = 0xffffffff;
  const directory = Buffer.concat([
    Buffer.from('PK\u0001\u0002', 'latin1'),
    number([16, 45], [16, 45], [16, 0], [16, 0], [32, 0], [32, 0], [32, all], [32, all], [16, name.length], [16, extra.length]),
    number([16, 0], [16, 0], [16, 0], [32, 0], [32, all]),
    Buffer.from(name),
    extra,
  ]);
  const end64 = Buffer.concat([
    Buffer.from('PK\u0006\u0006', 'latin1'),
    number([64, 44], [16, 45], [16, 45], [32, 0], [32, 0], [64, 1], [64, 1], [64, directory.length], [64, local.length]),
  ]);
  const locator = Buffer.concat([Buffer.from('PK\u0006\u0007', 'latin1'), number([32, 0], [64, local.length + directory.length], [32, 1])]);
  const end = Buffer.concat([
    Buffer.from('PK\u0005\u0006', 'latin1'),
    number([16, 0], [16, 0], [16, 0xffff], [16, 0xffff], [32, all], [32, all], [16, 0]),
  ]);
  return Buffer.concat([local, directory, end64, locator, end]);
}

test('what is packed in an archive counts with it: many small archives in one give no more than one large file may', () => {
  const padding = gzipSync(Buffer.alloc(8_000_000));
  const { problems } = read('a.zip', zipOf(Array.from({ length: 20 }, (_, i) => [`${i}.txt.gz`, padding])));
  const of = (code: string) => problems.filter((problem) => problem.code === code).length;
  expect([of('not text'), of('too large')]).toEqual([16, 4]);
});
