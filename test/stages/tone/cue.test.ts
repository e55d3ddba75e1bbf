import { expect, test } from 'vitest';
import type { QuotationKind } from '../../../src/core/model/statements.ts';
import { scoreTone } from '../../../src/stages/tone/score.ts';
import { readStatement } from '../../../src/stages/tone/statement.ts';
import { contextOf, lexiconOf } from './made.ts';

const lexicon = lexiconOf([
  'meddle,valence,-1',
  'dialogue,object,1',
  'meeting,object,1,,,,,contact',
  '[accuse|accused],attribution,-1.2',
  '[deny|denied],attribution,-0.1,,,,yes',
  '[reject|rejected] _ [claim|claims],attribution,-0.1,,,,yes',
  'praised,attribution,1',
  'groundless,valence,-1',
]);
const values = (text: string, cue: string, kind: QuotationKind = 'indirect') =>
  scoreTone(readStatement(text, lexicon), contextOf({ cue, kind }), lexicon).hits.map(({ term, value }) => `${term} ${value}`);

test.each([
  ['Moscow meddled in the vote of America', 'said', ['meddle -1']],
  ['Moscow meddled in the vote of America', 'denied', ['meddle 0.1']],
  ['the claim that Moscow meddled', 'rejected', ['meddle 0.1']],
  ['an offer by Moscow, which meddled', 'rejected', ['meddle -1']],
  ['it as groundless, for Moscow knew', 'denied', ['groundless 0']],
  ['a dialogue with America goes on', 'denied', ['dialogue -1']],
  ['a meeting with America took place', 'denied', ['meeting 0']],
  ['a dialogue with America goes on', 'accused', ['accuse -1.2', 'dialogue 1']],
])('"%s" after "%s"', (text, cue, expected) => {
  expect(values(text, cue)).toEqual(expected);
});

test('direct speech is scored by its own words', () => {
  expect(values('Moscow meddled in the vote of America', 'denied', 'direct')).toEqual(['meddle -1']);
});

test('a cue that takes a third party for its object says little of the other side', () => {
  expect(values('Moscow for its help', 'praised')).toEqual(['praised 1']);
  expect(values('Iran for its resistance to Moscow', 'praised')).toEqual(['praised 0.3']);
});

test('reporting verbs are no terms of the text itself', () => {
  expect(values('They accused Moscow', 'said')).toEqual([]);
});
