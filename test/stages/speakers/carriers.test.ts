import { describe, expect, it } from 'vitest';
import { spokenIn } from './spoken.ts';

/** The first quotation of a text. */
function first(text: string) {
  const [attribution] = spokenIn(text);
  return [attribution?.speaker?.name ?? null, attribution?.via ?? null];
}

describe('words that somebody else carries', () => {
  const carried: readonly (readonly [text: string, speaker: string | null, via: string | null])[] = [
    ['“The lake is ours,” Interfax quoted Kremlin spokesman Pavel Sorin as saying.', 'Pavel Sorin', 'Interfax'],
    ['Interfax quoted Kremlin spokesman Pavel Sorin as saying that the lake was theirs.', 'Pavel Sorin', 'Interfax'],
    ['Interfax quoted Kremlin spokesman Pavel Sorin as saying: “The lake is ours.”', 'Pavel Sorin', 'Interfax'],
    ['“The lake is ours,” Interfax cited Deputy Trade Minister Pavel Sorin as telling reporters.', 'Pavel Sorin', 'Interfax'],
    ['“The lake is ours,” Deputy Trade Minister Pavel Sorin was quoted by Interfax as saying.', 'Pavel Sorin', 'Interfax'],
    ['“The lake is ours,” Pavel Sorin, the trade envoy, was quoted as saying by Interfax.', 'Pavel Sorin', 'Interfax'],
    ['“The lake is ours,” Interfax reported on Tuesday, citing Pavel Sorin, a Kremlin aide.', 'Pavel Sorin', 'Interfax'],
    ['Interfax, citing Deputy Trade Minister Pavel Sorin, said the lake was theirs.', 'Pavel Sorin', 'Interfax'],
    ['Trade envoy Pavel Sorin came late. “The lake is ours,” Interfax quoted him as saying.', 'Pavel Sorin', 'Interfax'],
  ];
  it.each(carried)('%s', (text, speaker, via) => {
    expect(first(text)).toEqual([speaker, via]);
  });

  const plain: readonly (readonly [text: string, speaker: string | null])[] = [
    ['“The lake is ours,” Pavel Sorin, the trade envoy, told Interfax.', 'Pavel Sorin'],
    ['Zimin, citing a report of the harbour, said the lake was theirs.', 'Oleg Zimin'],
    ['Zimin, citing Ada Lund, said the lake was theirs.', 'Oleg Zimin'],
    ['Interfax, citing a study of the harbour, said the lake was theirs.', 'Interfax'],
  ];
  it.each(plain)('leaves the words with the one who says them: %s', (text, speaker) => {
    expect(first(text)).toEqual([speaker, null]);
  });
});

describe('passives', () => {
  const agents: readonly (readonly [text: string, speaker: string | null])[] = [
    ['“The lake is ours,” the council was told by trade envoy Pavel Sorin.', 'Pavel Sorin'],
    ['“They will come,” lawmakers were warned by General Ray Dell, the commander.', 'Ray Dell'],
    ['“The lake is ours,” the panel heard from Pavel Sorin, the envoy.', 'Pavel Sorin'],
    ['“The lake is ours,” the council was told.', null],
  ];
  it.each(agents)('name the speaker behind "by" or nobody: %s', (text, speaker) => {
    expect(first(text)).toEqual([speaker, null]);
  });
});

describe('two who speak together', () => {
  const together: readonly (readonly [text: string, speaker: string, joint: readonly string[]])[] = [
    ['“We agree,” Pavel Sorin, the envoy, and Marta Dell, an aide, said in a joint statement.', 'Pavel Sorin', ['Marta Dell']],
    ['Oleg Zimin and Ada Lund said that they agreed.', 'Oleg Zimin', ['Ada Lund']],
    ['Marta Dell and her envoy said that they agreed.', 'Marta Dell', []],
    ['Zimin and Lund supporters said that they agreed.', 'Oleg Zimin', []],
    ['Talks between Zimin and Lund were over. Zimin thanked Ada Lund, and Lund said that she agreed.', 'Ada Lund', []],
  ];
  it.each(together)('%s', (text, speaker, joint) => {
    const attribution = spokenIn(text).at(-1);
    expect([attribution?.speaker?.name, attribution?.joint.map(({ name }) => name)]).toEqual([speaker, joint]);
  });
});
