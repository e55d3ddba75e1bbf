/** The reporting verb of indirect speech: "accused" carries tone of its own, "denied" turns what is reported. */
import type { Reading } from '../../core/model/reading.ts';
import type { Hit, ToneContext } from '../../core/model/tone.ts';
import { wordsOf } from '../../core/patterns/words.ts';
import type { Mention } from './found.ts';
import type { ToneLexicon } from './lexicon.ts';
import { wholeMillionths } from './millionths.ts';
import type { Term } from './terms.ts';

/** Words of what is reported that may belong to the cue's row: "rejected | the claim that". */
const OBJECT_WORDS = 4;
/** Tokens of what is reported within which stands whom the verb takes for its object: "praised | the people of Iran". */
const TARGET_REACH = 4;

/** The row for the statement's cue; null for direct speech, whose words speak for themselves, and for plain cues ("said"). */
export function cueOf({ cue, kind }: ToneContext, { tokens }: Reading, { cues, symbols }: ToneLexicon): Term | null {
  if (cue === null || kind === 'direct' || kind === 'turn' || kind === 'post') return null;
  const words = cue.toLowerCase().split(/\s+/);
  const object = tokens.slice(0, OBJECT_WORDS).map(({ lower }) => lower);
  const forms = [...words, ...object].map((word) => symbols.formsOf({ text: word, lemma: word }));
  return cues.find(wordsOf(forms), () => true).find(({ from }) => from < words.length)?.entry ?? null;
}

/** "Praised the resistance of Iran": what is said of a third party says little of the other side. */
const THIRD_PARTY = 0.3;

/** A cue with what it reports. */
interface Reported {
  readonly cue: Term | null;
  readonly context: ToneContext;
  readonly mentions: readonly Mention[];
}

/** A cue's own tone as a hit before the first word; none for a cue that turns ("deny") or is plain. */
export function cueHits({ cue, context, mentions }: Reported): readonly Hit[] {
  if (cue === null || cue.isTurning) return [];
  const hit = { term: cue.id, words: context.cue ?? '', span: [0, 0], base: cue.weight } as const;
  if (!isOfThirdParty(mentions)) return [{ ...hit, about: 'other side', shifts: [], value: cue.weight }];
  const shifts = [{ kind: 'about', word: 'third party', factor: THIRD_PARTY }];
  return [{ ...hit, about: 'third party', shifts, value: wholeMillionths(cue.weight * THIRD_PARTY) }];
}

/** Whether the words behind the cue name a third party first, and at once. */
function isOfThirdParty([first]: readonly Mention[]): boolean {
  return first?.party === 'third' && first.token < TARGET_REACH;
}
