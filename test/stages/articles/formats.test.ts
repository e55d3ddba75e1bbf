import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { FORMATS, OTHER_NAMES } from '../../../src/stages/articles/formats.ts';
import { BYTE_READERS, READERS } from '../../../src/stages/articles/read.ts';
import { zipOf } from './packing/zip-of.ts';
import { read, readOne } from './reading.ts';

const TITLE = 'Envoys meet again in the old town';
const STORY =
  '“We’re ready — today,” Marta Klein said on Tuesday.\n\nBoth sides will meet again next month, a spokesman added, and they will not say where that is.';
const TEXT = `${TITLE}\n\n${STORY}`;

const wide = Buffer.from(TEXT, 'utf16le');
const legacy = Buffer.from(
  TEXT.replace(/[“”’—]/g, (mark) => String.fromCharCode({ '“': 0x93, '”': 0x94, '’': 0x92, '—': 0x97 }[mark] ?? 0)),
  'latin1',
);

const ENCODINGS: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${TEXT}`)],
  ['UTF-16, little end first', Buffer.concat([Buffer.from([0xff, 0xfe]), wide])],
  ['UTF-16, big end first', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(wide).swap16()])],
  ['windows-1252', legacy],
  ['gzip', gzipSync(TEXT)],
  ['zip', zipOf([['folder/a.txt', Buffer.from(TEXT)]])],
];

test.each(ENCODINGS)('the same article is read from %s', (_, bytes) => {
  expect(readOne('a.txt', bytes)).toMatchObject({ id: 'a', text: TEXT, title: TITLE, language: 'en', layout: 'article' });
});

test('the text of a .txt file is the decoded file, whatever its newlines', () => {
  for (const newline of ['\n', '\r\n', '\r']) {
    const text = TEXT.replaceAll('\n', newline);
    const clipping = readOne('a.txt', text);
    expect(clipping.text).toBe(text);
    expect(clipping.paragraphs.map((span) => text.slice(...span))).toEqual(TEXT.split('\n\n'));
  }
});

test('a text that is wrapped at a fixed width is read by its blank lines', () => {
  const paragraph =
    'The two envoys met on Tuesday for the third time this year and\nspoke for an hour behind the closed doors of the old town hall\nwhile the rain fell on the square and on the cars of the many\nguards that had come with them from the airport in the morning.';
  expect(readOne('a.txt', `${TITLE}\n\n${paragraph}\n\n${paragraph}\n\n${paragraph}`).paragraphs).toHaveLength(4);
});

test('front matter gives title, outlet, author, address and date, and is boilerplate', () => {
  const clipping = readOne(
    'a.txt',
    `---\ntitle: "${TITLE}"\nsource: The Invented Post\nauthor: Ann Lee\ndate: 2019-05-02\nurl: https://post.example/a\n---\n\n${STORY}`,
  );
  expect(clipping).toMatchObject({ title: TITLE, outlet: 'The Invented Post', author: 'Ann Lee', url: 'https://post.example/a' });
  expect(clipping.hints).toContainEqual({ kind: 'header line', name: 'date', value: '2019-05-02' });
  expect(clipping.boilerplate[0]?.[0]).toBe(0);
});

test('JSON lines keep the text as given, and name the line of what they set aside', () => {
  const lines = [
    JSON.stringify({ id: 'x1', text: STORY, title: TITLE, outlet: 'Post', date: '2019-05-02' }),
    '',
    'not json',
    '[1]',
    '{"title":"no text"}',
    '"text"',
  ];
  const { kept, problems } = read('a.jsonl', lines.join('\n'));
  expect(kept).toMatchObject([{ id: 'x1', place: 'line 1', text: STORY, title: TITLE, outlet: 'Post' }]);
  expect(problems.map(({ place, code }) => `${place}: ${code}`)).toEqual([
    'line 3: bad json',
    'line 4: bad record',
    'line 5: no text field',
    'line 6: bad record',
  ]);
});

test('a JSON list, and an object that holds one, give an article a record', () => {
  const list = [{ body: STORY }, { content: STORY }];
  for (const value of [list, { articles: list }])
    expect(read('a.json', JSON.stringify(value)).kept.map(({ place }) => place)).toEqual(['record 1', 'record 2']);
});

test('a table is read by its column names, or by those that the job gives', () => {
  const csv = `nr,wann,inhalt\n7,2019-05-02,"${STORY.replaceAll('"', '""')}"\n8,2019-05-03,Short.\n`;
  const { kept } = read('a.csv', csv, { columns: { id: 'nr', date: 'wann', text: 'inhalt' } });
  expect(kept.map(({ id, text }) => [id, text])).toEqual([
    ['7', STORY],
    ['8', 'Short.'],
  ]);
  expect(kept[0]?.hints[0]).toEqual({ kind: 'field', name: 'wann', value: '2019-05-02' });
  expect(read('a.tsv', 'text\tdate\nHello there.\t2019-05-02\n').kept).toHaveLength(1);
  expect(read('a.csv', 'text;date\nHello there.;2019-05-02\n').kept).toHaveLength(1);
  expect(read('a.csv', 'a,b\n1,2\n3,4\n').problems).toMatchObject([{ place: '', code: 'no text field' }]);
});

test('a feed gives an article an item, from RSS and from Atom', () => {
  const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>The Invented Post</title><item><title>${TITLE}</title><link>https://post.example/1</link><pubDate>Thu, 02 May 2019 10:00:00 GMT</pubDate><description><![CDATA[<p>One &amp; two.</p><p>Three.</p>]]></description></item><item><title>Empty</title></item></channel></rss>`;
  const { kept, problems } = read('feed.xml', rss);
  expect(kept).toMatchObject([
    { text: `${TITLE}\n\nOne & two.\n\nThree.`, outlet: 'The Invented Post', url: 'https://post.example/1', place: 'record 1' },
  ]);
  expect(problems).toMatchObject([{ place: 'record 2', code: 'empty' }]);
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry><title>${TITLE}</title><link href="https://post.example/1"/><published>2019-05-02T10:00:00Z</published><content type="html">&lt;p&gt;One.&lt;/p&gt;</content></entry></feed>`;
  expect(readOne('feed.atom', atom)).toMatchObject({ text: `${TITLE}\n\nOne.`, url: 'https://post.example/1' });
});

test('a saved page is opened: its HTML part, and the address it came from', () => {
  const html = Buffer.from(
    `<html><body><h1>${TITLE}</h1><p>Both sides will meet again next month =E2=80=94 perhaps, a spokesman added on the steps.</p></body></html>`,
  );
  const mhtml = `From: <Saved>\r\nSnapshot-Content-Location: https://post.example/2019/05/02/a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="----x"\r\n\r\n------x\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${html}\r\n------x--`;
  expect(readOne('a.mhtml', mhtml)).toMatchObject({ title: TITLE, url: 'https://post.example/2019/05/02/a' });
  expect(readOne('a.mhtml', mhtml).text).toContain('next month — perhaps');
});

test('GDELT quotations keep their contexts, and name no speaker', () => {
  const line = JSON.stringify({
    date: '2020-01-02T03:04:05Z',
    url: 'https://post.example/2020/01/01/x',
    title: TITLE,
    lang: 'ENGLISH',
    quotes: [{ pre: 'The envoy said ', quote: 'We are ready', post: ' on Monday' }],
  });
  const clipping = readOne('20200102030400.gqg.json.gz', gzipSync(line));
  expect(clipping).toMatchObject({ layout: 'quotes', language: 'en', text: 'The envoy said “We are ready” on Monday' });
  expect(clipping.given.map(({ span, speaker }) => [clipping.text.slice(...span), speaker])).toEqual([['We are ready', null]]);
});

test('Quotebank is read in both layouts, with its speaker and how sure it is', () => {
  const quotation = {
    quoteID: '2019-01-01-000001',
    quotation: 'We are ready',
    speaker: 'Marta Klein',
    qids: ['Q1'],
    date: '2019-01-01 10:00:00',
    numOccurrences: 1,
    probas: [
      ['Marta Klein', '0.81'],
      ['None', '0.19'],
    ],
    urls: ['http://post.example/a'],
    phase: 'E',
  };
  expect(readOne('quotes-2019.json', JSON.stringify(quotation)).given).toEqual([
    { span: [0, 12], speaker: 'Marta Klein', probability: 0.81, qids: ['Q1'], occurrences: 1 },
  ]);
  const article = {
    articleID: 'a1',
    articleLength: 90,
    date: '2019-01-01',
    phase: 'E',
    title: TITLE,
    url: 'http://post.example/a',
    names: [],
    quotations: [
      {
        quoteID: 'q',
        quotation: 'We are ready',
        leftContext: 'The envoy said',
        rightContext: ['on', 'Monday'],
        globalTopSpeaker: 'None',
        globalProbas: [{ speaker: 'None', proba: 0.7 }],
      },
    ],
  };
  const clipping = readOne('quotebank-2019.json', JSON.stringify(article));
  expect(clipping.text).toBe('The envoy said “We are ready” on Monday');
  expect(clipping.given).toEqual([{ span: [16, 28], speaker: null, probability: 0.7 }]);
});

const TRANSCRIPTS: readonly (readonly [what: string, lines: readonly string[]])[] = [
  [
    'titles in capitals',
    ['PRESIDENT KLEIN: Good morning to all of you.', 'MR. ROE (through interpreter): I agree with her.', 'QUESTION: When?'],
  ],
  ['questions and answers', ['Q. Will there be talks?', 'A. There will be talks.', 'Q. When?', 'A. Soon.']],
  [
    'names, with answers of many paragraphs',
    [
      'Interview with a network',
      'May 14, 2019',
      'Ann Lee: Madam President, will there be talks?',
      'President of Freedonia Marta Klein: There will be.',
      'We want them.',
      'So do they.',
      'Ann Lee: When?',
      'Marta Klein: Soon.',
    ],
  ],
];

test.each(TRANSCRIPTS)('a transcript is known by its turns: %s', (_, lines) => {
  expect(readOne('a.txt', lines.join('\n\n')).layout).toBe('transcript');
});

const NO_TRANSCRIPTS: readonly string[] = [
  TEXT,
  [TITLE, 'Read more: Talks fail', STORY, 'Related: Talks resume', STORY, 'Correction: An earlier version misspelt a name.'].join('\n\n'),
  [TITLE, 'Marta Klein: “We are ready.”', STORY, STORY].join('\n\n'),
];

test.each(NO_TRANSCRIPTS)('an article with a colon or two is no transcript', (text) => {
  expect(readOne('a.txt', text).layout).toBe('article');
});

const ASIDE: readonly (readonly [what: string, path: string, content: string | Uint8Array, code: string])[] = [
  ['an empty file', 'a.txt', '', 'empty'],
  ['a file of white space', 'a.txt', ' \n\n\t', 'empty'],
  ['a picture', 'a.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0]), 'image'],
  ['bytes that nobody knows', 'a.txt', Buffer.from([1, 2, 3, 0, 1, 2, 3, 0, 0]), 'not text'],
  ['a broken gzip file', 'a.txt.gz', gzipSync(TEXT).subarray(0, 30), 'bad archive'],
  ['a gzip bomb', 'a.txt.gz', gzipSync(Buffer.alloc(20_000_000)), 'too large'],
  ['a zip file that is cut off', 'a.zip', zipOf([['a.txt', Buffer.from(TEXT)]]).subarray(0, 60), 'bad archive'],
  ['a page without text', 'a.html', '<html><body><img src=x></body></html>', 'empty'],
  ['10,000 nested elements', 'a.html', `<html><body>${'<div>'.repeat(10_000)}`, 'too complex'],
  ['half a million attributes', 'a.html', `<html><body><p ${'a=1 '.repeat(500_000)}>`, 'too complex'],
  ['a record of three million characters', 'a.jsonl', JSON.stringify({ text: 'x '.repeat(1_500_000) }), 'too large'],
  ['JSON that is none', 'a.json', '[{"text":', 'bad json'],
];

test.each(ASIDE)('%s is set aside with a reason', (_, path, content, code) => {
  const { kept, problems } = read(path, content);
  expect(kept).toEqual([]);
  expect(problems.map((problem) => problem.code)).toEqual([code]);
  expect(problems[0]?.reason).toMatch(/^[^A-Z].*[^.]$/s);
});

test('a format that nobody knows is set aside by its name', () => {
  expect(read('a.txt', TEXT, { format: 'docx' }).problems).toMatchObject([{ code: 'unknown format' }]);
});

test('every format that a job may name has a reader, and every reader a name', () => {
  const readers = [...Object.keys(READERS), ...Object.keys(BYTE_READERS)].filter((name) => name !== 'xml');
  expect([...FORMATS]).toEqual([...readers, ...Object.keys(OTHER_NAMES)].sort());
  for (const name of Object.values(OTHER_NAMES)) expect(readers).toContain(name);
});
