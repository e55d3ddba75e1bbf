import { describe, expect, it } from 'vitest';
import { attributionsOf, speakersOf } from './setting.ts';

type Case = readonly [text: string, speaker: string | null];

/** The last speaker of a marked text. */
function lastSpeaker(text: string): string | null {
  return speakersOf(text).at(-1) ?? null;
}

describe('who can make a statement', () => {
  const speaking: readonly Case[] = [
    // A noun for persons, by a list or by its ending.
    ['[Three marchers] said {the bridge would fall}.', 'marchers'],
    ['[A harbour pilot’s widow] said {it was late}.', 'harbour pilot’s widow'],
    ['[Two cyberexperts] said {it was late}.', 'cyberexperts'],
    ['[The demonstrators] said {it was late}.', 'demonstrators'],
    ['[Many] said {it was late}.', 'many'],
    // A group or body.
    ['[The crowd] said {it was late}.', 'crowd'],
    ['[A local shipping firm] said {it was late}.', 'local shipping firm'],
    ['[Both sides] said {it was late}.', 'sides'],
    // A document that reports or argues.
    ['[A new study] said {prices would rise}.', 'new study'],
    ['[The indictment] says {he took money}.', 'indictment'],
    // What says how somebody knows is no head.
    ['[Two officials familiar with the talks] said {it was late}.', 'officials'],
    ['[A source close to the board] said {it was late}.', 'source'],
    ['[A person involved in the sale] said {it was late}.', 'person'],
    // The day belongs to the verb.
    ['[The Harbour Council Thursday] said {it was late}.', 'Harbour Council'],
  ];
  it.each(speaking)('is a person, a group, a body or a document: %s', (text, speaker) => {
    expect(lastSpeaker(text)).toBe(speaker);
  });

  const silent: readonly Case[] = [
    ['[The treaty] says {both must disarm}.', null],
    ['[The Carter Doctrine] says {the strait is ours}.', null],
    ['[The Norland Protocol] demands {that ships be searched}.', null],
    ['[Attack helicopters] claimed {the hill}.', null],
    ['[Champagne corks] announced {the end}.', null],
    ['[Their tensions] suggested {a war}.', null],
    ['[The computers] warned {that time was short}.', null],
    ['As [eyebrows] said {enough}, they left.', null],
    ['It was [inconsistent] called {the plan}.', null],
    ['[Late Monday] announced {a pause}.', null],
    ['[The accusations] denied {at once}.', null],
  ];
  it.each(silent)('is no thing: %s', (text, speaker) => {
    expect(lastSpeaker(text)).toBe(speaker);
  });
});

describe('an office without a name', () => {
  const offices: readonly Case[] = [
    ['[First Deputy Chairman of the central bank Pavel Sorin] said {it was late}.', 'Pavel Sorin'],
    ['[Deputy Secretary of State Marta Dell] said {it was late}.', 'Marta Dell'],
    ['[The former ambassador to Russia Marta Dell] said {it was late}.', 'Marta Dell'],
    ['[The Norland envoy for Ukraine Marta Dell] said {it was late}.', 'Marta Dell'],
    ['[NATO Secretary-General Pavel Sorin] said {it was late}.', 'Pavel Sorin'],
    // Somebody who is called like an office has a name.
    ['Stephen Major came. [Major] said {it was late}.', 'Stephen Major'],
  ];
  it.each(offices)('leaves the name to the one who bears it: %s', (text, speaker) => {
    expect(lastSpeaker(text)).toBe(speaker);
  });

  const others: readonly Case[] = [
    ['[A spokeswoman for Secretary of State Marta Dell] said {it was late}.', 'spokeswoman'],
    ['[A lawyer for President Marta Dell] said {it was late}.', 'lawyer'],
    ['[The Minority Leader] said {it was late}.', 'Minority Leader'],
  ];
  it.each(others)('is not the one whom somebody else serves: %s', (text, speaker) => {
    expect(lastSpeaker(text)).toBe(speaker);
  });
});

describe('"it"', () => {
  const bodies: readonly Case[] = [
    ['However, the bridge fell. [It] said {it was late}.', null],
    ['Assurances were printed. [It] said {it was late}.', null],
    ['Six degrees are enough. [It] said {it was late}.', null],
    ['The Harbour Bank was closed. [It] said {it was late}.', 'Harbour Bank'],
    ['On Monday, the Harbour Bank closed. [It] said {it was late}.', 'Harbour Bank'],
    ['[Norsk] said {it was dark}. [Pavel Sorin] said {it was late}.\nNorsk is suing a bank. [It] said {it was early}.', 'Norsk'],
    ['Sorin is suing a bank. Pavel Sorin left. [It] said {it was late}.', null],
    ['The garrison was hungry. [It] said {it was late}.', 'garrison'],
  ];
  it.each(bodies)('means a body and no word that only begins a sentence: %s', (text, speaker) => {
    expect(lastSpeaker(text)).toBe(speaker);
  });
});

describe('a third country', () => {
  const sides: readonly (readonly [text: string, side: string | null])[] = [
    ['[Spain’s foreign minister] said {it was late}.', 'other'],
    ['[Australia] said {it was late}.', 'other'],
    ['[Kenyan police] said {it was late}.', 'other'],
    ['[The police] said {it was late}.', null],
  ];
  it.each(sides)('is a side of its own: %s', (text, side) => {
    expect(attributionsOf(text).at(-1)?.speaker?.side ?? null).toBe(side);
  });
});

describe('a body of the press', () => {
  const roles: readonly (readonly [text: string, role: string])[] = [
    ['[The TASS news agency] said {it was late}.', 'media'],
    ['[The Harbour News Service] said {it was late}.', 'media'],
    ['[The Harbour Space Agency] said {it was late}.', 'institution'],
  ];
  it.each(roles)('is known by its words: %s', (text, role) => {
    expect(attributionsOf(text).at(-1)?.speaker?.role).toBe(role);
  });
});
