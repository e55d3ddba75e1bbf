/** The reporting verb of indirect speech: "accused" carries tone of its own, "denied" turns what is reported. */
import type { Hit, ToneContext } from '../../core/model/tone.ts';
import { wordsOf } from '../../core/patterns/matcher.ts';
import type { ToneLexicon } from './lexicon.ts';
import type { Term } from './terms.ts';

/** The row for the statement's cue; null for direct speech, whose words speak for themselves, and for plain cues ("said"). */
export function cueOf({ cue, kind }: ToneContext, { cues, symbols }: ToneLexicon): Term | null {
  if (cue === null || kind === 'direct' || kind === 'turn' || kind === 'post') return null;
  const words = cue.toLowerCase().split(/\s+/);
  const forms = words.map((word) => symbols.formsOf({ text: word, lemma: word }));
  return cues.find(wordsOf(forms), () => true)[0]?.entry ?? null;
}

/** A cue's own tone as a hit before the first word; none for a cue that turns ("deny") or is plain. */
export function cueHits(cue: Term | null, { cue: words }: ToneContext): readonly Hit[] {
  if (cue === null || cue.isTurning) return [];
  return [{ term: cue.id, words: words ?? '', span: [0, 0], about: 'other side', base: cue.weight, shifts: [], value: cue.weight }];
}
