import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dated } from '../../../src/core/model/articles.ts';
import type { Utterance } from '../../../src/core/model/statements.ts';
import { mergeUtterances, statementId, wordingOf } from '../../../src/stages/statements/merge.ts';

const onDay = (day: string): Dated => ({ day, basis: 'field', earliest: day, latest: day });

interface Printing {
  readonly text: string;
  readonly speaker?: string | null;
  readonly outlet?: string;
  readonly published?: string;
  readonly said?: string | null;
}

function printed({
  text,
  speaker = 'Vera Lanskaya',
  outlet = 'Harbor Ledger',
  published = '2019-05-14',
  said = published,
}: Printing): Utterance {
  return {
    speaker:
      speaker === null
        ? null
        : { id: speaker.toLowerCase().replace(' ', '-'), name: speaker, side: 'Russia', role: 'official', isOnRoster: true },
    joint: [],
    said: said === null ? null : onDay(said),
    text,
    passage: { text, pieces: [[0, text.length]], content: [[0, text.length]], around: '' },
    background: [],
    appearance: {
      articleId: `${outlet}-${published}`,
      path: `${outlet}/${published}.txt`,
      outlet,
      title: null,
      url: null,
      published: onDay(published),
      kind: 'direct',
      spans: [[0, text.length]],
      mention: speaker,
      mentionSpan: null,
      via: null,
      cue: 'said',
      rule: 'test',
      certainty: 'known',
    },
  };
}

const long = 'We are ready to talk about arms control at any time.';

describe('statements: the same words once', () => {
  it('a quote carried by three outlets is one statement with three appearances', () => {
    const [only, ...others] = mergeUtterances(['A', 'B', 'C'].map((outlet) => printed({ text: long, outlet })));
    expect(others).toEqual([]);
    expect(only?.appearances.map((appearance) => appearance.outlet)).toEqual(['A', 'B', 'C']);
  });

  it('an id begins with a letter, so that a spreadsheet takes none for a number', () => {
    const ids = Array.from({ length: 200 }, (_, index) => statementId('ada-bell', `${index}`));
    expect(ids.filter((id) => !/^s[0-9a-f]{15}$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(200);
  });

  it('curly and straight marks, case and punctuation make no difference', () => {
    expect(wordingOf('“Don’t do this!”')).toBe(wordingOf('"don\'t do this"'));
  });

  it('the earliest printing is the one that is cited', () => {
    const merged = mergeUtterances([
      printed({ text: long, outlet: 'Late', published: '2019-05-16' }),
      printed({ text: long, outlet: 'Early', published: '2019-05-14' }),
    ]);
    expect(merged[0]?.appearances[0]?.outlet).toBe('Early');
  });

  it('a printing without a speaker joins the one speaker that others name', () => {
    const merged = mergeUtterances([printed({ text: long, speaker: null, published: '2019-05-13' }), printed({ text: long })]);
    expect(merged).toHaveLength(1);
    expect(merged[0]?.speaker?.name).toBe('Vera Lanskaya');
  });

  const apart: readonly (readonly [why: string, readonly Printing[]])[] = [
    ['two speakers who say the same', [{ text: long }, { text: long, speaker: 'Paul Reyes' }]],
    ['a short phrase said on two days', [{ text: 'We will see.' }, { text: 'We will see.', published: '2020-01-01' }]],
    ['other words', [{ text: long }, { text: `${long} Tomorrow.` }]],
  ];
  it.each(apart)('stay apart: %s', (_why, printings) => {
    expect(mergeUtterances(printings.map(printed))).toHaveLength(2);
  });

  it('does not depend on the order of input, and no printing is lost', () => {
    const printing = fc.record({
      text: fc.constantFrom(long, 'We will see.', 'Nobody wins a race of this kind, believe me.'),
      speaker: fc.constantFrom('Vera Lanskaya', 'Paul Reyes', null),
      outlet: fc.constantFrom('A', 'B', 'C'),
      published: fc.constantFrom('2019-05-14', '2020-02-02'),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(printing, { selector: (p) => `${p.text}${p.outlet}${p.published}${p.speaker}`, maxLength: 12 }),
        (printings) => {
          const utterances = printings.map(printed);
          const forward = mergeUtterances(utterances);
          expect(mergeUtterances([...utterances].reverse())).toEqual(forward);
          expect(forward.flatMap((statement) => statement.appearances)).toHaveLength(utterances.length);
        },
      ),
    );
  });
});
