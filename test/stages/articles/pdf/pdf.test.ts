import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Clipping } from '../../../../src/core/model/articles.ts';
import type { Outcome } from '../../../../src/core/model/problems.ts';
import { parseRows } from '../../../../src/core/rows.ts';
import { openPdf } from '../../../../src/files/pdf/open.ts';
import { compileBoilerplate } from '../../../../src/stages/articles/cleaning/vocabulary.ts';
import { withDocuments } from '../../../../src/stages/articles/pdf/documents.ts';
import { readClippings } from '../../../../src/stages/articles/read.ts';
import { zipOf } from '../packing/zip-of.ts';
import { below, drawn, FONT, fileOf, type Line, packedStream, pageOf, pdfOf, pdfWith, streamOf } from './pdf-file.ts';

const file = 'lexicons/english/boilerplate.csv';
const boilerplate = compileBoilerplate({ boilerplate: parseRows(readFileSync(file, 'utf8'), file).value }).value;

function readPdf(bytes: Uint8Array, path = 'a.pdf'): Promise<Outcome<Clipping>> {
  return withDocuments(
    (given) => openPdf(new Uint8Array(given)),
    (documents) => readClippings({ path, bytes }, { boilerplate, documents }),
  );
}

async function textOf(...pages: readonly (readonly Line[])[]): Promise<readonly string[]> {
  const { kept, problems } = await readPdf(pdfOf(...pages));
  expect(problems).toEqual([]);
  return kept[0]?.text.split('\n\n') ?? [];
}

const TITLE: Line = { text: 'Envoys meet on the lake', y: 740, size: 20 };
const FIRST = [
  'The two envoys met on Tuesday in the old town hall for the third',
  'time this year and spoke for an hour behind closed doors there.',
];
const SECOND = [
  '“We are ready to sign,” Marta Klein said on the steps, “as soon as',
  'the other side has found the courage that it needs to do so.”',
];

test('a text is read line by line, its lines joined to paragraphs, its largest letters the headline', async () => {
  const lines = [TITLE, ...below(FIRST, { y: 700 }), ...below(SECOND, { y: 660 })];
  const { kept } = await readPdf(pdfOf(lines));
  expect(kept).toMatchObject([
    { id: 'a', reader: 'pdf', title: TITLE.text, text: [TITLE.text, FIRST.join(' '), SECOND.join(' ')].join('\n\n'), language: 'en' },
  ]);
});

const LEFT = ['The envoys met on Tuesday', 'in the old town hall, and', 'nobody spoke of sanctions', 'while the rain fell on all'];
const RIGHT = ['of the guards outside. The', 'talks go on in a month, as', 'officials of both said, if', 'nothing comes in between.'];
const COLUMNS = `${LEFT.join(' ')} ${RIGHT.join(' ')}`;

test('columns are read one after the other, however the file orders them', async () => {
  const [left, right] = [below(LEFT, { x: 72 }), below(RIGHT, { x: 320 })];
  const rows = left.flatMap((line, i) => [line, ...right.slice(i, i + 1)]);
  for (const lines of [[...left, ...right], [...right, ...left], rows])
    expect(await textOf([TITLE, ...lines])).toEqual([TITLE.text, COLUMNS]);
});

test('a line over both columns stands between what is above and what is below it', async () => {
  const over = { text: 'A heading that runs over both of the columns of this page here', y: 640, size: 14 };
  const more = below(
    LEFT.map((text) => text.toUpperCase()),
    { x: 72, y: 620 },
  );
  const last = below(
    RIGHT.map((text) => text.toUpperCase()),
    { x: 320, y: 620 },
  );
  const text = await textOf([...below(LEFT, { x: 72 }), ...more, ...below(RIGHT, { x: 320 }), ...last, over]);
  expect(text).toEqual([COLUMNS, over.text, COLUMNS.toUpperCase()]);
});

test('names beside the turns of a transcript are no column', async () => {
  const names = below(['KLEIN:', 'ROE:', 'KLEIN:', 'ROE:'], { x: 72 });
  const turns = below(
    [
      'We are ready to talk to them, whatever they may say.',
      'We are not, and never were, ready for talks of that.',
      'That is a pity for us all here, and for them as well.',
      'It is what it is, I fear, and nobody can change that.',
    ],
    { x: 160 },
  );
  expect((await textOf([...names, ...turns])).join(' ')).toContain('KLEIN: We are ready to talk to them,');
});

const BROKEN: readonly (readonly [lines: readonly string[], joined: string])[] = [
  [['of all the neighbouring coun-', 'tries in the region'], 'of all the neighbouring countries in the region'],
  [['an agreement of the US-', 'Russian commission there'], 'an agreement of the US-Russian commission there'],
  [
    ['a long-range agreement, and a long-', 'range missile of the other side'],
    'a long-range agreement, and a long-range missile of the other side',
  ],
  [['he spoke of self-', 'defence before the council'], 'he spoke of self-defence before the council'],
  [
    ['a well-known fact to all, and well-', 'known also to us, he said then'],
    'a well-known fact to all, and well-known also to us, he said then',
  ],
  [['the budget of 2023-', '2024 was passed at last'], 'the budget of 2023-2024 was passed at last'],
  [['the talks – and the rest –', 'go on as ever and ever'], 'the talks – and the rest – go on as ever and ever'],
];

test.each(BROKEN)('a word that a line breaks is whole again: %j', async (lines, joined) => {
  expect(await textOf(below(lines))).toEqual([joined]);
});

test('an indent begins a paragraph, and so does a line that was ended before its time', async () => {
  const [one = '', two = ''] = FIRST;
  const indented = [...below([one, two]), { text: SECOND[0] ?? '', x: 90, y: 700 - 26.4 }, { text: SECOND[1] ?? '', y: 700 - 39.6 }];
  expect(await textOf(indented)).toEqual([FIRST.join(' '), SECOND.join(' ')]);
  expect(await textOf(below([one, 'time this year.', ...SECOND]))).toEqual([`${one} time this year.`, SECOND.join(' ')]);
  expect(await textOf(below(['Lake Courier', 'March 5, 2024', 'By Ann Reed', ...FIRST]))).toEqual([
    'Lake Courier',
    'March 5, 2024',
    'By Ann Reed',
    FIRST.join(' '),
  ]);
});

test('running heads and page numbers are left out, and a paragraph goes on over the page', async () => {
  const head = (number: number): readonly Line[] => [
    { text: `Lake Courier, March ${number}`, y: 770, size: 9 },
    { text: `${number}`, x: 300, y: 30, size: 9 },
  ];
  const [one = '', two = ''] = FIRST;
  const pages = [
    [...head(1), ...below(SECOND), ...below([one], { y: 660 })],
    [...head(2), ...below([two])],
    [...head(3), ...below(['A year ago nobody had thought it possible, they said to us here.'])],
  ];
  expect(await textOf(...pages)).toEqual([
    SECOND.join(' '),
    FIRST.join(' '),
    'A year ago nobody had thought it possible, they said to us here.',
  ]);
});

const NO_MARGINS: readonly (readonly [what: string, text: string])[] = [
  ['a year that ends a page', '2024'],
  ['an address at the end of a text', 'https://lake.example/2024/03/05/envoys'],
  ['a line that stands on one page alone', 'Lake Courier, March 5'],
];

test.each(NO_MARGINS)('%s is no margin', async (_, text) => {
  expect(await textOf([...below(FIRST), { text, y: 60 }], below(SECOND))).toContain(text);
});

test('what a browser prints at head and foot is left out, and its address kept', async () => {
  const printed = (page: number): readonly Line[] => [
    { text: '3/5/2024, 10:31 AM', x: 24, y: 780, size: 8 },
    { text: 'Envoys meet - Lake Courier', x: 300, y: 780, size: 8 },
    { text: 'https://lake.example/envoys', x: 24, y: 16, size: 8 },
    { text: `${page}/1`, x: 580, y: 16, size: 8 },
  ];
  const { kept } = await readPdf(pdfOf([...printed(1), TITLE, ...below(FIRST)]));
  expect(kept).toMatchObject([{ text: `${TITLE.text}\n\n${FIRST.join(' ')}`, url: 'https://lake.example/envoys' }]);
});

test('a large letter that begins a text belongs to its first line', async () => {
  const lines = ['he envoys met on Tuesday in the old', 'town hall for the third time this year', 'and spoke for an hour behind closed'];
  const text = [{ text: 'T', y: 672, size: 40 }, ...below(lines, { x: 98 }), { text: 'doors while the rain fell on the square.', y: 660 }];
  expect(await textOf(text)).toEqual([`T${lines.join(' ')} doors while the rain fell on the square.`]);
});

test('marks of notes and letters that were set twice are left out', async () => {
  const lines = [
    { text: 'The envoys met.', y: 700 },
    { text: '12', x: 148, y: 704, size: 6 },
    { text: 'Bold words here', x: 72, y: 660 },
    { text: 'Bold words here', x: 72.4, y: 660 },
  ];
  expect(await textOf(lines)).toEqual(['The envoys met.', 'Bold words here']);
});

test('an export of a database that was saved as PDF gives an article a record', async () => {
  const record = (title: string): readonly Line[] => [
    ...below(
      [title, 'Lake Courier', 'March 5, 2024 Tuesday', 'Copyright 2024 Lake Courier', 'Length: 24 words', 'Byline: Ann Reed', 'Body'],
      { y: 740 },
    ),
    ...below(FIRST, { y: 640 }),
    ...below(['Load-Date: March 6, 2024', 'End of Document'], { y: 590 }),
  ];
  const { kept, problems } = await readPdf(pdfOf(record('Envoys meet on the lake'), record('Envoys part without a paper')));
  expect(problems).toEqual([]);
  expect(kept).toMatchObject([
    { title: 'Envoys meet on the lake', outlet: 'Lake Courier', reader: 'nexis', place: 'record 1' },
    { title: 'Envoys part without a paper', outlet: 'Lake Courier', reader: 'nexis', place: 'record 2' },
  ]);
});

test('a PDF in an archive and one in front of which something stands are read; two of one name are two', async () => {
  const [one, two] = [pdfOf(below(FIRST)), pdfOf(below(SECOND))];
  const { kept } = await readPdf(
    zipOf([
      ['a.pdf', one],
      ['a.pdf', two],
    ]),
    'a.zip',
  );
  expect(kept.map(({ text }) => text)).toEqual([FIRST.join(' '), SECOND.join(' ')]);
  expect((await readPdf(Buffer.concat([Buffer.from('\n\n'), one]))).kept).toHaveLength(1);
});

test('the same bytes give the same text, whatever was opened before', async () => {
  const files = [pdfOf(below(FIRST)), pdfOf(below(LEFT), below(SECOND)), pdfOf([TITLE])];
  const alone = await Promise.all(files.map(async (bytes) => (await readPdf(bytes)).kept[0]?.text));
  for (const [i, bytes] of [...files.entries()].reverse()) expect((await readPdf(bytes)).kept[0]?.text).toBe(alone[i]);
});

const SOUND = pdfOf(below(FIRST));
const PAGES = '<</Type/Catalog/Pages 2 0 R>>';
const TEXT = streamOf(drawn(below(FIRST)));
/** Pages that hold ten times the pages that hold ten times … one page. */
const FAN = fileOf([
  PAGES,
  ...Array.from({ length: 9 }, (_, i) => `<</Type/Pages/Kids[${`${i === 8 ? 12 : i + 3} 0 R `.repeat(10)}]/Count ${10 ** (9 - i)}>>`),
  FONT,
  pageOf(13),
  TEXT,
]);
const LOCK =
  '<</Filter/Standard/V 1/R 2/O<28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A>/U<28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A>/P -60>>';

const ASIDE: readonly (readonly [what: string, bytes: Uint8Array, code: string])[] = [
  ['one without letters', pdfWith(streamOf('0 0 m 100 100 l S')), 'no text layer'],
  ['one with page numbers alone', pdfOf([{ text: '1', y: 30 }], [{ text: '2', y: 30 }]), 'no text layer'],
  ['an encrypted one', pdfWith(TEXT, [LOCK], '/Encrypt 6 0 R/ID[<00><00>]'), 'locked'],
  ['one that is cut off in the middle', SOUND.subarray(0, 150), 'bad pdf'],
  ['a first line alone', Buffer.from('%PDF-1.7\n'), 'bad pdf'],
  ['pages that hold themselves', fileOf([PAGES, '<</Type/Pages/Kids[2 0 R 2 0 R 4 0 R]/Count 99>>', FONT, pageOf(5), TEXT]), 'bad pdf'],
  ['a thousand million pages', FAN, 'too large'],
  ['a page that unpacks to far more than it says', pdfWith(packedStream(packedBlanks(), 1)), 'too large'],
];

/** 60 megabytes of blanks. */
function packedBlanks(): Buffer {
  return Buffer.alloc(60_000_000, ' ');
}

test.each(ASIDE)('%s is set aside by its kind', async (_, bytes, code) => {
  const { kept, problems } = await readPdf(bytes);
  expect(kept).toEqual([]);
  expect(problems.map((problem) => problem.code)).toEqual([code]);
  expect(problems[0]?.reason).toMatch(/^[^A-Z].*[^.]$/s);
});

test('a PDF is read all the same where its table is wrong, or cut off, or something in it that is not shown is a bomb', async () => {
  const wrong = Buffer.from(SOUND.toString('latin1').replace(/startxref\n\d+/, 'startxref\n7'), 'latin1');
  const cut = SOUND.subarray(0, SOUND.indexOf('startxref'));
  const bomb = pdfWith(TEXT, [packedStream(Buffer.alloc(60_000_000, ' '), 2)]);
  for (const bytes of [wrong, cut, bomb]) expect((await readPdf(bytes)).kept[0]?.text).toBe(FIRST.join(' '));
});

test('what the library is told to count is put back when it has done', async () => {
  const { Uint8Array: before, DecompressionStream: unpacking } = globalThis;
  await readPdf(SOUND);
  await readPdf(Buffer.from('%PDF-1.7\n'));
  expect([globalThis.Uint8Array, globalThis.DecompressionStream]).toEqual([before, unpacking]);
});
