/** `X said that Y had promised to leave`: a report inside of a report, where its subject is named and its verb tells of something said. */
import { NESTED } from '../../../core/nested-rule.ts';
import { tokenFrom } from '../cues.ts';
import { wordAt } from '../phrases.ts';
import { OFFICES } from '../sources.ts';
import type { Finding, Search } from './search.ts';

const CLAUSE = /^subject-verb-(?:that|clause)$/;
/** Verbs that tell of words and nothing else; one who agrees, asks, orders or suggests may have acted. */
const SAYING = new Set(
  'say tell state claim insist declare warn argue maintain assert deny emphasize emphasise stress assure inform announce admit acknowledge confirm explain reiterate testify write'.split(
    ' ',
  ),
);
/** These promise an act: "had promised to leave". */
const PROMISING = new Set(['promise', 'pledge', 'vow']);
/** Under these nothing has been said yet. */
const NOT_YET = new Set('if unless until before lest whether'.split(' '));

/** The findings of one sentence in order; those inside of another's clause have `nested-` before their rule. */
export function nestReports(search: Search, findings: readonly Finding[]): readonly Finding[] {
  return findings.map((finding) => {
    const isInner = isSaid(search, finding) && isNamed(search, finding) && findings.some((outer) => holds(search, outer, finding));
    return isInner ? { ...finding, rule: `${NESTED}${finding.rule}` } : finding;
  });
}

function isSaid({ page: { reading, tokens } }: Search, { rule, cue, source }: Finding): boolean {
  const verb = tokens[cue[0]]?.lemma ?? '';
  const isPromise = PROMISING.has(verb) && (CLAUSE.test(rule) || rule === 'subject-verb-infinitive');
  if (!isPromise && !(SAYING.has(verb) && CLAUSE.test(rule))) return false;
  return source !== null && !NOT_YET.has(wordAt(tokens, tokenFrom(reading, source[0]) - 1));
}

/** Does one clause of a report hold all of another: who speaks, the verb and the words? */
function holds({ page: { reading } }: Search, outer: Finding, { content, cue, source }: Finding): boolean {
  if (outer.carrier || !outer.source || !source || outer.source[0] === source[0]) return false;
  const first = tokenFrom(reading, source[0]);
  if (first >= cue[0]) return false;
  return outer.content.some(([start, end]) => start <= first && content.every((stretch) => start < stretch[0] && stretch[1] <= end));
}

/** "Orlova", "the Foreign Ministry", "the mayor": a name or one who holds an office; not "he", "officials" or "a source". */
function isNamed({ page: { reading, tokens } }: Search, { source }: Finding): boolean {
  if (!source) return false;
  const [first, end] = [tokenFrom(reading, source[0]), tokenFrom(reading, source[1] - 1) + 1];
  if (wordAt(tokens, first) === 'the' && OFFICES.has(wordAt(tokens, end - 1))) return true;
  return tokens.slice(first, end).some(({ pos, text }) => pos === 'PROPN' && /^\p{Lu}/u.test(text));
}
