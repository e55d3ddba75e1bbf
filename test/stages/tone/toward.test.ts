import { describe, expect, test } from 'vitest';
import type { ToneContext } from '../../../src/core/model/tone.ts';
import { rawScore, scoreTone } from '../../../src/stages/tone/score.ts';
import { readStatement } from '../../../src/stages/tone/statement.ts';
import { bundled } from './bundled.ts';
import { contextOf } from './made.ts';

const { value: lexicon } = bundled;

function signOf(text: string, context: Partial<ToneContext> = {}): string {
  const sum = rawScore(scoreTone(readStatement(text, lexicon), contextOf({ side: 'US', ...context }), lexicon).hits);
  return sum > 0 ? '+' : sum < 0 ? '-' : '0';
}

describe('a judgement on what is done to the other side', () => {
  test.each([
    ['who calls hostility a mistake speaks for its opposite', 'Isolating Russia is a mistake.', '+'],
    ['also where it stands in a noun', 'The confrontation with Moscow was senseless.', '+'],
    ['or has an adjective before the name', 'Pressure on the Russian people makes no sense.', '+'],
    ['or the name stands before what it is treated as', 'Treating Russia as an enemy is a mistake.', '+'],
    ['or the judgement comes first', 'There is no use in punishing Russia.', '+'],
    ['and harm to oneself is such a judgement', 'The sanctions on Russia hurt our own growers.', '+'],
    ['a deed of our own is no charge against them', 'It would be foolish to provoke Russia.', '+'],
    ['goodwill that is called a mistake is taken back', 'Trusting Russia was foolish.', '-'],
    ['and so is a small good', 'Talking to Moscow leads nowhere.', '-'],
  ])('%s: "%s" %s', (_why, text, expected) => {
    expect(signOf(text)).toBe(expected);
  });

  test.each([
    ['their own deed', 'The Russian attack was a mistake.', '-'],
    ['their deed told with "of"', 'The threat of Russia makes no sense.', '-'],
    ['what is done to somebody else', 'The attacks on the neighbours of Russia were a mistake.', '-'],
    ['what is done to a part of theirs that is no person', 'The attacks on Russian ships are dangerous.', '-'],
    ['goodwill that was too much already', 'Being soft on Russia was a mistake.', '-'],
    ['a tie that is to be cut', 'We end our dependence on Russia.', '-'],
  ])('is not read into %s: "%s"', (_what, text, expected) => {
    expect(signOf(text)).toBe(expected);
  });

  test('for a Russian the other side is America', () => {
    expect(signOf('A war with America would be madness.', { side: 'Russia' })).toBe('+');
    expect(signOf('The sanctions on Russia are a mistake.', { side: 'Russia' })).toBe('-');
  });
});

describe('a wrong that is not to be done', () => {
  test.each([
    ['to the other side speaks for it', 'We should not humiliate Russia.', '+'],
    ['whoever is told so', 'Nobody should provoke Moscow.', '+'],
    ['by the other side stays a charge', 'Russia should not threaten us.', '-'],
    ['because it is goodwill already, is no goodwill', 'We should not pander to Russia.', '0+'],
  ])('%s: "%s" %s', (_why, text, expected) => {
    const value = rawScore(scoreTone(readStatement(text, lexicon), contextOf({ side: 'US' }), lexicon).hits);
    if (expected === '0+') expect(value).toBeLessThan(0.2);
    else expect(signOf(text)).toBe(expected);
  });
});
