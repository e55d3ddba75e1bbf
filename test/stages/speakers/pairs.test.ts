import { describe, expect, it } from 'vitest';
import { spokenIn } from './spoken.ts';

/** Everybody who makes the last statement of a text. */
function last(text: string): readonly (string | undefined)[] {
  const attribution = spokenIn(text).at(-1);
  return [attribution?.speaker?.name, ...(attribution?.joint ?? []).map(({ name }) => name)];
}

describe('"they" behind a sentence with two persons', () => {
  it.each([
    'Marta Dell and Pavel Sorin left the hall. They said the lake was theirs.',
    'Marta Dell and Pavel Sorin left the hall. They said it was late. They added that the lake was theirs.',
    'Senator Marta Dell and Premier Pavel Sorin left the hall. “The lake is ours,” they said.',
    'Premier Marta Dell met President Pavel Sorin in Ashton on Monday. They agreed to keep the lake open.',
    'Marta Dell held talks with Pavel Sorin in Ashton.\nThe weather was fine. They agreed to keep the lake open.',
  ])('means the two, where they act together or meet: %s', (text) => {
    expect(last(text)).toEqual(['Marta Dell', 'Pavel Sorin']);
  });

  it.each([
    // One acts on the other.
    ['Marta Dell blamed Pavel Sorin for the raid. They said the lake was theirs.', [undefined]],
    ['Marta Dell knew the men of Pavel Sorin. They said the lake was theirs.', [undefined]],
    // Three, or one.
    ['Marta Dell and Pavel Sorin met Ned Low. They said the lake was theirs.', [undefined]],
    ['Marta Dell left the hall. They said the lake was theirs.', [undefined]],
    // A group spoke before.
    ['Officials met Marta Dell. Officials said it was late. They said the lake was theirs.', ['officials']],
    // Too far.
    ['Marta Dell and Pavel Sorin left.\nIt rained.\nIt snowed.\nThe town slept.\nThey said the lake was theirs.', [undefined]],
  ])('else nobody, or the group: %s', (text, speakers) => {
    expect(last(text)).toEqual(speakers);
  });
});
