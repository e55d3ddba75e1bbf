import { expect, test } from 'vitest';
import { compileToneLexicon } from '../../../src/stages/tone/lexicon.ts';
import { scoreTone } from '../../../src/stages/tone/score.ts';
import { readStatement } from '../../../src/stages/tone/statement.ts';
import { contextOf, rowsOf, tablesOf } from './made.ts';

const demonyms = rowsOf('demonyms.csv', 'word,country,kind', [
  'Swedish,Sweden,people',
  'Sweden,Sweden,place',
  'Stockholm,Sweden,place',
  'Russian,Russia,people',
  'Petersburg,Russia,place',
  'Soviet,Soviet Union,people',
  'EU,European Union,place',
  'European,European Union,people',
  'UN,United Nations,place',
]);
const sides = rowsOf('sides.csv', 'country,side', ['Soviet Union,Russia']);
const { value: lexicon } = compileToneLexicon({ ...tablesOf(['help,valence,1']), demonyms, sides }, ['US', 'Russia']);
const about = (text: string) =>
  scoreTone(readStatement(text, lexicon), contextOf({ side: 'US' }), lexicon).hits.map(({ words, about: whom }) => `${words}: ${whom}`);

test.each([
  ['Sweden helps.', ['helps: third party']],
  ['The Swedish king helps.', ['helps: third party']],
  ['The EU helps.', ['helps: third party']],
  ['China helps.', ['helps: third party']],
])('a country that no list of the pair has is a third party: %s', (text, expected) => expect(about(text)).toEqual(expected));

test.each([
  ['Russia helps.', ['helps: other side']],
  ['Petersburg helps.', ['helps: nobody']],
  ['The Soviet help came.', ['help: nobody']],
  ['Stockholm helps.', ['helps: nobody']],
  ['The UN helps.', ['helps: nobody']],
])('a country of a side, a city and a body without a people are none: %s', (text, expected) => expect(about(text)).toEqual(expected));
