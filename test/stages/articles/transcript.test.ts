import { expect, test } from 'vitest';
import { marked, readOne } from './reading.ts';

const paragraphs = (text: string): readonly string[] => {
  const clipping = readOne('a.txt', text);
  expect(clipping.layout).toBe('transcript');
  return clipping.paragraphs.map((span) => clipping.text.slice(...span));
};
const TURNS = ['KLEIN: We are ready to talk.', 'REPORTER: When will you meet?', 'KLEIN: Next month.', 'REPORTER: Where?'];

const LABELS: readonly (readonly [what: string, text: string])[] = [
  ['two arrows', TURNS.map((turn) => `>> ${turn}`).join('\n\n')],
  ['times in brackets', TURNS.map((turn, i) => `[00:01:1${i}] ${turn}`).join('\n\n')],
  ['times without brackets', TURNS.map((turn, i) => `01:1${i} ${turn}`).join('\n')],
  ['all in one paragraph', TURNS.join(' ')],
];

test.each(LABELS)('a turn begins at its label: %s', (_, text) => {
  expect(paragraphs(text)).toEqual(TURNS);
});

test('a title with a full stop belongs to its label', () => {
  const turns = ['MR. KLEIN: We are ready.', 'QUESTION: When?', 'SEN. ANN ROE (D-OH): Soon.', 'MR. KLEIN: Next month. MS. ROE: Where?'];
  expect(paragraphs(turns.join('\n\n'))).toEqual([...turns.slice(0, 3), 'MR. KLEIN: Next month.', 'MS. ROE: Where?']);
});

test('a label on a line of its own goes with the words below it', () => {
  const text =
    'Marta Klein (01:12):\nWe are ready to talk.\n\nReporter (01:30):\nWhen will you meet?\n\nMarta Klein (01:44):\nNext month.\n\nReporter (02:01):\nWhere?';
  expect(paragraphs(text)[0]).toBe('Marta Klein (01:12):\nWe are ready to talk.');
  expect(paragraphs(text)).toHaveLength(4);
});

const LAYOUTS: readonly string[] = [
  'KLEIN — We are ready.\n\nREPORTER — When?\n\nKLEIN — Soon.',
  'KLEIN; We are ready.\n\nREPORTER; When?\n\nKLEIN; Soon.',
  '**KLEIN:** We are ready.\n\n**REPORTER:** When?\n\n**KLEIN:** Soon.',
  'MARTA KLEIN, U.S. ENVOY TO FREEDONIA: We are ready.\n\nANN REED, HOST: When?\n\nKLEIN: Soon.',
  'SEN. MARTA KLEIN (D-OH): We are ready.\n\nTHE CHAIRMAN: Order.\n\nSEN. MARTA KLEIN (D-OH): Soon.',
  'MS. MARTA KLEIN: We are ready.\n\nTHE CHAIRMAN: Order.\n\nKLEIN: Soon.',
  'President of Freedonia Marta Klein: We are ready.\n\nMuch is to be done.\n\nForeign Minister Ann Reed: The talks were useful.\n\nMarta Klein: Thank you.',
  'The President: I give the floor.\n\nMr. Reed (Freedonia) (spoke in French): We are ready.\n\nOur plan is known.\n\nMs. Klein (Sylvania): We are too.\n\nThe President (spoke in French): I thank you.',
  'MS. KLEIN:  Good morning.  We are ready.\n\nQ\u00a0\u00a0 Thank you.  When?\n\nMS. KLEIN:  Soon.',
  'Mr. KLEIN. Mr. President, we are ready.\n\nThe PRESIDING OFFICER. The Senator from Lakeside.\n\nMs. ROE of Lakeside. I thank the Senator.\n\nMr. KLEIN. Soon.',
  'Marta Klein  0:03\nWe are ready.\n\nAnn Reed  0:15\nWhen?\n\nMarta Klein  1:00:18\nSoon.',
  'PRESIDENT KLEIN (through interpreter): We are ready.\n\nQ (in French): When?\n\nPRESIDENT KLEIN (through interpreter): Soon.',
];

test.each(LAYOUTS)('a transcript is known by its labels: %s', (text) => {
  expect(readOne('a.txt', text).layout).toBe('transcript');
});

test.each([
  [
    'headings in capitals, each there once',
    'OLD CLAIMS: The talks have gone on for years.\n\nNEW DOUBTS: Nobody knows when they end.\n\nWHAT COMES NEXT: A meeting in May.',
  ],
  [
    'headings in capitals that end with the same word',
    'THEY ASKED ABOUT IT — The talks have gone on for years.\n\nDOUBTS — Nobody knows when they end.\n\nTHE SENATE HAS VOTED ON IT — A meeting in May.',
  ],
  [
    'headlines in a list of links',
    '- ## PORT WATCH: Who guards the quay? Nobody knows.\n\n- ## PORT WATCH: The wall that nobody wanted\n\n- ## PORT WATCH: Ten years of fog',
  ],
  [
    'sentences that begin with an article',
    'A Kremlin aide spoke first.\n\nA Foreign Ministry official agreed.\n\nA Senate vote is due in May.\n\nNobody else spoke.',
  ],
  ['teams in a table', 'Home Team: Portmouth\n\nAway Team: Lakeside\n\nVisiting Team: Sylvania'],
  [
    'kinds of one thing',
    ['Power Orientation', 'Team Orientation', 'Managing Model', 'Grid Model', 'Path Model']
      .map((name) => `${name}: it is told of in the books.`)
      .join('\n\n'),
  ],
  ['a fact box', 'Who speaks: Marta Klein of Freedonia.\n\nWhere: Geneva.\n\nWho listens: Ann Reed, for the board.'],
  ['captions and notes', 'Photo: Marta Klein.\n\nThe talks go on.\n\nPhoto: Ann Reed.\n\nRead more: Talks stall.'],
  [
    'two labels in a long story',
    `Marta Klein: ready\n\n${'The envoys met on the lake for three hours.\n\n'.repeat(20)}Marta Klein: not yet\n\nAnn Reed: never`,
  ],
  ['a list with dashes', 'Marta Klein — the envoy.\n\nAnn Reed — the host.\n\nLeo Frank — the minister.'],
])('no transcript: %s', (_, text) => {
  expect(readOne('a.txt', text).layout).toBe('article');
});

test('a turn is never debris, however short and however often it is said; a line of debris behind it costs that line', () => {
  const lines = [
    'PRESIDENT KLEIN: We are ready, and we say so openly.',
    'Q: Madam President, one question please!',
    'PRESIDENT KLEIN: We are no enemies.',
    '<…>',
    'Q: Madam President, one question please!',
    'Photo: Agency',
    'Q: Thank you.',
    'PRESIDENT KLEIN: Thank you.',
    '© 2024 Lake Courier. All rights reserved.',
  ];
  expect(marked(readOne('a.txt', lines.join('\n\n')))).toEqual(['<…>', 'Photo: Agency', '© 2024 Lake Courier. All rights reserved.']);
});

test('a label with its time on a line of its own goes with the words below it', () => {
  const text = 'Marta Klein  0:03\nWe are ready to talk.\n\nAnn Reed  0:15\nWhen will you meet?\n\nMarta Klein  0:18\nNext month.';
  expect(paragraphs(text)).toEqual(text.split('\n\n'));
  expect(marked(readOne('a.txt', text))).toEqual([]);
});

test('subtitles are a transcript: cues of one voice are joined, times and notes left out', () => {
  const vtt =
    'WEBVTT\n\nNOTE by hand\n\n1\n00:00:01.000 --> 00:00:04.000\n<v Marta Klein>We are ready\n\n2\n00:00:04.500 --> 00:00:06.000\n<v Marta Klein>to <i>talk</i>.\n\n3\n00:00:06.500 --> 00:00:09.000\n<v Reporter>When &amp; where?';
  expect(readOne('a.vtt', vtt)).toMatchObject({
    layout: 'transcript',
    text: 'Marta Klein: We are ready to talk.\n\nReporter: When & where?',
  });
});

test('a label with a dash is no dateline in a transcript', () => {
  const { layout, boilerplate } = readOne(
    'a.txt',
    'ROE — We are ready.\n\nREPORTER — When will you sail?\n\nROE — Next month.\n\nREPORTER — And the board?\n\nROE — It agrees.',
  );
  expect([layout, boilerplate]).toEqual(['transcript', []]);
});

test('subtitles in a field of a record are a transcript', () => {
  const cues = ['<v Marta Dell>We are ready.', '<v Reporter>When will you sail?', '<v Marta Dell>Next month.'];
  const blocks = cues.map((cue, i) => `${i + 1}\n00:00:0${i}.000 --> 00:00:0${i + 1}.000\n${cue}`);
  for (const text of [['WEBVTT', ...blocks].join('\n\n'), blocks.join('\n\n').replaceAll('.000', ',000')])
    expect(readOne('a.jsonl', JSON.stringify({ id: 1, text }))).toMatchObject({
      layout: 'transcript',
      text: 'Marta Dell: We are ready.\n\nReporter: When will you sail?\n\nMarta Dell: Next month.',
    });
});
