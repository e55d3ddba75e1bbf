import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article, Span } from '../../../src/core/model/articles.ts';
import type { Attribution, Quotation, Speaker } from '../../../src/core/model/statements.ts';
import { joinPieces, passageOf, spanInArticle, uniteSpans, utter } from '../../../src/stages/statements/utter.ts';

const lanskaya: Speaker = { id: 'vera-lanskaya', name: 'Vera Lanskaya', side: 'Russia', role: 'official', isOnRoster: true };
const reyes: Speaker = { id: 'paul-reyes', name: 'Paul Reyes', side: 'US', role: 'official', isOnRoster: true };

function articleOf(text: string): Article {
  const paragraphs: Span[] = [...text.matchAll(/[^\n]+/g)].map((m) => [m.index, m.index + m[0].length]);
  return {
    id: 'a',
    path: 'a.txt',
    place: '',
    layout: 'article',
    outlet: null,
    title: null,
    author: null,
    url: null,
    text,
    paragraphs,
    boilerplate: [],
    given: [],
    published: null,
  };
}

function said(
  text: string,
  words: readonly string[],
  options: { speaker?: Speaker | null; kind?: Quotation['kind']; carrier?: string } = {},
): Attribution {
  const spanOf = (part: string): Span => [text.indexOf(part), text.indexOf(part) + part.length];
  const quotation: Quotation = {
    spans: words.map(spanOf),
    kind: options.kind ?? 'direct',
    cue: null,
    source: null,
    carrier: options.carrier === undefined ? null : spanOf(options.carrier),
    rule: 'test',
  };
  return {
    quotation,
    cue: null,
    mention: null,
    speaker: options.speaker === undefined ? lanskaya : options.speaker,
    rule: 'test',
    certainty: 'known',
    joint: [],
    via: null,
  };
}

const task = (attributions: readonly Attribution[]) => ({ attributions, saidOf: () => null, background: [] });

describe('utterances', () => {
  it('what one speaker says in one paragraph is one utterance, though a second cue stands between', () => {
    const text = '"We will answer," Lanskaya warned. "We will mirror this," she went on.';
    const utterances = utter(articleOf(text), task([said(text, ['We will answer,']), said(text, ['We will mirror this,'])]));
    expect(utterances.map((utterance) => utterance.text)).toEqual(['We will answer, We will mirror this,']);
  });

  it.each([
    ['another speaker', '"Yes," she said. "No," he said.', [lanskaya, reyes]],
    ['another paragraph', '"Yes," she said.\n"No," she said.', [lanskaya, lanskaya]],
    ['nobody is known', '"Yes." "No."', [null, null]],
  ] as const)('begin anew: %s', (_why, text, [first, second]) => {
    const attributions = [said(text, ['Yes'], { speaker: first }), said(text, ['No'], { speaker: second })];
    expect(utter(articleOf(text), task(attributions))).toHaveLength(2);
  });

  it('a partial quotation is scored with its carrier clause, and knows where its own words stand in it', () => {
    const text = 'Reyes rejected the "so-called offer" on Monday.';
    const passage = passageOf(articleOf(text), [
      said(text, ['so-called offer'], { kind: 'mixed', carrier: 'rejected the "so-called offer"' }),
    ]);
    expect(passage.text).toBe('rejected the "so-called offer"');
    expect(passage.content.map(([start, end]) => passage.text.slice(start, end))).toEqual(['so-called offer']);
  });
});

describe('what stands around a passage', () => {
  const far = 'Nobody in the port knew of it. '.repeat(20);
  it.each([
    ['Reyes met him. "We agree," she said. He left.', 'We agree,', 'Reyes met him. " … " she said. He left.'],
    ['We agree.', 'We agree.', ''],
    ['"We agree," she said.', '"We agree,', '" she said.'],
    [
      `${far}We agree. ${far}`,
      'We agree.',
      `${far.slice(-300).replace(/^\S*/, '').trim()} … ${far.slice(0, 199).replace(/\S*$/, '').trim()}`,
    ],
  ])('%s', (text, words, expected) => {
    expect(passageOf(articleOf(text), [said(text, [words])]).around).toBe(expected);
  });
});

it('boilerplate around a passage says nothing of it', () => {
  const text = 'Home | World | Fleet\n"We agree," she said.\nMore on the fleet';
  const boilerplate: Span[] = [
    [0, 20],
    [text.indexOf('More'), text.length],
  ];
  expect(passageOf({ text, boilerplate }, [said(text, ['We agree,'])]).around).toBe('" … " she said.');
});

describe('pieces of a text', () => {
  const text = 'one two\nthree four five six seven eight nine ten';
  const span = fc.tuple(fc.nat(text.length), fc.nat(text.length)).map(([a, b]): Span => [Math.min(a, b), Math.max(a, b) + 1]);

  it('are joined so that every character can be led back to the article', () => {
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 5 }), (spans) => {
        const pieces = uniteSpans(spans.map(([a, b]): Span => [a, Math.min(b, text.length)]).filter(([a, b]) => b > a));
        const joined = joinPieces(text, pieces);
        for (const [start, end] of pieces) {
          const at = joined.indexOf(text.slice(start, end).replace(/\s/g, ' '));
          expect(at).toBeGreaterThanOrEqual(0);
        }
        let offset = 0;
        for (const [start, end] of pieces) {
          expect(spanInArticle([offset, offset + end - start], pieces)).toEqual([start, end]);
          offset += end - start + 1;
        }
      }),
    );
  });

  it('never overlap once united', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), (spans) => {
        const united = uniteSpans(spans);
        for (let i = 1; i < united.length; i++) expect(united[i]?.[0]).toBeGreaterThanOrEqual(united[i - 1]?.[1] ?? 0);
      }),
    );
  });
});

describe('what a statement reports of somebody else', () => {
  const text = 'Lanskaya said that Reyes had told her the quay was rotten, and that she was glad.';
  const whole = 'Reyes had told her the quay was rotten, and that she was glad';
  const cases: readonly (readonly [nested: readonly string[], passage: string])[] = [
    [['the quay was rotten'], 'Reyes had told her  , and that she was glad'],
    [['Reyes had told her', 'the quay was rotten'], ', and that she was glad'],
    [[], whole],
  ];
  it.each(cases)('stays in its text and is not scored with it: %j', (nested, passage) => {
    const outer = said(text, [whole], { kind: 'indirect' });
    const spans = nested.map((part): Span => [text.indexOf(part), text.indexOf(part) + part.length]);
    const [utterance] = utter(articleOf(text), task([{ ...outer, quotation: { ...outer.quotation, nested: spans } }]));
    expect(utterance?.text).toBe(whole);
    expect(utterance?.passage.text.replace(/\s+/g, ' ').trim()).toBe(passage.replace(/\s+/g, ' ').trim());
  });
});
