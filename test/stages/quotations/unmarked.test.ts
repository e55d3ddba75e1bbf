import { describe, expect, it } from 'vitest';
import { quotationsOf } from './finding.ts';

function told(text: string, layout: 'article' | 'transcript' = 'article'): readonly (readonly [string, string, string | null])[] {
  return quotationsOf(text, { layout })
    .filter(({ kind }) => kind === 'turn' || kind === 'post' || kind === 'headline')
    .map(({ kind, spans, source }) => [kind, spans.map((span) => text.slice(...span)).join(' | '), source && text.slice(...source)]);
}

describe('turns', () => {
  it('of a transcript run to the next name', () => {
    const text = 'HOLLIS: Will you stay?\nANTON BERG (on tape): We will.\nFor a year.\nHOLLIS: Thank you.';
    expect(told(text, 'transcript')).toEqual([
      ['turn', 'Will you stay?', 'HOLLIS'],
      ['turn', 'We will. | For a year.', 'ANTON BERG'],
      ['turn', 'Thank you.', 'HOLLIS'],
    ]);
  });

  it('are found in an article where two names in capitals take turns, stray marks and all', () => {
    const text = 'They met on Sunday, and the hall was full.\n"HOLLIS: Will you stay?\n"BERG: We will, for a year."\nThe hall emptied.';
    expect(told(text)).toEqual([
      ['turn', 'Will you stay?', 'HOLLIS'],
      ['turn', 'We will, for a year.', 'BERG'],
    ]);
  });

  it('of somebody unnamed have no source', () => {
    expect(told('Q: Will you stay?\nHOLLIS: We will.', 'transcript').map(([, , source]) => source)).toEqual([null, 'HOLLIS']);
  });

  it('begin with a Q without a sign, and with the names of parliaments’ records, where all is a transcript', () => {
    const turns = (text: string) => told(text, 'transcript').map(([, words, source]) => [words, source]);
    expect(turns('MS. HOLLIS: We will stay.\nQ  Thank you. When?\nMS. HOLLIS: Soon.')).toEqual([
      ['We will stay.', 'MS. HOLLIS'],
      ['Thank you. When?', null],
      ['Soon.', 'MS. HOLLIS'],
    ]);
    expect(
      turns(
        'Mr. HOLLIS. Mr. President, we will stay.\nThe PRESIDING OFFICER. The Senator from Lakeside.\nMs. BERG of Lakeside. So will we.',
      ),
    ).toEqual([
      ['Mr. President, we will stay.', 'Mr. HOLLIS'],
      ['The Senator from Lakeside.', null],
      ['So will we.', 'Ms. BERG of Lakeside'],
    ]);
    expect(turns('HOLLIS: We will stay.\nA Kremlin aide left the room.\nMr. Berg. He left too.')).toHaveLength(1);
  });

  it('end before a stage note, and labels of a transcript are no names', () => {
    const text = 'PARTICIPANTS: Hollis and Berg\nHOLLIS: We will stay. (Laughter.)\nBERG: So will we. [End of transcript]';
    expect(told(text, 'transcript').map(([, words, source]) => [words, source])).toEqual([
      ['We will stay.', 'HOLLIS'],
      ['So will we.', 'BERG'],
    ]);
  });

  it('are not made of labels in an article', () => {
    expect(told('Related: more on the talks\nThe hall was full on Sunday evening.\nPhoto: a full hall')).toEqual([]);
  });
});

describe('posts', () => {
  const rows: readonly [string, string, string][] = [
    ['The treaty is alive. — Mary Hollis (@maryhollis) July 5, 2016', 'The treaty is alive.', 'Mary Hollis'],
    ['Mary Hollis\n\nThe treaty is alive. We go on! (Twitter Mary Hollis)', 'The treaty is alive. We go on!', 'Mary Hollis'],
    ['Mary Hollis @maryhollis\nThe treaty is alive. pic.twitter.com/abc', 'The treaty is alive.', 'Mary Hollis'],
  ];
  it.each(rows)('%s', (text, content, source) => {
    expect(told(text)).toEqual([['post', content, source]]);
  });

  it('are not found under a bare name that no network follows', () => {
    expect(told('Mary Hollis\n\nThe treaty is alive and will be for years.')).toEqual([]);
  });
});

describe('headlines', () => {
  it('tell a claim behind a name and a colon', () => {
    expect(told('Hollis: Talks Are Going Nowhere Fast\n\nThe talks went on.')).toEqual([
      ['headline', 'Talks Are Going Nowhere Fast', 'Hollis'],
    ]);
  });

  it.each(['Breaking: Talks Are Going Nowhere', 'Live Updates: Talks Are Going Nowhere', 'Talks go nowhere'])('%s', (text) => {
    expect(told(`${text}\n\nThe talks went on.`)).toEqual([]);
  });
});
