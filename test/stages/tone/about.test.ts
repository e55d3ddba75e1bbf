import { expect, test } from 'vitest';
import { scoreTone } from '../../../src/stages/tone/score.ts';
import { readStatement } from '../../../src/stages/tone/statement.ts';
import { contextOf, lexiconOf } from './made.ts';

const lexicon = lexiconOf([
  'dialogue,object,1',
  'threaten,valence,-1',
  'help,valence,1',
  'arm <third party>,valence,-1',
  'talks with <other side>,valence,1',
]);
const about = (text: string, side: string | null = 'US') =>
  scoreTone(readStatement(text, lexicon), contextOf({ side }), lexicon).hits.map(({ words, about: whom }) => `${words}: ${whom}`);

test.each([
  ['Moscow threatens the port.', ['threatens: other side']],
  ['Moscow threatens America.', ['threatens: relation']],
  ['We want dialogue with Moscow.', ['dialogue: relation']],
  ['China helps Iran.', ['helps: third party']],
  ['They speak of Moscow. It is a dialogue.', ['dialogue: other side']],
  ['Moscow came, and they threaten us.', ['threaten: relation']],
  ['America helps.', ['helps: own side']],
  ['It was a dialogue.', ['dialogue: nobody']],
  ['There was dialogue about Iran with Moscow.', ['dialogue: other side']],
  ['We arm China.', ['arm China: other side']],
  ['There were talks with Moscow.', ['talks with Moscow: other side']],
  ['There were talks with America.', []],
  ['Moscow helps China.', ['helps: third party']],
  ['Moscow and Iran want dialogue.', ['dialogue: third party']],
  ['In China there was dialogue with Moscow.', ['dialogue: other side']],
  ['Moscow threatens China.', ['threatens: other side']],
])('%s', (text, expected) => expect(about(text)).toEqual(expected));

test('for a speaker of neither side both are the other side', () => {
  expect(about('America threatens the port.', null)).toEqual(['threatens: other side']);
});

test.each([
  ['blame between the two counts in full', 'Moscow threatens America.', [-1]],
  ['blame that falls on both alike counts less', 'Both Moscow and Washington threaten the peace.', [-0.6]],
  ['"both" of another clause tells nothing', 'Both were there, because Moscow threatens America.', [-1]],
  ['good that both do counts in full', 'Both Moscow and Washington help.', [1]],
])('%s: %s', (_why, text, expected) => {
  expect(scoreTone(readStatement(text, lexicon), contextOf({ side: 'US' }), lexicon).hits.map(({ value }) => value)).toEqual(expected);
});
