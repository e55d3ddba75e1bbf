/** Does a cue stand in a clause before the main one? */
import { wordAt } from '../phrases.ts';
import { isMark } from './page.ts';
import type { Search } from './search.ts';
import type { VerbGroup } from './verb.ts';

/** Words that open a clause before the main one. */
const SUBORDINATORS = new Set([
  'while',
  'although',
  'though',
  'when',
  'as',
  'if',
  'since',
  'after',
  'before',
  'because',
  'whereas',
  'once',
  'despite',
  'besides',
  'until',
  'even',
  'asked',
  'given',
  'whenever',
  'unless',
]);

/** True for "After he said so, ...", "Noting that ..., ...", "In announcing ..., ...". */
export function isSubordinate({ page, sentence }: Search, group: VerbGroup): boolean {
  const { tokens } = page;
  let first = sentence.first;
  while (first < group.start && (tokens[first]?.pos === 'CCONJ' || isMark(wordAt(tokens, first)))) first++;
  for (let i = first; i < group.start; i++) if (page.regionOf[i] === 0 && wordAt(tokens, i) === ',') return false;
  const opener = tokens[first];
  if (!opener) return false;
  if (SUBORDINATORS.has(opener.text.toLowerCase())) return true;
  return group.form === 'participle' && (first === group.start || opener.pos === 'ADP');
}

/** True for "Harlan, who said so, ...". */
export function isRelative({ page }: Search, group: VerbGroup): boolean {
  return /^(?:who|which)$/.test(wordAt(page.tokens, group.start - 1));
}
