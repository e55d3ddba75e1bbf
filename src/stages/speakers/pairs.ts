/** "they" for two persons: those who act together in the sentence before, or who meet in it. */
import type { Quotation, Speaker } from '../../core/model/statements.ts';
import type { Member, Naming } from './cast.ts';
import type { Scene } from './scene.ts';
import { tokensIn } from './tokens.ts';

const PAIR_PRONOUN = 'they';
/** Sentences back to the one that names the two, and how many tokens of it are looked at; what is longer is a list or no sentence. */
const FARTHEST = 2;
const LONGEST_SENTENCE = 200;
/** Who does one of these does it with the other. */
const MEETINGS = new Set(['meet', 'meeting', 'talk', 'talks', 'summit', 'dinner', 'lunch', 'call', 'debate']);

/** The two whom a statement's "they" means, in the order of the text; null where its source is another word, or not exactly two are named. */
export function pairOf({ source }: Quotation, scene: Scene): readonly [Speaker, Speaker] | null {
  if (!source || scene.article.text.slice(...source).toLowerCase() !== PAIR_PRONOUN) return null;
  const { tokens, sentences } = scene.reading;
  const [at] = tokensIn(scene.reading, source);
  const own = tokens[at]?.sentence ?? 0;
  const paragraph = scene.paragraphAt(source[0]);
  for (let sentence = own; sentence >= Math.max(0, own - FARTHEST); sentence--) {
    const [first, last] = sentences[sentence] ?? [0, 0];
    const end = Math.min(last, at);
    if (end - first > LONGEST_SENTENCE) return null;
    const named = membersIn(first, end, scene);
    if (named.length === 0) continue;
    const [one, other, ...more] = named;
    const isNear = paragraph - scene.paragraphAt(tokens[first]?.start ?? 0) <= 1;
    if (!one || !other || more.length > 0 || !isNear || !(areJoint(first, end, scene) || isMeeting(first, end, scene))) return null;
    return [scene.speakerOf(one), scene.speakerOf(other)];
  }
  return null;
}

/** Everybody who is named in a stretch, once. */
function membersIn(first: number, end: number, scene: Scene): readonly Member[] {
  const found: Member[] = [];
  for (let at = first; at < end; at++) {
    const member = scene.namingAt(at)?.member;
    if (member && !found.includes(member)) found.push(member);
  }
  return found;
}

/** "Dell and Sorin left": "and" right between two names, the first of which opens the sentence, and a verb behind the second. */
function areJoint(first: number, end: number, scene: Scene): boolean {
  const { tokens } = scene.reading;
  for (let at = first + 1; at < end - 1; at++) {
    if (tokens[at]?.lower !== 'and') continue;
    const [before, after] = [scene.namingAt(at - 1), namingFrom(at + 1, end, scene)];
    if (before?.mention.whole[0] !== first || !after) continue;
    const next = tokens[after.mention.tokens[1]];
    return next?.text === ',' || /^(?:VERB|AUX|ADV)$/.test(next?.pos ?? '');
  }
  return false;
}

/** The naming whose title or name begins at a token. */
function namingFrom(at: number, end: number, scene: Scene): Naming | null {
  for (let i = at; i < Math.min(end, at + 6); i++) {
    const naming = scene.namingAt(i);
    if (naming) return naming.mention.whole[0] <= at ? naming : null;
  }
  return null;
}

function isMeeting(first: number, end: number, { reading: { tokens } }: Scene): boolean {
  for (let at = first; at < end; at++) if (MEETINGS.has(tokens[at]?.lemma ?? '')) return true;
  return false;
}
