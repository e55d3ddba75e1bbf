import { describe, expect, it } from 'vitest';
import { spokenIn } from './spoken.ts';

/** Who says the last words of a text. */
function last(text: string): string | null {
  return spokenIn(text).at(-1)?.speaker?.name ?? null;
}

describe('a verb of going on', () => {
  const going: readonly (readonly [text: string, speaker: string | null])[] = [
    ['The bridge said little of Oleg Zimin. Pavel Sorin said that Zimin was late. “We waited for hours,” he added.', 'Pavel Sorin'],
    ['Pavel Sorin said that it was late.\n\nOleg Zimin was there. “We waited for hours,” he continued.', 'Pavel Sorin'],
  ];
  it.each(going)('leaves the words with the one who spoke last: %s', (text, speaker) => {
    expect(last(text)).toBe(speaker);
  });

  const others: readonly (readonly [text: string, speaker: string | null])[] = [
    // Another gender.
    ['Ada Lund came. Pavel Sorin said that it was late. Lund nodded. “We waited for hours,” she added.', 'Ada Lund'],
    // Another verb: the subject next to it.
    ['Pavel Sorin said that it was late.\n\nOleg Zimin was there. “We waited for hours,” he said.', 'Oleg Zimin'],
    // Too far back.
    ['Pavel Sorin said that it was late.\n\nIt rained.\n\nOleg Zimin was there.\n\n“We waited for hours,” he added.', 'Oleg Zimin'],
  ];
  it.each(others)('does not where somebody else is meant: %s', (text, speaker) => {
    expect(last(text)).toBe(speaker);
  });
});
