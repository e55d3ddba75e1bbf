import { describe, expect, it } from 'vitest';
import type { Span } from '../../../src/core/model/articles.ts';
import { ownSpans } from '../../../src/stages/statements/utter.ts';
import { quotationsOf } from './finding.ts';

type Report = readonly [content: string, source: string | null, own: string];

/** Content, source and the words that count, of every quotation. */
function reports(text: string): readonly Report[] {
  const words = (spans: readonly Span[]) => spans.map((span) => text.slice(...span).trim()).join(' | ');
  return quotationsOf(text).map((quotation) => [
    words(quotation.spans),
    quotation.source && text.slice(...quotation.source),
    words(ownSpans(quotation)),
  ]);
}

describe('a report inside of a report', () => {
  const nested: readonly (readonly [text: string, expected: readonly Report[]])[] = [
    [
      'Orlova said that the mayor had promised to open the harbour.',
      [
        ['the mayor had promised to open the harbour', 'Orlova', 'the mayor had promised'],
        ['to open the harbour', 'the mayor', 'to open the harbour'],
      ],
    ],
    [
      'The ministry said Harlan had warned that the ships would leave.',
      [
        ['Harlan had warned that the ships would leave', 'The ministry', 'Harlan had warned that'],
        ['the ships would leave', 'Harlan', 'the ships would leave'],
      ],
    ],
    [
      'He told reporters that the Harbour Board had said the bridge was safe.',
      [
        ['the Harbour Board had said the bridge was safe', 'He', 'the Harbour Board had said'],
        ['the bridge was safe', 'the Harbour Board', 'the bridge was safe'],
      ],
    ],
  ];
  it.each(nested)('stands beside it, and no word counts twice: %s', (text, expected) => {
    expect(reports(text)).toEqual(expected);
  });

  const single: readonly string[] = [
    // Nothing was said in it.
    'Orlova said that the harbour would open in May.',
    'Orlova said that the mayor had refused to open the harbour.',
    'Orlova said that the mayor might promise to open the harbour.',
    'Orlova said that Harlan never said that the ships would leave.',
    'Orlova said that if Harlan says that the ships will leave, they will stay.',
    'Orlova said that Harlan believed that the ships would leave.',
    'Orlova said that Harlan had asked them to leave.',
    'Orlova said that Harlan agreed that they should leave.',
    'Orlova said they left before Harlan said that it was late.',
    // Its subject is nobody in particular.
    'Orlova said that she had promised to open the harbour.',
    'Orlova said that officials had warned that the ships would leave.',
    'Orlova said that the treaty demands that the ships leave.',
    // A phrase is no clause.
    'Orlova praised the mayor who had promised to open the harbour.',
    // What stands in quotation marks is one statement.
    '“Harlan said that the ships would leave,” Orlova said.',
  ];
  it.each(single)('is not found in: %s', (text) => {
    expect(reports(text).filter(([, , own], i, all) => own !== all[i]?.[0])).toEqual([]);
    expect(reports(text).length).toBeLessThanOrEqual(1);
  });
});
