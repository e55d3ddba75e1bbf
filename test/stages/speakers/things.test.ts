import { describe, expect, it } from 'vitest';
import { spokenIn } from './spoken.ts';

/** What a text reports, without its speakers. */
const contentsOf = (text: string) => spokenIn(text).length;

describe('a report whose subject is a thing', () => {
  it.each([
    'The comments said that the harbour was open to all ships.',
    'The move told the town that Norland would not give in.',
    'New satellite photos revealed that the harbour was full of ships.',
    'According to the calendar, the spring begins in the harbour in May.',
  ])('is nobody’s: %s', (text) => {
    expect(contentsOf(text)).toBe(0);
  });

  it.each([
    'The minister said that the harbour was open to all ships.',
    'She said that the harbour was open to all ships.',
    'A spokesman said that the harbour was open to all ships.',
    'The report said that the harbour was open to all ships.',
    'The Harbour Council said that the harbour was open to all ships.',
    'The rules say that the harbour is open to all ships.',
    'The agreement says that the harbour is open to all ships.',
    '“The harbour is open,” the move said.',
  ])('but not where a person, a body or a text speaks, or words stand in marks: %s', (text) => {
    expect(contentsOf(text)).toBe(1);
  });
});

describe('what figures and findings tell', () => {
  it.each([
    ['The toll fell by a third, according to figures from the Harbour Council.', 'Harbour Council'],
    ['The toll fell by a third, according to early findings of the Harbour Council.', 'Harbour Council'],
    ['According to Harbour Council figures, the toll fell by a third.', 'Harbour Council'],
    ['The toll fell by a third, according to figures published on Monday.', null],
    ['The toll fell by a third, according to senior figures in the party.', 'senior figures'],
  ])('is said by who made them, or nobody: %s', (text, speaker) => {
    expect(spokenIn(text).at(-1)?.speaker?.name ?? null).toBe(speaker);
  });
});

describe('an agency that a state runs', () => {
  it.each([
    ['Norland’s state-run agency said that the harbour was open.', 'Norland’s state-run agency'],
    ['Norland’s state-run agency Ruda said that the harbour was open.', 'Norland’s state-run agency Ruda'],
  ])('speaks under all of its words: %s', (text, speaker) => {
    expect(spokenIn(text).at(-1)?.speaker?.name).toBe(speaker);
  });
});

describe('the time of an entry and the number of a note', () => {
  it.each([
    ['13:21 - Norland’s foreign ministry said that the harbour was open.', 'Norland’s foreign ministry'],
    ['It was a long war.12 The Harbour Council said that the harbour was open.', 'Harbour Council'],
  ])('are no part of who speaks: %s', (text, speaker) => {
    expect(spokenIn(text).at(-1)?.speaker?.name).toBe(speaker);
  });
});
