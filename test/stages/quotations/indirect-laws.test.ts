import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../../src/core/model/articles.ts';
import { indirectOf } from './reported.ts';

const words = fc.constantFrom(
  ...[
    'Orlova',
    'Harlan',
    'the',
    'minister',
    'said',
    'told',
    'says',
    'that',
    'claim',
    'he',
    'was',
    'left',
    'and',
    'but',
    'who',
    'to',
    'call',
    'for',
  ],
  ...[
    'according',
    'adding',
    'noting',
    'asked',
    'whether',
    'denied',
    'called',
    'as',
    'port',
    ',',
    '.',
    '“',
    '”',
    '"',
    '(',
    ')',
    '—',
    ';',
    '\n',
    '’s',
  ],
);
const texts = fc.array(words, { maxLength: 60 }).map((list) => list.join(' '));

describe('every finding', () => {
  it('has spans inside of the text, in order, none empty', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { spans, cue, source, carrier } of indirectOf(text)) {
          const given = [...spans, cue, source, carrier].filter((span): span is Span => span !== null);
          for (const [start, end] of given) expect(start >= 0 && start < end && end <= text.length).toBe(true);
          for (const [i, span] of spans.entries()) if (i > 0) expect(span[0]).toBeGreaterThanOrEqual(spans[i - 1]?.[1] ?? 0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is mixed exactly where it holds words in quotation marks', () => {
    expect(indirectOf('Orlova said the plan was “dead on arrival” in Norland.').map(({ kind }) => kind)).toEqual(['mixed']);
    expect(indirectOf('Orlova said the plan was dead.').map(({ kind }) => kind)).toEqual(['indirect']);
  });

  it('keeps the verb in a carrier where the content is only a phrase', () => {
    const text = 'Orlova has firmly rejected the new sanctions.';
    const [quotation] = indirectOf(text);
    expect(quotation?.carrier && text.slice(...quotation.carrier)).toBe('has firmly rejected the new sanctions');
  });

  it('needs no carrier for a whole clause', () => {
    expect(indirectOf('Orlova said the plan was dead.')[0]?.carrier).toBeNull();
  });
});

describe('the rule of a finding', () => {
  it.each([
    ['Orlova said that the plan was dead.', 'subject-verb-that'],
    ['Orlova said the plan was dead.', 'subject-verb-clause'],
    ['Orlova vowed to return.', 'subject-verb-infinitive'],
    ['Orlova asked whether the plan was dead.', 'subject-verb-wh'],
    ['Orlova rejected the plan.', 'subject-verb-noun'],
    ['The plan was dead, Orlova said.', 'content-subject-verb'],
    ['The plan was dead, said Orlova.', 'content-verb-subject'],
    ['The plan was dead, according to Orlova.', 'content-according-to'],
    ['According to Orlova, the plan was dead.', 'according-to-content'],
    ['As Orlova noted, the plan was dead.', 'as-subject-verb'],
    ['Orlova was asked by Harlan whether the plan was dead.', 'asked-wh'],
    ["Orlova's claim that the plan was dead surprised Harlan.", 'noun-that'],
  ])('of %j is %s', (text, rule) => {
    expect(indirectOf(text).map((quotation) => quotation.rule)).toEqual([rule]);
  });
});
