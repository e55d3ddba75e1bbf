/** "The attack on Moscow", "the terrorists who attacked America": who is struck does no wrong. */
import type { Token } from '../../core/model/reading.ts';
import type { Found, Mention } from './found.ts';
import { mentionBefore, mentionFrom } from './mentions.ts';
import type { Scene } from './scene.ts';
import { NO_SHIFT, type ShiftRule } from './shift.ts';

/** A blow's target stands within this many tokens behind it: "attack on a concert hall in Moscow". */
const REACH = 7;
/** Tokens before a blow within which whose it is stands: "our last air strike on". */
const REACH_OF_OWNER = 4;
/** Tokens between a verb and whom it strikes. */
const REACH_OF_OBJECT = 2;
const BLOWS: ReadonlySet<string> = new Set(
  'attack bombing assault strike explosion blast massacre atrocity outrage shooting raid bomb'.split(' '),
);
const STRIKING: ReadonlySet<string> = new Set(['attack', 'bomb', 'strike', 'murder', 'assault', 'hit']);
const AT: ReadonlySet<string> = new Set(['on', 'against', 'upon', 'at']);
const OBJECTIVE: ReadonlySet<string> = new Set(['bombing', 'massacre', 'shooting']);
const CONDEMNING: ReadonlySet<string> = new Set(['condemn', 'denounce', 'deplore', 'condemnation']);
const MOURNED: ReadonlySet<string> = new Set(['victim', 'casualty', 'horror', 'shock', 'tragedy', 'loss']);
/** "The attack on the Russian press" is the state's own: what is struck must be the country, or these of it. */
const OF_A_COUNTRY: ReadonlySet<string> = new Set(
  `people citizen civilian embassy consulate ambassador diplomat soil territory city town metro subway airport school airliner plane jet ship soldier troops
pilot sailor capital homeland land tourist passenger child theater theatre hall base fleet bridge border region nation state`.split(/\s+/),
);
/** What is left of the blow and of what is told of it in its clause. */
const SUFFERED = 0.05;
/** Who condemns it stands by those who are struck. */
const SHARED_CONDEMNATION = -0.6;

/**
 * A blow that the other side suffers is no charge against it, nor is what its clause tells of it behind ("killed forty people", "is a crime"), and who condemns
 * it takes its part. For a speaker of neither side it is told of both alike, and is left. It stays a charge where it is the speaker's
 * own side's, and where what is struck is only of that country ("the Russian press").
 */
export const victim: ShiftRule = {
  id: 'victim',
  shifts(found, value, scene) {
    if (value >= 0 || found.term.weight >= 0 || !scene.isParty || scene.others.length === 0) return NO_SHIFT;
    const blow = (scene.bearersIn.get(found.sentence) ?? []).find((each) => each.clause === found.clause && isSuffered(each, scene));
    if (blow === undefined) return NO_SHIFT;
    const { text, tokens } = scene.reading;
    const lemma = tokens[found.first]?.lemma ?? '';
    const isCondemned = found.last < blow.first && CONDEMNING.has(lemma);
    if (found.last < blow.first && !isCondemned && !MOURNED.has(lemma)) return NO_SHIFT;
    const word = text.slice((tokens[blow.first] as Token).start, (tokens[blow.last] as Token).end);
    return [{ kind: 'victim', word, factor: isCondemned ? SHARED_CONDEMNATION : SUFFERED }];
  },
};

function isSuffered(blow: Found, scene: Scene): boolean {
  const head = scene.reading.tokens[blow.last] as Token;
  const target =
    BLOWS.has(head.lemma) && head.pos === 'NOUN' ? targetOf(blow, head, scene) : isStriking(blow, scene) ? objectOf(blow, scene) : null;
  return target !== null && !isOwnBlow(blow, scene);
}

function isStriking({ first, last }: Found, { reading: { tokens } }: Scene): boolean {
  return first === last && tokens[first]?.pos === 'VERB' && STRIKING.has(tokens[first]?.lemma ?? '');
}

/** The other side behind the blow's preposition: as the head of that phrase, or as whose people or place it is. */
function targetOf(blow: Found, { lemma: noun }: Token, scene: Scene): Mention | null {
  const { tokens } = scene.reading;
  const target = nextOther(blow, REACH, scene);
  if (target === null) return null;
  const between = tokens.slice(blow.last + 1, target.token);
  const first = between[0]?.lemma ?? '';
  const isAt = AT.has(first) || (first === 'in' && between.length <= 2) || (first === 'of' && OBJECTIVE.has(noun));
  return isAt && !between.some(isBreak) && isCountry(target.token, tokens) ? target : null;
}

/** "Attacked America". */
function objectOf(blow: Found, scene: Scene): Mention | null {
  const { tokens } = scene.reading;
  const target = nextOther(blow, REACH_OF_OBJECT, scene);
  return target !== null && !tokens.slice(blow.last + 1, target.token).some(({ pos }) => pos !== 'DET') && isCountry(target.token, tokens)
    ? target
    : null;
}

/** The first party behind the blow that is not the speaker's own, if it is the other side and near. */
function nextOther({ last, clause }: Found, reach: number, { others, clauses }: Scene): Mention | null {
  const next = mentionFrom(others, last + 1);
  return next !== undefined && next.party === 'other' && next.side !== null && next.token <= last + reach && clauses[next.token] === clause
    ? next
    : null;
}

function isBreak({ pos, lemma }: Token): boolean {
  return pos === 'VERB' || pos === 'AUX' || pos === 'PUNCT' || BY.has(lemma);
}

const BY: ReadonlySet<string> = new Set(['by', 'from']);

/** A name alone, or before people and places of its country. */
function isCountry(at: number, tokens: readonly Token[]): boolean {
  const next = tokens[at + 1];
  if (next?.lemma === "'s" || next?.pos === 'ADJ') return OF_A_COUNTRY.has(tokens[at + 2]?.lemma ?? '');
  return (next?.pos !== 'NOUN' && next?.pos !== 'PROPN') || OF_A_COUNTRY.has(next.lemma);
}

/** "Our attack on Moscow": a blow that the speaker's own side strikes, named right before it. */
function isOwnBlow({ first }: Found, { mentions, reading: { tokens } }: Scene): boolean {
  const own = mentionBefore(mentions, first);
  if (own === undefined || own.party !== 'own' || own.token < first - REACH_OF_OWNER) return false;
  return !tokens.slice(own.token + 1, first).some(({ pos, lemma }) => pos === 'VERB' || pos === 'AUX' || pos === 'ADP' || lemma === 'the');
}
