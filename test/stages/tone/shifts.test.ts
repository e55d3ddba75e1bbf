import { describe, expect, test } from 'vitest';
import { scoreTone } from '../../../src/stages/tone/score.ts';
import { readStatement } from '../../../src/stages/tone/statement.ts';
import { contextOf, lexiconOf } from './made.ts';

const lexicon = lexiconOf([
  'dialogue,object,1',
  'trust,object,1',
  'patience,valence,1',
  'treaty,object,1',
  'contact,object,1',
  'agree,valence,1',
  'sanction*,object,-1',
  'war,object,-1',
  'enemy,valence,-1',
  'hostile,valence,-1',
  'talks,object,1,,,,,contact',
  'raid,object,-1,,,,,blame',
  'threaten,valence,-1',
  'reject,valence,-1',
  'fail,valence,-1',
  'together,valence,1',
  'lift,reverser,-1',
  'suspend,reverser,-1',
  'reject,reverser,-1',
  'prevent,reverser,-1',
  'run out,reverser,-1,,,back',
  'be over,reverser,-1,,,back',
  'be lifted,reverser,-1,,,back',
  'not,negator,-1',
  'no longer,negator,-1',
  'no,negator,-1',
  'never,negator,-1',
  'neither,negator,-1',
  'nor,negator,-1',
  'hardly,negator,-0.5',
  'fail to,negator,-1',
  'not only,negator,1',
  'never _ such,negator,1',
  'no reason why,negator,-1',
  'could have,negator,-0.6',
  'there be a time when,negator,-0.8',
  'but we can not,negator,-1,,,back,good',
  'stop,reverser,-1',
  'however,contrast,1.4',
  'vanish,reverser,-1,,,back',
  'very,intensifier,1.5',
  'slight,diminisher,0.5',
  'perhaps,hedge,0.5',
  'if,condition,0.25',
  'but,contrast,1.5',
  'although,contrast,0.5',
  '?,question,0.5,,,back',
  "why can't,question,1",
]);

/** "+term" or "-term" for each hit, "0term" where nothing is left, whoever it is about. */
const signs = (text: string) =>
  scoreTone(readStatement(text, lexicon), contextOf(), lexicon).hits.map(
    ({ term, value }) => `${value > 0 ? '+' : value < 0 ? '-' : '0'}${term}`,
  );

/** Base times all shifts but whom it is about. */
const values = (text: string, content: readonly (readonly [number, number])[] | null = null) =>
  scoreTone(readStatement(text, lexicon), contextOf({ content }), lexicon).hits.map(({ term, base, shifts }) => {
    const value = shifts.filter(({ kind }) => kind !== 'about').reduce((product, { factor }) => product * factor, base);
    return `${term} ${Math.round(value * 100) / 100}`;
  });

describe('reversal', () => {
  test.each([
    ['They lift the sanctions.', ['+sanction*']],
    ['They suspended the dialogue.', ['-dialogue']],
    ['Their patience has run out.', ['-patience']],
    ['The war is over.', ['+war']],
    ['The sanctions must be lifted.', ['+sanction*']],
    ['They suspended the early contacts.', ['-contact']],
    ['They prevent the suspending of the dialogue.', ['+dialogue']],
    ['Preventing a war is more than dialogue.', ['+war', '+dialogue']],
    ['They rejected our dialogue.', ['-reject', '-dialogue']],
    ['They suspended the project and agreed on trade.', ['+agree']],
    ['They suspended trade for years by sanctions.', ['-sanction*']],
    ['They suspended all dialogue, trust and contacts.', ['-dialogue', '-trust', '-contact']],
    ['They suspended the big new project on trade, fearing sanctions.', ['-sanction*']],
    ['They suspended most of the very old treaty.', ['-treaty']],
    ['They suspended the man as an enemy.', ['-enemy']],
    ['They suspended sanctions as well as the project.', ['+sanction*']],
    ['They stop treating us as an enemy.', ['+enemy']],
    ['They must stop flights, or face sanctions.', ['-sanction*']],
    ['They must stop flights or else risk a war.', ['-war']],
    ['They must stop flights or sanctions.', ['+sanction*']],
    ['Whatever trust there was between the two capitals has vanished.', ['-trust']],
  ])('%s', (text, expected) => expect(signs(text)).toEqual(expected));

  test('a verb that takes an evil away does not weigh beside it', () => {
    expect(signs('They rejected the sanctions.')).toEqual(['+sanction*']);
  });
});

describe('negation', () => {
  test.each([
    ['They are not enemies.', ['+enemy']],
    ['There is no trust.', ['-trust']],
    ['Neither dialogue nor trust is left.', ['-dialogue', '-trust']],
    ['I expect neither trust nor war.', ['0trust', '+war']],
    ['There is not only dialogue.', ['+dialogue']],
    ['There was never such a war.', ['-war']],
    ['There is hardly any dialogue.', ['-dialogue']],
    ['They are not enemies, and dialogue goes on.', ['+enemy', '+dialogue']],
    ['I see no reason why they want war.', ['+war']],
    ['I see no reason why Moscow and Washington should have a war.', ['+war']],
    ['They failed to agree.', ['-agree']],
    ['They never failed to agree.', ['+agree']],
    ['They are not an enemy, not a friend in war.', ['+enemy', '+war']],
    ['They never rejected it.', ['+reject']],
    ['They could have agreed.', ['-agree']],
    ['There was a time when they could have agreed.', ['-agree']],
    ['We want to agree, but we cannot.', ['-agree']],
    ['They want war, but we cannot.', ['-war']],
    ['We can’t agree.', ['-agree']],
    ['We cant agree.', ['-agree']],
    ['We can´t agree.', ['-agree']],
    ['We canʼt agree.', ['-agree']],
    ['We can&#39;t agree.', ['-agree']],
  ])('%s', (text, expected) => expect(signs(text)).toEqual(expected));
});

describe('what a denied evil leaves', () => {
  test.each([
    ['a name that is denied is taken back in full', 'They are not our enemy.', ['enemy 0.9']],
    ['the same behind any word that denies', 'They are no longer enemies.', ['enemy 0.9']],
    ['a quality has degrees', 'They are not hostile.', ['hostile 0.35']],
    ['the word of degree before it begins no clause', 'They are not so hostile.', ['hostile 0.35']],
    ['a noun of which nothing is said is no name', 'They want no enemy.', ['enemy 0.35']],
    ['nor is one whose being there is denied', 'There is no enemy.', ['enemy 0.35']],
    ['what stands behind a preposition is not denied itself', 'They are not about the enemy.', ['enemy -0.3']],
    ['nor is what another verb is denied for', 'They do not serve the enemy.', ['enemy -0.3']],
    ['nor what it happens in', 'They will not falter in this war.', ['war -0.3']],
    ['a deed that is called by its noun is taken back, nearly', 'There was no raid.', ['raid 0.3']],
    ['who is not seen as one is none', 'They are not seen as an enemy.', ['enemy 0.9']],
    ['whoever denies that a good is taken away gives it back', 'We will not suspend the dialogue.', ['dialogue 1.17']],
    ['a war that nobody wants is not there', 'They do not want a war.', ['war 0.9']],
    ['a deed is taken back and no more', 'They did not threaten us.', ['threaten 0.1']],
    ['who did not refuse may still not give', 'They never rejected it.', ['reject 0.4']],
    ['what is not there is good news where it is feared', 'There is no war.', ['war 0.9']],
  ])('%s: %s', (_why, text, expected) => expect(values(text)).toEqual(expected));
});

describe('a contact that did not take place', () => {
  test.each([
    ['was none, says a report', 'There were no talks.', ['0talks']],
    ['the same of what has been', 'We have held no talks with them.', ['0talks']],
    ['the same of what somebody did', 'They did not have talks.', ['0talks']],
    ['a refusal is an act', 'They would not hold talks.', ['-talks']],
    ['a duty not to is one too', 'They should have no talks.', ['-talks']],
    ['who failed to hold them did something', 'They failed to hold talks.', ['-talks']],
    ['that there is none now is a complaint', 'There are no talks.', ['-talks']],
    ['what two share is no event', 'There was no trust.', ['-trust']],
  ])('%s: %s', (_why, text, expected) => expect(signs(text)).toEqual(expected));
});

describe('a negator in quotation marks', () => {
  test('denies nothing behind them', () => {
    expect(signs('It “will not work,” he said, “under sanctions.”')).toEqual(['-sanction*']);
    expect(signs('It "will not work," he said, "under sanctions."')).toEqual(['-sanction*']);
  });

  test('reaches into marks that open', () => {
    expect(signs('They are not “hostile” to us.')).toEqual(['+hostile']);
  });
});

describe('a question that is answered at once', () => {
  test.each([
    ['is denied by a short no', 'Trust between us? There is none.', ['trust -0.9']],
    ['the same of an evil, which is taken back', 'Do they want war? No.', ['war 0.3']],
    ['is said by a short yes', 'Dialogue with Moscow? Of course.', ['dialogue 1']],
    ['a longer sentence is no answer', 'Trust between us? There is none of that in this hall.', ['trust 0.5']],
    ['nor is a question without one', 'Do we want dialogue?', ['dialogue 0.5']],
  ])('%s: %s', (_why, text, expected) => expect(values(text)).toEqual(expected));
});

describe('strength and mood', () => {
  test.each([
    ['It is a very patient dialogue.', ['dialogue 1.5']],
    ['There is slight trust.', ['trust 0.5']],
    ['Perhaps they want dialogue.', ['dialogue 0.5']],
    ['If they want dialogue, they will have trust.', ['dialogue 0.25', 'trust 1']],
    ['They want dialogue, but they fear war.', ['dialogue 0.75', 'war -1.5']],
    ['But they want dialogue.', ['dialogue 1']],
    ['The man however is hard but wants dialogue.', ['dialogue 1.4']],
    ['Although they want dialogue, they fear war.', ['dialogue 0.5', 'war -1']],
    ['Do they want dialogue?', ['dialogue 0.5']],
    ["Why can't they want dialogue?", ['dialogue 1']],
  ])('%s', (text, expected) => expect(values(text)).toEqual(expected));
});

describe('where a term stands', () => {
  test('saying it again adds half', () => {
    expect(values('They want trust, and trust again.')).toEqual(['trust 1', 'trust 0.5']);
  });

  test('scare marks turn a good word', () => {
    expect(values('We know their "trust" too well.')).toEqual(['trust -1']);
  });

  test('words of the reporter around a partial quotation count less', () => {
    expect(values('In wartime trust he called it "dialogue".', [[31, 39]])).toEqual(['trust 0.8', 'dialogue 1']);
  });
});
