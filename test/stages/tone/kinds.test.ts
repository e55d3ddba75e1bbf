import { describe, expect, test } from 'vitest';
import type { ToneContext } from '../../../src/core/model/tone.ts';
import { rawScore, scoreTone } from '../../../src/stages/tone/score.ts';
import { readStatement } from '../../../src/stages/tone/statement.ts';
import { bundled } from './bundled.ts';
import { contextOf } from './made.ts';

const { value: lexicon } = bundled;

/** Which way a sentence of an American points, by the bundled lexicons. */
function signOf(text: string, context: Partial<ToneContext> = {}): string {
  const sum = rawScore(scoreTone(readStatement(text, lexicon), contextOf({ side: 'US', ...context }), lexicon).hits);
  return sum > 0 ? '+' : sum < 0 ? '-' : '0';
}

const TABLES: Readonly<Record<string, readonly (readonly [text: string, expected: string])[]>> = {
  'threats and resolve': [
    ['We will never tolerate what Russia does.', '-'],
    ['We shall not back down before Russia.', '-'],
    ['If Russia continues, we shall answer.', '-'],
    ['If Russia does not leave, the price will be high.', '-'],
    ['Russia must stop its flights, or face grave consequences.', '-'],
    ['Russia is turning up the heat on the ministry.', '-'],
    ['The two mirror measures by Russia came on Friday.', '-'],
  ],
  'charges of hidden service and broken terms': [
    ['The senator plays into the hands of Russia.', '-'],
    ['Those accounts did the bidding of Moscow.', '-'],
    ['Russia runs a troll farm.', '-'],
    ['Russia is not in compliance.', '-'],
    ['Russia struck three cities in one night.', '-'],
    ['Russia modernizes its nuclear arsenal.', '-'],
    ['Russia wants to sway the election.', '-'],
    ['The bomber flights of Russia begin again.', '-'],
    ['Russia will bar our diplomats from the hall.', '-'],
    ['Russia will halve our embassy staff.', '-'],
    ['It raises serious questions about Russia.', '-'],
  ],
  'reproaches without a word of blame': [
    ['Russia showed no real results.', '-'],
    ['We wrote to Russia and got no answer.', '-'],
    ['Russia acts without a mandate.', '-'],
    ['Russia passed the buck to us.', '-'],
    ['Russia will come on its own terms.', '-'],
    ['Russia cannot divide us.', '-'],
    ['We are cutting Russia off from the market.', '-'],
    ['Russia started the war.', '-'],
    ['Russia got the answer.', '0'],
    ['Russia started the engine.', '0'],
    ['Russia can divide the cake.', '0'],
  ],
  'agreements, money and peace': [
    ['They announced a deal with Russia.', '+'],
    ['Our firms invest in Russia.', '+'],
    ['We must stop the bloodshed, I told Russia.', '+'],
  ],
  'words that point nowhere by themselves': [
    ['A cable runs between the United States and Russia.', '0'],
    ['Russia knew his opponent.', '0'],
    ['Russia had damaging information on a mayor.', '0'],
    ['Russia develops a port.', '0'],
    ['The voyage of Russia is complex.', '0'],
    ['Russia has postponed the route by a month.', '0'],
    ['Our firm targets new markets in Russia.', '0'],
    ['The treaty counts the deployed warheads of Russia.', '0'],
    ['The ambitions of the firm in Russia are big.', '0'],
    ['The firm plans the expansion of a bakery.', '0'],
    ['I reject the notion that Russia did it.', '0'],
  ],
  'denials of a fact': [
    ['There were no talks with Russia.', '0'],
    ['We have held no meetings with Russia.', '0'],
    ['The harbour was no subject of the talks with Russia.', '0'],
  ],
  'refusals and laments, which are more than that': [
    ['We would not hold talks with Russia.', '-'],
    ['There is no dialogue with Russia.', '-'],
    ['Russia broke off the talks.', '-'],
  ],
  'what is turned twice': [
    ['Russia objects to the partnership.', '-'],
    ['The erosion of trust with Russia goes on.', '-'],
    ['There is zero chance of a quarrel with Russia.', '+'],
    ['There is zero possibility that Russia will break the treaty.', '+'],
    ['Who could blame Russia for that?', '+'],
    ['The cabinet will lift all sanctions on Russia.', '+'],
    ['We will lift the sanctions that were put on Russia.', '+'],
    ['It is time that Russia stops complaining.', '-'],
    ['We should have no more dialogue with Russia.', '-'],
    ['The drones of Russia are used to attack the port.', '-'],
    ['Russia used to attack the port.', '+'],
    ['They called me "brilliant" in Russia.', '+'],
    ['The "brilliant" offer of Russia failed.', '-'],
    ['The sanctions imposed on Russia last year must be lifted.', '+'],
    ['The sanctions imposed on Russia must stay.', '-'],
    ['He considers lifting the sanctions imposed on Russia.', '+'],
    ['Russia itself ought to end this war.', '-'],
    ['We met to end the confrontation with Russia.', '+'],
    ['He pushed back against all of that criticism, and Russia heard it.', '+'],
    ['Russia did not succeed.', '-'],
    ['It would be an error to isolate Russia.', '+'],
    ['It would be unwise for us to trust Russia.', '-'],
  ],
  'deeds that are forbidden, which is no denial': [
    ['Nobody should attack the port, Russia was told.', '-'],
    ['Russia must not invade its neighbour.', '-'],
    ['I urged Russia not to invade the island.', '-'],
    ['Russia may not interfere in the vote.', '-'],
    ['Russia did not interfere in the vote.', '+'],
    ['Russia and America must not threaten each other.', '+'],
    ['Russia will not attack.', '+'],
  ],
  'senses that say nothing of the two': [
    ['Russia does as it did last year, just like the others.', '0'],
    ['It is not like Russia waited.', '0'],
    ['It is fair to say that Russia waited.', '0'],
    ['The national security adviser flew to Russia.', '0'],
    ['The difference with Russia lies in the text.', '-'],
    ['They should know better in Russia.', '0'],
    ['The document of Russia contains ten pages.', '0'],
    ['Our troops in Syria saw Russia.', '0'],
    ['Russia spoke of organized crime.', '0'],
    ['Russia spoke to the press.', '0'],
    ['The text makes Russia respond to a letter.', '0'],
    ['A visit by Russia is due.', '0'],
    ['As far as the open question is concerned, Russia waited.', '0'],
  ],
  'the same words where they say it': [
    ['I like Russia.', '+'],
    ['Russia was fair.', '+'],
    ['They lie in Moscow, and Russia knows it.', '0'],
    ['Their aim is to contain Russia.', '-'],
    ['Their troops in Syria follow Russia.', '-'],
    ['Russia dealt a blow to the plan.', '-'],
    ['He admires dictators, and Russia knows it.', '-'],
    ['Russia committed aggression.', '-'],
    ['Trade with Russia grew by a third.', '+'],
    ['Russia greatly contributes to it.', '+'],
    ['Russia is a trustworthy friend.', '+'],
    ['It is not only in the interest of Russia.', '+'],
    ['It is not in the interest of Russia.', '-'],
    ['We had much help from Russia.', '+'],
    ['It serves the development of trade with Russia.', '+'],
    ['They still have Cold War reflexes in Russia.', '-'],
  ],
  'regret, advice and what is left behind': [
    ['We should have met Russia in dialogue.', '+'],
    ['Russia should have agreed.', '-'],
    ['It would be dangerous to end the dialogue with Russia.', '+'],
    ['It would be dangerous to trust Russia.', '-'],
    ['Lifting these sanctions on Russia would be folly.', '-'],
    ['Isolating Russia would be a mistake.', '+'],
    ['What is wrong with talks with Russia?', '+'],
    ['A nuclear war cannot be won, and Russia knows it.', '+'],
    ['It is not wise to isolate Russia.', '+'],
    ['It is not wise to trust Russia.', '-'],
    ['We must move on from the quarrel with Russia.', '+'],
    ['We and Russia move past the hacking.', '+'],
    ['We put the quarrel with Russia behind us.', '+'],
    ['Russia drifts away from dialogue.', '-'],
    ['It constrains our cooperation with Russia.', '-'],
    ['Cooperation with Russia might be possible, though I would not bet on it.', '-'],
    ['We trust Russia, even though it was difficult.', '+'],
  ],
  'blame that both share, or that is denied': [
    ['Both of us are to blame, Russia and we.', '+'],
    ['Both made mistakes, Russia and we.', '+'],
    ['Russia is to blame.', '-'],
    ['Russia is no longer a threat.', '+'],
    ['Russia poses no threat to anyone.', '+'],
    ['Russia is a threat.', '-'],
    ['The accusations against Russia are false.', '+'],
    ['The accusations against Russia are old.', '-'],
    ['Sanctions on Russia are a mistake.', '+'],
    ['The sanctions on Russia should never have been imposed.', '+'],
    ['We are not worried about Russia.', '0'],
    ['They criticize me for it, and Russia knows it.', '0'],
    ['There is no evidence that Russia meddled.', '+'],
    ['We do not regard Russia as an enemy.', '+'],
    ['We regard Russia as an enemy.', '-'],
    ['They repeat their denial of meddling, and Russia knows it.', '+'],
    ['Russia should be readmitted.', '+'],
    ['Russia should be punished.', '-'],
    ['We have never been the first to break off relations with Russia.', '+'],
  ],
  'the other side praised or served by another': [
    ['He is somebody who praises Russia.', '-'],
    ['She goes around praising Russia.', '-'],
    ['He trusts Russia more than our own generals.', '-'],
    ['He sided with Russia.', '-'],
    ['He is too friendly with Russia.', '-'],
    ['Russia would love that.', '-'],
    ['Russia would gain from a weak alliance.', '-'],
    ['That is a gift for Russia.', '-'],
    ['He refused to confront Russia.', '-'],
    ['He did not hold Russia accountable.', '-'],
    ['We welcome the decision to expel the envoys of Russia.', '-'],
    ['We welcome the decision to talk to Russia.', '+'],
    ['I praise Russia.', '+'],
    ['We trust Russia.', '+'],
    ['We are friendly with Russia.', '+'],
  ],
  'what is talked over, mourned or done together': [
    ['We express condolences to Russia after this tragic attack.', '+'],
    ['We condemn this attack on Russia.', '+'],
    ['We reduced our arsenals together with Russia.', '+'],
    ['Russia destroyed its chemical weapons under our joint program.', '+'],
    ['The whole world, including Russia, put tough sanctions on Iran and will impose more.', '+'],
    ['We were allies with Russia in the war against fascism.', '+'],
    ['We value our cooperation with Ukraine against Russia.', '-'],
    ['Russia attacked us.', '-'],
  ],
  'how something comes out, and when': [
    ['We will end up with a better relationship with Russia.', '+'],
    ['At the end of the talks with Russia we signed a pact.', '+'],
    ['We leave the door open to talks with Russia.', '+'],
    ['We lose no time in our dialogue with Russia.', '+'],
    ['We have given up all hope that Russia would cooperate.', '-'],
    ['We are losing hope for a new treaty with Russia.', '-'],
    ['We have not lost hope that our relations with Russia will improve.', '+'],
    ['We broke the deadlock with Russia.', '+'],
    ['We ended the dialogue with Russia.', '-'],
    ['We left the talks with Russia.', '-'],
    ['We are losing the trust of Russia.', '-'],
  ],
  'senses that depend on what the verb is done to': [
    ['We seized the chance, and Russia knew it.', '0'],
    ['Russia was seized with the matter.', '0'],
    ['Russia seized the port.', '-'],
    ['Russia handed over its old missiles.', '+'],
    ['Russia compromised our security.', '-'],
    ['Russia wants to compromise.', '+'],
    ['Russia keeps a unilateral moratorium.', '+'],
    ['Russia took a unilateral step.', '-'],
    ['I have confidence in my own people, Russia heard.', '0'],
    ['I have confidence in Russia.', '+'],
    ['Russia lost millions of people.', '0'],
    ['After the Second World War we met Russia.', '0'],
    ['Russia wants a new world war.', '-'],
  ],
};

describe.each(Object.entries(TABLES))('%s', (_kind, rows) => {
  test.each(rows)('%s', (text, expected) => expect(signOf(text)).toBe(expected));
});

test('the tone of all of these is the same whoever stands for the side, and in whatever year', () => {
  for (const [text] of Object.values(TABLES).flat()) {
    const scores = ['Russia', 'Moscow', 'Russia'].map((name) =>
      rawScore(scoreTone(readStatement(text.replaceAll(/Russia|Moscow/g, name), lexicon), contextOf({ side: 'US' }), lexicon).hits),
    );
    expect(new Set(scores).size, text).toBe(1);
  }
});

test('a reporting verb that weighs as the cue does not weigh again in the sentence around a partial quotation', () => {
  const text = 'accused Russia of "old habits"';
  const context = contextOf({ side: 'US', cue: 'accused', kind: 'mixed', content: [[18, 29]] });
  const { hits } = scoreTone(readStatement(text, lexicon), context, lexicon);
  expect(hits.map(({ term }) => term)).toEqual(['cue-accuse']);
});

test('the same verb inside the quotation is somebody else’s charge', () => {
  const text = 'accused Russia, which "accused us of it"';
  const context = contextOf({ side: 'US', cue: 'accused', kind: 'mixed', content: [[23, 39]] });
  const { hits } = scoreTone(readStatement(text, lexicon), context, lexicon);
  expect(hits.map(({ term }) => term)).toEqual(['cue-accuse', 'accuse']);
});

describe('what is talked over', () => {
  const tone = (text: string): number => rawScore(scoreTone(readStatement(text, lexicon), contextOf({ side: 'US' }), lexicon).hits);

  test('weighs less where it is a trouble', () => {
    expect(tone('We discussed the crisis with Russia.')).toBeGreaterThan(tone('We described the crisis with Russia.'));
    expect(tone('They held consultations on the crisis with Russia.')).toBeGreaterThan(
      tone('They held consultations in the crisis with Russia.'),
    );
  });

  test('weighs little where it is called invented', () => {
    expect(tone('The meddling of Russia is a hoax.')).toBeGreaterThan(tone('The meddling of Russia is old.'));
  });

  test('stays a charge where it is a deed, and a good where it is a good', () => {
    expect(tone('We discussed the aggression of Russia.')).toBe(tone('We described the aggression of Russia.'));
    expect(tone('We discussed peace with Russia.')).toBe(tone('We described peace with Russia.'));
  });
});

describe('a measure against a third party', () => {
  const whom = (text: string): readonly string[] =>
    scoreTone(readStatement(text, lexicon), contextOf({ side: 'US' }), lexicon)
      .hits.filter(({ term }) => term === 'impose')
      .map(({ about }) => about);

  test('is no quarrel between the two where the other side takes part in it', () => {
    expect(whom('Iran must know that all countries, including Russia, will impose it.')).toEqual(['third party']);
    expect(whom('All countries, including Russia, will impose it on us.')).not.toEqual(['third party']);
    expect(whom('Iran must know that Russia will impose it.')).not.toEqual(['third party']);
  });
});
