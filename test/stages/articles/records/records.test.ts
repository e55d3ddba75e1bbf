import { expect, test } from 'vitest';
import { read, readOne } from '../reading.ts';

const STORY = '“We are ready,” Marta Klein said on Tuesday.';
const TWO = ['The envoys met.', STORY];
const json = (value: unknown): string => JSON.stringify(value);
const HTML =
  '<p>The envoys met.</p><p>&#8220;We are ready,&#8221; Marta Klein said on Tuesday.</p><figure><figcaption>A lake</figcaption></figure>';

const RECORDS: readonly (readonly [what: string, record: object, expected: object])[] = [
  [
    'names in any case and spelling',
    { 'Article ID': 7, 'Publication Date': '2024-03-05', 'Full Text': STORY, 'Publication Title': 'Lake Courier' },
    { id: '7', outlet: 'Lake Courier', text: STORY },
  ],
  ['a list of paragraphs', { text: TWO }, { text: TWO.join('\n\n') }],
  ['paragraphs under a name of their own', { paragraphs: TWO }, { text: TWO.join('\n\n') }],
  ['paragraphs as objects', { body: TWO.map((text) => ({ text })) }, { text: TWO.join('\n\n') }],
  ['HTML', { content: HTML }, { text: TWO.join('\n\n') }],
  ['MongoDB', { _id: { $oid: '65e6' }, date: { $date: '2024-03-05T10:00:00Z' }, text: STORY }, { id: '65e6', text: STORY }],
  [
    'WordPress',
    { id: 3, title: { rendered: 'Talks' }, content: { rendered: `<p>${STORY}</p>` } },
    { id: '3', title: 'Talks', text: STORY },
  ],
  ['NewsAPI', { articles: [{ source: { id: null, name: 'Lake Courier' }, content: STORY }] }, { outlet: 'Lake Courier', text: STORY }],
  [
    'the Guardian',
    { response: { results: [{ id: 'w/a', webTitle: 'Talks', fields: { bodyText: STORY, byline: 'Ann Reed' } }] } },
    { id: 'w/a', title: 'Talks', author: 'Ann Reed', text: STORY },
  ],
  [
    'the New York Times',
    { response: { docs: [{ headline: { main: 'Talks' }, lead_paragraph: STORY, source: 'Lake Courier' }] } },
    { title: 'Talks', outlet: 'Lake Courier', text: STORY },
  ],
  [
    'JSON Feed',
    { version: 'https://jsonfeed.org/version/1.1', title: 'Lake Courier', items: [{ id: '1', content_html: `<p>${STORY}</p>` }] },
    { id: '1', outlet: 'Lake Courier', text: STORY },
  ],
  [
    'trafilatura',
    { text: STORY, raw_text: 'flat', source: 'https://lake.example/a', 'source-hostname': 'Lake Courier' },
    { url: 'https://lake.example/a', outlet: 'Lake Courier', text: STORY },
  ],
  ['a printed list', { text: `['The envoys met.', '${STORY}']` }, { text: TWO.join('\n\n') }],
];

test.each(RECORDS)('a record is read: %s', (_, record, expected) => {
  expect(readOne('a.json', json(record))).toMatchObject(expected);
  expect(read('a.jsonl', json(record)).kept).toMatchObject([expected]);
});

test('NaN and a comma too many are allowed for', () => {
  expect(readOne('a.jsonl', `{"date":NaN,"text":${json(STORY)},}`)).toMatchObject({ text: STORY, hints: [] });
});

test('a day on which a page was fetched, changed or loaded is no day of publication', () => {
  const record = {
    text: STORY,
    date_download: '2024-09-09',
    date_modify: '2024-06-01',
    'Date Accessed': '2024-07-01',
    'date local': '2024-03-05',
  };
  expect(readOne('a.json', json(record)).hints).toEqual([{ kind: 'field', name: 'datelocal', value: '2024-03-05' }]);
});

const [ONE, OTHER] = [1, 2].map((id) => ({ id, text: STORY }));
const SEVERAL: readonly (readonly [what: string, content: string])[] = [
  ['one behind another', `${json(ONE)}${json(OTHER)}`],
  ['over several lines', `${JSON.stringify(ONE, null, 2)}\n${JSON.stringify(OTHER, null, 2)}`],
  ['in a list of lines', `[\n${json(ONE)},\n${json(OTHER)},\n]\n`],
];

test.each(SEVERAL)('several records of one file are read: %s', (_, content) => {
  for (const path of ['a.json', 'a.jsonl']) expect(read(path, content)).toMatchObject({ kept: [{ id: '1' }, { id: '2' }], problems: [] });
});

test('an empty text is empty, and a record without any text says so', () => {
  const { problems } = read('a.jsonl', `${json({ text: 'NaN' })}\n${json({ title: 'Talks' })}`);
  expect(problems).toMatchObject([{ code: 'empty' }, { code: 'no text field' }]);
});

const TABLES: readonly (readonly [what: string, content: string])[] = [
  ['headers in capitals', `ID,TEXT\n1,"${STORY}"`],
  ['semicolons and a byte order mark', `\ufeffid;text\n1;"${STORY}"`],
  ['bars', `id|text\n1|"${STORY}"`],
  ['the delimiter named', `sep=;\r\nid;text\r\n1;"${STORY}"\r\n`],
  ['a title above', `Export of 5 March 2024\n\nid,text\n1,"${STORY}"`],
  ['a column twice', `id,text,text\n1,"${STORY}",`],
  ['line ends doubled', `id,text\r\r\n1,"${STORY}"\r\r\n`],
];

test.each(TABLES)('a table is read: %s', (_, content) => {
  expect(read('a.csv', content)).toMatchObject({ kept: [{ id: '1', text: STORY }], problems: [] });
});

test('marks behind a bar, and marks in bare cells, are read; a cell that is never closed swallows no rows', () => {
  expect(readOne('a.csv', 'id,text\n1,"\\"We are ready,\\" she said."').text).toBe('"We are ready," she said.');
  expect(readOne('a.csv', 'id,text\n1,She said "We are ready" on Tuesday').text).toBe('She said "We are ready" on Tuesday');
  const open = read('a.csv', `id,text\n1,"She left.\n2,"${STORY}"\n3,"${STORY}"`);
  expect(open.kept.map(({ id }) => id)).toContain('3');
  expect(open.problems.map(({ code }) => code)).toContain('bad csv');
});

test('the clear days of a file tell the order of its other days', () => {
  const orders = (...days: readonly string[]): unknown =>
    read('a.csv', `date,text\n${days.map((day) => `${day},"${STORY}"`).join('\n')}`).kept.map(({ hints }) => hints[0]?.order);
  expect(orders('3/5/2024', '3/25/2024')).toEqual(['mdy', 'mdy']);
  expect(orders('3/5/2024', '25/3/2024')).toEqual(['dmy', 'dmy']);
  expect(orders('3/25/2024', '25/3/2024')).toEqual([undefined, undefined]);
  expect(orders('3/5/2024', '4/5/2024')).toEqual([undefined, undefined]);
});

test('each column has an order of its own; one without clear days follows the others', () => {
  const rows = ['3/5/2024,5/3/2024,1/2/2024', '3/25/2024,25/3/2024,2/1/2024'].map((days) => `${days},"${STORY}"`);
  const hints = read('a.csv', `date,published,pubdate,text\n${rows.join('\n')}`).kept[0]?.hints ?? [];
  expect(Object.fromEntries(hints.map(({ name, order }) => [name, order]))).toEqual({ date: 'mdy', published: 'dmy', pubdate: undefined });
  const alone = read('a.csv', `date,pubdate,text\n3/25/2024,2/1/2024,"${STORY}"`).kept[0]?.hints ?? [];
  expect(alone.map(({ order }) => order)).toEqual(['mdy', 'mdy']);
});

test('a record that gives its address and no outlet has the domain as its outlet', () => {
  const address = 'https://www.lake.example/2024/mar/05/talks';
  expect(readOne('a.json', json({ results: [{ webTitle: 'Talks', webUrl: address, fields: { bodyText: STORY } }] })).outlet).toBe(
    'lake.example',
  );
  expect(readOne('a.jsonl', json({ url: address, text: STORY, source: 'Lake Courier' })).outlet).toBe('Lake Courier');
  expect(readOne('a.jsonl', json({ text: STORY })).outlet).toBeNull();
});

const FILLED: readonly (readonly [length: number, text: string])[] = [
  [32_767, 'The envoys met. '.repeat(3000).slice(0, 32_767)],
  [32_767, `${'The envoys met. '.repeat(3000).slice(0, 32_757)}          `],
  [50_000, 'The envoys met. '.repeat(4000).slice(0, 50_000)],
  [65_535, 'Die Gesandtin sprach spät. '.repeat(4000).slice(0, 63_195)],
];

test.each(FILLED)('a text that fills its cell (%i) is read, with a note that it is cut', (_, text) => {
  const { kept, problems } = read('a.csv', `id,text\n1,"${text}"`);
  expect(kept.length).toBe(1);
  expect(problems.map(({ code }) => code)).toEqual(['cut text']);
});

test.each([32_766, 32_768, 60_000, 65_534])('a text of %i letters is whole', (length) => {
  expect(read('a.csv', `id,text\n1,"${'The envoys met. '.repeat(5000).slice(0, length - 1)}."`).problems).toEqual([]);
});
