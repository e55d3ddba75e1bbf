import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownSpans } from '../../../src/stages/statements/utter.ts';
import { compiled, marked, quotationsOf } from './finding.ts';

it('compiles the cues and not-statements of the english lexicon without a fault', () => {
  expect(compiled.faults).toEqual([]);
});

describe('the cue and the source of a direct quotation', () => {
  const rows: readonly [string, string, string | null, string | null][] = [
    ['"We will leave the talks," Mary Hollis said.', 'We will leave the talks,', 'said', 'Mary Hollis'],
    ['"We will leave," said Mary Hollis, head of the delegation.', 'We will leave,', 'said', 'Mary Hollis'],
    ['Mary Hollis said, "We will leave the talks."', 'We will leave the talks.', 'said', 'Mary Hollis'],
    ['Hollis told reporters on Monday: "We will leave the talks."', 'We will leave the talks.', 'told', 'Hollis'],
    ['“We are ready,” Hollis told reporters. “We have been for weeks.”', 'We are ready, | We have been for weeks.', 'told', 'Hollis'],
    ['"We are ready," Hollis said, "and we have been for weeks."', 'We are ready, | and we have been for weeks.', 'said', 'Hollis'],
    ["''We are ready,'' he added.", 'We are ready,', 'added', 'he'],
    ['"We are ready," Sen. Mary Hollis, D-Wis., said on Monday.', 'We are ready,', 'said', 'Sen. Mary Hollis'],
    ['"We are ready," Mary Hollis (D-Wis.) said on Monday.', 'We are ready,', 'said', 'Mary Hollis'],
    ['"We are ready," Mary Hollis, a judge from Bern, Ohio, said.', 'We are ready,', 'said', 'Mary Hollis'],
    ['"We are ready," Hollis — who had come by train — said.', 'We are ready,', 'said', 'Hollis'],
    ['"We are ready," said the Rev. Mary Hollis, of Bern.', 'We are ready,', 'said', 'the Rev. Mary Hollis'],
    ['"We are ready," said the union\'s president, Mary Hollis, on Monday.', 'We are ready,', 'said', 'Mary Hollis'],
    ['"It is a good plan," according to Hollis.', 'It is a good plan,', 'according to', 'Hollis'],
    ['According to Hollis, "it is a good plan for everyone."', 'it is a good plan for everyone.', 'According to', 'Hollis'],
    ['"Norland will stay Norland," an angry Hollis shot back.', 'Norland will stay Norland,', 'shot back', 'an angry Hollis'],
    ['"Nobody asked us what we wanted" ― Mary Hollis', 'Nobody asked us what we wanted', '―', 'Mary Hollis'],
    ['Protesters marching through the streets chanted "What treaty?"', 'What treaty?', 'chanted', 'Protesters'],
    ['Hollis left the room, saying: "We are ready for talks now."', 'We are ready for talks now.', 'saying', 'Hollis'],
    ['In short, explained Mary Hollis: "We are ready for talks."', 'We are ready for talks.', 'explained', 'Mary Hollis'],
    ['Mary Hollis in December: "We are ready for talks again."', 'We are ready for talks again.', ':', 'Mary Hollis in December'],
    ['She says that the plan works. "We have seen it work before."', 'We have seen it work before.', 'says', 'She'],
    ['Bemoaning the "hollow and costly system," Hollis left.', 'hollow and costly system,', 'Bemoaning', 'Hollis'],
    ['Hollis has been pounding the treaty as a "costly mistake."', 'costly mistake.', 'as', 'Hollis'],
    ['"We are ready for the talks now."', 'We are ready for the talks now.', null, null],
  ];
  it.each(rows)('%s', (text, content, cue, source) => {
    expect(marked(text)).toEqual([[content, cue, source]]);
  });

  it('gives each of two speakers of one paragraph their own words', () => {
    const text = '"We are ready," Hollis said. "So are we," said Anton Berg.';
    expect(marked(text)).toEqual([
      ['We are ready,', 'said', 'Hollis'],
      ['So are we,', 'said', 'Anton Berg'],
    ]);
  });

  it('does not take the words that lead into the next quotation for a credit of the one before', () => {
    const text = '"We are guests," Hollis said. "We are not thieves." Mr. Berg said: "We came by train."';
    expect(marked(text)).toEqual([
      ['We are guests, | We are not thieves.', 'said', 'Hollis'],
      ['We came by train.', 'said', 'Mr. Berg'],
    ]);
  });

  it('takes the speaker of a quotation that a paragraph of its own holds from the colon above', () => {
    expect(marked('Hollis wrote in a letter:\n"We are ready for the talks now."')).toEqual([
      ['We are ready for the talks now.', 'wrote', 'Hollis'],
    ]);
  });

  it('reads a paragraph without marks below such a colon as a block quotation', () => {
    expect(marked('Hollis said in a statement:\nLet no one be mistaken, this treaty will be kept by all of us.')).toEqual([
      ['Let no one be mistaken, this treaty will be kept by all of us.', 'said', 'Hollis'],
    ]);
    expect(marked('The agenda has these points:\nLet no one be mistaken, this treaty will be kept by all of us.')).toEqual([]);
  });

  it('carries a quotation that is left open at the end of a paragraph into the next', () => {
    const text = '“We are ready,” Hollis said. “We have waited.\n“We will not wait longer.”';
    expect(marked(text)).toEqual([['We are ready, | We have waited. | We will not wait longer.', 'said', 'Hollis']]);
  });

  it('does not carry it into a paragraph that names somebody else', () => {
    const text = '“We are ready,” Hollis said. “We have waited.\n“We will wait longer,” said Anton Berg.';
    expect(marked(text).map(([, , source]) => source)).toEqual(['Hollis', 'Anton Berg']);
  });
});

describe('a form that is a plural noun or a verb', () => {
  it.each([
    ['Mary Hollis notes: “The harbour is open to all.”', 'notes', 'Mary Hollis'],
    ['Envoy Hollis notes, “The harbour is open to all.”', 'notes', 'Envoy Hollis'],
    ['“The harbour is open to all,” Hollis notes.', 'notes', 'Hollis'],
  ])('is a verb where a clause or its end follows: %s', (text, cue, source) => {
    expect(marked(text)).toEqual([[expect.stringContaining('The harbour is open to all'), cue, source]]);
  });

  it.each([
    'Hollis left two short notes “on the harbour and its ships” for the board.',
    'Under the new harbour rules “a ship at anchor” is not a ship in port.',
  ])('is a noun where it is counted or described: %s', (text) => {
    expect(marked(text).map(([, cue]) => cue)).not.toContain('notes');
    expect(marked(text).map(([, cue]) => cue)).not.toContain('rules');
  });
});

describe('quoted strings that nobody said', () => {
  const rows = [
    'He spoke on ABC\'s "This Week" on Sunday.',
    'The author of "The Long Winter of Diplomacy" arrived.',
    'Robert "Bobby" Hollis arrived in Bern.',
    'They sent weapons to the so-called "rebels" in the north.',
    'The hall was full. "(APPLAUSE)"',
    '<tweet tweet-date="March 9, 2016">',
    'The "doomsday" clock stands in the hall.',
  ];
  it.each(rows)('%s', (text) => {
    expect(marked(text)).toEqual([]);
  });
});

describe('partial quotations', () => {
  it('keep the clause whose verb carries the tone', () => {
    const text = 'The treaty was ridiculed as an "empty shell" by the deputies, but it stayed.';
    const [found] = quotationsOf(text);
    expect(found?.kind).toBe('mixed');
    expect(found?.carrier && text.slice(...found.carrier)).toContain('ridiculed as an "empty shell"');
  });

  it('are no statements of their own where an indirect statement holds them', () => {
    const text = 'Hollis said that the treaty was an "empty shell" and of no use.';
    expect(quotationsOf(text).map(({ kind }) => kind)).toEqual(['mixed']);
  });
});

describe('texts that say themselves what was quoted', () => {
  it('keeps quotations that the input had cut out', () => {
    const text = 'We are ready. We have waited.';
    const found = quotationsOf(text, { given: [{ span: [0, 13], speaker: 'Mary Hollis', probability: 0.9 }] });
    expect(found.map(({ spans, rule }) => [spans, rule])).toEqual([[[[0, 13]], 'given']]);
  });

  it('finds nothing in boilerplate', () => {
    const text = 'Hollis said, "We are ready for the talks."';
    expect(quotationsOf(text, { boilerplate: [[0, text.length]] })).toEqual([]);
  });
});

describe('spans', () => {
  const words = [
    'said',
    'Hollis',
    'told',
    'that',
    '"',
    '“',
    '”',
    "'",
    "''",
    ',',
    '.',
    ':',
    '\n',
    '—',
    'HOLLIS:',
    'he',
    '(',
    ')',
    'a',
    '😀',
  ];
  const texts = fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((parts) => parts.join(' '));
  it('slice inside the text, in order, and no character belongs to two, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'grapheme', maxLength: 200 })), (text) => {
        const quotations = quotationsOf(text);
        for (const [start, end] of quotations.flatMap(({ spans }) => spans)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        const sorted = quotations.flatMap(ownSpans).sort((a, b) => a[0] - b[0]);
        for (const [i, span] of sorted.entries()) expect(span[0]).toBeGreaterThanOrEqual(sorted[i - 1]?.[1] ?? 0);
      }),
      { numRuns: 400 },
    );
  });
});
