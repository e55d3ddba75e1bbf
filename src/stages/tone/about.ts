/** Whom a term is about, and what it therefore counts. */
import type { About, Shift } from '../../core/model/tone.ts';
import { countBelow } from '../../core/ordered.ts';
import type { Found, Mention, Parties } from './found.ts';
import { mentionBefore, mentionFrom } from './mentions.ts';
import { isAgainstThirdParty, partyOfPhrase } from './phrase-party.ts';
import type { Scene } from './scene.ts';
import { NO_SHIFT, type ShiftRule } from './shift.ts';

/** What is said of the other side, of the relation and of common doings counts in full; the rest in part. */
const COUNTS: Readonly<Record<About, number>> = {
  'other side': 1,
  relation: 1,
  'shared third party': 1,
  'own side': 0.6,
  'third party': 0.3,
  nobody: 0.7,
};
/** What both blame in a third party, or are both to blame for, is less of a blame between them. */
const SHARED_BLAME = 0.6;

/** By the parties of the term's clause; where it has none, or the speaker alone, by whom the sentence or the text spoke of before. */
export function aboutWhom(found: Found, scene: Scene): About {
  if (found.isPartyIncluded) return 'other side';
  const isGood = found.term.weight > 0;
  const phrase = isGood ? partyOfPhrase(found, scene) : null;
  if (phrase === 'third' || (!isGood && (isAgainstThirdParty(found, scene) || isJointAct(found, scene)))) return 'third party';
  const { parties, hasBothSides } = partiesNear(found, scene);
  if (parties.has('relation') || hasBothSides) return parties.has('third') ? 'shared third party' : 'relation';
  if (parties.has('other') && parties.has('own')) return parties.has('third') ? 'shared third party' : 'relation';
  // "Moscow and Tehran agree": what the other side and a third party have in common is no good between the two.
  if (parties.has('other') && !(isGood && parties.has('third') && phrase !== 'other')) return 'other side';
  if (parties.has('third')) return 'third party';
  return carried(found, scene) ?? (parties.has('own') ? 'own side' : 'nobody');
}

/** "The whole world, including Russia, put sanctions on Iran": a measure that the other side takes part in, in a sentence that names a third party. */
function isJointAct({ term, sentence }: Found, { bearersIn, named }: Scene): boolean {
  if (term.isDeed || named.get(sentence)?.has('third') !== true) return false;
  return (bearersIn.get(sentence) ?? []).some((other) => other.term.isJoint);
}

/** The parties of the term's clauses, which are looked for once. */
function partiesNear({ clause, lastClause }: Found, { mentions, clauses, parties: known }: Scene): Parties {
  const key = clause * (clauses.length + 1) + lastClause;
  const kept = known.get(key);
  if (kept !== undefined) return kept;
  const clauseOf = ({ token }: Mention): number => clauses[token] ?? 0;
  const near = mentions.slice(countBelow(mentions, clause, clauseOf), countBelow(mentions, lastClause + 1, clauseOf));
  const sides = new Set(near.flatMap(({ side }) => side ?? []));
  const found = { parties: new Set(near.map(({ party }) => party)), hasBothSides: sides.size > 1 };
  known.set(key, found);
  return found;
}

/** The last party before the term that is not the speaker's own, else the first after it: in its sentence, then in the text. */
function carried({ first, sentence }: Found, { others, reading: { tokens } }: Scene): About | null {
  const [before, after] = [mentionBefore(others, first), mentionFrom(others, first)];
  const isNear = (mention: Mention | undefined): boolean => mention !== undefined && tokens[mention.token]?.sentence === sentence;
  const mention = isNear(before) ? before : isNear(after) ? after : (before ?? after);
  if (mention === undefined) return null;
  return mention.party === 'third' ? 'third party' : mention.party === 'relation' ? 'relation' : 'other side';
}

/** Tokens before a term in which "both" tells that it falls on the two alike. */
const REACH_OF_BOTH = 8;

/** "Both Moscow and Washington made mistakes". */
function fallsOnBoth({ first, clause }: Found, { clauses, reading: { tokens } }: Scene): boolean {
  for (let i = first - 1; i >= Math.max(0, first - REACH_OF_BOTH) && clauses[i] === clause; i--) {
    if (tokens[i]?.lemma === 'both') return true;
  }
  return false;
}

/** "Our partnership with Beijing" says nothing of the other side. */
export const about: ShiftRule = {
  id: 'about',
  shifts(found, value, scene): readonly Shift[] {
    const whom = aboutWhom(found, scene);
    const isShared = whom === 'shared third party' || (whom === 'relation' && fallsOnBoth(found, scene));
    const factor = isShared && value < 0 ? SHARED_BLAME : COUNTS[whom];
    return factor === 1 ? NO_SHIFT : [{ kind: 'about', word: whom, factor }];
  },
};
