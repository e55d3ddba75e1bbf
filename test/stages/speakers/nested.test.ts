import { describe, expect, it } from 'vitest';
import { spokenIn } from './spoken.ts';

/** Speaker, rule and certainty of every statement. */
function told(text: string): readonly (readonly [string | null, string, string])[] {
  return spokenIn(text).map(({ speaker, rule, certainty }) => [speaker?.name ?? null, rule, certainty]);
}

describe('a nested report', () => {
  it('is implied, by its own speaker, and leaves the speaker of the report as it was', () => {
    expect(told('Ada Lund said that Oleg Zimin had promised to open the harbour.')).toEqual([
      ['Ada Lund', 'source-name', 'known'],
      ['Oleg Zimin', 'nested-report', 'implied'],
    ]);
  });

  const single: readonly (readonly [text: string, speaker: string | null])[] = [
    // Of oneself.
    ['Ada Lund said that Lund had promised to open the harbour.', 'Ada Lund'],
    // Of nobody by name.
    ['Ada Lund said that Norland officials had promised to open the harbour.', 'Ada Lund'],
    // An agency that carries words reports nothing of its own.
    ['Oleg Zimin said that the harbour was safe, Reuters reported.', 'Oleg Zimin'],
    ['Marta Dell, a spokeswoman for the harbour, said that the quay was safe, Reuters reported.', 'Marta Dell'],
  ];
  it.each(single)('is none in: %s', (text, speaker) => {
    expect(told(text).map(([name]) => name)).toEqual([speaker]);
    expect(spokenIn(text).flatMap(({ quotation }) => quotation.nested ?? [])).toEqual([]);
  });
});
