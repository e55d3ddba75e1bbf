import { expect, test } from 'vitest';
import { readStatement } from '../../../src/stages/tone/statement.ts';
import { markersOf, uncoveredTerms } from '../../../src/stages/tone/uncovered.ts';
import { neverMatching } from '../../../src/stages/tone/unreachable-rows.ts';
import { contextOf, lexiconOf } from './made.ts';

const lexicon = lexiconOf(['dialogue,object,1', 'quarrel,object,-1']);

test('uncovered terms are the frequent content words and pairs that no row knows', () => {
  const readings = ['The frozen conflict is a frozen conflict.', 'A frozen conflict ended the dialogue.', 'One quarrel.'].map(
    (text: string) => readStatement(text, lexicon),
  );
  expect(uncoveredTerms(readings, lexicon, 2)).toEqual(
    [
      { term: 'conflict', texts: 2 },
      { term: 'frozen conflict', texts: 2 },
      { term: 'frozen', texts: 2 },
    ].toSorted((a, b) => (a.term < b.term ? -1 : 1)),
  );
});

test('markers are uncovered terms that stand with one label', () => {
  const labelled = Array.from({ length: 24 }, (_, i) => ({
    reading: readStatement(i % 2 === 0 ? 'Moscow praised a splendid visit to Washington.' : 'Moscow protested to Washington.', lexicon),
    context: contextOf(),
    tone: i % 2 === 0 ? 1 : -1,
  }));
  const markers = markersOf(labelled, lexicon);
  expect(markers.find(({ term }) => term === 'splendid')).toMatchObject({ label: 1, texts: 12 });
  expect(markers.find(({ term }) => term === 'protest')).toMatchObject({ label: -1, texts: 12 });
});

test.each([
  [['lift,reverser,-1', 'lift,reverser,-0.5,VERB'], ['lift']],
  [['[end|halt],reverser,-1', 'halt,negator,-1'], ['halt']],
  [['lift,valence,1,VERB', 'lift,reverser,-1'], []],
  [['lift,reverser,-1', 'lift,valence,1'], []],
  [['our patience,valence,-1', 'so-called,valence,-1', "can't stand,valence,-1"], []],
])('of %j the rows %j can never match', (rows, expected) => {
  const faults = neverMatching(lexiconOf(rows), (text: string) => readStatement(text, lexicon));
  expect(faults.map(({ message }) => /"([^"]+)"/.exec(message)?.[1])).toEqual(expected);
});
