/** Cues in the passive, and clauses with "as": `asked whether C`, `was told that C`, `As S noted, C`. */
import { wordAt } from '../phrases.ts';
import { type Source, sourceAfter } from '../sources.ts';
import { skipAdjuncts } from './adjuncts.ts';
import { contentEnd } from './content-end.ts';
import { frameOf } from './content-start.ts';
import type { Finding, Search } from './search.ts';
import type { Saying } from './verb.ts';

const BEFORE_REDUCED = new Set(['when', 'if', 'after', 'once', 'while', 'until']);

/** `S was asked whether C`, `Asked about C, ...`, `when told that C`: the one who is asked is not the source; "by S" is. */
export function findAsked(search: Search, { cue, group }: Saying): Finding | null {
  const { page, sentence } = search;
  if (!cue.entry.takes.has('recipient') && cue.entry.class !== 'ask') return null;
  if (cue.form !== 'past') return null;
  const before = wordAt(page.tokens, cue.first - 1);
  const isReduced = cue.first === sentence.first || BEFORE_REDUCED.has(before) || (before === ',' && cue.entry.class === 'ask');
  if (group.form !== 'passive' && !isReduced) return null;
  const by = agentAfter(search, cue.end);
  const takes = new Set([...cue.entry.takes].filter((construction) => construction !== 'recipient' && construction !== 'clause'));
  if (cue.end - cue.first === 1) takes.delete('noun');
  const frame = frameOf(search, { ...cue, end: by?.end ?? cue.end }, takes);
  if (!frame) return null;
  const end = contentEnd(search, frame.start, { isClause: frame.rule === 'that', isSubordinate: isReduced, form: cue.form });
  return { content: [[frame.start, end]], cue: [cue.first, cue.end], source: by?.span ?? null, rule: `asked-${frame.rule}` };
}

function agentAfter({ page, sentence }: Search, at: number): Source | null {
  return wordAt(page.tokens, at) === 'by' ? sourceAfter(page.reading, at + 1, sentence.end) : null;
}

/** Does "as" open its sentence, or a clause: "…, and as S noted, C"? */
function opensClause({ page: { tokens }, sentence }: Search, as: number): boolean {
  if (as <= sentence.first + 1) return true;
  return /^(?:and|but)$/.test(wordAt(tokens, as - 1)) && wordAt(tokens, as - 2) === ',';
}

/** `As S noted, C` and `As noted by S, C`. */
export function findAnnounced(search: Search, { cue, group, subject }: Saying): Finding | null {
  const { page, sentence } = search;
  const { tokens } = page;
  if (!cue.entry.takes.has('that') && !cue.entry.takes.has('clause')) return null;
  const isActive = subject !== null && subject.first > sentence.first && wordAt(tokens, subject.first - 1) === 'as';
  const by = wordAt(tokens, group.start - 1) === 'as' ? agentAfter(search, cue.end) : null;
  const source = isActive ? subject : by;
  if (!source || !opensClause(search, (isActive ? subject.first : group.start) - 1)) return null;
  const comma = skipAdjuncts(page, by?.end ?? cue.end, { limit: sentence.end, isPastCommas: false });
  if (wordAt(tokens, comma) !== ',' || comma + 1 >= sentence.end) return null;
  const end = contentEnd(search, comma + 1, { isClause: true, isSubordinate: false, form: cue.form });
  return { content: [[comma + 1, end]], cue: [cue.first, cue.end], source: source.span, rule: 'as-subject-verb' };
}
