import { describe, expect, it } from 'vitest';
import { spokenIn } from './spoken.ts';

const TALK = 'Q: Do you trust the board after all this?\n\nA: We trust them, and I say so.\n\nQ: Will it last?\n\nA: It will not end well.';
const speakers = (opening: string): readonly (string | null)[] =>
  spokenIn(`${opening}\n\n${TALK}`)
    .filter(({ quotation }) => quotation.kind === 'turn')
    .map(({ speaker }) => speaker?.name ?? null)
    .slice(-4);

describe('who answers in an interview', () => {
  it.each([
    ['Interview with Marta Dell, keeper of the ferry'],
    ['Q&A with the keeper of the ferry, Marta Dell'],
    ['Marta Dell: “We trust them”'],
    ['Marta Dell on the board, the ferry and the winter'],
    ['Tea by the river\n\nThe River Post spoke to Marta Dell in her office. Pavel Roe poured the tea.'],
    ['Tea by the river\n\nPavel Roe waits for the ferry. We asked its keeper, Marta Dell, about Pavel Roe.'],
  ])('is the one who is said to be asked: %s', (opening) => {
    expect(speakers(opening)).toEqual([null, 'Marta Dell', null, 'Marta Dell']);
  });

  it.each([
    ['Tea by the river'],
    ['Pavel Roe has closed the landing\n\nAn expert explains what that means.'],
    ['Marta Dell and Pavel Roe by the river'],
    ['We asked Marta Dell for her view\n\nThen we spoke to Pavel Roe in his office.'],
  ])('is nobody where the text does not say it: %s', (opening) => {
    expect(speakers(opening)).toEqual([null, null, null, null]);
  });
});

it('a question and its answer are two turns, though "A" is a word as well', () => {
  expect(spokenIn(TALK).map(({ quotation }) => quotation.spans.map((span) => TALK.slice(...span)).join(' '))).toEqual([
    'Do you trust the board after all this?',
    'We trust them, and I say so.',
    'Will it last?',
    'It will not end well.',
  ]);
});

it('a note on a line of its own behind the last turn is not said by anybody', () => {
  const last = spokenIn(`${TALK}\n\nEnd of transcript.`, '2018-06-01', 'transcript').at(-1);
  expect(last?.quotation.spans.length).toBe(1);
});
