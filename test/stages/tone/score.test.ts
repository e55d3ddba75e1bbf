import { describe, expect, test } from 'vitest';
import { rawScore, scoreTone, toneOf } from '../../../src/stages/tone/score.ts';
import { readStatement } from '../../../src/stages/tone/statement.ts';
import { contextOf, lexiconOf } from './made.ts';

const lexicon = lexiconOf([
  'dialogue,object,2',
  'sanction*,object,-2',
  'lift,reverser,-1',
  'not,negator,-1',
  'very,intensifier,1.3',
  'warm,valence,1',
]);
const score = (text: string) => scoreTone(readStatement(text, lexicon), contextOf(), lexicon);

describe('a score', () => {
  test('is the sum of its hits, put into -1 to 1', () => {
    const text = 'Moscow wants a very warm dialogue with Washington.';
    const { tone, hits } = score(text);
    expect(rawScore(hits)).toBe(hits.reduce((sum, hit) => sum + Math.round(hit.value * 1e6), 0) / 1e6);
    expect(tone).toBe(toneOf(hits));
  });

  test('names the word that shifted a term', () => {
    expect(score('Washington will lift the sanctions on Russia.').hits).toEqual([
      {
        term: 'sanction*',
        words: 'sanctions',
        span: [25, 34],
        about: 'relation',
        base: -2,
        shifts: [{ kind: 'reverser', word: 'lift', factor: -0.8 }],
        value: 1.6,
      },
    ]);
  });

  test.each([
    ['Washington and Moscow began a dialogue.', 'positive'],
    ['New sanctions by Washington against Russia.', 'negative'],
    ['Washington and Moscow are cities.', 'neutral'],
  ])('%s is %s', (text, expected) => {
    expect(score(text).label).toBe(expected);
  });

  test('has no tone and no label where the statement is not about both sides', () => {
    expect(score('Dialogue with China is good.')).toMatchObject({
      isRelevant: false,
      tone: null,
      label: null,
      relevance: 'names neither side',
    });
  });
});
