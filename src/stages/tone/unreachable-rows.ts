/** Rows that can never match, for `detente check`. */
import type { Fault } from '../../core/model/problems.ts';
import type { Reading } from '../../core/model/reading.ts';
import { parsePattern, type Step, sequencesOf } from '../../core/patterns/pattern.ts';
import { matchableWords } from '../../core/patterns/words.ts';
import type { ToneLexicon } from './lexicon.ts';
import { isBearer, type Term } from './terms.ts';

/**
 * Rows whose every wording is taken by an earlier row, or falls apart in reading ("gov't" is two tokens).
 * `read` is the one reader of the house; the room itself does not know it.
 */
export function neverMatching(lexicon: ToneLexicon, read: (text: string) => Reading): readonly Fault[] {
  const owners = new Map<string, Term>();
  const faults: Fault[] = [];
  for (const term of lexicon.entries.filter((each) => each.class !== 'attribution')) {
    const sequences = sequencesOf(parsePattern(term.pattern).parts);
    const group = isBearer(term) ? 'weighs ' : 'acts ';
    const earlier = sequences.map((sequence) => owners.get(group + keyOf(sequence, term)) ?? owners.get(group + keyOf(sequence, null)));
    const owner = earlier.find((each) => each !== undefined);
    if (owner && earlier.every((each) => each !== undefined)) {
      faults.push(faultOf(term, `"${term.pattern}" can never match: ${owner.row.file}:${owner.row.line} takes its words first`));
    } else if (!sequences.some((sequence) => isReadable(sequence, term, { lexicon, read }))) {
      faults.push(faultOf(term, `"${term.pattern}" can never match: texts are cut into other words`));
    }
    const isForAll = term.pos === '' && term.speakerSide === '';
    for (const sequence of sequences) {
      const key = group + keyOf(sequence, isForAll ? null : term);
      if (!owners.has(key)) owners.set(key, term);
    }
  }
  return faults;
}

/** A wording, with the part of speech and side that limit it; null for a row without limits, which takes all. */
function keyOf(sequence: readonly Step[], term: Term | null): string {
  const words = sequence.map((step) => (step.kind === 'gap' ? '_' : `${step.text}${step.kind === 'prefix' ? '*' : ''}`)).join(' ');
  return term ? `${words}\t${term.pos}\t${term.speakerSide}` : words;
}

function isReadable(
  sequence: readonly Step[],
  term: Term,
  { lexicon, read }: { lexicon: ToneLexicon; read: (text: string) => Reading },
): boolean {
  if (sequence.some((step) => step.kind !== 'gap' && step.text.startsWith('<'))) return true;
  const text = sequence
    .filter((step) => step.kind !== 'gap')
    .map((step) => step.text)
    .join(' ')
    .replace(/ (n't|'s|'re|'ve|'ll|'d|'m)\b/g, '$1');
  return (
    (isBearer(term) ? lexicon.terms : lexicon.modifiers).find(
      matchableWords(read(text), lexicon.symbols),
      (candidate) => candidate === term,
    ).length > 0
  );
}

function faultOf(term: Term, message: string): Fault {
  return { file: term.row.file, line: term.row.line, message };
}
