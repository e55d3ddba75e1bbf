import { describe, expect, it } from 'vitest';
import { speakersOf } from './setting.ts';

type Case = readonly [text: string, speaker: string];

/** The last speaker of a marked text. */
const lastSpeaker = (text: string) => speakersOf(text).at(-1);

describe('a name of the roster with one letter wrong', () => {
  const meant: readonly Case[] = [
    // The article has it right elsewhere.
    ['Walter Crane spoke in town. [Waltr Crane] said {it was late}.', 'Walter Crane'],
    ['[Waltr Crane] said {it was late}. Walter Crane left.', 'Walter Crane'],
    ['Walter Crane spoke in town. [Walter Crame] said {it was late}.', 'Walter Crane'],
    // The person holds an office on that day.
    ['[Wlater Crane] said {it was late}.', 'Walter Crane'],
    ['[President Walther Crane] said {it was late}.', 'Walter Crane'],
    // A bare surname behind it is the same person.
    ['[Waltr Crane] said {it was dark}. [Crane] said {it was late}.', 'Walter Crane'],
  ];
  it.each(meant)('means that person: %s', (text, speaker) => {
    expect(lastSpeaker(text)).toBe(speaker);
  });

  const others: readonly Case[] = [
    ['[Albert Crane] said {it was late}.', 'Albert Crane'],
    ['[Wanda Crane] said {it was late}.', 'Wanda Crane'],
    // Too short to be a misprint of anything.
    ['Oleg Zimin spoke in town. [Olga Zimin] said {it was late}.', 'Olga Zimin'],
    // Two letters.
    ['Walter Crane spoke in town. [Wltr Crane] said {it was late}.', 'Wltr Crane'],
    // A surname with one letter more is a surname, where the article does not name the other.
    ['[Walter Cranes] said {it was late}.', 'Walter Cranes'],
  ];
  it.each(others)('but these are somebody else: %s', (text, speaker) => {
    expect(lastSpeaker(text)).toBe(speaker);
  });
});
