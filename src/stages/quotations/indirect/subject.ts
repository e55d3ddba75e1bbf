/** Who governs a cue verb: its own subject, one that it shares, or that of the clause that it hangs on. */
import { isOccasionNoun } from '../occasions.ts';
import { DAYS, isNominal, wordAt } from '../phrases.ts';
import { type Source, sourceAfter, sourceBefore } from '../sources.ts';
import { absoluteSubject, partedSubject } from '../subjects.ts';
import type { Search } from './search.ts';
import { isMark } from './sentences.ts';
import type { VerbGroup } from './verb.ts';

/** Past forms of verbs that bring somebody to do something: what their infinitive tells was done. */
export const BROUGHT: ReadonlySet<string> = new Set(['led', 'caused', 'prompted']);
/** How far a verb may be from the one whose subject it shares, in steps from verb to verb. */
const DEEPEST = 4;

/** The words that name the subject of a verb group, or null where the sentence does not tell. */
export function subjectOf(search: Search, group: VerbGroup): Source | null {
  const source = governorOf(search, group);
  return source && withoutOpeners(search, source);
}

/** Two apostrophes may close a quotation right before the subject, and a capital makes "While" look like a name. */
function withoutOpeners({ page: { tokens } }: Search, source: Source): Source | null {
  let first = source.first;
  while (first < source.end && (isMark(wordAt(tokens, first)) || /^(?:ADP|SCONJ|CCONJ)$/.test(tokens[first]?.pos ?? ''))) first++;
  const start = tokens[first]?.start;
  return start === undefined || first >= source.end ? null : { ...source, first, span: [start, source.span[1]] };
}

function governorOf(search: Search, group: VerbGroup): Source | null {
  if (group.form !== 'participle') return subjectBefore(search, group.start, 0);
  const { tokens } = search.page;
  const quoted = quotedBefore(search, group.start);
  if (quoted) return quoted;
  const absolute = absoluteSubject(search.page.reading, { form: 'participle', first: group.start }, search.sentence.first);
  if (absolute) return absolute;
  const start = skipTimeBefore(search, group.start);
  const before = tokens[start - 1];
  const hangsOnNoun =
    before && group.start > search.sentence.first && (before.pos === 'NOUN' || before.pos === 'PROPN' || before.pos === 'PRON');
  // "sent a letter blasting", "opened a rally praising": who wrote or held it.
  if (hangsOnNoun && (search.vocabulary.writings.has(before.lemma) || isOccasionNoun(before.lemma))) {
    const writer = subjectOfVerb(search, verbBefore(search, group.start), 0);
    if (writer) return writer;
  }
  if (hangsOnNoun) return sourceBefore(search.page.reading, group.start, search.sentence.first);
  if (group.start === search.sentence.first) return subjectAfterComma(search, group.end);
  // "… as the board sold the port, despite saying": who did what it stands beside.
  if (before?.lower === 'despite') return subjectOfVerb(search, verbBefore(search, group.start - 1), 0);
  return subjectOfVerb(search, mainVerbBefore(search, group.start), 0);
}

/** "an agency quoted the envoy to Norland, Ida Lund, warning that": who is quoted warns. */
function quotedBefore(search: Search, participle: number): Source | null {
  const { reading, tokens } = search.page;
  const verb = verbBefore(search, participle);
  if (verb === null || !/^(?:quote|cite)$/.test(tokens[verb]?.lemma ?? '') || tokens[verb - 1]?.pos === 'AUX') return null;
  const source = sourceAfter(reading, verb + 1, participle);
  const isNext = source !== null && (source.end === participle || tokens[source.end]?.pos !== 'VERB');
  return isNext ? (nameBeside(search, source.end, participle) ?? source) : null;
}

/** "the envoy to Norland, | Ida Lund |, warning": the name between the commas right before the participle. */
function nameBeside({ page: { reading, tokens } }: Search, from: number, participle: number): Source | null {
  if (wordAt(tokens, participle - 1) !== ',') return null;
  let first = participle - 1;
  while (first > from && tokens[first - 1]?.pos === 'PROPN') first--;
  return first < participle - 2 && wordAt(tokens, first - 1) === ',' ? sourceAfter(reading, first, participle - 1) : null;
}

/** The subject of the verb group that begins at `start`. */
function subjectBefore(search: Search, from: number, depth: number): Source | null {
  const { page, sentence } = search;
  const start = skipTimeBefore(search, from);
  const before = page.tokens[start - 1];
  if (!before || start <= sentence.first || depth > DEEPEST || page.regionOf[start - 1] !== 0) return null;
  const word = before.lower;
  const isJoint = before.pos === 'CCONJ' || word === 'to';
  if (isJoint || (before.pos === 'VERB' && !isNominal(before))) {
    const brought = word === 'to' ? broughtTo(search, start - 1) : null;
    if (brought) return brought;
    const partner = isJoint && isSetOff(search, start) ? ownVerbBefore(search, start - 1) : verbBefore(search, isJoint ? start - 1 : start);
    return subjectOfVerb(search, partner, depth);
  }
  return partedSubject(page.reading, start, sentence.first) ?? sourceBefore(page.reading, start, sentence.first);
}

/** "a raid that led | Norland | to accuse": who is brought to say something says it. */
function broughtTo(search: Search, to: number): Source | null {
  const verb = verbBefore(search, to);
  if (verb === null || verb + 1 >= to || !BROUGHT.has(wordAt(search.page.tokens, verb))) return null;
  return sourceBefore(search.page.reading, to, verb + 1);
}

/**
 * "X said that Y accused Z of it, and added": a comma or dash before "and" joins the verb to the sentence's own verb, "went on" to one of saying; in a list
 * ("praised A, blamed B, and called C") it goes with the verb before it.
 */
function isSetOff(search: Search, start: number): boolean {
  const { tokens } = search.page;
  if (tokens[start - 1]?.pos !== 'CCONJ') return false;
  if (/^(?:went|goes)$/.test(wordAt(tokens, start)) && wordAt(tokens, start + 1) === 'on') return true;
  if (!/^(?:,|—|–|--)$/.test(wordAt(tokens, start - 2))) return false;
  const nearest = verbBefore(search, start - 1);
  return nearest !== null && wordAt(tokens, startOfGroup(search, nearest) - 1) !== ',';
}

const TIME_ADJECTIVES = new Set(['last', 'this', 'next', 'earlier', 'late', 'early']);

/** Steps left over what stands between subject and verb: "Orlova last week | said", "the minister on Monday | said", "has on several occasions | said". */
function skipTimeBefore({ page: { tokens }, sentence }: Search, start: number): number {
  let at = start;
  if (/^(?:all|both|each)$/.test(wordAt(tokens, at - 1)) && /^(?:PROPN|NOUN|PUNCT)$/.test(tokens[at - 2]?.pos ?? '')) return at - 1;
  if (DAYS.has(wordAt(tokens, at - 1))) at--;
  if (at < start && TIME_ADJECTIVES.has(wordAt(tokens, at - 1))) at--;
  if (at < start) return wordAt(tokens, at - 1) === 'on' ? at - 1 : at;
  for (let i = start - 1; i > sentence.first + 1 && start - i < 6; i--) {
    if (tokens[i]?.pos === 'ADP' && tokens[i - 1]?.pos === 'AUX') return i - 1;
    if (!isNominal(tokens[i])) return start;
  }
  return start;
}

function subjectOfVerb(search: Search, verb: number | null, depth: number): Source | null {
  return verb === null ? null : subjectBefore(search, startOfGroup(search, verb), depth + 1);
}

function isFiniteAt({ page }: Search, at: number): boolean {
  const { tokens, regionOf } = page;
  if (regionOf[at] !== 0) return false;
  if (tokens[at]?.pos === 'AUX') return wordAt(tokens, at) !== 'be' && wordAt(tokens, at) !== 'been';
  return tokens[at]?.pos === 'VERB' && !wordAt(tokens, at).endsWith('ing') && wordAt(tokens, at - 1) !== 'to';
}

/** The last finite verb before `at`. */
function verbBefore(search: Search, at: number): number | null {
  for (let i = at - 1; i >= search.sentence.first; i--) if (isFiniteAt(search, i)) return i;
  return null;
}

/** The first finite verb of the sentence that no relative pronoun governs: who acts in "..., adding that". */
function mainVerbBefore(search: Search, at: number): number | null {
  for (let i = lastClauseBefore(search, at) + 1; i < at; i++) {
    if (isFiniteAt(search, i) && !/^(?:who|which|that)$/.test(wordAt(search.page.tokens, startOfGroup(search, i) - 1))) return i;
  }
  return verbBefore(search, at);
}

/** Tokens in which a sentence is looked through from its beginning, for each of its verbs; what is longer is a list or no sentence. */
const LONGEST_SENTENCE = 200;

/** The first finite verb of the sentence itself: behind a fronted phrase, in no relative clause, and no participle that hangs on a noun. */
function ownVerbBefore(search: Search, at: number): number | null {
  const { tokens } = search.page;
  if (at - search.sentence.first > LONGEST_SENTENCE) return verbBefore(search, at);
  for (let i = behindFronted(search, lastClauseBefore(search, at), at) + 1; i < at; i++) {
    if (!isFiniteAt(search, i) || /^(?:who|which|that)$/.test(wordAt(tokens, startOfGroup(search, i) - 1))) continue;
    const isReduced = wordAt(tokens, i).endsWith('ed') && tokens[i - 1]?.pos === 'NOUN' && tokens[i + 1]?.pos === 'ADP';
    if (!isReduced) return i;
  }
  return verbBefore(search, at);
}

/** The comma that ends "In the part shown on Sunday," or "As Hollis left,"; the clause's first token where nothing is fronted. */
function behindFronted({ page }: Search, first: number, end: number): number {
  if (!/^(?:ADP|SCONJ)$/.test(page.tokens[first]?.pos ?? '')) return first;
  for (let i = first; i < end; i++) if (page.regionOf[i] === 0 && wordAt(page.tokens, i) === ',') return i;
  return first;
}

/** Where the last main clause with a subject of its own begins: behind ", but" in "The price rose, but the board gave no reason, adding that". */
function lastClauseBefore(search: Search, at: number): number {
  const { tokens, regionOf } = search.page;
  const { first } = search.sentence;
  for (let i = at - 1; i > first; i--) {
    if (regionOf[i] !== 0 || !/^(?:but|and|yet)$/.test(wordAt(tokens, i)) || wordAt(tokens, i - 1) !== ',') continue;
    let verb = i + 1;
    while (verb < at && !isFiniteAt(search, verb)) verb++;
    const isOwn =
      /^(?:DET|PROPN|PRON|NOUN|ADJ)$/.test(tokens[i + 1]?.pos ?? '') &&
      /^(?:NOUN|PROPN|PRON)$/.test(tokens[startOfGroup(search, verb) - 1]?.pos ?? '');
    if (verb < at && isOwn) return i;
  }
  return first;
}

function startOfGroup({ page: { tokens }, sentence }: Search, verb: number): number {
  let start = verb;
  while (
    start > sentence.first &&
    /^(?:AUX|ADV|PART)$/.test(tokens[start - 1]?.pos ?? '') &&
    !/^(?:['’]s?|to)$/.test(wordAt(tokens, start - 1))
  )
    start--;
  return start;
}

/** "Noting that the talks had failed, the envoy left": who acts stands after the comma. */
function subjectAfterComma({ page, sentence }: Search, from: number): Source | null {
  for (let i = from; i < sentence.end && i < from + 60; i++) {
    if (page.regionOf[i] !== 0 || wordAt(page.tokens, i) !== ',') continue;
    const source = sourceAfter(page.reading, i + 1, sentence.end);
    if (source && /^(?:VERB|AUX)$/.test(page.tokens[source.end]?.pos ?? '')) return source;
  }
  return null;
}
