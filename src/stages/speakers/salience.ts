/**
 * How present each person is in the reader's mind, after Lappin and Leass (1994), https://aclanthology.org/J94-4002/:
 * every mention adds a weight by what it does in its sentence, and all weights fade from sentence to sentence.
 */
import type { Gender } from './gender.ts';

/** What a mention does, and what it adds. */
export const WEIGHTS = { source: 100, subject: 80, embedded: 50, object: 40, possessive: 25, quoted: 10 } as const;

/** What a mention does in its sentence. */
export type Part = keyof typeof WEIGHTS;

/** What is left of a weight one sentence later, and beyond a paragraph's end. */
const KEPT_BY_SENTENCE = 0.5;
const KEPT_BY_PARAGRAPH = 0.7;
/** A candidate weaker than this is out of mind. */
const LEAST = 3;

/** Nobody remembers more; the one who was named longest ago is forgotten. */
const MOST_IN_MIND = 100;

/** Powers of both, so that the walk multiplies only; farther back nothing is left. */
const SENTENCE_POWERS = Array.from({ length: 30 }, (_, sentences) => KEPT_BY_SENTENCE ** sentences);
const PARAGRAPH_POWERS = Array.from({ length: 30 }, (_, paragraphs) => KEPT_BY_PARAGRAPH ** paragraphs);

/** Where in the text something stands. */
export interface Place {
  readonly sentence: number;
  readonly paragraph: number;
}

interface Trace {
  weight: number;
  place: Place;
}

/** The present state of mind of the reader, as the text goes by. */
export interface Salience {
  note(member: number, part: Part, place: Place): void;
  /** The sentence in which a member was last in mind; null where never. */
  lastSentence(member: number): number | null;
  /** The most present of the members that fit; null where none is present or two are equally so. */
  best(place: Place, fits: (member: number) => boolean): number | null;
}

/** Whether a person of this gender can be meant by a word of that gender; unknown goes with both. */
export function isCompatible(gender: Gender | null, asked: Gender | null): boolean {
  return gender === null || asked === null || gender === asked;
}

/** Starts with nobody in mind. */
export function openSalience(): Salience {
  const traces = new Map<number, Trace>();
  return {
    note(member, part, place) {
      const trace = traces.get(member);
      traces.delete(member);
      traces.set(member, { weight: (trace ? faded(trace, place) : 0) + WEIGHTS[part], place });
      if (traces.size > MOST_IN_MIND) forgetOldest(traces);
    },
    lastSentence: (member) => traces.get(member)?.place.sentence ?? null,
    best(place, fits) {
      let best: number | null = null;
      let first = 0;
      let second = 0;
      for (const [member, trace] of traces) {
        if (!fits(member)) continue;
        const weight = faded(trace, place);
        if (weight > first) [best, first, second] = [member, weight, first];
        else if (weight > second) second = weight;
      }
      return first >= LEAST && first > second ? best : null;
    },
  };
}

function forgetOldest(traces: Map<number, Trace>): void {
  for (const member of traces.keys()) {
    traces.delete(member);
    return;
  }
}

function faded(trace: Trace, place: Place): number {
  const sentences = Math.max(0, place.sentence - trace.place.sentence);
  const paragraphs = Math.max(0, place.paragraph - trace.place.paragraph);
  return trace.weight * (SENTENCE_POWERS[sentences] ?? 0) * (PARAGRAPH_POWERS[paragraphs] ?? 0);
}
