import { describe, expect, it } from 'vitest';
import { attributionsOf, speakersOf } from './setting.ts';

describe('a role noun as source', () => {
  const resolved: readonly (readonly [string, string])[] = [
    ['Sen. Marta Dell was late.\n\n“{I ran},” [the senator] said.', 'Marta Dell'],
    ['Pavel Sorin, the mayor of a small town, was late.\n\n“{I ran},” [the mayor] said.', 'Pavel Sorin'],
    ['Marta Dell met Pavel Sorin. Dell is the governor of Ohio.\n\n“{I ran},” said [the governor].', 'Marta Dell'],
    ['The company’s founder, Pavel Sorin, met Marta Dell, a doctor.\n\n“{I ran},” [the founder] said.', 'Pavel Sorin'],
    ['Sen. Marta Dell met Rep. Pavel Sorin.\n\n“{I ran},” [the congressman] said.', 'Pavel Sorin'],
    ['Former President Ada Lund met President Walter Crane.\n\n“{I ran},” [the former president] said.', 'Ada Lund'],
    ['Former President Ada Lund met President Walter Crane.\n\n“{I ran},” [the president] said.', 'Walter Crane'],
    ['Zimin was late.\n\n“{I ran},” [Moscow’s top diplomat] said.', 'Oleg Zimin'],
    ['Nobody is named here.\n\n“{I ran},” [the US president] said.', 'Walter Crane'],
  ];
  it.each(resolved)('finds the person who bears it: %s', (text, expected) => {
    expect(speakersOf(text)).toEqual([expected]);
  });

  const kept: readonly (readonly [string, string])[] = [
    ['Sen. Marta Dell was late.\n\n“{We ran},” [the senators] said.', 'senators'],
    ['Sen. Marta Dell was late.\n\n“{I ran},” [a senator] said.', 'senator'],
    // Who is sent elsewhere has another office.
    ['Nobody is named here.\n\n“{I ran},” [Moscow’s top diplomat in Ashton] said.', 'Moscow’s top diplomat'],
    // One of several is not the one who holds the office.
    ['Nobody is named here.\n\n“{I ran},” [a US president] said.', 'US president'],
    ['Nobody is named here.\n\n“{I ran},” [one Russian foreign minister] said.', 'Russian foreign minister'],
    ['Vice President Marta Dell was late.\n\n“{I ran},” [the president] said.', 'president'],
    [
      `President Pavel Sorin of Norland was there.\n\n${'Ships came. Rain fell. Wind blew. Night fell.\n\n'.repeat(3)}Crane, the US president, spoke. Crane smiled.\n\n“{I ran},” [the president] said.`,
      'Walter Crane',
    ],
    ['Sen. Marta Dell was late.\n\n“{I ran},” [the senator’s spokesman] said.', 'senator’s spokesman'],
    ['The Russian lawmaker Pavel Sorin was late.\n\n“{I ran},” [the French lawmaker] said.', 'French lawmaker'],
  ];
  it.each(kept)('does not take somebody else for it: %s', (text, expected) => {
    expect(speakersOf(text)).toEqual([expected]);
  });

  it('follows the date of the article', () => {
    expect(speakersOf('“{I ran},” [the US president] said.', '2003-02-01')).toEqual(['Ada Lund']);
    expect(speakersOf('“{I ran},” [the US president] said.', '2015-02-01')).toEqual(['Walter Crane']);
    expect(speakersOf('“{I ran},” [the US president] said.', null)).toEqual(['US president']);
    expect(speakersOf('“{I ran},” [the US ambassador to Norland] said.', '2008-02-01')).toEqual(['Ada Lund']);
    expect(speakersOf('“{I ran},” [the US ambassador in Norland] said.', '2008-02-01')).toEqual(['Ada Lund']);
    expect(speakersOf('“{I ran},” [the US president in Ashton] said.', '2008-02-01')).toEqual(['Walter Crane']);
  });
});

describe('a pronoun as source', () => {
  const resolved: readonly (readonly [string, readonly (string | null)[]])[] = [
    ['“{We won},” said [Marta Dell].\n\n{They had been ready}, [she] said.', ['Marta Dell', 'Marta Dell']],
    ['“{We won},” [Marta Dell] told Pavel Sorin.\n\n{They had been ready}, [she] said.', ['Marta Dell', 'Marta Dell']],
    ['“{We won},” said [Paul Sorin], who had met Peter Low.\n\n{They had been ready}, [he] said.', ['Paul Sorin', 'Paul Sorin']],
    ['Ms. Quenby spoke to Peter Low.\n\n{They had been ready}, [she] said.', ['Quenby']],
    ['Marta Dell, a teacher, [who] said {it was late}, went home.', ['Marta Dell']],
    ['Rep. Marta Dell (D-Ohio), [who] said {it was late}, went home.', ['Marta Dell']],
    ['He was met by voters [who] said {it was late}.', ['voters']],
  ];
  it.each(resolved)('finds whom it stands for: %s', (text, expected) => {
    expect(speakersOf(text).slice(-expected.length)).toEqual(expected);
  });

  it('stays without a speaker where nobody of that gender was named', () => {
    expect(speakersOf('Marta Dell was there.\n\n{It was late}, [he] said.')).toEqual([null]);
  });

  it('is implied, while a name at the cue is known', () => {
    const attributions = attributionsOf('“{We won},” said [Marta Dell].\n\n{They had been ready}, [she] said.');
    expect(attributions.map(({ rule, certainty }) => [rule, certainty])).toEqual([
      ['source-name', 'known'],
      ['source-pronoun', 'implied'],
    ]);
  });
});
