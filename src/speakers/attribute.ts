/** Quotations → attributions: who said it. Every quotation comes back once, in its place, with a speaker or with null. */
import type { Article, Attribution, Quotation, Reading, Speaker } from '../model.ts';
import { buildCast, type Cast, type Naming } from './cast.ts';
import { allTokensIn, type Discourse, readDiscourse } from './discourse.ts';
import { speakerOfMember, speakerOfPhrase } from './made.ts';
import { type Phrase, readPhrase } from './phrase.ts';
import type { Roster } from './roster.ts';
import { tokensIn } from './tokens.ts';

/** What is to be attributed, and what is known beforehand. */
export interface AttributionTask {
  readonly quotations: readonly Quotation[];
  readonly roster: Roster;
}

interface Scene {
  readonly reading: Reading;
  readonly roster: Roster;
  readonly cast: Cast;
  readonly discourse: Discourse;
  readonly namingAt: (token: number) => Naming | null;
}

interface Decision {
  readonly speaker: Speaker | null;
  readonly rule: string;
  readonly certainty: Attribution['certainty'];
}

/** Says who made each quotation. */
export function attributeQuotations(article: Article, reading: Reading, task: AttributionTask): readonly Attribution[] {
  const sources = allTokensIn(
    reading,
    task.quotations.flatMap((quotation) => (quotation.source ? [quotation.source] : [])),
  );
  const isSource = new Set(sources.flatMap(([first, end]) => Array.from({ length: end - first }, (_, i) => first + i)));
  const cast = buildCast(reading, task.roster, (token) => isSource.has(token));
  const quoted = allTokensIn(
    reading,
    task.quotations.filter((quotation) => quotation.kind !== 'indirect').flatMap((quotation) => quotation.spans),
  );
  const discourse = readDiscourse(article, reading, { cast, sources, quoted });
  const byToken = new Map<number, Naming>();
  for (const naming of cast.namings) for (let at = naming.mention.tokens[0]; at < naming.mention.tokens[1]; at++) byToken.set(at, naming);
  const scene: Scene = { reading, roster: task.roster, cast, discourse, namingAt: (token) => byToken.get(token) ?? null };
  let running: Speaker | null = null;
  return task.quotations.map((quotation) => {
    const decision = decide(quotation, scene, running);
    running = decision.speaker ?? running;
    return { quotation, cue: quotation.cue, mention: quotation.source, ...decision };
  });
}

function decide(quotation: Quotation, scene: Scene, running: Speaker | null): Decision {
  if (!quotation.source) {
    return quotation.cue === null && quotation.kind === 'direct'
      ? { speaker: running, rule: 'running-speaker', certainty: 'implied' }
      : { speaker: null, rule: 'no-source', certainty: 'implied' };
  }
  const phrase = readPhrase(scene.reading, tokensIn(scene.reading, quotation.source), scene.namingAt);
  if (phrase.kind === 'pronoun') return decidePronoun(phrase, scene);
  if (phrase.naming)
    return { speaker: speakerOfMember(phrase.naming.member, scene.roster.vocabulary), rule: 'source-name', certainty: 'known' };
  return { speaker: speakerOfPhrase(scene.reading, phrase, scene.roster), rule: 'source-noun', certainty: 'known' };
}

function decidePronoun(phrase: Phrase, scene: Scene): Decision {
  const member = scene.cast.members[scene.discourse.pronouns.get(phrase.core[0]) ?? -1];
  return { speaker: member ? speakerOfMember(member, scene.roster.vocabulary) : null, rule: 'source-pronoun', certainty: 'implied' };
}
