import { describe, expect, test } from 'vitest';
import { compileToneLexicon } from '../../../src/stages/tone/lexicon.ts';
import { rowsOf, tablesOf } from './made.ts';

const faultsOf = (terms: readonly string[]) =>
  compileToneLexicon(tablesOf(terms), ['US', 'Russia']).faults.map(({ file, line, message }) => `${file}:${line}: ${message}`);

describe('faults of tone rows', () => {
  test.each([
    ['dialogue,object,50', 'tone.csv:2: weight must be from -3 to 3, found "50"'],
    ['dialogue,object,', 'tone.csv:2: weight must be from -3 to 3, found ""'],
    [
      'dialogue,thing,1',
      'tone.csv:2: class must be one of valence, object, attribution, idiom, reverser, negator, intensifier, diminisher, hedge, contrast, condition, question, found "thing"',
    ],
    ['dialogue,object,1,noun', 'tone.csv:2: pos must be a universal part of speech or empty, found "noun"'],
    ['lift,reverser,-1,,,ahead', 'tone.csv:2: scope must be forward, back, both or empty, found "ahead"'],
    ['[lift,reverser,-1', 'tone.csv:2: pattern: brackets do not match in "[lift"'],
  ])('%s', (row, fault) => expect(faultsOf([row])).toEqual([fault]));

  test('the same pattern twice in one file', () => {
    expect(faultsOf(['dialogue,object,1', 'talks,object,1', 'dialogue,object,2'])).toEqual([
      'tone.csv:4: pattern "dialogue" stands already in line 2, expected it once',
    ]);
  });

  test('all faults are told at once', () => {
    expect(faultsOf(['a,thing,1', 'b,object,9'])).toHaveLength(2);
  });
});

test('a row for a side that the job does not have is left out without a fault', () => {
  const { value, faults } = compileToneLexicon({ tone: rowsOf('tone.csv', 'pattern,class,weight,side', ['tariff,object,-1,RU']) }, [
    'US',
    'China',
  ]);
  expect({ terms: value.entries, faults }).toEqual({ terms: [], faults: [] });
});

test('a row of an earlier file stands before the same row of a later one', () => {
  const tone = rowsOf('mine/tone.csv', 'pattern,class,weight', ['dialogue,object,2']);
  const sister = rowsOf('shared/tone-more.csv', 'pattern,class,weight', ['dialogue,object,1']);
  const { value, faults } = compileToneLexicon({ tone, 'tone-more': sister }, ['US', 'Russia']);
  expect({ weights: value.entries.map(({ weight }) => weight), faults }).toEqual({ weights: [2], faults: [] });
});

test('anchors must name a side of the job, both, third or topic', () => {
  const anchors = rowsOf('anchors.csv', 'side,pattern,weight', ['UK,london,', 'topic,trade,', 'topic,treaty,0.5']);
  expect(compileToneLexicon({ anchors }, ['US', 'Russia']).faults.map(({ message }) => message)).toEqual([
    'side must be US, Russia, both, third or topic, found "UK"',
    'a topic must have a weight other than 0',
  ]);
});

test('half a spelling is a fault of its line', () => {
  const { faults } = compileToneLexicon({ spellings: rowsOf('spellings.csv', 'from,to', ['centre,center', 'dialog,']) }, ['US', 'Russia']);
  expect(faults.map(({ line, message }) => `${line}: ${message}`)).toEqual(['3: from and to must both be given, found an empty cell']);
});
