import { describe, expect, it } from 'vitest';
import { copyFair } from '../../../src/stages/tone/fair-copy.ts';
import { compileToneLexicon } from '../../../src/stages/tone/lexicon.ts';
import { rowsOf, tablesOf } from './made.ts';

const LEXICON = compileToneLexicon(
  {
    ...tablesOf(['trust,valence,1', 'peace,valence,0.5', 'talk,valence,0.5', 'want,valence,0', 'world war,idiom,0']),
    titles: rowsOf('titles.csv', 'word,kind', ['president,official', 'minister,official']),
    demonyms: rowsOf('demonyms.csv', 'word,kind', ['russian,people', 'russians,people']),
    speakers: rowsOf('speakers.csv', 'name,side,role', [
      'H.R. Tarn,US,official',
      'Ada Q. Lund,US,official',
      'World Bank,,institution',
      'Harbour Bank,,institution',
    ]),
    offices: rowsOf('offices.csv', 'office,phrases,side', [
      'governor of the Moscow region,Moscow provincial governor|governor,Russia',
      'envoy to the courts,Russian envoy to the courts of justice in Norham,Russia',
    ]),
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
    ['We trust Oleg B. Tarn and J. R. Lund.', ['Oleg B. Tarn', 'J. R. Lund']],
    ['We trust H.R. Tarn.', ['H.R. Tarn']],
    ['Moscow Trusts Washington', ['Moscow', 'Washington']],
    ['We met after the World War.', []],
    ['We met in Harbour.', ['Harbour']],
    ['We trust Ada Talks.', ['Ada Talks']],
    ['We trust the governor of the Moscow region.', ['the governor of the Moscow region']],
    ['We trust the Russian envoy to the courts of justice in Norham.', ['the Russian envoy to the courts of justice in Norham']],
  ])('%j', (text, expected) => expect(namesIn(text)).toEqual(expected));
});

describe('a name of the lists stands for its side, as a whole', () => {
  const sidesIn = (text: string) => copyFair(text, LEXICON).names.map(({ anchor }) => anchor?.side ?? null);
  it.each<[text: string, expected: readonly (string | null)[]]>([
    ['We trust Ada Q. Lund.', ['US']],
    ['We trust Ada Lund.', ['US']],
    ['We trust Oleg B. Tarn.', [null]],
    ['We trust the Moscow provincial governor and Washington.', ['Russia', 'US']],
  ])('%j', (text, expected) => expect(sidesIn(text)).toEqual(expected));
});

describe('what is no name', () => {
  it.each([
    'We trust them.',
    'The governor wants peace.',
    'It was I. They want peace.',
    'Peace is what the president wants.',
    'I want to talk.',
    'WE WANT PEACE.',
    'They said: Trust us.',
  ])('%j', (text) => expect(namesIn(text)).toEqual([]));
});
