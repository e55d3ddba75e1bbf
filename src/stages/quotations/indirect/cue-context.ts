/** How a content is led in, as far as its end depends on it. */
import type { Token } from '../../../core/model/reading.ts';
import type { Cue } from '../cues.ts';
import { wordAt } from '../phrases.ts';
import type { Search } from './search.ts';
import { isMark } from './sentences.ts';
import type { VerbGroup } from './verb.ts';

/** What the end of a content depends on beside the words after it. */
export interface Lead {
  /** A whole clause was announced ("said that"), or a phrase only ("rejected the plan"). */
  readonly isClause: boolean;
  /** The cue stands in a clause before the main one: "After he said so, the crowd left". */
  readonly isSubordinate: boolean;
  /** The cue stands in a relative clause: "Harlan, who said so, left". */
  readonly isRelative?: boolean;
  /** The content is a noun phrase. */
  readonly isPhrase?: boolean;
  /** Only a clause can follow the cue: "said", "denied that", but not "denied". */
  readonly isOnlyClause?: boolean;
  readonly form: Cue['form'];
}

/** Words that open a clause before the main one. */
const SUBORDINATORS: ReadonlySet<string> = new Set([
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

/** Whether a subordinate clause opens here: "even as" does, "even the board" does not. */
export function isSubordinatorAt(tokens: readonly Token[], at: number): boolean {
  return SUBORDINATORS.has(wordAt(tokens, wordAt(tokens, at) === 'even' ? at + 1 : at));
}

/** True for "After he said so, ...", "Noting that ..., ...", "In announcing ..., ...". */
export function isSubordinate({ page, sentence }: Search, group: VerbGroup): boolean {
  const { tokens } = page;
  let first = sentence.first;
  while (first < group.start && (tokens[first]?.pos === 'CCONJ' || isMark(wordAt(tokens, first)))) first++;
  for (let i = first; i < group.start; i++) if (page.regionOf[i] === 0 && wordAt(tokens, i) === ',') return false;
  const opener = tokens[first];
  if (!opener) return false;
  if (isSubordinatorAt(tokens, first)) return true;
  return group.form === 'participle' && (first === group.start || opener.pos === 'ADP');
}

/** True for "Harlan, who said so, ...". */
export function isRelative({ page }: Search, group: VerbGroup): boolean {
  return /^(?:who|which|whom)$/.test(wordAt(page.tokens, group.start - 1));
}
