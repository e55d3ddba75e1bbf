/** "Isolating Russia", "sanctions against Moscow", "trust in the Kremlin": what is done to the other side, whoever does it, is not the other side's own doing. */
import type { Token } from '../../core/model/reading.ts';
import type { Found, Mention } from './found.ts';
import { mentionFrom } from './mentions.ts';
import type { Scene } from './scene.ts';

const LINKS: ReadonlySet<string> = new Set(['against', 'on', 'upon', 'with', 'toward', 'towards', 'at', 'to', 'about']);
/** "The threat of Moscow", "attacks by Russia". */
const OF_A_DOER: ReadonlySet<string> = new Set(['of', 'by', 'from', 'in']);
/** "Up to", "out on". */
const BEFORE_LINK: ReadonlySet<string> = new Set(['up', 'out', 'down']);
/** Words that may stand before the name: "with a weakened Russia". */
const REACH_OVER_NAME_WORDS = 2;
const NAME_WORDS: ReadonlySet<string> = new Set(['DET', 'ADJ', 'ADV']);
/** "The Russian people", "the Russian side": a noun behind the name that is still the other side; its missiles are something else. */
const STILL_THE_SIDE: ReadonlySet<string> = new Set([
  'people',
  'side',
  'leader',
  'leadership',
  'government',
  'president',
  'partner',
  'nation',
  'state',
]);

/** True for a term whose object the other side is, by name in person and not as its own doer; goodwill that is called too much ("appease") is none of it. */
export function isDoneToOther(found: Found, scene: Scene): boolean {
  if (found.term.isYielding) return false;
  const object = objectOf(found, scene);
  return object !== null && isWhole(object, scene.reading.tokens) && doerOf(found, scene) === null;
}

function objectOf(found: Found, scene: Scene): Mention | null {
  const { tokens } = scene.reading;
  if (found.term.pattern.endsWith('<other side>')) {
    return found.term.pattern.startsWith('<') || OF_A_DOER.has(tokens[found.last - 1]?.lemma ?? '') ? null : namedAt(found.last, scene);
  }
  const treated = treatedAs(found, scene);
  if (treated !== null) return treated;
  let at = found.last + 1;
  if (BEFORE_LINK.has(tokens[at]?.lemma ?? '')) at += 1;
  if (LINKS.has(tokens[at]?.lemma ?? '')) at += 1;
  else if (!isVerb(tokens[found.first]) && !LINKS.has(tokens[found.last]?.lemma ?? '')) return null;
  for (let skipped = 0; skipped <= REACH_OVER_NAME_WORDS; skipped++, at++) {
    const mention = namedAt(at, scene);
    if (mention !== null) return mention;
    if (!NAME_WORDS.has(tokens[at]?.pos ?? '')) return null;
  }
  return null;
}

/** "Treating Russia as an enemy": what a verb before the name makes of it. */
function treatedAs({ first }: Found, scene: Scene): Mention | null {
  const { tokens } = scene.reading;
  let at = first - 1;
  while (tokens[at]?.pos === 'DET' || tokens[at]?.pos === 'ADJ') at -= 1;
  return tokens[at]?.lemma === 'as' && isVerb(tokens[at - 2]) ? namedAt(at - 1, scene) : null;
}

/** The other side, named by this token, or null. */
export function namedAt(token: number, { mentions }: Scene): Mention | null {
  const mention = mentionFrom(mentions, token);
  return mention?.token === token && mention.party === 'other' && mention.side !== null ? mention : null;
}

function isVerb(token: Token | undefined): boolean {
  return token?.pos === 'VERB' || token?.lower.endsWith('ing') === true;
}

/** False for "Russia's neighbours" and "Russian missiles". */
function isWhole({ token }: Mention, tokens: readonly Token[]): boolean {
  const next = tokens[token + 1];
  if (next === undefined || /^['’]s?$/.test(next.text)) return next === undefined;
  const isName = next.pos === 'NOUN' || next.pos === 'PROPN' || next.pos === 'ADJ';
  return !isName || STILL_THE_SIDE.has(next.lemma);
}

/** "Russian attacks", "Moscow's war": whose name stands right before the term. */
function doerOf({ first }: Found, scene: Scene): Mention | null {
  const { tokens } = scene.reading;
  let at = first - 1;
  while (at > 0 && (tokens[at]?.pos === 'ADJ' || /^['’]s?$/.test(tokens[at]?.text ?? '')) && namedAt(at, scene) === null) at -= 1;
  return namedAt(at, scene);
}
