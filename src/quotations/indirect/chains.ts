/** `S said that C1, adding that C2`: the participle goes on with the speaker, and with the statement. */
import { wordAt } from '../phrases.ts';
import type { Finding, Search } from './search.ts';

/** Rules after which the content is what S holds to be so; a participle may add to it. */
const ASSERTIONS = /(?:that|clause|content-subject-verb|content-verb-subject|content-according-to|as-subject-verb)$/;
/** After these the first content is what S holds to be false: what is added must stand apart. */
const DENIALS = /^(?:den(?:y|ies|ied|ying)|reject\w*|disput\w*|dismiss\w*|refut\w*|doubt\w*)$/;

/** The findings of one sentence; a hanging participle takes the source before it, and what it asserts joins what was asserted. */
export function chainParticiples(search: Search, findings: readonly Finding[]): readonly Finding[] {
  const chained: Finding[] = [];
  for (const finding of findings) {
    const previous = chained.at(-1);
    if (!previous?.source || !isHanging(search, finding, previous)) chained.push(finding);
    else if (isAssertion(search, previous) && isAssertion(search, finding)) chained[chained.length - 1] = join(previous, finding);
    else chained.push({ ...finding, source: previous.source });
  }
  return chained;
}

function isHanging({ page }: Search, { rule, cue, content }: Finding, previous: Finding): boolean {
  if (!rule.startsWith('participle-') || (content[0]?.[0] ?? 0) < cue[0]) return false;
  if (previous.rule.startsWith('noun-') || previous.cue[0] > cue[0]) return false;
  return /^(?:,|while|before|after|and)$/.test(wordAt(page.tokens, cue[0] - 1));
}

function isAssertion({ page }: Search, { rule, cue }: Finding): boolean {
  return ASSERTIONS.test(rule) && !DENIALS.test(wordAt(page.tokens, cue[0]));
}

function join(previous: Finding, { content }: Finding): Finding {
  return { ...previous, content: [...previous.content, ...content] };
}
