import { describe, expect, it } from 'vitest';
import { attributionsOf, speakersOf } from './setting.ts';

describe('attributeQuotations', () => {
  const named: readonly (readonly [string, readonly (string | null)[]])[] = [
    ['“{We will wait},” said [Deputy Trade Minister Pavel Sorin].', ['Pavel Sorin']],
    ['“{We will wait},” [Sorin] said.\n\nPavel Sorin is patient.', ['Pavel Sorin']],
    ['[Zimin] said {it was late}.', ['Oleg Zimin']],
    ['“{No},” said [Marta Dell, a professor of law at a small college].', ['Marta Dell']],
    ['“{No},” said [Crane’s campaign manager, Marta Dell].', ['Marta Dell']],
    ['[Mr. de Vries] said {it was late}.', ['de Vries']],
    ['“{No},” said [former secretary of state Marta Dell].', ['Marta Dell']],
    ['“{No},” [Crane campaign spokeswoman] Hope Hale said.', ['Hope Hale']],
    ['[An attorney for Crane, Marta Dell], said {it was late}.', ['Marta Dell']],
    ['[Secretary of State Marta Dell] said {it was late}.', ['Marta Dell']],
    ['[Robert “Bobby” Halvorsen Jr.] said {it was late}.', ['Robert Halvorsen']],
  ];
  it.each(named)('finds the person in the source: %s', (text, expected) => {
    expect(speakersOf(text)).toEqual(expected);
  });

  const other: readonly (readonly [string, readonly (string | null)[]])[] = [
    ['[Crane’s campaign] said {it was late}.', ['Crane’s campaign']],
    ['[experts] said {it was late}.', ['experts']],
    ['[Washington] said {it was late}.', ['US government']],
  ];
  it.each(other)('does not make a person of a body or group: %s', (text, expected) => {
    expect(speakersOf(text)).toEqual(expected);
  });

  it('gives every quotation back once and in order', () => {
    const attributions = attributionsOf('“{One},” [Zimin] said.\n\n“{Two},” said [Ada Lund].\n\n{Three}, [she] said.');
    expect(attributions.map((attribution) => attribution.speaker?.name)).toEqual(['Oleg Zimin', 'Ada Lund', 'Ada Lund']);
    expect(attributions.map((attribution) => attribution.certainty)).toEqual(['known', 'known', 'implied']);
  });
});
