import { describe, expect, test } from 'vitest';
import { rawScore, scoreTone } from '../../../src/stages/tone/score.ts';
import { readStatement } from '../../../src/stages/tone/statement.ts';
import { bundled } from './bundled.ts';
import { contextOf } from './made.ts';

const { value: lexicon } = bundled;

/** Which way a sentence points by the bundled lexicons; one that begins with "R:" is said by a Russian, any other by an American. */
function signOf(text: string): string {
  const isRussian = text.startsWith('R:');
  const words = isRussian ? text.slice(2) : text;
  const sum = rawScore(scoreTone(readStatement(words, lexicon), contextOf({ side: isRussian ? 'Russia' : 'US' }), lexicon).hits);
  return sum > 0 ? '+' : sum < 0 ? '-' : '0';
}

type Rows = readonly (readonly [text: string, expected: string])[];

/** For each construction what it does, and what stands beside it and must not be caught. */
const TABLES: Readonly<Record<string, Rows>> = {
  'a denied wish for something good': [
    ['Russia does not want peace.', '-'],
    ['Moscow never sought dialogue.', '-'],
    ['Nobody in Moscow wants peace.', '-'],
    ['There is only one side that does not want peace, and that is Russia.', '-'],
    ['R:The Americans do not want dialogue.', '-'],
    // must not
    ['Russia wants peace.', '+'],
    ['Russia does not want war.', '+'],
    ['R:We do not want a quarrel with America.', '+'],
  ],
  'a good for which there is no evidence': [
    ['We do not see any evidence that Russia is ready for a truce.', '-'],
    ['We see no clear sign that Russia is ready for a truce.', '-'],
    ['There has been no indication yet that Moscow is ready for talks.', '-'],
    ['There is nothing to suggest that Russia wants a ceasefire.', '-'],
    ['Nothing that Russia has done suggests that it wants peace.', '-'],
    ['Nothing in the letter of Russia indicated that it wants peace.', '-'],
    ['We have not seen Russia take a single step toward de-escalation.', '-'],
    ['We have yet to see any sign that Russia is serious about diplomacy.', '-'],
    ['We have yet to see Russia keep its promise.', '-'],
    ['We wait for a sign that Russia wants peace.', '-'],
    ['R:There are no signs that the Americans want to restore trust.', '-'],
    ['R:We do not see any readiness of Washington to cooperate.', '-'],
    ['R:We have not yet seen any real step by Washington to restore trust.', '-'],
    // must not
    ['We do not see problems for Russia to build good relations with us.', '+'],
    ['Nobody who wants peace can look away from Russia.', '+'],
    ['We see evidence that Russia wants peace.', '+'],
    ['We do not see Russia as an enemy.', '+'],
    ['We have never seen such cooperation with Russia.', '+'],
    ['I do not see why we should not cooperate with Russia.', '+'],
    ['We have no reason to doubt that Russia wants peace.', '+'],
    ['There is no evidence that the mayor knew it, and we will cooperate with Russia.', '+'],
    ['There is no evidence that the mayor knew it, and Russia is a threat to us.', '-'],
  ],
  'an evil for which there is no evidence, which is little': [
    ['There is no evidence that Russia hacked the machines.', '+'],
    ['Nothing suggests that Russia attacked the port.', '+'],
    ['R:There are no signs that the Americans violated the treaty.', '+'],
    // must not
    ['There is evidence that Russia hacked the machines.', '-'],
    ['There is no lack of evidence that Russia hacked the machines.', '-'],
    ['We do not need evidence that Russia lies.', '-'],
    ['We cannot ignore the evidence that Russia hacked the machines.', '-'],
  ],
  'a blow that the other side suffers': [
    ['R:We grieve with the American people after the attacks on the United States.', '+'],
    ['R:Russia offered help after the attacks on America.', '+'],
    ['R:The attack on America was an attack on all of us, and we offered our help.', '+'],
    ['We condemn the bombing of the Russian airliner.', '+'],
    ['We denounce the attack on the Russian embassy.', '+'],
    ['R:We deplore the attack on the American consulate.', '+'],
    ['R:The terrorists who attacked America are our common enemy.', '+'],
    ['Our hearts go out to the victims of the attack on Moscow, and we cooperate with Russia.', '+'],
    // must not
    ["Russia's attack on Ukraine is a crime.", '-'],
    ['R:The American attack on Iraq was a crime.', '-'],
    ['Russia attacked the United States.', '-'],
    ['The attacks on our elections by Russia must stop.', '-'],
    ['The cyberattacks on the United States by Russia go on.', '-'],
    ['Russia attacked its neighbour.', '-'],
    ['The attacks on Russian journalists must stop.', '-'],
    ['The attack on the Russian press goes on.', '-'],
    ['Our attack on Russia will go on.', '-'],
    ['R:We condemn the American strike on the base.', '-'],
  ],
  'a good whose predicate denies it': [
    ['The promise of an honest count in Russia is a joke.', '-'],
    ["Putin's talk of peace is a lie.", '-'],
    ['The offer of friendship from Moscow is a sham.', '-'],
    ["Russia's commitment to peace is a pretence.", '-'],
    ["Moscow's peace plan is nothing but a trick.", '-'],
    ['The cooperation of Russia proved to be a charade.', '-'],
    ['Their friendship means nothing, and Moscow knows it.', '-'],
    ['R:The American offer of cooperation is an empty gesture.', '-'],
    ['R:The partnership with Washington was just words.', '-'],
    // must not
    ['Our partnership with Russia is no illusion.', '+'],
    ["Russia's offer of talks is not a trick.", '+'],
    ['Peace with Russia is not a fantasy.', '+'],
    ['Our friendship with Russia means everything to us.', '+'],
    ['Our friendship with Russia is a fact.', '+'],
    ['R:The lie was old, and our partnership with America is strong.', '+'],
    ['The threats of Russia are a lie.', '-'],
  ],
  'a good word that is only theirs': [
    ['This is what Russia calls diplomacy.', '-'],
    ['What the Kremlin calls peace is something else.', '-'],
    ['R:That is what the Americans call partnership.', '-'],
    ['Russia pays lip service to peace.', '-'],
    ['Russia hides behind talk of peace.', '-'],
    // must not
    ['What Russia calls for is peace.', '+'],
    ['This is what we call diplomacy, and Russia agrees.', '+'],
    ['R:We call the Americans partners and friends.', '+'],
  ],
  'words that deeds belie': [
    ['Russia speaks of peace while it fires missiles.', '-'],
    ['Russia claims to want peace while it bombs the port.', '-'],
    ['They talk about peace, but they bomb the port, as Russia does.', '-'],
    ['Moscow calls for peace while its troops burn villages.', '-'],
    ['The Russians preach dialogue but bomb the port.', '-'],
    ['While Russia talks of dialogue, it sends more troops.', '-'],
    ['R:The Americans speak of partnership while they arm our neighbours.', '-'],
    ['R:Washington preaches cooperation while imposing sanctions on us.', '-'],
    // must not
    ['Russia speaks of peace, and we welcome that.', '+'],
    ['Russia speaks of cooperation, and it keeps its word.', '+'],
    ['Russia talks of dialogue while it cooperates with us.', '+'],
    ['Russia speaks of peace, but it takes two to make it.', '+'],
    ['Russia speaks of peace, but it is late.', '+'],
    ['We speak of peace with Russia while others arm.', '+'],
    ['R:We speak of partnership with America, but they are silent.', '+'],
    ['There is progress in the talks with Russia, but it is slow progress.', '+'],
  ],
  'what would be if they were otherwise': [
    ['If Russia wanted peace, it would withdraw its forces.', '-'],
    ['If Putin were serious about diplomacy, he would stop the war.', '-'],
    ['Were Moscow interested in peace, it would have agreed to the truce.', '-'],
    ['If Russia had wanted to cooperate, it would have handed over the files.', '-'],
    ['Had Moscow respected the treaty, there would be trust between us.', '-'],
    ['But for Russia there would be peace.', '-'],
    ['Had it not been for Russia, the deal would have failed.', '+'],
    ['R:If the Americans wanted good relations, they would lift the sanctions.', '-'],
    ['R:If Washington were sincere about dialogue, it would call us.', '-'],
    ['Russia could make peace tomorrow if it wanted to.', '-'],
    // must not
    ['If Russia wants peace, we are ready for dialogue.', '+'],
    ['If Russia stopped the war, we would lift the sanctions.', '+'],
    ['If Russia were to make peace, we would trust it.', '+'],
    ['If we could work with Russia, it would be a great thing.', '+'],
    ['It would be wonderful if Russia and the United States were friends.', '+'],
    ['If we and the Russians were friends, the world would be safer.', '+'],
    ['He was glad that we trust Russia, because if it were otherwise it would be costly.', '+'],
    ['R:If the Americans want dialogue, we would be happy to cooperate.', '+'],
  ],
  'what was not chosen': [
    ['Instead of talking, Russia chose war.', '-'],
    ['Russia chose war over diplomacy.', '-'],
    ['The Kremlin put ambition above peace.', '-'],
    ['Moscow had a chance to cooperate and did not take it.', '-'],
    ['Russia was given the chance to build a partnership but walked away.', '-'],
    ['R:Instead of dialogue Washington chose sanctions.', '-'],
    ['R:The United States had a chance to build a partnership and missed it.', '-'],
    // must not
    ['Russia chose dialogue over confrontation.', '+'],
    ['Instead of quarrelling, we and Russia chose dialogue.', '+'],
    ['Instead of sanctions, we want dialogue with Russia.', '+'],
    ['R:Instead of confrontation we offer the United States cooperation.', '+'],
    ['Russia had a chance to make peace and took it.', '+'],
    ['The talks over trade with Russia brought trust.', '+'],
  ],
  'how far a denial reaches': [
    ['Neither of us gains from a quarrel with Russia.', '+'],
    ['We are further from an agreement with Russia than ever.', '-'],
    ['We could not be happier with our cooperation with Russia.', '+'],
    ['Nothing would please us more than better relations with Russia.', '+'],
    ['It is hard to imagine that we trust Russia again.', '-'],
    ['It is never too late for talks with Russia.', '+'],
    ['Not until Russia leaves will the sanctions be lifted.', '-'],
    ['The offer of talks was turned down by Moscow.', '-'],
    ['Our hope for better relations with Russia has died.', '-'],
    ['Is it not better to trust Russia?', '+'],
    ['What stands between us and peace is the Kremlin.', '-'],
    ['Russia is the main obstacle to peace.', '-'],
    ['The blame lies squarely with Moscow.', '-'],
    ['R:There is nobody to talk to in Washington.', '-'],
    ['R:We have never turned down an American offer of trust.', '+'],
    ['We have more in common with Russia than divides us.', '+'],
    // must not
    ['We gain from our partnership with Russia.', '+'],
    ['It is too late for talks with Russia.', '-'],
    ['We agreed with Russia to remove the obstacles to trade.', '+'],
    ['I know whom to talk to in Moscow.', '+'],
    ['We are closer to an agreement with Russia than ever.', '+'],
    ['We lifted the sanctions on Russia until June.', '+'],
    ['Differences divide us from Russia.', '-'],
    ['A threat to attack us came from Russia.', '-'],
  ],
  'a denial of whom the sentence turns on, and one inside of another': [
    ['It is not Russia that is our enemy.', '+'],
    ['It is not Russia that we trust.', '-'],
    ['R:It is not America that we fear.', '+'],
    ['There is hardly a treaty that Russia has not violated.', '-'],
    ['There was no agreement that Russia did not violate.', '-'],
    ['No one but Russia wanted this war.', '-'],
    ['We have no better partner than Russia.', '+'],
    ['R:We will never forget the crimes of the Americans.', '-'],
    // must not
    ['It is not only Russia that attacks us.', '-'],
    ['It is Russia that is our enemy.', '-'],
    ['It is Russia that we trust.', '+'],
    ['There is no doubt that Russia does not want peace.', '-'],
    ['There is no question that Russia does not keep its word.', '-'],
    ['There is no evidence that Russia did not keep its word.', '+'],
    ['No one wanted this war with Russia.', '+'],
    ['Russia is no partner.', '-'],
  ],
  'a good that an adjective spoils': [
    ['We have bad relations with Russia.', '-'],
    ['Our poor relations with Moscow are a fact.', '-'],
    ['The strained relationship with Russia costs us much.', '-'],
    ['R:Our spoiled relations with Washington are a fact.', '-'],
    ["Russia's version of diplomacy is to send tanks.", '-'],
    ['We must overcome the bad relations with Russia.', '+'],
    // must not
    ['We have good relations with Russia.', '+'],
    ['We had difficult but useful talks with Russia.', '+'],
    ['We had hard talks with Russia and reached an agreement.', '+'],
    ['R:We had serious talks with the Americans.', '+'],
    ['Our version of friendship is trust, Russia heard.', '+'],
  ],
};

describe.each(Object.entries(TABLES))('%s', (_kind, rows) => {
  test.each(rows)('%s', (text, expected) => expect(signOf(text)).toBe(expected));
});

test('what is not shown weighs less than what is shown', () => {
  const raw = (text: string): number => rawScore(scoreTone(readStatement(text, lexicon), contextOf({ side: 'US' }), lexicon).hits);
  expect(Math.abs(raw('There is no evidence that Russia hacked the machines.'))).toBeLessThan(
    Math.abs(raw('There is evidence that Russia hacked the machines.')) / 4,
  );
});

test('what is left open, or of which nothing is said, weighs next to nothing', () => {
  const raw = (text: string): number => rawScore(scoreTone(readStatement(text, lexicon), contextOf({ side: 'US' }), lexicon).hits);
  for (const text of [
    'We have not made a decision on sanctions against Russia.',
    'No decision has been taken on sanctions against Russia.',
    'We have not decided whether to impose sanctions on Russia.',
    'We have no comment on the sanctions against Russia.',
  ])
    expect(Math.abs(raw(text)), text).toBeLessThan(0.2);
  expect(raw('We have made a decision on sanctions against Russia.')).toBeLessThan(-0.5);
  expect(raw('We decided to impose sanctions on Russia.')).toBeLessThan(-0.5);
});
