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

const NO_ARTICLES: readonly (readonly [what: string, path: string, content: string, code: string])[] = [
  ['statements', 'a.csv', `speaker,date,text\nMarta Klein,2024-03-05,We are ready\nPavel Roe,2024-03-06,We are not\n`, 'statements'],
  [
    'statements beside their articles',
    'a.csv',
    'speaker_id,speaker,said,text,title\nx,Marta Klein,2024-03-05,We are ready,Envoys meet\n',
    'statements',
  ],
  ['a statement in a line', 'a.jsonl', '{"speaker":"Marta Klein","date":"2024-03-05","text":"We are ready"}', 'statements'],
  ['addresses with headlines', 'a.csv', 'id,publish_date,title,url\n1,2024-03-05,Envoys meet,https://lake.example/a\n', 'list of links'],
  ['addresses', 'a.csv', 'url\nhttps://lake.example/a\nhttps://lake.example/b\n', 'list of links'],
  ['figures', 'a.csv', 'year,statements,mean\n2023,12,0.1\n2024,14,0.2\n', 'no text field'],
  [
    'a chart',
    'a.json',
    '{"$schema":"https://vega.github.io/schema/vega-lite/v5.json","description":"Tone by year","data":{"values":[]}}',
    'bad record',
  ],
  ['a data package', 'a.json', '{"profile":"data-package","name":"a","description":"Tables of a run","resources":[]}', 'bad record'],
];

test.each(NO_ARTICLES)('a table or record is set aside once, by what it holds: %s', (_, path, content, code) => {
  const { kept, problems } = read(path, content);
  expect(kept).toEqual([]);
  expect(problems.map((problem) => problem.code)).toEqual([code]);
});

test('a speech with a headline, a record without a speaker, and a table whose column the job names are articles', () => {
  expect(read('a.csv', `speaker,title,text\nMarta Klein,Opening of the talks,${STORY}\n`).kept).toHaveLength(1);
  expect(read('a.jsonl', JSON.stringify({ speaker: null, text: STORY })).kept).toHaveLength(1);
  expect(read('a.csv', `speaker,text\nMarta Klein,${STORY}\n`, { columns: { text: 'text' } }).kept).toHaveLength(1);
});

const TABLES_IN_TEXT: readonly (readonly [what: string, path: string, content: string | Buffer])[] = [
  [
    'tabs in UTF-16, as a spreadsheet saves "Unicode Text"',
    'a.txt',
    Buffer.from(`\ufeffDate\tTitle\tText\r\n2024-03-05\tEnvoys meet\t${STORY}\r\n`, 'utf16le'),
  ],
  ['tabs', 'a.txt', `Date\tTitle\tText\n2024-03-05\tEnvoys meet\t${STORY}\n`],
  ['commas, without an ending', 'a', `Date,Title,Text\n2024-03-05,Envoys meet,"${STORY}"\n`],
  [
    'a table below lines about its making',
    'a.csv',
    `Report:,Mentions\nFrom:,Mon Mar 04 2024\nTo:,Tue Mar 05 2024\n\nDate,Title,Full Text\n2024-03-05,Envoys meet,"${STORY}"\n`,
  ],
  ['names in another language', 'a.csv', `Datum;Titel;Text\n05.03.2024;Envoys meet;${STORY}\n25.03.2024;;\n`],
];

test.each(TABLES_IN_TEXT)('a table is known by the names above it: %s', (_, path, content) => {
  const [first] = read(path, content).kept;
  expect(first).toMatchObject({ title: 'Envoys meet', text: STORY });
  expect(first?.hints[0]?.value).toMatch(/^(?:2024-03-05|05\.03\.2024)$/);
});

test('writing that begins with such words stays a text', () => {
  for (const text of [`Text, title and source\n${STORY}, he added.`, `Date: 2024-03-05\nTitle, text\n${STORY}`, `Title\nText\n${STORY}`])
    expect(read('a.txt', text).kept.map(({ reader }) => reader)).toEqual(['text']);
});

test('a post in a table of posts is its message, and a description that of the page behind its link', () => {
  const post = `Page Name,Facebook Id,Post Created,Message,Link Text,Description\nLake Courier,1,2024-03-05 10:31:00 CET,"${STORY}",Envoys meet,News of the lake\n`;
  expect(read('a.csv', post).kept[0]).toMatchObject({ text: STORY, outlet: 'Lake Courier', title: 'Envoys meet' });
});

test('speech in a table of times is one transcript', () => {
  const told = read('a.tsv', 'start\tend\ttext\n0\t3000\tWe are ready.\n3000\t7000\tThe door stays open.\n').kept;
  expect(told).toMatchObject([{ text: 'We are ready. The door stays open.', layout: 'transcript' }]);
  const turns = read('a.csv', 'start,end,speaker,text\n0,3,Klein,We are ready.\n3,7,Klein,We are.\n7,9,Roe,We are not.\n').kept;
  expect(turns.map(({ text }) => text)).toEqual(['Klein: We are ready. We are.\n\nRoe: We are not.']);
});

test('a channel exported from Telegram names its outlet, and a reference manager its day in parts', () => {
  const channel = {
    name: 'Lake Courier',
    type: 'public_channel',
    messages: [
      { id: 1, date: '2024-03-05T10:31:00', text: STORY },
      { id: 2, action: 'pin', text: '' },
    ],
  };
  expect(read('result.json', JSON.stringify(channel, null, 1))).toMatchObject({
    kept: [{ outlet: 'Lake Courier', text: STORY }],
    problems: [{ code: 'empty' }],
  });
  const reference = [{ title: 'Envoys meet', abstract: STORY, issued: { 'date-parts': [[2024, 3, 5]] } }];
  expect(read('a.json', JSON.stringify(reference)).kept[0]?.hints[0]?.value).toBe('2024-03-05');
});

test('pieces of speech in a list are one transcript; records with titles that start and end somewhere are not', () => {
  const pieces = [
    { text: 'We are ready.', start: 0, duration: 3 },
    { text: 'The door stays open.', start: 3, duration: 4.5 },
  ];
  expect(read('a.json', JSON.stringify(pieces)).kept).toMatchObject([{ text: 'We are ready. The door stays open.', layout: 'transcript' }]);
  const events = pieces.map((piece, i) => ({ ...piece, title: `Talks ${i}` }));
  expect(read('a.json', JSON.stringify(events)).kept).toHaveLength(2);
});

test('what a service keeps in an object is read by its name: a post, a film; a title in an object is no text', () => {
  const post = { posts: [{ uri: 'at://x', record: { text: STORY, createdAt: '2024-03-05T10:31:00Z' } }] };
  const film = { items: [{ snippet: { publishedAt: '2024-03-05T10:31:00Z', title: 'Envoys meet', description: STORY } }] };
  for (const answer of [post, film]) {
    const [first] = read('a.json', JSON.stringify(answer)).kept;
    expect([first?.text, first?.hints[0]?.value.slice(0, 10)]).toEqual([STORY, '2024-03-05']);
  }
  expect(read('a.json', JSON.stringify([{ id: 1, content: { title: 'Envoys meet' } }])).kept).toEqual([]);
});
