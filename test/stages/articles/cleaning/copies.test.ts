import { expect, test } from 'vitest';
import { marked, readOne } from '../reading.ts';

const TITLE = 'Envoys meet again in the old town';
const LEAD = 'The two envoys met on Tuesday for the third time this year and spoke for an hour behind closed doors.';
const QUOTE =
  '“We have moved an inch, and we will move another one before the summer,” said Marta Klein, who leads one of the delegations.';
const END = 'Both sides will meet again next month, a spokesman added before he left for the airport.';
const textOf = (...lines: readonly string[]): string => [TITLE, LEAD, QUOTE, END, ...lines].join('\n\n');

const COPIES: readonly (readonly [what: string, line: string])[] = [
  ['another word', QUOTE.replace('summer', 'winter')],
  ['a word more', LEAD.replace('for the third', 'for only the third')],
  ['two paragraphs as one', `${QUOTE} ${END}`],
  ['other marks', QUOTE.replace(/[“”]/g, '"').replace('delegations', 'teams')],
];

test.each(COPIES)('a paragraph that is printed again with %s is marked', (_, line) => {
  expect(marked(readOne('a.txt', textOf(line)))).toEqual([line]);
});

const OTHERS: readonly (readonly [what: string, line: string])[] = [
  ['names somebody else', QUOTE.replace('Marta Klein', 'Pavel Roe')],
  ['has another figure', LEAD.replace('an hour', '3 hours')],
  ['denies it', QUOTE.replace('we will move', 'we will not move')],
  ['leaves a word out', QUOTE.replace('and we will move', 'and we move')],
  ['quotes a part of it', '“We will move another one before the summer,” she had said, and the others laughed.'],
  ['says more', `${END} Nobody asked him about the cost of the flight or about those who had paid for it.`],
  ['is short', 'They met on Tuesday for the third time this year.'],
];

test.each(OTHERS)('a paragraph that %s is not marked', (_, line) => {
  expect(marked(readOne('a.txt', textOf(line)))).toEqual([]);
});

test('what is said again in a talk is not marked', () => {
  const turns = ['KLEIN', 'ROE', 'KLEIN'].map(
    (name) => `${name}: We have moved an inch, and we will move another one before the ${name === 'ROE' ? 'summer' : 'winter'} is over.`,
  );
  expect(marked(readOne('a.txt', turns.join('\n\n')))).toEqual([]);
});
