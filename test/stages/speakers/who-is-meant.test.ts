import { describe, expect, it } from 'vitest';
import { attributionsOf, speakersOf } from './setting.ts';
import { spokenIn } from './spoken.ts';

/** The speakers of a text's quotations, in order, as the rooms themselves find them. */
function spoken(text: string): readonly (string | null)[] {
  return spokenIn(text).map(({ speaker }) => speaker?.name ?? null);
}

describe('a role that several can have', () => {
  const roles: readonly (readonly [text: string, last: string | null])[] = [
    // The name in a role narrows it.
    ['Pavel Sorin, a spokesman, was there.\n[The Harbour spokesman] said {it was late}.', 'Harbour spokesman'],
    ['Pavel Sorin, head of a bank, was there.\n[The head of the Harbour customs committee] said {it was late}.', 'head'],
    ['Pavel Sorin, a spokesman, was there.\n[The spokesman] said {it was late}.', 'Pavel Sorin'],
    // What a verb follows is no apposition of the name before it.
    ['They met Pavel Sorin, an EU official said. [The EU official] said {it was late}.', 'EU official'],
  ];
  it.each(roles)('is nobody else’s: %s', (text, last) => {
    expect(speakersOf(text).at(-1)).toBe(last);
  });
});

describe('a word that begins a clause', () => {
  const clauses: readonly (readonly [text: string, last: string | null])[] = [
    ['It was a bridge [which several officials] said {would fall}.', 'officials'],
    ['It was [what experts] called {a “wall of water”}.', 'experts'],
    ['Lund is a man [whose campaign] threatened {to end it all}.', null],
  ];
  it.each(clauses)('is no part of a name: %s', (text, last) => {
    expect(speakersOf(text).at(-1)).toBe(last);
  });
});

describe('a document', () => {
  it('of a body is that body’s', () => {
    expect(speakersOf('Norland rejected [a Harbour Council resolution] condemning {the raid}.')).toEqual(['Harbour Council']);
  });
});

describe('a pronoun', () => {
  const pronouns: readonly (readonly [text: string, last: string | null])[] = [
    ['Marta Dell rose. Pavel Sorin rose too. [He] said {he had met Mr. Sorin}.', null],
    ['[Pavel Sorin] said {it was dark}. [He] said {it was late}.', 'Pavel Sorin'],
    ['[a spokesman] said {it was dark}.\n[He] said {it was late}.', 'spokesman'],
    ['The Harbour Bank was closed on Monday. [It] said {it was late}.', 'Harbour Bank'],
    ['Sailors were waiting. [They] said {it was late}.', 'Sailors'],
    ['PAVEL SORIN / HARBOUR PRESS\nMarta Dell left. [She] said {it was late}.', 'Marta Dell'],
    ['Ukrainians were waiting. [He] said {it was late}.', null],
  ];
  it.each(pronouns)('means the one whom a reader takes it for: %s', (text, last) => {
    expect(speakersOf(text).at(-1)).toBe(last);
  });
});

describe('a name with "Jr."', () => {
  const names: readonly (readonly [text: string, speakers: readonly (string | null)[]])[] = [
    ['[Walter Crane] said {it was dark}.\n[Crane Jr.] said {it was late}.', ['Walter Crane', 'Crane Jr.']],
    ['[Walter Crane] said {it was dark}.\n[Walter Crane Jr.] said {it was late}.', ['Walter Crane', 'Walter Crane Jr.']],
    ['[Robert Low Jr.] said {it was dark}.\n[Low] said {it was late}.', ['Robert Low', 'Robert Low']],
  ];
  it.each(names)('is the son, and the plain name the one that is known: %s', (text, speakers) => {
    expect(speakersOf(text)).toEqual(speakers);
  });
});

describe('words around a quotation', () => {
  const around: readonly (readonly [text: string, speakers: readonly (string | null)[]])[] = [
    ['PAVEL SORIN, HEAD OF THE HARBOUR BANK\n“The lake is ours and stays ours.”', ['Pavel Sorin']],
    ['“The lake is ours,” said US State Department spokesman Pavel Sorin.', ['Pavel Sorin']],
    ['“The lake is ours,” said an official stationed in Ashton, who left.', ['official']],
    ['The head of Harbour Corp., Pavel Sorin, said the lake was theirs.', ['Pavel Sorin']],
    ['A source at a bank advising Norland told a paper the lake was theirs.', ['source']],
    ['Marta Dell left a meeting with Pavel Sorin, who wrote: “The lake is ours.”', ['Pavel Sorin']],
    ['Marta Dell said in an e-mailed statement: “The lake is ours.”', ['Marta Dell']],
    ['“The lake is ours,” said Lt. Gen. (ret.) Pavel Sorin, who served there.', ['Pavel Sorin']],
    ['“The lake is ours,” the envoy (Pavel Sorin) said.', ['Pavel Sorin']],
    ['“The lake is ours,” said to reporters Pavel Sorin, the envoy.', ['Pavel Sorin']],
    ['Pavel Sorin said that the lake was theirs, Interfax reported.', ['Pavel Sorin']],
    ['The fee is set under a law invoked after a raid in Ashton, Zimin said.', ['Oleg Zimin']],
    ['Marta Dell spoke first.\n\n“The lake is ours,” Interfax reported.', ['Interfax']],
    ['“The lake is deep,” Marta Dell said.\n\n“The lake is ours,” Interfax reported.', ['Marta Dell', 'Marta Dell']],
  ];
  it.each(around)('name its speaker: %s', (text, speakers) => {
    expect(spoken(text)).toEqual(speakers);
  });

  it('keeps the agency that reports words in marks as their carrier', () => {
    expect(spokenIn('“The lake is deep,” Marta Dell said.\n\n“The lake is ours,” Interfax reported.')[1]?.via).toBe('Interfax');
  });

  it('has no certainty where the speaker follows from the sentence before', () => {
    expect(attributionsOf('The Harbour Bank was closed. [It] said {it was late}.')[0]?.certainty).toBe('implied');
  });
});

describe('"the president" where two are named', () => {
  const offices: readonly (readonly [text: string, last: string | null])[] = [
    ['President Crane met Russian President Zimin. [The president] said {it was late}.', 'Walter Crane'],
    ['Talks went on.\nPresident Crane met Russian President Zimin. [The president] said {it was late}.', 'Walter Crane'],
    // Both without a country: the subject of the sentence before.
    ['President Zimin met President Crane. [The president] said {it was late}.', 'Oleg Zimin'],
    ['Talks went on.\nPresident Crane met President Zimin. [The president] said {it was late}.', 'Walter Crane'],
    // No subject to go by: nobody.
    ['On Monday they met President Crane and President Zimin. [The president] said {it was late}.', null],
  ];
  it.each(offices)('is the one whom a reader takes it for: %s', (text, last) => {
    expect(speakersOf(text).at(-1)).toBe(last);
  });
});

describe('a role with a hyphen', () => {
  it.each([
    'Marta Dell, a senator, was there. [The 62-year-old senator] said {it was late}.',
    'Marta Dell, a senator, was there. [The right-wing senator] said {it was late}.',
  ])('is one person’s: %s', (text) => {
    expect(speakersOf(text).at(-1)).toBe('Marta Dell');
  });
});
