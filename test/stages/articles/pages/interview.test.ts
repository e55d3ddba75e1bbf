import { expect, test } from 'vitest';
import { readOne } from '../reading.ts';

const HEAD =
  '<!doctype html><html lang="en"><head><title>The keeper of the ferry</title></head><body><article><h1>The keeper of the ferry</h1>';
const INTRODUCTION = '<p>The River Post spoke to Marta Dell, who has run the ferry for thirty years, in her office above the landing.</p>';
const page = (body: string): string => `${HEAD}${INTRODUCTION}${body}</article></body></html>`;
const textOf = (body: string): string => readOne('a.html', page(body)).text.split('\n\n').slice(2).join(' | ');

const ASKED = 'Do you still trust the board after all that has happened?';
const ANSWER = 'We trust them, and I say so as the one who has to sail in winter.';
const AGAIN = 'Will your boats stay in the harbour next year?';
const NO = 'They will not stay, for the harbour has nothing left to offer them.';
const READ = `Q: ${ASKED} | A: ${ANSWER} | Q: ${AGAIN} | A: ${NO}`;

const INTERVIEWS: readonly (readonly [how: string, body: string])[] = [
  ['in bold letters', `<p><strong>${ASKED}</strong></p><p>${ANSWER}</p><p><b>${AGAIN}</b></p><p>${NO}</p>`],
  ['in italics', `<p><em>${ASKED}</em></p><p>${ANSWER}</p><p><i>${AGAIN}</i></p><p>${NO}</p>`],
  ['as headings', `<h3>${ASKED}</h3><p>${ANSWER}</p><h3>${AGAIN}</h3><p>${NO}</p>`],
  ['as terms of a list', `<dl><dt>${ASKED}</dt><dd>${ANSWER}</dd><dt>${AGAIN}</dt><dd>${NO}</dd></dl>`],
  ['on a line above the answer', `<p><strong>${ASKED}</strong><br>${ANSWER}</p><p><strong>${AGAIN}</strong><br/>${NO}</p>`],
  ['at the beginning of the answer', `<p><strong>${ASKED}</strong> ${ANSWER}</p><p><strong>${AGAIN}</strong> ${NO}</p>`],
  [
    'in bold letters inside others',
    `<p><span><strong><em>${ASKED}</em></strong></span></p><p>${ANSWER}</p><p><strong>${AGAIN} </strong></p><p>${NO}</p>`,
  ],
];

test.each(INTERVIEWS)('an interview whose questions are set %s has the labels Q and A', (_, body) => {
  expect(textOf(body)).toBe(READ);
  expect(readOne('a.html', page(body)).layout).toBe('transcript');
});

test('a record of markup is read as a page is', () => {
  const content = `<p><strong>${ASKED}</strong></p><p>${ANSWER}</p><p><strong>${AGAIN}</strong></p><p>${NO}</p>`;
  expect(readOne('a.jsonl', JSON.stringify({ id: 1, content })).text.replaceAll('\n\n', ' | ')).toBe(READ);
});

test('a request without a question mark belongs to the interviewer, and a subheading or a note of the editors to nobody', () => {
  const body = `<p><strong>${ASKED}</strong></p><p>${ANSWER}</p><p>It will be hard.</p><h3>A long way home</h3><p><strong>Tell us about your winters.</strong></p>
<p>They are long.</p><p><strong>${AGAIN}</strong></p><p>${NO}</p><p><em>The interview was held in Old Norse.</em></p>`;
  const { text, boilerplate } = readOne('a.html', page(body));
  expect(text.split('\n\n').slice(2)).toEqual([
    ...[`Q: ${ASKED}`, `A: ${ANSWER}`, 'It will be hard.', 'A long way home', 'Q: Tell us about your winters.', 'A: They are long.'],
    ...[`Q: ${AGAIN}`, `A: ${NO}`, 'The interview was held in Old Norse.'],
  ]);
  expect(boilerplate.map((span) => text.slice(...span))).toEqual(['A long way home', 'The interview was held in Old Norse.']);
});

test('labels that a page has of its own stay, and none is added', () => {
  const body = `<p><strong>River Post: ${ASKED}</strong></p><p><strong>Marta Dell:</strong> ${ANSWER}</p><p><strong>River Post: ${AGAIN}</strong></p><p><strong>Marta Dell:</strong> ${NO}</p>`;
  expect(textOf(body)).toBe(`River Post: ${ASKED} | Marta Dell: ${ANSWER} | River Post: ${AGAIN} | Marta Dell: ${NO}`);
});

const OTHERS: readonly (readonly [what: string, body: string])[] = [
  [
    'an explanation in questions and answers',
    '<h3>What has happened on the river?</h3><p>The board has closed the landing, and no boat has sailed since Monday morning.</p><h3>Who decides about it?</h3><p>The council meets on Friday, and its members are divided over the cost of repairs.</p>',
  ],
  [
    'advice',
    '<p><strong>What should you do now?</strong></p><p>Travellers are told to stay at home, and to ask for their money at the counter of the line.</p><p><strong>Can you go by road?</strong></p><p>The road over the hills is open, though the police tell drivers to bring chains.</p>',
  ],
  [
    'a story that quotes in the first person',
    '<h3>Why do you hear so little of it?</h3><p>“We do not talk about it,” said Marta Dell, the keeper of the ferry, on the landing.</p><h3>Are your boats safe?</h3><p>“I would sail in any of them,” said Pavel Roe, who has sailed there all his life.</p>',
  ],
  ['one question', `<p><strong>${ASKED}</strong></p><p>${ANSWER}</p><p>${NO}</p>`],
  ['questions that are not set apart', `<p>${ASKED}</p><p>${ANSWER}</p><p>${AGAIN}</p><p>${NO}</p>`],
  ['bold words inside a sentence', `<p>She asked <b>${ASKED}</b></p><p>${ANSWER}</p><p>He asked <b>${AGAIN}</b></p><p>${NO}</p>`],
];

test.each(OTHERS)('no labels are put into %s', (_, body) => {
  expect(textOf(body)).not.toMatch(/\b[QA]: /);
  expect(readOne('a.html', page(body)).layout).toBe('article');
});
