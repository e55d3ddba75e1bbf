import { describe, expect, it } from 'vitest';
import { marked } from './finding.ts';

describe('words in marks that nobody said', () => {
  it.each([
    ['Norland gave up the so-called “open harbour” policy in May.'],
    ['The band is named Lovenna, which translates to “Catch the Night” in English.'],
    ['After he was promised “dirt” on the mayor, Harlan left.'],
    ['The harbour was long thought to be part of a “game of crowns” in the south.'],
    ['Question: “Should the harbour be closed to foreign ships?”'],
    ['Opinion: “The Harbour Show” returns'],
    ['The talks went on for a week.\n‘TIME TO MOVE FORWARD’ WITH NORLAND\nBoth sides were tired.'],
    ['The talks went on for a week.\n‘The war after the war’: has Norland opened the door?'],
    ['After a review of the old “suspension accord,” the ministry agreed last week that prices were low.'],
    ['Praising her memoir “Hard Winters,” Harlan left the hall.'],
    ['The country moved its forces to “special readiness,” the posture that Norland maintains today.'],
  ])('finds nothing in %j', (text) => {
    expect(marked(text)).toEqual([]);
  });
});

describe('fragments that are somebody’s words', () => {
  it.each([
    ['Harlan called Norland a “foe” of the port.', 'foe'],
    ['Norland considers itself a “near-polar” state.', 'near-polar'],
    ['Norland accused the mayor of “fanatic recklessness” in May.', 'fanatic recklessness'],
    ['The minister warned her colleague of “serious mistrust” between the two.', 'serious mistrust'],
  ])('keeps the fragment of %j', (text, expected) => {
    expect(
      marked(text)
        .map(([words]) => words)
        .join(' '),
    ).toContain(expected);
  });
});
