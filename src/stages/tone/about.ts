/** Whom a term is about, and what it therefore counts. */
import type { About, Shift } from '../../core/model.ts';
import type { Found, Mention } from './found.ts';
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

/** By the parties of the term's clause; where it has none, or the speaker alone, by whom the sentence or the text spoke of before. */
export function aboutWhom(found: Found, scene: Scene): About {
  if (found.isPartyIncluded) return 'other side';
  const { mentions, clauses, reading } = scene;
  const inClause = mentions.filter(({ token }) => (clauses[token] ?? 0) >= found.clause && (clauses[token] ?? 0) <= found.lastClause);
  const parties = new Set(inClause.map(({ party }) => party));
  const sides = new Set(inClause.flatMap(({ side }) => side ?? []));
  if (parties.has('relation') || sides.size > 1) return parties.has('third') ? 'shared third party' : 'relation';
  if (parties.has('other')) return parties.has('own') ? (parties.has('third') ? 'shared third party' : 'relation') : 'other side';
  if (parties.has('third')) return 'third party';
  const inSentence = mentions.filter(({ token }) => reading.tokens[token]?.sentence === found.sentence);
  return carried(inSentence, found) ?? carried(mentions, found) ?? (parties.has('own') ? 'own side' : 'nobody');
}

/** The last party before the term that is not the speaker's own, else the first after it. */
function carried(mentions: readonly Mention[], { first }: Found): About | null {
  const others = mentions.filter(({ party }) => party !== 'own');
  const mention = others.findLast(({ token }) => token < first) ?? others[0];
  if (mention === undefined) return null;
  return mention.party === 'third' ? 'third party' : mention.party === 'relation' ? 'relation' : 'other side';
}

/** "Our partnership with Beijing" says nothing of the other side. */
export const about: ShiftRule = {
  id: 'about',
  shifts(found, _value, scene): readonly Shift[] {
    const whom = aboutWhom(found, scene);
    const factor = COUNTS[whom];
    return factor === 1 ? NO_SHIFT : [{ kind: 'about', word: whom, factor }];
  },
};
