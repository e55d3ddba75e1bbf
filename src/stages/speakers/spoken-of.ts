/** Whom a quotation names: somebody who speaks says "I" of themselves, so "he" beside the quotation is another. */
import type { Span } from '../../core/model/articles.ts';
import type { Reading } from '../../core/model/reading.ts';
import type { Quotation } from '../../core/model/statements.ts';
import { isNested } from '../../core/nested-rule.ts';
import { countBelow } from '../../core/ordered.ts';
import type { Naming } from './cast.ts';
import { tokensIn } from './tokens.ts';

/** Namings in one quotation that are asked. */
const MOST_NAMED = 30;
/** "I am Hollis", "my name is Hollis", "call me Hollis". */
const OF_ONESELF = /\b(?:I|I['’]?m|I am|my name is|call(?:ed|s)? me|me|I was),? $/i;
const FARTHEST_SELF = 14;
const MARK = /^["'“”‘’`]+$/;

/** By the first token of a source, the members that its quotations name in the third person. */
export function spokenOf(
  reading: Reading,
  namings: readonly Naming[],
  quotations: readonly Quotation[],
): ReadonlyMap<number, ReadonlySet<number>> {
  const named = new Map<number, Set<number>>();
  for (const quotation of quotations) {
    const { kind, source, spans } = quotation;
    if (kind !== 'direct' || source === null || isNested(quotation)) continue;
    const [first, end] = tokensIn(reading, source);
    if (end - first !== 1) continue;
    const members = named.get(first) ?? new Set();
    for (const span of spans) for (const member of namedIn(reading, namings, tokensIn(reading, span))) members.add(member);
    named.set(first, members);
  }
  return named;
}

function namedIn(reading: Reading, namings: readonly Naming[], [first, end]: Span): readonly number[] {
  const from = countBelow(namings, first, ({ mention }) => mention.tokens[0]);
  const members: number[] = [];
  for (let i = from; i < Math.min(namings.length, from + MOST_NAMED); i++) {
    const naming = namings[i];
    if (!naming || naming.mention.tokens[0] >= end) break;
    if (!isOfOneself(reading, naming.mention.whole[0])) members.push(naming.member.index);
  }
  return members;
}

/** What others call the speaker stands in marks of its own: "They said, ‘Hollis, go home.’" */
function isOfOneself({ text, tokens }: Reading, at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  const isInMarks =
    MARK.test(tokens[at - 1]?.text ?? '') && /[,:] ?["'“”‘’`]+$/.test(text.slice(Math.max(0, token.start - 4), token.start));
  return isInMarks || OF_ONESELF.test(text.slice(Math.max(0, token.start - FARTHEST_SELF), token.start));
}
