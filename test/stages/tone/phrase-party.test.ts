import { expect, test } from 'vitest';
import { compileToneLexicon } from '../../../src/stages/tone/lexicon.ts';
import { scoreTone } from '../../../src/stages/tone/score.ts';
import { readStatement } from '../../../src/stages/tone/statement.ts';
import { contextOf, lexiconOf, rowsOf, tablesOf } from './made.ts';

const lexicon = lexiconOf([
  'help,valence,1',
  'rebuild,valence,1',
  'coordinate,valence,1',
  'sanctions,object,-1',
  'pressure,object,-1',
  'deal,object,1',
]);
const about = (text: string) =>
  scoreTone(readStatement(text, lexicon), contextOf({ side: 'US' }), lexicon).hits.map(({ words, about: whom }) => `${words}: ${whom}`);

test.each([
  ['We coordinate with our allies the answer to Moscow.', ['coordinate: third party']],
  ['Moscow knows of the help that China needs.', ['help: third party']],
  ['Moscow heard of the deal with Anna Roe.', ['deal: third party']],
  ['Moscow heard of the deal with Carver Oil.', ['deal: third party']],
  ['We help China against Moscow.', ['help: third party']],
  ['Moscow joined the sanctions on Iran.', ['sanctions: third party']],
  ['With Moscow we kept up the pressure against China.', ['pressure: third party']],
])('the phrase itself names a third party: %s', (text, expected) => expect(about(text)).toEqual(expected));

test.each([
  ['We help Moscow against China.', ['help: shared third party']],
  ['We want a deal with China and Moscow.', ['deal: shared third party']],
  ['We rebuild what Moscow and China broke.', ['rebuild: shared third party']],
  ['We imposed sanctions on Moscow over China.', ['sanctions: relation']],
  ['Anna Roe wants a deal with Moscow.', ['deal: other side']],
  ['China asked for help; Moscow came.', ['help: third party']],
  ['Moscow gave help, and China came.', ['help: other side']],
])('it does not: %s', (text, expected) => expect(about(text)).toEqual(expected));

test('a deed that is laid at somebody’s door stays with its doer; a measure goes to its target', () => {
  const tone = rowsOf('tone.csv', 'pattern,class,weight,dimension', ['attack,object,-1,blame', 'embargo,object,-1,tone']);
  const { value } = compileToneLexicon({ ...tablesOf([]), tone }, ['US', 'Russia']);
  const whom = (text: string) => scoreTone(readStatement(text, value), contextOf({ side: 'US' }), value).hits.map((hit) => hit.about);
  expect(whom('Moscow spoke of the attack on China.')).toEqual(['other side']);
  expect(whom('Moscow spoke of the embargo on China.')).toEqual(['third party']);
});
