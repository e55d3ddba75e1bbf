/** `S said that C1, adding that C2`: the participle goes on with the speaker, and with the statement. */
import { wordAt } from '../phrases.ts';
import type { Finding, Search } from './search.ts';

/** The findings of one sentence. A hanging participle goes on with the speaker before it; one that opens the sentence leads up to the next. */
export function chainParticiples(search: Search, findings: readonly Finding[]): readonly Finding[] {
  const chained: Finding[] = [];
  for (const finding of findings) {
    const previous = chained.at(-1);
    if (previous?.source && (isHanging(search, finding, previous) || isLedUpTo(search, finding, previous))) {
      chained[chained.length - 1] = join(previous, finding);
    } else if (previous?.source && isShared(search, finding, previous)) chained.push({ ...finding, source: previous.source });
    else chained.push(finding);
  }
  return chained;
}

function isHanging({ page }: Search, { rule, cue, content }: Finding, previous: Finding): boolean {
  if (!rule.startsWith('participle-') || (content[0]?.[0] ?? 0) < cue[0]) return false;
  if (previous.rule.startsWith('noun-') || previous.cue[0] > cue[0]) return false;
  return /^(?:,|while|before|after)$/.test(wordAt(page.tokens, cue[0] - 1));
}

/** "Noting that C1, S promised C2". */
function isLedUpTo({ sentence }: Search, { rule, source }: Finding, previous: Finding): boolean {
  if (!previous.rule.startsWith('participle-') || previous.cue[0] !== sentence.first || !rule.startsWith('subject-verb-')) return false;
  return source !== null && previous.source !== null && source[1] === previous.source[1];
}

/** "S said C1 and called C2": between the first content and the second cue stand only "and" and helping words. */
function isShared({ page }: Search, { rule, cue, source }: Finding, previous: Finding): boolean {
  const end = previous.content.at(-1)?.[1] ?? cue[0];
  if (!rule.startsWith('subject-verb-') || end >= cue[0] || cue[0] - end > 5) return false;
  // Behind ", and" the verb has the subject that its own sentence gives it: "said that Y accuses Z, and called".
  if (source !== null && wordAt(page.tokens, end) === ',' && page.tokens[end + 1]?.pos === 'CCONJ') return false;
  for (let i = end; i < cue[0]; i++) {
    if (!/^(?:CCONJ|ADV|AUX|PUNCT)$/.test(page.tokens[i]?.pos ?? '')) return false;
  }
  return true;
}

/** One statement; where a piece is only part of a clause, the clause from the first verb to the last word is its carrier. */
function join(previous: Finding, next: Finding): Finding {
  const content = [...previous.content, ...next.content];
  const isPartial = Boolean(previous.carrier ?? next.carrier);
  const first = Math.min(previous.cue[0], content[0]?.[0] ?? previous.cue[0]);
  const end = Math.max(...content.map((stretch) => stretch[1]));
  return { ...previous, content, carrier: isPartial ? [first, end] : null };
}
