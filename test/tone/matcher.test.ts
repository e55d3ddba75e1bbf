import { describe, expect, test } from 'vitest';
import { lexiconOf, valuesOf } from './made.ts';

const lexicon = lexiconOf([
  'cooperate,valence,2',
  'cooperat*,valence,1',
  'cold war,object,-2',
  'cold,valence,-1',
  'war,object,-3',
  '[common|shared] _ interest*,valence,2',
  'end,valence,-1,NOUN',
  'de-escalat*,valence,2',
  'US hawks,valence,-1',
  "can't agree,valence,-2",
]);

describe('matching', () => {
  test.each([
    ['They cooperated.', ['cooperate 2']],
    ['A cooperative mood.', ['cooperat* 1']],
    ['A cold war is no war.', ['cold war -2', 'war -3']],
    ['Our common strategic interests matter.', ['common … interest* 2']],
    ['The end of the road.', ['end -1']],
    ['A de-escalation is near.', ['de escalat* 2']],
    ['The US hawks spoke.', ['US hawks -1']],
    ['We can’t agree.', ["ca n't agree -2"]],
    ['A “cold” war.', ['cold war -2']],
  ])('%s', (text, expected) => {
    expect(valuesOf(text, lexicon)).toEqual(expected);
  });

  test.each([
    ['a gap does not skip a mark', 'Our common house, our interests.'],
    ['a gap skips two words at most', 'Our common very long lasting interests.'],
    ['a part of speech is asked for', 'They end it.'],
    ['a pattern with capitals asks for capitals', 'Tell us hawks fly.'],
    ['a pattern does not begin inside a hyphenated word', 'An anti-war song.'],
  ])('%s: %s', (_, text) => {
    expect(valuesOf(text, lexicon)).toEqual([]);
  });
});
