/** Finds the words that name a source, left or right of a cue. */
import type { Span } from '../../core/model/articles.ts';
import type { Reading, Token } from '../../core/model/reading.ts';
import { beforeParticiple, firstOfTwo, isNounParticiple, relativeOver } from './behind-nouns.ts';
import {
  chunkStart,
  isBehindFronted,
  isFrontedPhrase,
  isNameChunk,
  isPlaceChunk,
  isRelativeChunk,
  openedBy,
  openerBefore,
} from './comma-chunks.ts';
import { isOccasionNoun, OCCASION_PREPOSITIONS } from './occasions.ts';
import { DAYS, isNameMark, isNominal, phraseEnd, phraseStart, runStart, wordAt } from './phrases.ts';
import { beforeMade, isTime, startOfDate } from './times-between.ts';
import { beforeVerbGroup, SUBJECT_PRONOUNS } from './verb-group.ts';

/** A noun phrase that may name who speaks. */
export interface Source {
  /** Index of its first token, and of the token after its last. */
  readonly first: number;
  readonly end: number;
  readonly span: Span;
}

const OBJECT_PRONOUNS = new Set('him her them me us'.split(' '));
const REFLEXIVES = new Set('himself herself themselves itself myself ourselves'.split(' '));
const RELATIVES = new Set('who which that'.split(' '));
/** "the secretary of state's claim" is the secretary's. */
export const OFFICES: ReadonlySet<string> = new Set(
  'secretary minister president head chief leader director mayor governor speaker chairman chairwoman chair member'.split(' '),
);
const DASHES = new Set(['—', '–', '--', '-', '―']);
/** A subject further away than this many tokens is not one that a reader would join to the verb. */
const FARTHEST = 60;

/** The subject to the left of a verb: past helping verbs, adverbs, asides and appositions, never before the token `floor`. */
export function sourceBefore(reading: Reading, verb: number, floor: number): Source | null {
  const lowest = Math.max(floor, verb - FARTHEST);
  const i = beforeVerbGroup(reading.tokens, verb - 1, lowest);
  if (i < lowest) return null;
  return phraseEndingAt(reading, i, lowest);
}

/** The noun phrase to the right of a cue, as in `said NP, ...`, `according to NP` and `according to one of NP`; it ends before the token `ceiling`. */
export function sourceAfter(reading: Reading, index: number, ceiling: number): Source | null {
  const { tokens } = reading;
  let first = index;
  while (first < ceiling && (tokens[first]?.pos === 'ADV' || REFLEXIVES.has(wordAt(tokens, first)))) first++;
  const word = wordAt(tokens, first);
  if (first >= ceiling) return null;
  const isPart = wordAt(tokens, first + 1) === 'of' && first + 2 < ceiling && isNominal(tokens[first + 2]);
  if (isPart && SUBJECT_PRONOUNS.has(word)) return sourceOf(reading, first, phraseEnd(tokens, first + 2, ceiling));
  if (SUBJECT_PRONOUNS.has(word) || (OBJECT_PRONOUNS.has(word) && tokens[first]?.text !== 'US')) {
    if (!isNominal(tokens[first + 1]) || OBJECT_PRONOUNS.has(word) || first + 1 >= ceiling) return sourceOf(reading, first, first + 1);
  }
  const end = phraseEnd(tokens, first, ceiling);
  if (end === first || tokens[end - 1]?.pos === 'DET') return null;
  return nameInApposition(reading, end, ceiling) ?? sourceOf(reading, first, end);
}

function sourceOf({ tokens }: Reading, first: number, end: number): Source | null {
  const from = tokens[first];
  const to = tokens[end - 1];
  return from && to && end > first ? { first, end, span: [from.start, to.end] } : null;
}

function phraseEndingAt(reading: Reading, index: number, floor: number): Source | null {
  const { tokens } = reading;
  let i = index;
  if (REFLEXIVES.has(wordAt(tokens, i))) i--;
  const word = wordAt(tokens, i);
  if (word === ')' || word === ']') return phraseEndingAt(reading, openerBefore(tokens, i, floor) - 1, floor);
  if (DASHES.has(word)) return afterAside(reading, i, floor);
  if (word === ',') return pastApposition(reading, i, floor);
  if (RELATIVES.has(word)) return antecedent(reading, i, floor);
  if (word === 'whom' && wordAt(tokens, i - 1) === 'of') return ofWhom(reading, i, floor);
  if (i < floor) return null;
  if (SUBJECT_PRONOUNS.has(word) && !(word === 'one' && isNominal(tokens[i - 1]))) return sourceOf(reading, i, i + 1);
  const start = startOfDate(tokens, phraseStart(tokens, i, floor));
  const relative = relativeOver(tokens, start, floor);
  if (relative !== null) return antecedent(reading, relative, floor);
  if (start > floor + 1 && tokens[start - 1]?.pos === 'ADP') {
    if (isTime(tokens, start, i + 1) && start - 2 >= floor) return phraseEndingAt(reading, beforeMade(tokens, start - 2, floor), floor);
    const actorOf = isOccasion(tokens, start - 1, i) ? phraseEndingAt(reading, start - 2, floor) : null;
    if (actorOf) return actorOf;
    const holder = beforeParticiple(tokens, start - 1, floor);
    const actor = holder >= floor ? phraseEndingAt(reading, holder, floor) : null;
    if (actor && tokens[actor.first - 1]?.pos !== 'ADP') return actor;
  }
  if (start > floor + 1 && tokens[start - 1]?.pos === 'VERB' && isTime(tokens, start, i + 1) && isNominal(tokens[start - 2])) {
    return phraseEndingAt(reading, start - 2, floor);
  }
  const actor = start > floor + 1 && isNounParticiple(tokens, start - 1) ? phraseEndingAt(reading, start - 2, floor) : null;
  if (actor && tokens[actor.first - 1]?.pos !== 'ADP') return actor;
  return nameBeforeApposition(reading, start, floor) ?? sourceOf(reading, start, i + 1);
}

/** "the envoy | in remarks | said": a preposition and what people say something in or at, right behind a name. */
function isOccasion(tokens: readonly Token[], preposition: number, last: number): boolean {
  return (
    tokens[preposition - 1]?.pos === 'PROPN' &&
    OCCASION_PREPOSITIONS.has(wordAt(tokens, preposition)) &&
    isOccasionNoun(wordAt(tokens, last))
  );
}

/** "The price, | these traders | said": what begins so is a subject of its own. */
const NO_APPOSITIONS = new Set('these those some many several most few all both no any each every'.split(' '));

/** "Mary Hollis, | the head of the delegation |": a role behind a comma says less than the name before it. */
function nameBeforeApposition(reading: Reading, start: number, floor: number): Source | null {
  const { tokens } = reading;
  if (wordAt(tokens, start - 1) !== ',') return null;
  const isBare = isBareRole(tokens, start);
  if ((tokens[start]?.pos !== 'DET' || NO_APPOSITIONS.has(wordAt(tokens, start))) && !isBare) return null;
  const chunk = chunkStart(tokens, start - 1, floor);
  const from = tokens[chunk]?.pos === 'CCONJ' ? chunk + 1 : chunk;
  if (isBare && start - 1 - from < 2) return null;
  return isNameChunk(tokens, from, start - 1) ? sourceOf(reading, from, start - 1) : null;
}

/** "Carl Benson, | president of the union | said": one role without an article. */
function isBareRole(tokens: readonly Token[], start: number): boolean {
  const [role, next] = [tokens[start], tokens[start + 1]];
  return role?.pos === 'NOUN' && role.lemma === role.text && /^(?:of|and|at|for)$/.test(next?.lower ?? '');
}

/** The owner before a possessive mark, without the phrases that hang on it: "a study of | Hollis | 's claim". */
export function ownerBefore(reading: Reading, index: number, floor: number): Source | null {
  if (index - 1 < floor) return null;
  const start = runStart(reading.tokens, index - 1, floor);
  const isOffice = start - 2 >= floor && wordAt(reading.tokens, start - 1) === 'of' && OFFICES.has(wordAt(reading.tokens, start - 2));
  return sourceOf(reading, isOffice ? runStart(reading.tokens, start - 2, floor) : start, index);
}

/** "two envoys, | one of whom |": those of whom it is one. */
function ofWhom(reading: Reading, whom: number, floor: number): Source | null {
  const comma = whom - 3;
  const isPart = /^(?:one|two|both|some|all|many|most|several|none|neither|each)$/.test(wordAt(reading.tokens, whom - 2));
  return isPart && comma > floor && wordAt(reading.tokens, comma) === ',' ? phraseEndingAt(reading, comma - 1, floor) : null;
}

function afterAside(reading: Reading, dash: number, floor: number): Source | null {
  for (let i = dash - 1; i > floor; i--)
    if (DASHES.has(wordAt(reading.tokens, i)) && dash - i > 1 && !isHyphen(reading.tokens, i)) return phraseEndingAt(reading, i - 1, floor);
  return null;
}

/** "12-employee": a dash without a blank before it stands inside of a word. */
function isHyphen(tokens: readonly Token[], index: number): boolean {
  return wordAt(tokens, index) === '-' && tokens[index - 1]?.end === tokens[index]?.start;
}

function antecedent(reading: Reading, relative: number, floor: number): Source | null {
  const { tokens } = reading;
  const first = firstOfTwo(tokens, relative, floor);
  if (first !== null) return antecedent(reading, first, floor);
  let i = /^(?:,|—|–|--|―)$/.test(wordAt(reading.tokens, relative - 1)) ? relative - 2 : relative - 1;
  while (i > floor && DAYS.has(wordAt(reading.tokens, i))) i--;
  if (wordAt(tokens, relative) === 'which' && wordAt(tokens, i) === ')') i = openerBefore(tokens, i, floor) - 1;
  if (i < floor) return null;
  // "the head of a bank, which claimed": no person is meant by "which", and the name next to it is.
  if (wordAt(tokens, relative) === 'which' && tokens[i]?.pos === 'PROPN') return sourceOf(reading, runStart(tokens, i, floor), i + 1);
  // "a feud with Mary Hollis, who wrote": a person's pronoun goes with the name next to it.
  const isName = wordAt(tokens, relative) === 'who' && tokens[i]?.pos === 'PROPN' && wordAt(tokens, relative - 1) === ',';
  const nearest = runStart(tokens, i, floor);
  // "a post for a president who promised": an indefinite person is introduced, and "who" goes on about them.
  const isIntroduced =
    wordAt(tokens, relative) === 'who' &&
    /^an?$/.test(wordAt(tokens, nearest)) &&
    /^(?:for|to|with|from|by|on|against|about)$/.test(wordAt(tokens, nearest - 1));
  return isName || isIntroduced ? sourceOf(reading, nearest, i + 1) : phraseEndingAt(reading, i, floor);
}

/** The subject before `X, a judge from Ohio, V`: chunk by chunk leftwards until one is a noun phrase that is no apposition. */
function pastApposition(reading: Reading, comma: number, floor: number): Source | null {
  const { tokens } = reading;
  let end = comma;
  let behind: readonly [start: number, end: number] | null = null;
  for (let chunks = 0; chunks < 8 && end > floor; chunks++) {
    const start = chunkStart(tokens, end, floor);
    const hasMore = start > floor && wordAt(tokens, start - 1) === ',';
    // "whose latest plan, | Harbour First |, failed": a name inside a relative clause.
    if (hasMore && isNameChunk(tokens, start, end) && isRelativeChunk(tokens, start - 1, floor)) {
      end = start - 1;
      continue;
    }
    const opened = openedBy(tokens, [start, end], floor);
    if (opened !== null) return phraseEndingAt(reading, end - 1, opened);
    if (start === floor && isFrontedPhrase(tokens, start, end)) {
      if (behind === null) return null;
      if (isNominal(tokens[behind[1] - 1])) return phraseEndingAt(reading, behind[1] - 1, behind[0]);
    }
    if (
      !hasMore ||
      isBehindFronted(tokens, start, floor) ||
      (isNameChunk(tokens, start, end) && !isPlaceChunk(tokens, start, end, floor))
    ) {
      return end > start ? phraseEndingAt(reading, end - 1, start) : null;
    }
    behind = [start, end];
    end = start - 1;
  }
  return null;
}

/** "the group's president, Jane Doe": the name says more than the role. */
function nameInApposition(reading: Reading, comma: number, ceiling: number): Source | null {
  const { tokens } = reading;
  if (wordAt(tokens, comma) !== ',' || tokens[comma - 1]?.pos !== 'NOUN') return null;
  let end = comma + 1;
  while (end < ceiling && (tokens[end]?.pos === 'PROPN' || (end > comma + 1 && isNameMark(tokens, end)))) end++;
  const isOwner = /^['’]s?$/.test(wordAt(tokens, end));
  return end >= comma + 3 && !isOwner ? sourceOf(reading, comma + 1, end) : null;
}
