import { expect, test } from 'vitest';
import { readText } from '../../../src/core/language.ts';
import { compileToneLexicon } from '../../../src/stages/tone/lexicon.ts';
import { rowsOfNamesAlone } from '../../../src/stages/tone/name-rows.ts';
import { rowsOf, tablesOf } from './made.ts';

const LISTS = {
  speakers: rowsOf('speakers.csv', 'name,aliases', ['Ada Bell,Bell|Minister Bell']),
  offices: rowsOf('offices.csv', 'office,phrases', ['US president,president of the United States|American president']),
  topics: rowsOf('topics.csv', 'id,act,pattern', ['energy,,[pipeline|natural gas]', 'sanctions,yes,sanction*']),
};

function faultsOf(...terms: readonly string[]): readonly string[] {
  const tables = { ...tablesOf(terms), ...LISTS };
  return rowsOfNamesAlone(compileToneLexicon(tables, ['US', 'Russia']).value, tables, readText).map(
    ({ line, message }) => `${line}: ${message.split(';')[0]}`,
  );
}

test.each<[row: string, what: string]>([
  ['bell,valence,-0.6', '"bell" is a person or body of speakers.csv'],
  ['ada bell,valence,-0.6', '"ada bell" is a person or body of speakers.csv'],
  ['american president,valence,0.6', '"american president" is an office of offices.csv'],
  ['iranian,valence,-0.5', '"iranian" is a country, place or name of anchors.csv'],
  ['pipeline,object,-0.4', '"pipeline" is the topic energy of topics.csv'],
  ['with moscow,valence,0.3', '"with" is a function word and "moscow" is a country, place or name of anchors.csv'],
  ['[trust|natural gas],valence,0.3', '"natural gas" is the topic energy of topics.csv'],
])('the row %s is refused: %s', (row, what) => {
  const [pattern, , weight] = row.split(',');
  expect(faultsOf(row)).toEqual([`2: "${pattern}" has the weight ${weight}, but ${what}`]);
});

test.each([
  'trust,valence,1',
  'talk with moscow,valence,0.5',
  'sanction*,object,-1.6',
  'moscow,valence,0',
  'russophobia,valence,-1',
  'lift,reverser,-1',
])('the row %s is let pass', (row) => expect(faultsOf(row)).toEqual([]));
