import { expect, it } from 'vitest';
import { officeWords } from '../../../src/stages/tone/office-words.ts';

const TITLES = new Set(['ombudsman', 'chief', 'secretary', 'director', 'minister', 'ambassador']);

const offices: readonly (readonly [phrase: string, beforeTitle: readonly string[], departments: readonly string[]])[] = [
  ['Norland human rights ombudsman', ['rights', 'human'], []],
  ['Palace deputy chief of staff', ['deputy'], ['staff']],
  ['secretary of state', [], ['state']],
  ['chief of staff of the White House', [], ['staff']],
  // A title before a title is one by itself.
  ['Norland chief secretary', [], []],
  // What goes on behind the word, a name and a country are no departments.
  ['director of national intelligence', [], []],
  ['minister of Norland', [], []],
  ['ambassador to the United Nations', [], []],
  ['leader of the opposition', [], []],
];

it.each(offices)('%s', (phrase, beforeTitle, departments) => {
  const words = officeWords([phrase], TITLES);
  expect([[...words.beforeTitle], [...words.departments]]).toEqual([beforeTitle, departments]);
});
