/** Who does what a verb says: the subject beside it, or the sentence's own where the verb has none. */
import type { Reading } from '../../core/model/reading.ts';
import type { Cue } from './cues.ts';
import { DAYS, wordAt } from './phrases.ts';
import { ownerBefore, type Source, sourceAfter, sourceBefore } from './sources.ts';

const BE = new Set("am is are was were be been being ’s 's ’re 're ’m 'm".split(' '));
/** Tokens between a main clause's start and the cue. */
const FARTHEST = 150;
/** Tokens from "with" to the participle whose subject follows it. */
const LONGEST_ABSOLUTE = 12;
const FRONTED = new Set(
  'when after before while as although though if because since despite asked pressed in at on during for by with to'.split(' '),
);

/** The subject of a cue whose sentence begins at `floor`; participles and second verbs take the sentence's subject. */
export function subjectOf(reading: Reading, cue: Cue, floor: number): Source | null {
  const { tokens } = reading;
  let i = cue.first - 1;
  while (i >= floor && tokens[i]?.pos === 'ADV') i--;
  const before = wordAt(tokens, i);
  const absolute = absoluteSubject(reading, cue, floor);
  if (absolute !== null) return absolute;
  const parted = partedSubject(reading, i + 1, floor);
  if (parted !== null) return parted;
  if (cue.form === 'participle' && tokens[i]?.pos === 'VERB' && i > floor) return sourceBefore(reading, i, floor);
  if (cue.form === 'participle' && before === ',' && tokens[i - 1]?.pos === 'VERB' && i - 1 > floor) {
    const nearest = sourceBefore(reading, i - 1, floor);
    if (nearest !== null) return nearest;
  }
  const owner = cue.form === 'participle' && tokens[i]?.pos === 'PROPN' ? ownerBefore(reading, i + 1, floor) : null;
  if (owner !== null && wordAt(tokens, owner.first - 1) === 'of') return owner;
  if (cue.form === 'participle' && !BE.has(before))
    return mainSubject(reading, floor, cue.first) ?? sourceBefore(reading, cue.first, floor);
  if (before === 'and' || before === 'but' || before === 'or' || before === 'then') return mainSubject(reading, floor, cue.first);
  return sourceBefore(reading, cue.first, floor) ?? mainSubject(reading, floor, cue.first);
}

/** "…, with one envoy on the ship saying": behind a comma and "with" a participle has a subject of its own. */
export function absoluteSubject(reading: Reading, cue: Pick<Cue, 'form' | 'first'>, floor: number): Source | null {
  const { tokens } = reading;
  if (cue.form !== 'participle') return null;
  for (let i = cue.first - 1; i > floor && cue.first - i <= LONGEST_ABSOLUTE && wordAt(tokens, i) !== ','; i--) {
    if (wordAt(tokens, i) !== 'with' || wordAt(tokens, i - 1) !== ',') continue;
    const source = sourceAfter(reading, i + 1, cue.first);
    const next = source ? tokens[source.end] : undefined;
    return next && (source?.end === cue.first || next.pos === 'ADP' || next.text.endsWith('ing')) ? source : null;
  }
  return null;
}

/** Tokens of a clause that stands between a conjunction and its verb. */
const LONGEST_PARTING = 30;

/** "Hollis denied it and, when asked whether it was Norland, | said": a clause between "and" and its verb leaves the subject with the sentence. */
export function partedSubject(reading: Reading, verb: number, floor: number): Source | null {
  const { tokens } = reading;
  if (wordAt(tokens, verb - 1) !== ',') return null;
  for (let i = verb - 2; i > floor && verb - i < LONGEST_PARTING; i--) {
    if (/^[;:“”"]$/.test(tokens[i]?.text ?? '')) return null;
    if (!/^(?:when|if|while|as|after|before|once|asked|pressed)$/.test(wordAt(tokens, i))) continue;
    const joint = wordAt(tokens, i - 1) === ',' ? i - 2 : i - 1;
    if (/^(?:and|but)$/.test(wordAt(tokens, joint))) return mainSubject(reading, floor, joint);
  }
  return null;
}

/** The subject after its verb, where nothing but a comma or a fronted phrase stands before: `In short, explained S:`. */
export function invertedSubject(reading: Reading, cue: Cue, { floor, ceiling }: { floor: number; ceiling: number }): Source | null {
  if (cue.form === 'participle' || cue.entry.takes.has('recipient') || cue.entry.takes.has('as')) return null;
  if (cue.first > floor && wordAt(reading.tokens, cue.first - 1) !== ',') return null;
  const source = sourceAfter(reading, cue.end, ceiling);
  if (source === null || DAYS.has(wordAt(reading.tokens, source.first))) return null;
  return source.end >= reading.tokens.length || /^[,:.]$/.test(wordAt(reading.tokens, source.end)) ? source : null;
}

/** Subject of the first finite verb of the main clause; fronted phrases and clauses end at their comma. */
export function mainSubject(reading: Reading, floor: number, limit: number): Source | null {
  const { tokens } = reading;
  const start = mainClauseStart(reading, Math.max(floor, limit - FARTHEST), limit);
  for (let i = start + 1; i < limit; i++) {
    const token = tokens[i];
    const canHaveSubject = token?.pos === 'AUX' || (token?.pos === 'VERB' && !token.text.endsWith('ing') && wordAt(tokens, i - 1) !== 'to');
    const source = canHaveSubject ? sourceBefore(reading, i, start) : null;
    if (source !== null) return source;
  }
  return null;
}

function mainClauseStart({ tokens }: Reading, floor: number, limit: number): number {
  const first = tokens[floor];
  const isFronted = FRONTED.has(wordAt(tokens, floor)) || first?.pos === 'ADP' || (first?.pos === 'VERB' && first.text.endsWith('ing'));
  if (!isFronted) return floor;
  for (let i = floor; i < limit; i++) if (wordAt(tokens, i) === ',') return i + 1;
  return floor;
}
