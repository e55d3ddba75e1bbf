import { expect, test } from 'vitest';
import { read } from '../reading.ts';

const STORY = '“We are ready,” Marta Klein said on Tuesday.';
const OTHER = '“We are not,” Pavel Roe said on Tuesday.';
const ONE = { title: 'Envoys meet', text: STORY, date: '2024-03-05' };
const TWO = { title: 'Envoys part', text: OTHER, date: '2024-03-06' };

const HELD: readonly (readonly [what: string, value: unknown])[] = [
  ['below a name of an object', { articles: { results: [ONE, TWO], pages: 1 } }],
  ['under a name of the service', { request: { page: 1 }, objects: [ONE, TWO] }],
  [
    'wrapped one by one',
    {
      kind: 'Listing',
      data: {
        children: [
          { kind: 't3', data: ONE },
          { kind: 't3', data: TWO },
        ],
      },
    },
  ],
  [
    'as the hits of a search',
    {
      took: 3,
      hits: {
        total: 2,
        hits: [
          { _id: 'a', _source: ONE },
          { _id: 'b', _source: TWO },
        ],
      },
    },
  ],
  ['by their keys', { first: ONE, second: TWO }],
  [
    'as columns of a data frame',
    { title: { 0: ONE.title, 1: TWO.title }, text: { 0: STORY, 1: OTHER }, date: { 0: ONE.date, 1: TWO.date } },
  ],
  ['as names and rows', { columns: ['title', 'text', 'date'], index: [0, 1], data: [Object.values(ONE), Object.values(TWO)] }],
  ['as rows below a row of names', [['title', 'text', 'date'], Object.values(ONE), Object.values(TWO)]],
];

test.each(HELD)('records are found where an answer keeps them: %s', (_, value) => {
  const { kept, problems } = read('a.json', JSON.stringify(value));
  expect(problems).toEqual([]);
  expect(kept.map(({ text, title }) => [text, title])).toEqual([
    [STORY, ONE.title],
    [OTHER, TWO.title],
  ]);
  expect(kept.map(({ hints }) => hints[0]?.value)).toEqual([ONE.date, TWO.date]);
});

test('a record whose own lists are no articles is one record', () => {
  const record = { ...ONE, authors: [{ name: 'Ann Reed' }], comments: [{ text: 'Well said.' }], related: { a: { title: 'x', text: 'y' } } };
  expect(read('a.json', JSON.stringify(record)).kept.map(({ text }) => text)).toEqual([STORY]);
});

test('what is cut where its letters change is joined again; objects of a paragraph each are paragraphs', () => {
  const runs = [{ type: 'bold', text: 'Envoys meet.' }, '\n\n“We are ', { type: 'text_link', text: 'ready' }, ',” Marta Klein said.'];
  const paragraphs = [
    {
      type: 'Paragraph',
      content: [
        { type: 'Text', text: 'Envoys ' },
        { type: 'Entity', text: 'meet' },
        { type: 'Text', text: '.' },
      ],
    },
    { type: 'Paragraph', content: [{ type: 'Text', text: '“We are ready,” Marta Klein said.' }] },
  ];
  const blocks = [
    { type: 'paragraph', text: 'Envoys meet.' },
    { type: 'paragraph', text: '“We are ready,” Marta Klein said.' },
  ];
  for (const text of [runs, paragraphs, blocks])
    expect(read('a.json', JSON.stringify([{ text }])).kept[0]?.text).toBe('Envoys meet.\n\n“We are ready,” Marta Klein said.');
});

test('titles and addresses without texts are a list of links', () => {
  const link = { url: 'https://lake.example/a', title: 'Envoys meet', seendate: '20240305T101500Z', domain: 'lake.example' };
  expect(read('a.json', JSON.stringify({ articles: [link] })).problems).toMatchObject([{ code: 'list of links' }]);
  expect(read('a.csv', 'title,url\nEnvoys meet,https://lake.example/a').problems).toMatchObject([{ code: 'list of links' }]);
  const unnamed = { ...link, Beitrag: STORY.repeat(9) };
  expect(read('a.json', JSON.stringify({ articles: [unnamed] })).problems).toMatchObject([{ code: 'no text field' }]);
});

test('a beginning that a service gives is read, with a note of what it keeps back', () => {
  for (const end of ['… [+1234 chars]', '... [1234 chars]']) {
    const { kept, problems } = read('a.json', JSON.stringify({ articles: [{ content: `${STORY}${end}` }] }));
    expect(kept[0]?.text).toMatch(/Tuesday\.(?:…|\.{3})$/);
    expect(problems).toMatchObject([{ code: 'cut text', reason: 'the text says that 1234 characters of it are not here' }]);
  }
});

test('strings alone, and the answer that something failed, are no articles', () => {
  expect(read('a.json', JSON.stringify([STORY, OTHER]))).toMatchObject({ kept: [], problems: [{ code: 'bad record' }] });
  expect(read('a.json', '{"status":"error","code":"keyInvalid","message":"Your key is not valid."}').kept).toEqual([]);
});

test('an outlet that is named by its address has none of the www', () => {
  expect(read('a.jsonl', JSON.stringify({ text: STORY, domain: 'www.lake.example' })).kept[0]?.outlet).toBe('lake.example');
});

test('the formulas by which spreadsheets keep values and links are read as what they show', () => {
  const csv = `id;date;text;url\n="1";="2024-03-05";"${STORY}";"=HYPERLINK(""https://lake.example/a"";""link"")"`;
  expect(read('a.csv', csv).kept).toMatchObject([
    { id: '1', outlet: 'lake.example', url: 'https://lake.example/a', hints: [{ value: '2024-03-05' }, { kind: 'url' }] },
  ]);
  const formula = `id,text\n1,"=HYPERLINK(""https://lake.example"",""link"") ${STORY}"`;
  expect(read('a.csv', formula).kept[0]?.text.trim()).toBe(STORY);
});

const ROWS = [`1,2024-03-05,"She left.`, `2,2024-03-06,"${STORY}"`, `3,2024-03-07,"${OTHER}"`];

test('a cell that is never closed costs its own row alone', () => {
  const { kept, problems } = read('a.csv', `id,date,text\n${ROWS.join('\n')}\n`);
  expect(kept.map(({ id }) => id)).toEqual(['2', '3']);
  expect(problems).toMatchObject([{ code: 'bad csv', place: 'line 2', reason: expect.stringMatching(/not closed/) }]);
});

test('where the lines below an open cell look like no rows, nothing is guessed', () => {
  const prose = `id,date,text\n7,2024-03-04,"${STORY}"\n1,2024-03-05,"She left, he came, and "they" spoke.\nThen he left, she came, and nobody spoke."\n3,2024-03-07,"${OTHER}"\n`;
  const { kept } = read('a.csv', prose);
  expect(kept.map(({ id }) => id).filter((id) => !/^\d$/.test(id))).toEqual([]);
});
