/** Which findings are kept: the finders are generous, these rules are strict. */

import type { Finding, Search } from './search.ts';
import { isMark } from './sentences.ts';

/** Constructions that mean little without a source: most are adjectives, reduced passives or plans, not sayings. */
const NEEDING_SOURCE = /^(?:subject-verb-(?:clause|gap|noun|infinitive|wh)|infinitive-\w+|participle-noun|noun-\w+)$/;
const PHRASE = /-(?:noun|infinitive)$/;

/** Is this the report of a statement, as far as its own words tell? */
export function isStatement(search: Search, finding: Finding): boolean {
  if (finding.source === null && NEEDING_SOURCE.test(finding.rule)) return false;
  return !(PHRASE.test(finding.rule) && isOneWord(search, finding));
}

/** "He praised it", "she called him": a single word, unless it was quoted, says too little to be scored. */
function isOneWord({ page }: Search, { content }: Finding): boolean {
  const [first, end] = content[0] ?? [0, 0];
  let words = 0;
  for (let i = first; i < end; i++) {
    if (page.regionOf[i] !== 0) return false;
    const token = page.tokens[i];
    if (token && token.pos !== 'PUNCT' && !isMark(token.text)) words++;
  }
  return content.length === 1 && words <= 1;
}
