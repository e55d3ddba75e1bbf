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

describe('the time of an entry and the number of a note', () => {
  it.each([
    ['13:21 - Norland’s foreign ministry said that the harbour was open.', 'Norland’s foreign ministry'],
    ['It was a long war.12 The Harbour Council said that the harbour was open.', 'Harbour Council'],
  ])('are no part of who speaks: %s', (text, speaker) => {
    expect(spokenIn(text).at(-1)?.speaker?.name).toBe(speaker);
  });
});
