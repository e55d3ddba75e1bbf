import { describe, expect, test } from 'vitest';
import { readText } from '../../../src/core/language.ts';
import { scoreTone } from '../../../src/stages/tone/score.ts';
import { contextOf, lexiconOf } from './made.ts';

const lexicon = lexiconOf([
  'dialogue,object,1',
  'trust,object,1',
  'patience,valence,1',
  'treaty,object,1',
  'contact,object,1',
  'military,valence,-0.2',
  'sanction*,object,-1',
  'war,object,-1',
  'enemy,valence,-1',
  'together,valence,1',
  'never agree,valence,-1',
  'lift,reverser,-1',
  'suspend,reverser,-1',
  'prevent,reverser,-1',
  'block,reverser,-1,VERB',
  'run out,reverser,-1,,,back',
  'be over,reverser,-1,,,back',
  'not,negator,-1',
  'no,negator,-1',
  'neither,negator,-1',
  'nor,negator,-1',
  'hardly,negator,-0.5',
  'not only,negator,1',
  'no reason why,negator,-1',
  'very,intensifier,1.5',
  'slight,diminisher,0.5',
  'perhaps,hedge,0.5',
  'if,condition,0.25',
  'but,contrast,1.5',
  'although,contrast,0.5',
  '?,question,0.5,,,back',
  'why can not,question,1',
  "why can't,question,1",
  'met with,frame,0.5',
  'in [19*|20*],frame,0.75',
]);

/** "term value" for each term of a text, with a first sentence that names both sides left out of the count. */
const values = (text: string, content: readonly (readonly [number, number])[] | null = null) =>
  scoreTone(readText(text), contextOf({ content }), lexicon).hits.map(({ term, value }) => `${term} ${value}`);

describe('reversal', () => {
  test.each([
    ['They lift the sanctions.', ['sanction* 0.8']],
    ['They suspended the dialogue.', ['dialogue -1.5']],
    ['Their patience has run out.', ['patience -1.5']],
    ['The war is over.', ['war 0.8']],
    ['They suspended the military contacts.', ['military 0.16', 'contact -1.5']],
    ['They prevent the suspending of the dialogue.', ['dialogue 1.2']],
    ['Suspending the treaty was easy.', ['treaty -1.5']],
    ['Preventing a war is more than dialogue.', ['war 0.8', 'dialogue 1']],
  ])('%s', (text, expected) => expect(values(text)).toEqual(expected));
});

describe('negation', () => {
  test.each([
    ['They are not enemies.', ['enemy 0.5']],
    ['There is no trust.', ['trust -1']],
    ['Neither dialogue nor trust is left.', ['dialogue -1', 'trust -1']],
    ['I expect neither trust nor war.', ['trust 0', 'war 0.5']],
    ['Neither of them believes that there is war.', ['war 0.5']],
    ['They do not bring the old trust of the early years back.', ['trust -0.7']],
    ['They are not all of them always together.', ['together 0.2']],
    ['They do not meet together.', ['together -0.6']],
    ['No envoy in the hall was an enemy.', ['enemy -0.3']],
    ['There is not only dialogue.', ['dialogue 1']],
    ['There is hardly any dialogue.', ['dialogue -0.5']],
    ['They are not enemies, and dialogue goes on.', ['enemy 0.5', 'dialogue 1']],
    ['I see no reason why they want war.', ['war 0.5']],
    ['They did not lift the sanctions.', ['sanction* -0.8']],
  ])('%s', (text, expected) => expect(values(text)).toEqual(expected));
});

describe('strength and mood', () => {
  test.each([
    ['It is a very patient dialogue.', ['dialogue 1.5']],
    ['There is slight trust.', ['trust 0.5']],
    ['Perhaps they want dialogue.', ['dialogue 0.5']],
    ['If they want dialogue, they will have trust.', ['dialogue 0.25', 'trust 1']],
    ['They want dialogue, but they fear war.', ['dialogue 0.75', 'war -1.5']],
    ['But they want dialogue.', ['dialogue 1']],
    ['Although they want dialogue, they fear war.', ['dialogue 0.5', 'war -1']],
    ['Do they want dialogue?', ['dialogue 0.5']],
    ["Why can't they want dialogue?", ['dialogue 1']],
  ])('%s', (text, expected) => expect(values(text)).toEqual(expected));
});

describe('focus', () => {
  test.each([
    ['They want trust, and trust again.', ['trust 1', 'trust 0.5']],
    ['They met with envoys on trust.', ['trust 0.5']],
    ['The treaty was signed in 2010.', ['treaty 0.75']],
    ['Moscow spoke. There was dialogue.', ['dialogue 0.8']],
    ['Moscow wants dialogue with Beijing and China.', ['dialogue 1']],
    ['Their dialogue with China will not disturb Moscow in any way.', ['dialogue 0.3']],
    ['The war with Iran is far from America and her shores.', ['war -0.6']],
  ])('%s', (text, expected) => expect(values(text)).toEqual(expected));

  test('a name by itself says little in a short statement', () => {
    const names = lexiconOf(['moscow and washington,valence,1', 'dialogue,object,1']);
    const { hits } = scoreTone(readText('Moscow and Washington want dialogue.'), contextOf(), names);
    expect(hits.map(({ value }) => value)).toEqual([0.25, 1]);
  });

  test('words of the reporter around a partial quotation count less', () => {
    expect(values('They suspended what he called "dialogue".', [[31, 39]])).toEqual(['dialogue -1.5']);
    expect(values('In wartime trust he called it "dialogue".', [[31, 39]])).toEqual(['trust 0.8', 'dialogue 1']);
  });
});
