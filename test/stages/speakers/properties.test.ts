import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/core/language.ts';
import type { Span } from '../../../src/core/model/articles.ts';
import type { Quotation } from '../../../src/core/model/statements.ts';
import { attributeQuotations } from '../../../src/stages/speakers/attribute.ts';
import { makeArticle, testRoster } from './setting.ts';

const WORDS = [
  ...[
    'Ada Lund',
    'Zimin',
    'Crane',
    'Mr.',
    'Sen.',
    'Marta Dell',
    'Jean-Luc',
    'de',
    'Jr.',
    'the',
    'a',
    'number',
    'of',
    'senator',
    'president',
    'former',
  ],
  ...[
    'who',
    'he',
    'she',
    'they',
    'it',
    'I',
    'said',
    'told',
    ',',
    '.',
    '“',
    '”',
    '"',
    "'s",
    '’s',
    '—',
    '(',
    ')',
    '-',
    ':',
    'and',
    'ministry',
    'Russian',
  ],
  ...[
    'US',
    'Foreign Ministry',
    'one',
    'is',
    'a lawyer',
    'running',
    'mate',
    '\n',
    '\n\n',
    '\u2028',
    '\ud83d\ude00',
    '\ud800',
    'İ',
    'ß',
    'FBI',
    'after',
    'in',
    'Ohio',
  ],
];
const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).map((words) => words.join(' '));
const cut = fc.tuple(fc.nat(200), fc.nat(200));
const quotation = fc.record({
  content: cut,
  source: fc.option(cut),
  cue: fc.option(cut),
  kind: fc.constantFrom('direct', 'mixed', 'indirect', 'headline'),
});

/** A span inside a text of this length. */
function within([a, b]: readonly [number, number], length: number): Span {
  const start = Math.min(a, length);
  return [start, Math.min(start + b, length)];
}

describe('attributeQuotations over arbitrary text and spans', () => {
  const roster = testRoster();

  it('gives each quotation back at most once, in order, with a speaker that has a name and an id, or null', () => {
    fc.assert(
      fc.property(text, fc.array(quotation, { maxLength: 5 }), (made, drafts) => {
        const quotations = drafts.map(
          (draft): Quotation => ({
            ...{ spans: [within(draft.content, made.length)], kind: draft.kind as Quotation['kind'], carrier: null, rule: 'test' },
            ...{ source: draft.source && within(draft.source, made.length), cue: draft.cue && within(draft.cue, made.length) },
          }),
        );
        const attributions = attributeQuotations(makeArticle(made, '2018-06-01'), readText(made), { quotations, roster });
        // What a thing is told to say is left out; all else stands in its order.
        const kept = new Set(attributions.map((attribution) => attribution.quotation));
        expect(attributions.map((attribution) => attribution.quotation)).toEqual(quotations.filter((each) => kept.has(each)));
        for (const left of quotations.filter((each) => !kept.has(each))) expect(left.kind).not.toBe('direct');
        for (const { speaker, rule } of attributions) {
          expect(rule).not.toBe('');
          if (speaker) expect([speaker.id, speaker.name, speaker.side, speaker.role]).not.toContain('');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('says the same twice', () => {
    const made = 'Sen. Marta Dell met Crane. “Yes,” she said. The senator left.';
    const quotations: Quotation[] = [{ spans: [[28, 31]], kind: 'direct', cue: null, source: [34, 37], carrier: null, rule: 'test' }];
    const once = () => attributeQuotations(makeArticle(made, '2018'), readText(made), { quotations, roster });
    expect(once()).toEqual(once());
  });
});
