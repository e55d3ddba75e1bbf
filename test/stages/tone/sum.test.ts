import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelOf } from '../../../src/core/label.ts';
import { rawScore, scoreTone, toneOf } from '../../../src/stages/tone/score.ts';
import { readStatement } from '../../../src/stages/tone/statement.ts';
import { contextOf, lexiconOf } from './made.ts';

const lexicon = lexiconOf([
  'dialogue,object,1.23',
  'sanction*,object,-1.7',
  'trust,valence,0.37',
  'threat*,valence,-0.91',
  'lift,reverser,-1',
  'not,negator,-1',
  'very,intensifier,1.3',
  'perhaps,hedge,0.7',
  'but,contrast,1.4',
]);

const word = fc.constantFrom(
  ...[
    'Moscow',
    'Washington',
    'China',
    'we',
    'they',
    'dialogue',
    'sanctions',
    'trust',
    'threats',
    'lift',
    'not',
    'very',
    'perhaps',
    'but',
    'in',
    '1987',
  ],
  ...[',', '.', '?', '—', 'and', 'that', 'is', 'the', '“', '”', 'New-York', "don't", 'U.S.'],
);
const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '));

test('the values of a trace add up to the raw score, to the last digit', () => {
  fc.assert(
    fc.property(text, (statement) => {
      const reading = readStatement(statement, lexicon);
      const { hits, tone, label, isRelevant } = scoreTone(reading, contextOf({ side: 'US' }), lexicon);
      const millionths = hits.reduce((sum, { value }) => sum + Math.round(value * 1e6), 0);
      expect(rawScore(hits)).toBe(millionths / 1e6);
      expect(tone).toBe(isRelevant ? toneOf(hits) : null);
      expect(label).toBe(tone === null ? null : labelOf(tone));
    }),
    { numRuns: 300 },
  );
});

test('each value is its base times its shifts, and its span holds its words', () => {
  fc.assert(
    fc.property(text, (statement) => {
      for (const { base, shifts, value, span, words } of scoreTone(readStatement(statement, lexicon), contextOf(), lexicon).hits) {
        expect(value).toBeCloseTo(
          shifts.reduce((product, { factor }) => product * factor, base),
          5,
        );
        expect(statement.slice(span[0], span[1])).toBe(words);
      }
    }),
    { numRuns: 300 },
  );
});

test('scores do not depend on what was scored before', () => {
  fc.assert(
    fc.property(text, text, (first, second) => {
      const once = scoreTone(readStatement(first, lexicon), contextOf(), lexicon);
      scoreTone(readStatement(second, lexicon), contextOf(), lexicon);
      expect(scoreTone(readStatement(first, lexicon), contextOf(), lexicon)).toEqual(once);
    }),
    { numRuns: 100 },
  );
});
