import { describe, expect, test } from 'vitest';
import { readText } from '../../../src/core/language.ts';
import { Matcher } from '../../../src/core/patterns/matcher.ts';
import { parsePattern } from '../../../src/core/patterns/pattern.ts';
import { Symbols } from '../../../src/core/patterns/symbols.ts';
import { matchableWords } from '../../../src/core/patterns/words.ts';
import { basesOf, lexiconOf } from './made.ts';

const lexicon = lexiconOf([
  'cooperate,valence,2',
  'cooperat*,valence,1',
  'cold war,object,-2',
  'cold,valence,-1',
  'war,object,-3',
  '[common|shared] _ interest*,valence,2',
  'end,valence,-1,NOUN',
  'de-escalat*,valence,2',
  'hawks,valence,-1',
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
    ['The hawks spoke.', ['hawks -1']],
    ['We can’t agree.', ["ca n't agree -2"]],
    ['A “cold” war.', ['cold war -2']],
  ])('%s', (text, expected) => {
    expect(basesOf(text, lexicon)).toEqual(expected);
  });

  test.each([
    ['a gap does not skip a mark', 'Our common house, our interests.'],
    ['a gap skips two words at most', 'Our common very long lasting interests.'],
    ['a part of speech is asked for', 'They end it.'],
    ['a pattern does not begin inside a hyphenated word', 'An anti-war song.'],
  ])('%s: %s', (_, text) => {
    expect(basesOf(text, lexicon)).toEqual([]);
  });
});

describe('a matcher', () => {
  const found = (matcher: Matcher<string>, symbols: Symbols, text: string) =>
    matcher.find(matchableWords(readText(text), symbols), () => true).map(({ entry }) => entry);
  const add = (matcher: Matcher<string>, pattern: string) => {
    matcher.add(parsePattern(pattern).parts, pattern);
  };

  test('tells many words apart, though their bits are few', () => {
    const symbols = new Symbols();
    const matcher = new Matcher<string>(symbols);
    const words = Array.from({ length: 100 }, (_, i) => `w${String.fromCharCode(97 + (i % 26), 97 + Math.floor(i / 26))}q`);
    words.slice(1).forEach((word, i) => void add(matcher, `${words[i]} ${word}`));
    const pairs = (list: readonly string[]) => found(matcher, symbols, list.join(' '));
    expect(words.slice(1).flatMap((word, i) => pairs([words[i] as string, word]))).toHaveLength(99);
    expect(words.slice(31).flatMap((word, i) => pairs([words[i] as string, word]))).toEqual([]);
  });

  test('finds a pattern that is added after a text was read, and does not mistake another matcher’s for its own', () => {
    const symbols = new Symbols();
    const [early, late] = [new Matcher<string>(symbols), new Matcher<string>(symbols)];
    add(early, 'open talks');
    expect(found(early, symbols, 'Open talks began.')).toEqual(['open talks']);
    add(late, 'talks began');
    expect(found(late, symbols, 'Open talks began.')).toEqual(['talks began']);
    expect(found(early, symbols, 'Open talks began.')).toEqual(['open talks']);
  });
});
