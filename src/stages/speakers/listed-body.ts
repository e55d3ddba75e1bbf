/** A body of the roster by the name that an article gives it: "Norland’s foreign ministry" is the Norland Foreign Ministry. */
import type { Speaker } from '../../core/model/statements.ts';
import type { Phrase } from './phrase.ts';
import type { Roster } from './roster.ts';
import type { Scene } from './scene.ts';
import { nameKey } from './spelling.ts';
import { textOf } from './tokens.ts';

/** "of Foreign Affairs" behind "the Ministry". */
const FIELD = /^of(?: \p{Lu}[\p{L}-]+)+/u;
/** "in Ashton" behind "the foreign ministry". */
const PLACE = /^(?:in|of) (?:the )?(\p{Lu}\p{L}+)/u;
/** These stand abroad, and stay their own country's. */
const POSTS = /(?:embassy|consulate|mission|delegation|office)$/i;
const OWNED = /^(\S+)['’]s (.+)$/;

/** What the roster says to a body's name. */
export interface Listed {
  readonly body: Speaker | null;
  /** "in Ashton", where the name is that of a listed body and the place another side's, so that it is another body; else ''. */
  readonly place: string;
}

/** The roster's body for a name and what stands behind it in the phrase. */
export function listedBody(name: string, { core, tokens }: Phrase, { reading, roster }: Scene): Listed {
  const behind = core[1] < tokens[1] ? textOf(reading, [core[1], tokens[1]]) : '';
  const field = FIELD.exec(behind)?.[0];
  for (const full of field === undefined ? [name] : [`${name} ${field}`, name]) {
    const body = roster.byName.get(nameKey(full))?.speaker ?? ownedBody(full, roster);
    if (!body) continue;
    const place = placeOfOthers(body, behind, roster);
    return place === '' ? { body, place } : { body: null, place };
  }
  return { body: null, place: '' };
}

/** "Norland’s foreign ministry": the body with another word for the country in place of the owner, or the one of that side that is listed without any. */
function ownedBody(name: string, { byName, vocabulary: { demonyms } }: Roster): Speaker | null {
  const [, owner = '', rest = ''] = OWNED.exec(name.replace(/ (?=['’]s )/, '')) ?? [];
  const home = demonyms.get(owner.toLowerCase());
  if (!home) return null;
  for (const [word, { country }] of demonyms) {
    const body = country === home.country ? byName.get(nameKey(`${word} ${rest}`))?.speaker : undefined;
    if (body?.role === 'institution') return body;
  }
  const bare = byName.get(nameKey(rest))?.speaker;
  return bare?.role === 'institution' && bare.side === home.side && home.side !== 'other' ? bare : null;
}

function placeOfOthers({ name, side }: Speaker, behind: string, { vocabulary: { demonyms } }: Roster): string {
  if (POSTS.test(name)) return '';
  const [words = '', word = ''] = PLACE.exec(behind) ?? [];
  const place = demonyms.get(word.toLowerCase());
  return place !== undefined && place.side !== side ? words : '';
}
