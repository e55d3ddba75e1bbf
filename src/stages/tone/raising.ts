/** Denials that stand in one clause and deny the next: "nobody thinks that …", "no evidence that …". */
import type { Found } from './found.ts';
import type { Scene } from './scene.ts';

/** "Neither side thinks that it gains": who denies thinking so denies what is thought. */
const OPINIONS: ReadonlySet<string> = new Set(['think', 'believe', 'want', 'expect', 'suppose', 'feel', 'claim', 'say', 'be']);
/** "No sign from the capital yet that": words between what is denied to be seen and the clause that tells it. */
const LONGEST_AFTERTHOUGHT = 4;

/** "It is not Russia that is our enemy": who denies the party at the head of a cleft denies of it what the cleft tells. */
function isCleft({ first, last, lastClause }: Found, opener: number, { reading: { tokens }, clauses }: Scene): boolean {
  const isOpener = tokens[opener]?.lemma === 'that' || tokens[opener]?.lemma === 'who';
  if (!isOpener || first !== last || clauses[opener - 1] !== lastClause || opener - last > LONGEST_HEAD) return false;
  return tokens[first - 1]?.lemma === 'be' && tokens[first - 2]?.lemma === 'it';
}

/**
 * "There is hardly a treaty that they have not broken", "not one promise that they did not break": a denial inside of a denied one says that all are so, and
 * neither denies what stands there.
 */
export function isUndone(negator: Found, { modifiers, reading: { tokens }, clauses }: Scene): boolean {
  let i = negator.first;
  while (i > 0 && clauses[i - 1] === negator.clause) i -= 1;
  const head = tokens[i - 1];
  if (!RELATIVES.has(tokens[i]?.lemma ?? '') || head?.pos !== 'NOUN' || OF_CONTENT.has(head.lemma)) return false;
  return (modifiers.negator.get(negator.sentence) ?? []).some(
    ({ first, clause, term }) =>
      term.weight < 0 && clause === clauses[i - 1] && tokens[first - 1]?.lemma === 'be' && tokens[first - 2]?.lemma === 'there',
  );
}

/** "No question that they did not": nouns whose clause with "that" tells what they are, and does not say which one is meant. */
const OF_CONTENT: ReadonlySet<string> = new Set(
  'question secret doubt reason chance possibility danger risk mistake mystery wonder hope guarantee excuse fact proof evidence sign indication way claim idea'.split(
    ' ',
  ),
);
const RELATIVES: ReadonlySet<string> = new Set(['that', 'which', 'who']);
/** Tokens of the head of a cleft: "not the Russian president that". */
const LONGEST_HEAD = 5;

/**
 * Negative raising: true for a term of a clause with "that" right behind the negator's clause, where that clause ends with a verb of opinion, or with the
 * negator's own noun or verb ("no evidence that", "nothing suggests that"). What a second clause says beside it ("…, and they lie") is not denied.
 */
export function isRaised(found: Found, negator: Found, scene: Scene): boolean {
  const { first, last, lastClause, term } = negator;
  const {
    reading: { tokens },
    clauses,
  } = scene;
  let i = found.first;
  while (i > 0 && clauses[i - 1] === found.clause) i -= 1;
  if (isCleft(negator, i, scene)) return true;
  if (tokens[i]?.lemma !== 'that' || clauses[i - 1] !== lastClause) return false;
  if (OPINIONS.has(tokens[i - 1]?.lemma ?? '')) return true;
  if (term.isEvidence)
    return i - last <= LONGEST_AFTERTHOUGHT && !tokens.slice(last + 1, i).some(({ pos }) => pos === 'VERB' || pos === 'AUX');
  return last > first && last === i - 1;
}

/**
 * True for a term that the negator of evidence denies as something that would have to be shown: all that is told behind "no sign of", "no evidence that"; behind
 * a bare verb of seeing what somebody does ("not seen them take a step"). "We do not see a quarrel" denies a thing as others do; "not seen as" is a judgement.
 */
export function isShown(negator: Found, found: Found, { reading: { tokens } }: Scene): boolean {
  if (found.clause > negator.lastClause || tokens[negator.last]?.pos !== 'VERB') return true;
  const between = tokens.slice(negator.last + 1, found.first + 1);
  return !between.some(({ lemma }) => lemma === 'as') && between.some(({ pos }) => pos === 'VERB' || pos === 'AUX');
}

/** "We don't see problems for them to build good relations": what is not seen is the problem, and what hangs on it is not denied. */
export function isBehindDenied(negator: Found, found: Found, { bearersIn, reading: { tokens } }: Scene): boolean {
  if (!negator.term.isEvidence || found.clause > negator.lastClause || tokens[negator.last]?.pos !== 'VERB') return false;
  return (bearersIn.get(found.sentence) ?? []).some(
    ({ term, first, last }) => term.weight < 0 && tokens[first]?.pos === 'NOUN' && first > negator.last && last < found.first,
  );
}
