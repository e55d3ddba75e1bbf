/** What the lexicon does not know yet: frequent words that no row covers, and words that mark a label. */
import type { Token } from '../../core/model/reading.ts';
import type { Labelled } from './calibrate.ts';
import type { ToneLexicon } from './lexicon.ts';
import { layOut, type Scene } from './scene.ts';
import type { StatementReading } from './statement.ts';

/** A word or a pair of words that no row covers. */
export interface Uncovered {
  readonly term: string;
  /** Texts that hold it. */
  readonly texts: number;
}

/** An uncovered term that stands with one label more often than chance. */
export interface Marker extends Uncovered {
  readonly label: number;
  /** Standard deviations from chance. */
  readonly strength: number;
}

const CONTENT: ReadonlySet<string> = new Set(['NOUN', 'VERB', 'ADJ', 'ADV']);
const NOBODY = { speaker: null, side: null, date: null, cue: null, kind: null, content: null, background: [], around: '' } as const;

/** Content words and their pairs that stand in at least `fewest` texts and in no match; most frequent first. */
export function uncoveredTerms(readings: readonly StatementReading[], lexicon: ToneLexicon, fewest = 3): readonly Uncovered[] {
  const counts = new Map<string, number>();
  for (const reading of readings) for (const term of uncoveredIn(reading, lexicon)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return [...counts]
    .filter(([, texts]) => texts >= fewest)
    .map(([term, texts]) => ({ term, texts }))
    .toSorted((a, b) => b.texts - a.texts || (a.term < b.term ? -1 : 1));
}

/** Uncovered terms whose share in one label differs from their share elsewhere (two-proportion z); strongest first. */
export function markersOf(labelled: readonly Labelled[], lexicon: ToneLexicon, weakest = 2): readonly Marker[] {
  const coded = labelled.flatMap(({ reading, tone }) =>
    tone === null ? [] : [{ label: Math.sign(tone), terms: uncoveredIn(reading, lexicon) }],
  );
  const totals = new Map<string, number>();
  for (const { terms } of coded) for (const term of terms) totals.set(term, (totals.get(term) ?? 0) + 1);
  const markers: Marker[] = [];
  for (const label of [-1, 0, 1]) {
    const inside = coded.filter((each) => each.label === label);
    const counts = new Map<string, number>();
    for (const { terms } of inside) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const [term, count] of counts) {
      const total = totals.get(term) ?? count;
      const strength = zOf({ count, size: inside.length, total, all: coded.length });
      if (total >= 4 && strength >= weakest) markers.push({ term, texts: total, label, strength });
    }
  }
  return markers.toSorted((a, b) => b.strength - a.strength || (a.term < b.term ? -1 : 1));
}

function zOf({ count, size, total, all }: { count: number; size: number; total: number; all: number }): number {
  const rest = all - size;
  if (size === 0 || rest === 0) return 0;
  const pooled = total / all;
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / size + 1 / rest));
  return error === 0 ? 0 : (count / size - (total - count) / rest) / error;
}

function uncoveredIn(reading: StatementReading, lexicon: ToneLexicon): ReadonlySet<string> {
  const covered = coveredTokens(layOut(reading, NOBODY, lexicon));
  const terms = new Set<string>();
  let previous: Token | null = null;
  reading.tokens.forEach((token, i) => {
    const isFree = !covered.has(i) && CONTENT.has(token.pos) && /\p{L}{2}/u.test(token.text);
    if (isFree) terms.add(token.lemma);
    if (isFree && previous) terms.add(`${previous.lemma} ${token.lemma}`);
    previous = isFree ? token : null;
  });
  return terms;
}

function coveredTokens({ bearers, modifiers, anchors }: Scene): ReadonlySet<number> {
  const covered = new Set<number>();
  for (const { first, last } of [...bearers, ...Object.values(modifiers).flatMap((group) => [...group.values()].flat()), ...anchors])
    for (let i = first; i <= last; i++) covered.add(i);
  return covered;
}
