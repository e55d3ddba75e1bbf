import { describe, expect, test } from 'vitest';
import type { ToneContext } from '../../../src/core/model/tone.ts';
import { compileToneLexicon } from '../../../src/stages/tone/lexicon.ts';
import { scoreTone } from '../../../src/stages/tone/score.ts';
import { readStatement } from '../../../src/stages/tone/statement.ts';
import { contextOf, rowsOf, tablesOf } from './made.ts';

const tables = tablesOf(['dialogue,object,1', 'sanction*,object,-1', 'great,valence,1', 'dependence,valence,-0.3']);
const topics = rowsOf('topics.csv', 'side,pattern,weight', ['topic,harvest,-1.5', 'topic,treaty,0.5']);
const weights = rowsOf('gate.csv', 'id,weight', [
  'start,-0.5',
  'other side named,0.42',
  'words of tone,0.38',
  'article about both,1',
  'side named by the title,0.2',
  'printed in an article,-0.1',
  'third party named in an article,-0.3',
  'both named around,0.6',
  'words alone,0.1',
]);
const { value: lexicon } = compileToneLexicon({ ...tables, gate: weights, anchors: [...(tables.anchors ?? []), ...topics] }, [
  'US',
  'Russia',
]);
const gate = (text: string, known: Partial<ToneContext> = {}) => {
  const { isRelevant, relevance } = scoreTone(readStatement(text, lexicon), contextOf(known), lexicon);
  return { isRelevant, relevance };
};

describe('a statement is about the two sides', () => {
  test.each<[string, Partial<ToneContext>]>([
    ['Moscow and Washington keep up a dialogue.', {}],
    ['We want a dialogue with Washington.', { side: 'Russia' }],
    ['We want a dialogue with Washington.', {}],
    ['The sanctions on Russia were a mistake.', {}],
    ['New START is worth a treaty more.', {}],
    ['The sanctions will end.', { background: ['US', 'Russia'] }],
    ['The sanctions will end.', { side: 'other', around: 'Moscow and Washington met.' }],
    ['They want sanctions, so we shall answer with sanctions.', {}],
    ['The Americans want dialogue, yet they keep up their sanctions and sanctions.', {}],
  ])('%s %j', (text, known) => expect(gate(text, known)).toMatchObject({ isRelevant: true }));
});

describe('a statement is not about the two sides', () => {
  test.each<[string, Partial<ToneContext>, string]>([
    ['The weather is great.', {}, 'names neither side'],
    ['Washington is great.', {}, 'names US alone'],
    ['We are great.', { side: 'Russia' }, 'names neither side'],
    ['America is great.', { side: 'US' }, 'names US alone'],
    ['China will buy less Russian gas.', {}, 'names Russia alone'],
    ['The harvest of America was better than the harvest of China.', { side: 'Russia' }, 'names US, spoken by Russia'],
    ['We want a dialogue with Beijing.', { side: 'US', background: ['US'] }, 'names neither side'],
    ['The sanctions will end.', { side: 'other', around: 'Washington met the envoys.' }, 'names neither side'],
  ])('%s %j', (text, known, reason) => {
    const { isRelevant, relevance } = gate(text, known);
    expect({ isRelevant, reason: relevance.slice(0, reason.length) }).toEqual({ isRelevant: false, reason });
  });
});

test('in an article nobody counts as named, though the speaker is unknown', () => {
  expect(gate('Great.', { background: ['US', 'Russia'] }).relevance).not.toContain('US and Russia +');
  expect(gate('We want a dialogue with Moscow.').relevance).toContain('US and Russia +');
});

test('the reason lists the evidence and its sum', () => {
  expect(gate('The harvest of America was poor.', { side: 'Russia' }).relevance).toBe(
    'names US, spoken by Russia; start -0.5, US +0.42, harvest -1.5: -1.58',
  );
});

test('sides that are named around a statement count with those that it names itself, the one that is named less', () => {
  expect(gate('America pays.', { side: 'US', around: 'Moscow waits. … Moscow and Washington met.' }).relevance).toBe(
    'names US, both are named around it; start -0.5, printed in an article -0.1, both named around +1.2: 0.6',
  );
});

test('a title says more of what an article is about than its lead does', () => {
  expect(gate('Great.', { background: ['US', 'Russia', 'Russia'] }).relevance).toContain('article about both +1, named by the title +0.2');
  expect(gate('Great.', { background: ['US', 'Russia', 'US', 'Russia'] }).relevance).toContain('named by the title +0.4');
});

test('a third party speaks against a statement of news more than against one of an official', () => {
  expect(gate('China pays.', { side: 'US', around: 'Moscow and Washington met.' }).relevance).toContain('third parties -0.3');
  expect(gate('China pays Moscow.', { side: 'US' }).relevance).not.toContain('third parties');
});
