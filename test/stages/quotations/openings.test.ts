import { describe, expect, it } from 'vitest';
import type { Quotation } from '../../../src/core/model/statements.ts';
import { withoutOpening } from '../../../src/stages/quotations/openings.ts';

const quotationOf = (text: string, kind: Quotation['kind']): Quotation => ({
  ...{ spans: [[0, text.length]], kind, cue: null, source: null, carrier: null, rule: 'test' },
});
/** The words that are left of a quotation that is the whole text; null where nothing is. */
function leftOf(text: string, kind: Quotation['kind'] = 'indirect'): string | null {
  const quotation = withoutOpening(text, quotationOf(text, kind));
  return quotation?.spans.map((span) => text.slice(...span)).join(' ') ?? null;
}

describe('what reported words begin with', () => {
  it.each([
    [', with their help, it could be done', 'with their help, it could be done'],
    ['-- whatever they say', 'whatever they say'],
    ['” the harbour was open', 'the harbour was open'],
    ['19:31 - Two ships were lost', 'Two ships were lost'],
    ['7:05 p.m.: Two ships were lost', 'Two ships were lost'],
  ])('is a word: %s', (text, left) => {
    expect(leftOf(text)).toBe(left);
  });

  it.each(['the harbour was open', '“doable”', '… and so on', '...and so on', '19 ships were lost', '10:30 would be too late'])(
    'stays as it is: %s',
    (text) => {
      expect(leftOf(text)).toBe(text);
    },
  );

  it('is not looked at where words stand in marks', () => {
    expect(leftOf(', it is late', 'direct')).toBe(', it is late');
  });

  it.each([',', '19:31 - '])('what has no word is no quotation: %s', (text) => {
    expect(leftOf(text)).toBeNull();
  });
});
