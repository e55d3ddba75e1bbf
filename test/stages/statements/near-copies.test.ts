import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dated } from '../../../src/core/model/articles.ts';
import { wordingKey } from '../../../src/stages/statements/merge.ts';

const said: Dated = { day: '2019-05-14', basis: 'field', earliest: '2019-05-14', latest: '2019-05-14' };
const keyOf = (text: string) => wordingKey({ text, said });

describe('near copies of one quotation', () => {
  it.each([
    ['and/or', 'We will answer threats and pressure with steps of our own', 'We will answer threats or pressure with steps of our own'],
    [
      'that/which',
      'This is a treaty that nobody in the harbour wants to keep',
      'This is a treaty which nobody in the harbour wants to keep',
    ],
    ['a dropped adverb', 'We are completely ready to return to the table in May', 'We are ready to return to the table in May'],
    ['a dropped article', 'The talks in the harbour town failed before the summer came', 'Talks in harbour town failed before summer came'],
    [
      'the spelling of a name',
      'Sergey Tarasin and Andriy Zelensky met us twice in spring',
      'Sergei Tarasin and Andrii Zelenskyy met us twice in spring',
    ],
    [
      'short forms',
      "We don't think they'll come, and we can't wait for them",
      'We do not think they will come, and we cannot wait for them',
    ],
    [
      'British spelling',
      'We will organise our labour without help from the north',
      'We will organize our labor without help from the north',
    ],
  ])('%s makes no second statement', (_what, one, other) => {
    expect(keyOf(one)).toBe(keyOf(other));
  });

  it.each([
    ['a negation', 'We are ready to return to the table in May', 'We are not ready to return to the table in May'],
    ['a number', 'We will send 40 ships to the harbour next spring', 'We will send 60 ships to the harbour next spring'],
    ['a modal verb', 'We will send ships to the harbour next spring', 'We may send ships to the harbour next spring'],
    ['a name', 'Norland will send ships to the harbour next spring', 'Sudland will send ships to the harbour next spring'],
    ['"only"', 'We will only send ships to the harbour next spring', 'We will send ships to the harbour next spring'],
    ['the order of words', 'The harbour needs the town more than we need peace', 'The town needs the harbour more than we need peace'],
    ['few words', 'We want the talks', 'We want talks'],
  ])('%s does', (_what, one, other) => {
    expect(keyOf(one)).not.toBe(keyOf(other));
  });

  it('depends on the words alone: light words put in anywhere change nothing', () => {
    const words = 'harbour towns need peace before winter comes again'.split(' ');
    const light = fc.constantFrom('the', 'and', 'that', 'really', 'calmly');
    fc.assert(
      fc.property(fc.array(fc.tuple(light, fc.nat(words.length)), { maxLength: 6 }), (added) => {
        const text = [...words];
        for (const [word, at] of added) text.splice(at, 0, word);
        expect(keyOf(text.join(' '))).toBe(keyOf(words.join(' ')));
      }),
    );
  });
});
