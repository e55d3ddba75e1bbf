import { expect, test } from 'vitest';
import { PrintedWords } from '../../../src/stages/writing/chosen.ts';

type Row = Parameters<PrintedWords['add']>[0];

test('a row of the lexicon is called by the words that it matched most often, and a cue by its own word', () => {
  const row = (text: string, term: string, words: string, span: readonly [number, number]) =>
    ({ text, passage: null, hits: JSON.stringify([{ term, words, span }]) }) as unknown as Row;
  const rows = [
    row('Talks begin.', 'talks', 'Talks', [0, 5]),
    row('The talks end.', 'talks', 'talks', [4, 9]),
    row('They will meet.', 'cue-offer', 'promised', [0, 0]),
  ];
  const words = new PrintedWords();
  for (const each of rows) words.add(each);
  expect(Object.fromEntries(words.mostOften())).toEqual({ talks: 'talks', 'cue-offer': 'promised' });
});
