import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/core/language.ts';
import type { Span } from '../../../src/core/model/articles.ts';
import type { Quotation } from '../../../src/core/model/statements.ts';
import { attributeQuotations } from '../../../src/stages/speakers/attribute.ts';
import { attributionsOf, makeArticle, testRoster } from './setting.ts';
import { spokenIn } from './spoken.ts';

/** The last attribution of a marked article: its speaker and rule. */
function lastOf(marked: string): readonly (string | null | undefined)[] {
  const last = attributionsOf(marked).at(-1);
  return [last?.speaker?.name ?? null, last?.rule];
}

describe('a floating quotation', () => {
  const found: readonly (readonly [string, string, string])[] = [
    ['“{We won},” said [Marta Dell].\n\n“{It took long.}”', 'Marta Dell', 'running-speaker'],
    ['Marta Dell smiled at the crowd. “{It took long.}”', 'Marta Dell', 'sentence-before'],
    ['Marta Dell was quick to thank the crowd.\n\n“{It took long.}”', 'Marta Dell', 'paragraph-before'],
  ];
  it.each(found)('goes to the one who speaks on: %s', (text, speaker, rule) => {
    expect(lastOf(text)).toEqual([speaker, rule]);
  });

  const unknown: readonly string[] = [
    '“{It took long.}”',
    '[The report] said {it was late}.\n\n“{It took long.}”',
    '“{We won},” said [Marta Dell].\n\nThe road was closed.\n\nThe shops were open.\n\nThe river was high.\n\n“{It took long.}”',
  ];
  it.each(unknown)('stays without a speaker: %s', (text) => {
    expect(lastOf(text)[0]).toBeNull();
  });
});

describe('a cue without a subject', () => {
  const sourceless = (text: string, words: { readonly content: string; readonly cue: string; readonly rule: string }) => {
    const spanOf = (part: string): Span => [text.indexOf(part), text.indexOf(part) + part.length];
    const quotation: Quotation = {
      ...{ spans: [spanOf(words.content)], kind: 'indirect', cue: spanOf(words.cue), source: null, carrier: null, rule: words.rule },
    };
    const article = makeArticle(text, '2018-06-01');
    return attributeQuotations(article, readText(text), { quotations: [quotation], roster: testRoster() })[0];
  };

  it('takes the subject that follows a fronted participle', () => {
    const made = sourceless('Citing a broken lock, Marta Dell closed the shop.', {
      content: 'a broken lock',
      cue: 'Citing',
      rule: 'participle-noun',
    });
    expect([made?.speaker?.name, made?.rule]).toEqual(['Marta Dell', 'following-subject']);
  });

  it('takes the subject before a participle that follows it', () => {
    const made = sourceless('Marta Dell closed the shop, citing a broken lock.', {
      content: 'a broken lock',
      cue: 'citing',
      rule: 'participle-noun',
    });
    expect([made?.speaker?.name, made?.rule]).toEqual(['Marta Dell', 'sentence-subject']);
  });

  it('leaves a passive without a speaker', () => {
    const made = sourceless('Marta Dell was accused of theft.', { content: 'theft', cue: 'accused', rule: 'passive-noun' });
    expect(made?.speaker).toBeNull();
  });
});

describe('a quotation that the input had cut out', () => {
  it('keeps the speaker whom the input names', () => {
    const text = 'It is time to talk.';
    const span: Span = [0, text.length];
    const article = { ...makeArticle(text, '2018-06-01'), given: [{ span, speaker: 'Oleg Zimine', probability: 0.9, qids: ['Q9000001'] }] };
    const quotation: Quotation = { spans: [span], kind: 'direct', cue: null, source: null, carrier: null, rule: 'given' };
    const made = attributeQuotations(article, readText(text), { quotations: [quotation], roster: testRoster() })[0];
    expect([made?.speaker?.id, made?.rule, made?.certainty]).toEqual(['oleg-zimin', 'given', 'known']);
  });
});

describe('a sentence that is in marks but for its subject', () => {
  it.each([
    ['Envoy Marta Dell said the report helps the harbour. It “confirms, as we see it, that the pier will hold.”', 'Marta Dell'],
    ['Marta Dell said the report helps the harbour.\n\nIt “confirms, as we see it, that the pier will hold.”', null],
    ['The report helps the harbour. It “confirms, as we see it, that the pier will hold.”', null],
  ])('goes on with the one who spoke before it in its paragraph: %s', (text, speaker) => {
    expect(spokenIn(text).at(-1)?.speaker?.name ?? null).toBe(speaker);
  });
});

describe('a pronoun that nobody is known for', () => {
  it('does not mean the one who is named behind it', () => {
    const said = spokenIn('He seemed to admit that Marta Dell was late but went on to claim the plan was hers.');
    expect(said.map(({ speaker }) => speaker?.name ?? null)).toEqual([null, null]);
  });
});
