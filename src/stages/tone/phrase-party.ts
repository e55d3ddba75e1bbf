/** For whom a good thing is done, and against whom a measure is taken, where the term's own phrase tells: "the help that Ukraine needs", "sanctions on Iran". */
import type { Token } from '../../core/model/reading.ts';
import { countBelow } from '../../core/ordered.ts';
import type { Found, Mention } from './found.ts';
import type { Scene } from './scene.ts';

/** A phrase's party stands this close behind its word. */
const REACH = 8;
/** "With China and Moscow": another party is named together with the first. */
const REACH_OF_LIST = 3;
const ALLIES: ReadonlySet<string> = new Set(['ally', 'allies']);
const RELATIVES: ReadonlySet<string> = new Set(['that', 'which', 'who']);
const TARGET_WORDS: ReadonlySet<string> = new Set(['on', 'upon', 'against', 'toward', 'towards']);
const PHRASE_ENDS: ReadonlySet<string> = new Set(['VERB', 'AUX', 'CCONJ', 'SCONJ', 'PUNCT']);

/**
 * "Provide the help that Ukraine needs", "rebuild the bond with Poland", "talks with Anna Roe", "coordinate with our allies": which party the phrase behind a good word names
 * first. The good is then meant for that one, whoever else the clause speaks of ("… against Moscow"). The other side where it stands in one list with a
 * third party; null where the phrase names neither.
 */
export function partyOfPhrase({ last, sentence }: Found, { mentions, strangers, reading: { tokens } }: Scene): 'third' | 'other' | null {
  let next = countBelow(mentions, last + 1, ({ token }) => token);
  let isInRelative = false;
  for (let i = last + 1; i <= last + REACH; i++) {
    const token = tokens[i];
    if (token === undefined || token.sentence !== sentence) return null;
    const mention = mentions[next];
    if (mention?.token === i) {
      next += 1;
      if (mention.party === 'third') return isListed(i, mentions[next], tokens) ? 'other' : 'third';
      if (mention.party === 'other') return 'other';
      if (mention.party !== 'own' || isInRelative) return null;
    } else if (token.lemma === 'with' && strangers.has(i + 1)) return 'third';
    else if (ALLIES.has(token.lemma)) return isListed(i, mentions[next], tokens) ? 'other' : 'third';
    else if (RELATIVES.has(token.lemma) && !isInRelative) isInRelative = true;
    else if (PHRASE_ENDS.has(token.pos) && !isInRelative && token.lemma !== 'to') return null;
  }
  return null;
}

/** Whether another party follows in the same list: "with China and Moscow". */
function isListed(place: number, following: Mention | undefined, tokens: readonly Token[]): boolean {
  if (following === undefined || following.party === 'third' || following.party === 'own' || following.token - place > REACH_OF_LIST)
    return false;
  return tokens.slice(place + 1, following.token).some(({ pos, text }) => pos === 'CCONJ' || text === ',');
}

/** "The sanctions on Iran", "pressure against North Korea": what is done to a third party, be it by both sides. A deed that is laid at somebody's door stays with its doer. */
export function isAgainstThirdParty({ term, last, sentence }: Found, { anchors, reading: { tokens } }: Scene): boolean {
  if (term.isDeed) return false;
  const next = anchors[countBelow(anchors, last + 1, ({ first }) => first)];
  if (next === undefined || next.first > last + REACH || next.sentence !== sentence || next.anchor.side !== 'third') return false;
  const between = tokens.slice(last + 1, next.first);
  return (
    between.some(({ lemma }) => TARGET_WORDS.has(lemma)) &&
    !between.some(({ lemma, pos }) => PHRASE_ENDS.has(pos) && !TARGET_WORDS.has(lemma))
  );
}
