import { expect, test } from 'vitest';
import { compileBoilerplate } from '../../../../src/stages/articles/cleaning/vocabulary.ts';
import { boilerplate, marked, readOne } from '../reading.ts';

const TITLE = 'Envoys meet again in the old town';
const LEAD = 'The two envoys met on Tuesday for the third time this year and spoke for an hour behind closed doors.';
const QUOTE = '“We have moved an inch,” said Marta Klein, who leads one of the delegations, on the steps.';
const END = 'Both sides will meet again next month, a spokesman added before he left for the airport.';

const DEBRIS: readonly (readonly [what: string, line: string])[] = [
  ['a shortcode', '[video_player id=31245 width="640"]'],
  ['a share bar', 'Share on Facebook'],
  ['consent text', 'By signing up, you agree to our privacy policy and to receive emails.'],
  ['a newsletter line', 'Sign up for our daily newsletter and never miss a story'],
  ['a label', 'Read more'],
  ['a related link behind its label', 'Related: Why the talks failed in spring'],
  ['a menu', 'About Us | Contact Us | Jobs | Privacy Policy'],
  ['crumbs', 'Home » World » Europe » Envoys meet again'],
  ['a copyright line', 'Copyright © 2012-2020 The Invented Post. All rights reserved.'],
  ['a caption with its credit', 'The envoys on the steps of the town hall (Photo: Ann Lee/Invented Agency)'],
  ['a bare address', 'https://post.example/2019/talks'],
  ['a rule', '* * *'],
  ['an advertisement', 'ADVERTISEMENT'],
  ['a credit', 'Photo by Ann Lee'],
  ['an offer in a sentence', 'Readers who value our work can sign up for the letter that we send each morning at nine.'],
  ['an agency alone', 'Reuters'],
  ['who helped', 'Ann Lee in the old town and Tom Berg on the lake contributed to this report.'],
];

test.each(DEBRIS)('%s inside a story is marked, and nothing else', (_, line) => {
  const clipping = readOne('a.txt', [TITLE, LEAD, QUOTE, line, END].join('\n\n'));
  expect(marked(clipping)).toEqual([line]);
  expect(clipping.title).toBe(TITLE);
});

test('headlines of other articles that are stuck to a name are marked as far as their MORE', () => {
  const links = 'KleinKlein opens the harbour Overnight: Envoys meet in the old town MORE';
  const clipping = readOne('a.txt', [TITLE, `“We agree,” said Envoy Marta Marie ${links} on Tuesday.`, END].join('\n\n'));
  expect(marked(clipping)).toEqual([links.slice(5)]);
});

test.each([
  ["Marta Klein Marta Marie Klein Sailors should say 'no thanks' to the harbour plan MORE", 'Marta Klein'],
  ['Envoy Klein Marta Marie KleinKlein opens the harbour Overnight: Envoys meet in the old town MORE', 'Envoy Klein'],
  ['Marta O’Neill Marta Marie O’Neill2020 sailors go north Harbour plan meets resistance MORE', 'Marta O’Neill'],
])('a name that is said once more in full before such headlines stands once: %s', (words, name) => {
  const clipping = readOne('a.txt', [TITLE, `“We agree,” said ${words} (R-Norland) on Tuesday.`, END].join('\n\n'));
  expect(marked(clipping)).toEqual([words.slice(name.length)]);
});

const STORY: readonly string[] = [
  '“No,” she said.',
  '“Is there a way back? I do not think so.”',
  'Photographs of the meeting were shown on state television.',
  'What happens next is unclear',
  'Comments by the minister did not help, officials said.',
  'He follows a line that his party has shared for years.',
  'The post was shared 4,000 times, and the minister deleted it.',
  'Asked whether he would go, the minister said: “Watch the news.”',
  '“Read more books,” the old man told the students.',
  'Marta Klein, Anna Klein and Tom Berg of Norland want MORE of it.',
  'Senator Klein met Senator Anna Klein Berg, and the sign said MORE.',
  '"They use cookies as bait," the trainer joked.',
  'Soldiers at a roadblock near the town turned back three cars of the mission on Tuesday morning.',
  'The ministry urged all sides to sign up for the treaty before the end of the year, an aide said.',
  'A plan designed by the council of the town would bring both delegations back to the table in May.',
  'The minister announced on Facebook and Twitter that she would not go back to the lake this year.',
  'Workers log into the system each morning, and nobody has told them for how long they are to do it.',
  'The treaty has two parts, of which one is kept by both sides to this day (arms/inspections).',
  'Reuters reported last week that both ministers were considering a trip to the lake in the spring.',
  'More than half of them agree, the poll found.',
  'Sources close to the delegation said that the deal was near.',
];

test.each(STORY)('a sentence of the story is not marked: %s', (line) => {
  expect(marked(readOne('a.txt', [TITLE, LEAD, line, QUOTE, END].join('\n\n')))).toEqual([]);
});

test.each(['“We have moved an inch.” — Marta Klein, envoy', 'We have moved an inch. — Marta Klein (@mklein) March 5, 2019'])(
  'words with a signature end a story: %s',
  (line) => {
    const tail = ['Envoys', 'Lake'];
    expect(marked(readOne('a.txt', [TITLE, LEAD, END, line, ...tail].join('\n\n'))).join(' ')).not.toContain('inch');
  },
);

test('a poll question is marked with its consent line', () => {
  const text = [
    TITLE,
    LEAD,
    'Do you trust the new vaccine against the flu?',
    'By completing the poll you sign up for our Sunday letter.',
    QUOTE,
    END,
  ].join('\n\n');
  expect(marked(readOne('a.txt', text))).toHaveLength(2);
});

test('the headline behind a bare label belongs to the label', () => {
  const text = [TITLE, LEAD, 'Read more', 'Minister calls talks a success', QUOTE, END].join('\n\n');
  expect(marked(readOne('a.txt', text))).toEqual(['Read more', 'Minister calls talks a success']);
});

test('a caption that is printed twice is marked twice; a paragraph that is repeated is marked once', () => {
  const caption = 'Marta Klein and Oleg Tarsin shake hands in the old town on Tuesday';
  const clipping = readOne('a.txt', [TITLE, LEAD, QUOTE, caption, caption, QUOTE, END].join('\n\n'));
  expect(marked(clipping)).toEqual([caption, caption, QUOTE]);
});

test('the description that is stuck to a caption is marked up to the caption', () => {
  const line = 'The foreign minister and the envoy Marta KleinMarta Klein (right) said that an inch is still an inch.';
  expect(marked(readOne('a.txt', [TITLE, LEAD, line, QUOTE, END].join('\n\n')))).toEqual([
    'The foreign minister and the envoy Marta Klein',
  ]);
});

test('section names and bylines around the headline are marked, the headline is the title', () => {
  const clipping = readOne(
    'a.txt',
    ['Current News', TITLE, 'Ann Lee and Joe Roe, Invented Agency on', 'Published in News & Features', LEAD, QUOTE, END].join('\n\n'),
  );
  expect(clipping.title).toBe(TITLE);
  expect(marked(clipping)).toEqual(['Current News', 'Ann Lee and Joe Roe, Invented Agency on', 'Published in News & Features']);
});

test('a dateline and a byline before the first sentence are marked alone', () => {
  expect(marked(readOne('a.txt', [TITLE, `MOSCOW -- ${LEAD}`, QUOTE, END].join('\n\n')))).toEqual(['MOSCOW --']);
  expect(marked(readOne('a.txt', [TITLE, `By  Ann Lee (IA) – ${LEAD}`, QUOTE, END].join('\n\n')))).toEqual(['By  Ann Lee (IA) –']);
});

test('everything below the story is marked', () => {
  const tail = ['Related news', 'Minister calls talks a success', 'Travel Types', 'Buzz Words', 'Back to top'];
  expect(marked(readOne('a.txt', [TITLE, LEAD, QUOTE, END, ...tail].join('\n')))).toEqual(tail);
});

test('a story that goes on behind a related-news box is not lost', () => {
  const text = [TITLE, LEAD, 'Related news', 'Minister calls talks a success', QUOTE, END].join('\n\n');
  expect(marked(readOne('a.txt', text))).toEqual(['Related news', 'Minister calls talks a success']);
});

test('boilerplate.csv compiles without a fault', () => {
  expect(boilerplate.faults).toEqual([]);
});

test('a row of boilerplate.csv that can never work is a fault with its line', () => {
  const row = (phrase: string, match: string) => ({ file: 'boilerplate.csv', line: 3, cells: { phrase, match, origin: 'test' } });
  const { faults } = compileBoilerplate({
    boilerplate: [row('share', 'line'), row('Share', 'line'), row('', 'line'), row('x y z', 'anywhere')],
  });
  expect(faults.map(({ line }) => line)).toEqual([3, 3, 3]);
  expect(faults[0]?.message).toContain('twice');
});
