import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJob } from '../../../src/job/job-file.ts';
import { readLexicons } from '../../../src/job/lexicon-files.ts';
import { scoreTone } from '../../../src/stages/tone/score.ts';
import { readStatement } from '../../../src/stages/tone/statement.ts';
import { compileVocabulary, parseTables } from '../../../src/stages/vocabulary.ts';
import { contextOf } from './made.ts';

const job = readJob('jobs/nightly.yaml').value;
if (job === null) throw new Error('jobs/nightly.yaml has faults');
const { value: tables } = parseTables(readLexicons(job).value);
const lexicon = compileVocabulary(tables, job.sides).value.tone;

const tokensOf = (text: string) => {
  const reading = readStatement(text, lexicon);
  return reading.tokens.map(({ start, end }) => text.slice(start, end));
};

describe('a statement is read with each name as one token, at its place in the text', () => {
  test.each([
    ['President Barack Obama met the Russian president.', ['President Barack Obama', 'met', 'the Russian president', '.']],
    ['We trust our Russian colleagues.', ['We', 'trust', 'our', 'Russian', 'colleagues', '.']],
    ['The current president of the United States spoke.', ['The current president of the United States', 'spoke', '.']],
    ['We trust the Russian deputy foreign minister.', ['We', 'trust', 'the Russian deputy foreign minister', '.']],
    ['We met the Russian NATO envoy.', ['We', 'met', 'the Russian NATO envoy', '.']],
    ['He told the Russian ambassador to the United States.', ['He', 'told', 'the Russian ambassador to the United States', '.']],
    ['The Russian president in Geneva spoke.', ['The Russian president', 'in', 'Geneva', 'spoke', '.']],
    ['We met Robert O’Brien.', ['We', 'met', 'Robert O’Brien', '.']],
    ['They like Russian foreign policy.', ['They', 'like', 'Russian', 'foreign', 'policy', '.']],
    ['We met Secretary Talbridge in Abu Dhabi.', ['We', 'met', 'Secretary Talbridge', 'in', 'Abu Dhabi', '.']],
    ['We can´t trust it.', ['We', 'ca', 'n´t', 'trust', 'it', '.']],
    ['It was said in 1987.', ['It', 'was', 'said', 'in', '1987', '.']],
  ])('%s', (text, expected) => expect(tokensOf(text)).toEqual(expected));

  test.each(['We want peace.', 'I hope so.', 'The treaty matters.'])('%s holds no name', (text) => {
    expect(readStatement(text, lexicon).names).toEqual([]);
  });
});

const FRAMES = [
  (who: string, where: string, third: string, year: string) =>
    `In ${year} we had a very productive meeting with ${who} in ${where}, and we spoke about ${third}.`,
  (who: string, where: string, third: string, year: string) =>
    `${who} threatened us in ${year}, and ${third} was not mentioned in ${where}.`,
  (who: string, where: string, third: string, year: string) =>
    `We do not trust ${who}, who has failed to keep any promise since ${year}; the talks about ${third} in ${where} were useless.`,
  (who: string, where: string, third: string, year: string) => `${who} and ${third} cooperate closely, in ${year} and in ${where}.`,
  (who: string, where: string, third: string, year: string) =>
    `When we met ${who} in ${where} in ${year}, there was no progress on ${third}, but we will never give up the dialogue.`,
];
const persons = (tables.speakers ?? [])
  .filter(({ cells }) => cells.side === 'Russia' && cells.role?.includes('official'))
  .map(({ cells }) => cells.name ?? '');
const who = fc.constantFrom(
  ...persons,
  'Mr Putin',
  'President Putin',
  'the Russian president',
  'the Russian foreign minister',
  'Moscow',
  'Russia',
  'the Kremlin',
);
const thirds = fc.constantFrom(
  'Iran',
  'Syria',
  'China',
  'North Korea',
  'Ukraine',
  'Japan',
  'Germany',
  'Venezuela',
  'Poland',
  'Sweden',
  'Peru',
  'New Zealand',
);
const where = fc.constantFrom('Vienna', 'Geneva', 'Helsinki', 'New York', 'Abu Dhabi', 'Prague', 'Alaska', 'Oslo');
const year = fc.integer({ min: 1990, max: 2030 }).map(String);

test('the tone is the same to the last digit whoever is named, wherever and whenever it was', () => {
  const tone = (text: string) =>
    scoreTone(readStatement(text, lexicon), contextOf({ side: 'US', background: ['US', 'Russia'] }), lexicon).hits.map(
      ({ term, value }) => [term, value],
    );
  const first = FRAMES.map((frame) => tone(frame('Vladimir Putin', 'Vienna', 'Iran', '2014')));
  fc.assert(
    fc.property(fc.nat(FRAMES.length - 1), who, where, thirds, year, (i, ...names) => {
      expect(tone((FRAMES[i] as (typeof FRAMES)[number])(...names))).toEqual(first[i]);
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ['We are not enemies of Russia.', "We aren't enemies of Russia.", 'We are NOT enemies of Russia.'],
  [
    'The cooperation with Russia is normalized.',
    'The co-operation with Russia is normalised.',
    'THE COOPERATION WITH RUSSIA IS NORMALIZED.',
  ],
  ['We honor the defense treaty with Russia.', 'We honour the defence treaty with Russia.', 'We honor the defense treaty with Moscow.'],
])('spellings do not matter: %s', (...texts) => {
  const tones = texts.map((text) => scoreTone(readStatement(text, lexicon), contextOf({ side: 'US' }), lexicon).tone);
  expect(new Set(tones).size).toBe(1);
});

describe('a sentence without end is taken in stretches of 400 words, each a sentence to the rules', () => {
  test.each([
    ['a list of 1,000 goods', 'peace '.repeat(1_000), [400, 400, 200]],
    ['two sentences, one of them long', `We agree. ${'peace '.repeat(401)}`, [3, 400, 1]],
    ['a sentence as people speak it', 'We agree with Russia.', [5]],
  ])('%s', (_what, text, lengths) => {
    const { tokens, sentences } = readStatement(text, lexicon);
    expect(sentences.map(([first, end]) => end - first)).toEqual(lengths);
    for (const [sentence, [first, end]] of sentences.entries())
      expect(new Set(tokens.slice(first, end).map((token) => token.sentence))).toEqual(new Set([sentence]));
  });
});

test('titles and words before them are passed over once, however many follow one another', () => {
  for (const piece of ['former ', 'secretary of state ', 'then president '])
    expect(() => readStatement(piece.repeat(20_000), lexicon)).not.toThrow();
});
