/** Which findings are kept: the finders are generous, these rules are strict. */

import type { Token } from '../../../core/model/reading.ts';
import { wordAt } from '../phrases.ts';
import type { Finding, Search } from './search.ts';
import { isMark } from './sentences.ts';

/** Constructions that mean little without a source: most are adjectives, reduced passives or plans, not sayings. */
const NEEDING_SOURCE = /^(?:subject-verb-(?:clause|gap|noun|infinitive|gerund|wh)|infinitive-\w+|participle-noun|noun-\w+)$/;
/** Tokens between the beginning of a content and "comment". */
const FARTHEST_COMMENT = 9;
const WITHHOLDING = /^(?:not|n['’]t|never|no|forbidden|unable|declin(?:e|es|ed|ing)|refus(?:e|es|ed|ing))$/;
const OWNERS = new Set('his her its their my our your'.split(' '));
const PHRASE = /-(?:noun|infinitive)$/;

/** Is this the report of a statement, as far as its own words tell? */
export function isStatement(search: Search, finding: Finding): boolean {
  if (finding.source === null && NEEDING_SOURCE.test(finding.rule)) return false;
  // "The lesson is clear: you said it would work": nobody in particular.
  if (finding.source !== null && search.page.text.slice(...finding.source).toLowerCase() === 'you') return false;
  if (finding.source === null && finding.rule.startsWith('asked-') && /^ask/.test(wordAt(search.page.tokens, finding.cue[0]))) return false;
  if (isAnonymity(search, finding) || isNoComment(search, finding)) return false;
  return !(PHRASE.test(finding.rule) && isOneWord(search, finding));
}

/** "insisted on anonymity because …", "asked not to be named": a condition of speaking, not what was said. */
function isAnonymity({ page }: Search, { content }: Finding): boolean {
  const first = content[0]?.[0] ?? 0;
  const isNot = wordAt(page.tokens, first) === 'not' && wordAt(page.tokens, first + 1) === 'to';
  return (
    wordAt(page.tokens, first) === 'anonymity' ||
    (isNot && /^(?:be|specify|disclose|use|give|reveal|have)$/.test(wordAt(page.tokens, first + 2)))
  );
}

/** "said it does not comment on investigations", "said it is forbidden to comment"; that somebody else made no comment is a statement. */
function isNoComment({ page: { tokens } }: Search, { content, rule }: Finding): boolean {
  const [first, end] = content[0] ?? [0, 0];
  if (
    /-(?:that|clause)$/.test(rule) &&
    /^(?:DET|PROPN|NOUN)$/.test(tokens[first]?.pos ?? '') &&
    !/^(?:no|any)$/.test(wordAt(tokens, first))
  )
    return false;
  let isDenied = false;
  for (let i = first; i < Math.min(end, first + FARTHEST_COMMENT); i++) {
    if (WITHHOLDING.test(wordAt(tokens, i))) isDenied = true;
    if (isDenied && tokens[i]?.lemma === 'comment') return true;
  }
  return false;
}

function isArticle({ pos, text }: Token): boolean {
  return pos === 'DET' || OWNERS.has(text);
}

/** "He praised it", and behind a participle with its article, "describing the call": a single word, unless it was quoted, says too little to be scored. */
function isOneWord({ page }: Search, { content, rule }: Finding): boolean {
  const isHanging = rule.startsWith('participle-');
  const [first, end] = content[0] ?? [0, 0];
  let words = 0;
  for (let i = first; i < end; i++) {
    if (page.regionOf[i] !== 0) return false;
    const token = page.tokens[i];
    if (token && token.pos !== 'PUNCT' && !isMark(token.text) && !(isHanging && isArticle(token))) words++;
  }
  return content.length === 1 && words <= 1;
}
