import { describe, expect, it } from 'vitest';
import { copyFair } from '../../../src/stages/tone/fair-copy.ts';
import { compileToneLexicon } from '../../../src/stages/tone/lexicon.ts';
import { rowsOf, tablesOf } from './made.ts';

const LEXICON = compileToneLexicon(
  {
    ...tablesOf(['trust,valence,1', 'peace,valence,0.5', 'talk,valence,0.5', 'want,valence,0']),
    titles: rowsOf('titles.csv', 'word,kind', ['president,official', 'minister,official']),
    demonyms: rowsOf('demonyms.csv', 'word,kind', ['russian,people', 'russians,people']),
  },
  ['US', 'Russia'],
).value;
const namesIn = (text: string) => copyFair(text, LEXICON).names.map(({ start, end }) => text.slice(start, end));

describe('a name is one thing, however many words it has', () => {
  it.each<[text: string, expected: readonly string[]]>([
    ['We trust Moscow.', ['Moscow']],
    ['We trust President Oleg Tarn.', ['President Oleg Tarn']],
    ['We met the president of Russia.', ['the president of Russia']],
    ['We trust Moscow and Washington.', ['Moscow', 'Washington']],
    ['We trust Russian ministers.', ['Russian']],
    ['The Russians want peace.', ['Russians']],
  ])('%j', (text, expected) => expect(namesIn(text)).toEqual(expected));
});

describe('what is no name', () => {
  it.each(['We trust them.', 'Peace is what the president wants.', 'I want to talk.', 'WE WANT PEACE.', 'They said: Trust us.'])(
    '%j',
    (text) => expect(namesIn(text)).toEqual([]),
  );
});
