import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cutting } from '../../../src/core/model/statements.ts';
import { findWholes } from '../../../src/stages/statements/cuttings.ts';

const WHOLE =
  'We are ready to talk about arms at any time, and our door stays open. But we do not want a treaty that nobody in the harbour keeps.';

interface Said {
  readonly text?: string;
  readonly pieces?: readonly string[];
  readonly voice?: string;
  readonly day?: string;
}

const cut = (id: string, { text = WHOLE, pieces = [text], voice = 'vera-lanskaya', day = '2019-05-14' }: Said): Cutting => ({
  id,
  voice,
  day,
  pieces,
});
const wholeOf = (part: Said, whole: Said = {}) => findWholes([cut('part', part), cut('whole', whole)]).get('part') ?? null;

describe('a statement is a part of a longer one of the same speaker', () => {
  it.each<readonly [why: string, part: Said]>([
    ['the beginning alone is printed', { text: 'We are ready to talk about arms at any time' }],
    ['the end alone is printed', { text: 'we do not want a treaty that nobody in the harbour keeps' }],
    ['it stands in the middle', { text: 'at any time, and our door stays open' }],
    ['an editor has smoothed it', { text: '“We’re really ready to talk about the arms at any time!”' }],
    ['the quotation is broken by narration', { pieces: ['We are ready to talk about arms,', 'our door stays open.'] }],
    ['words are left out', { text: 'We are ready to talk about arms … our door stays open.' }],
    ['an editor has put in a word', { text: '[O]ur door stays open. But [the minister] we do not want a treaty' }],
    ['it was printed as said on the day before', { text: 'We are ready to talk about arms at any time', day: '2019-05-13' }],
    ['it was printed as said on the next day', { text: 'We are ready to talk about arms at any time', day: '2019-05-15' }],
  ])('%s', (_why, part) => {
    expect(wholeOf(part)).toBe('whole');
  });

  const apart: readonly (readonly [why: string, part: Said, whole?: Said])[] = [
    ['a short phrase', { text: 'our door stays open' }],
    [
      'a common formula',
      { text: 'We have no comment' },
      { text: 'We have no comment on the talks in the harbour, and we will have none tomorrow.' },
    ],
    ['another speaker', { text: 'We are ready to talk about arms at any time', voice: 'paul-reyes' }],
    ['two days later', { text: 'We are ready to talk about arms at any time', day: '2019-05-16' }],
    ['a month, not a day', { text: 'We are ready to talk about arms at any time', day: '2019-05' }],
    ['a negation that only the shorter one has', { text: 'We are not ready to talk about arms at any time' }],
    ['a negation that only the longer one has', { text: 'We want a treaty that nobody in the harbour keeps' }],
    ['it begins behind a negation', { text: 'want a treaty that nobody in the harbour keeps' }],
    [
      'another number',
      { text: 'We will send 40 ships to the harbour' },
      { text: 'We will send 60 ships to the harbour before the winter comes.' },
    ],
    [
      'another name',
      { text: 'Norland will send ships to our harbour' },
      { text: 'Sudland will send ships to our harbour before the winter comes.' },
    ],
    ['another order', { pieces: ['our door stays open,', 'We are ready to talk about arms.'] }],
    ['words that are spread over the longer one', { text: 'We are ready to talk about our door at any time' }],
    ['a word that is cut', { text: 'ready to talk about arms at any tim' }],
    ['the same words', { text: WHOLE }],
  ];
  it.each(apart.map(([why, part, whole]) => ({ why, part, whole })))('but not where there is $why', ({ part, whole }) => {
    expect(wholeOf(part, whole)).toBeNull();
  });

  it('takes the longest of several, then the earliest, then the first by its id', () => {
    const part = cut('part', { text: 'We are ready to talk about arms at any time' });
    const longest = `${WHOLE} That is all there is to it.`;
    const wholes = (...others: readonly Cutting[]) => findWholes([part, ...others]).get('part');
    expect(wholes(cut('a', {}), cut('b', { text: longest }))).toBe('b');
    expect(wholes(cut('a', { day: '2019-05-15' }), cut('b', {}))).toBe('b');
    expect(wholes(cut('b', {}), cut('a', {}))).toBe('a');
  });

  it('says of a part of a part what it is a part of by itself', () => {
    const days = ['2019-05-13', '2019-05-14', '2019-05-15'];
    const texts = [
      'We are ready to talk about arms at any time',
      'We are ready to talk about arms at any time, and our door stays open.',
      WHOLE,
    ];
    const wholes = findWholes(texts.map((text, at) => cut(`${at}`, { text, day: days[at] ?? '' })));
    expect([...wholes]).toEqual([
      ['0', '1'],
      ['1', '2'],
    ]);
  });
});

const WORDS = 'harbour towns need not fear peace before winter'.split(' ');
const cuttings = fc
  .array(
    fc.record({
      text: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 14 }).map((words) => words.join(' ')),
      voice: fc.constantFrom('ada', 'boris'),
      day: fc.integer({ min: 10, max: 16 }).map((day) => `2019-05-${day}`),
    }),
    { maxLength: 30 },
  )
  .map((all) => all.map((each, index) => cut(String(index).padStart(2, '0'), each)));

it('does not depend on the order of the statements', () => {
  fc.assert(
    fc.property(cuttings, (all) => {
      const sorted = (found: ReadonlyMap<string, string>) => [...found].sort();
      expect(sorted(findWholes([...all].reverse()))).toEqual(sorted(findWholes(all)));
    }),
  );
});

it('makes no circle: a whole has more words than its part', () => {
  fc.assert(
    fc.property(cuttings, (all) => {
      const wordsOf = new Map(all.map(({ id, pieces }) => [id, pieces.join(' ').split(' ').length]));
      for (const [part, whole] of findWholes(all)) expect(wordsOf.get(whole)).toBeGreaterThan(wordsOf.get(part) ?? 0);
    }),
  );
});

it('finds among a hundred statements of a day what it finds among two', () => {
  const others = Array.from({ length: 100 }, (_, index) =>
    cut(`other-${index}`, { text: `We shall send ${index} ships to the harbour before the winter comes.` }),
  );
  const part = cut('part', { text: 'our door stays open. But we do not want a treaty' });
  const opposite = cut('opposite', { text: 'want a treaty that nobody in the harbour keeps' });
  expect([...findWholes([...others, part, opposite, cut('whole', {})])]).toEqual([['part', 'whole']]);
});
