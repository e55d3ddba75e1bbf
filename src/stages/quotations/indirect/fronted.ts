/** Content before its cue: `C, S said.`, `C, said S.`, `C1, S said, C2.` */
import type { Cue } from '../cues.ts';
import { isOccasionNoun } from '../occasions.ts';
import { isNominal, wordAt } from '../phrases.ts';
import { sourceAfter } from '../sources.ts';
import { quotedTitleEnd, skipAdjuncts } from './adjuncts.ts';
import { isWholeQuotation, quotedBefore } from './closing.ts';
import { contentEnd } from './content-end.ts';
import { hasHiddenVerb, hasVerb, isOnlyParticiple, isOnlySubordinate, piecesAround } from './fronted-pieces.ts';
import type { Finding, Search, Stretch } from './search.ts';
import { isMark, openBracket } from './sentences.ts';
import type { Saying } from './verb.ts';

/** `C, S said` and `C1, S said, C2`: the attribution stands between commas, or between a comma and the end. */
export function findFronted(search: Search, { cue, group, subject }: Saying): Finding | null {
  if (group.form !== 'finite' || !isAsserting(cue)) return null;
  if (!subject || subject.end > group.start) return null;
  const comma = openingComma(search, subject.first);
  if (comma === null) return null;
  return around(search, { comma, cue, afterwards: cue.end, source: subject.span, rule: 'content-subject-verb' });
}

/** `C, said S`. */
export function findInverted(search: Search, { cue, group }: Saying): Finding | null {
  if (group.form !== 'finite' || group.start !== cue.first || !cue.entry.takes.has('clause')) return null;
  const comma = openingComma(search, cue.first);
  if (comma === null) return null;
  const source = sourceAfter(search.page.reading, cue.end, search.sentence.end);
  if (!source || (cue.form === 'base' && isSingular(search, source.end - 1))) return null;
  if (isOnlyDescribed(search, comma)) return null;
  const found = around(search, { comma, cue, afterwards: source.end, source: source.span, rule: 'content-verb-subject' });
  // "C, said S, a judge from Ohio": what follows is an apposition, not content.
  return found && { ...found, content: isPredicate(search, found.content) ? found.content : found.content.slice(0, 1) };
}

/** "The two countries, S said, | now have |": behind the comma the verb of the subject before the attribution, with or without an adverb. */
function isPredicateBehind({ page: { tokens }, sentence }: Search, comma: number): boolean {
  if (wordAt(tokens, comma) !== ',') return false;
  let at = comma + 1;
  while (at < sentence.end && at - comma < 3 && tokens[at]?.pos === 'ADV') at++;
  return at < sentence.end && /^(?:AUX|VERB)$/.test(tokens[at]?.pos ?? '') && !wordAt(tokens, at).endsWith('ing');
}

/** "The contrast, said S, | would be clear |": the verb of a subject that stands before the attribution. */
function isPredicate(search: Search, [before, after]: readonly Stretch[]): boolean {
  return before !== undefined && after !== undefined && !hasVerb(search, before) && search.page.tokens[after[0]]?.pos === 'AUX';
}

/** "Mary Hollis, a judge who has refused to leave, | said the board": before the verb stands its subject, whose only verbs belong to a relative clause. */
function isOnlyDescribed({ page: { tokens }, sentence }: Search, comma: number): boolean {
  let isRelative = false;
  let hasOne = false;
  for (let i = sentence.first; i < comma; i++) {
    const word = wordAt(tokens, i);
    if (/^(?:who|which|whose|whom)$/.test(word)) [isRelative, hasOne] = [true, true];
    else if (word === ',') isRelative = false;
    else if (!isRelative && /^(?:AUX|VERB)$/.test(tokens[i]?.pos ?? '') && !word.endsWith('ing')) return false;
  }
  return hasOne;
}

/** "say the neighbours" agrees, "maintain the unity" is a command: its noun is an object. */
function isSingular({ page: { tokens } }: Search, at: number): boolean {
  const token = tokens[at];
  return token?.pos === 'NOUN' && token.lemma === token.lower && !token.text.endsWith('s') && !COLLECTIVES.has(token.lemma);
}

const COLLECTIVES = new Set('police people press media family staff public many few some'.split(' '));

/** What begins with these words leads up to a statement and is none. */
const CIRCUMSTANCES = new Set(['according', 'asked']);

interface Attribution {
  readonly comma: number;
  readonly cue: Cue;
  /** Token index after the attribution's own words. */
  readonly afterwards: number;
  readonly source: Finding['source'];
  readonly rule: string;
}

function around(search: Search, { comma, cue, afterwards, source, rule }: Attribution): Finding | null {
  const { page, sentence } = search;
  const { tokens } = page;
  const recipient = cue.entry.takes.has('recipient') && afterwards === cue.end ? sourceAfter(page.reading, afterwards, sentence.end) : null;
  const start = contentStart(search, comma);
  const told = recipient?.end ?? afterwards;
  const before: Stretch = [start, comma];
  const isParticiple = isOnlyParticiple(search, before);
  const isCutSubject = (isParticiple || !hasVerb(search, before)) && isPredicateBehind(search, told);
  const rest = isCutSubject ? told : skipAdjuncts(page, told, { limit: sentence.end, isPastCommas: false });
  const next = wordAt(tokens, rest);
  const isLast =
    rest >= sentence.end ||
    (isWhileAt(search, cue.end, rest) && hasVerb(search, before)) ||
    /^(?:;|—|–|[()])$/.test(next) ||
    isMark(next) ||
    ((rest > cue.end || afterwards > cue.end) && (isRelativeAt(search, rest) || isPurposeAt(search, rest, cue))) ||
    isCircumstanceAt(search, rest) ||
    isTitleAt(search, rest, cue) ||
    (afterwards > cue.end && /^(?:when|after|before|while|as|during)$/.test(wordAt(tokens, afterwards)));
  const isBetween = next === ',' && !isLast;
  if (!isLast && !isBetween) return null;
  if (isBetween && isMark(wordAt(tokens, rest + 1)) && !continuesSentence(search, rest + 1)) return null;
  if (comma <= start || CIRCUMSTANCES.has(wordAt(tokens, start)) || (isParticiple && !isCutSubject)) return null;
  const purpose = wordAt(tokens, cue.end) === ',' ? forWhomAt(search, cue.end + 1) : null;
  if (purpose !== null && hasVerb(search, before)) return { content: [before, purpose], cue: [cue.first, cue.end], source, rule };
  const content = isBetween ? piecesAround(search, before, rest + 1) : [before];
  if (!isBetween && ((!hasVerb(search, before) && !hasHiddenVerb(search, before)) || isOnlySubordinate(search, before))) return null;
  if (content.length === 0) return null;
  return { content, cue: [cue.first, cue.end], source, rule };
}

/** Verbs whose participle stands behind a noun more often than behind a content: "chemicals found in refrigerators". */
const FOUND = new Set(['find', 'hold']);

function isAsserting({ entry }: Cue): boolean {
  if (FOUND.has(entry.lemma)) return false;
  return entry.takes.has('clause') || (entry.class !== 'judge' && entry.takes.has('that') && entry.takes.has('quotation'));
}

/** "The harbour, she said, “is a jewel”": the quoted words go on with the sentence that stands before the attribution. */
function continuesSentence({ page }: Search, at: number): boolean {
  let first = at;
  while (page.regionOf[first] === 0 && isMark(wordAt(page.tokens, first))) first++;
  return page.regionOf[first] !== 0 && /^[a-z]/.test(page.tokens[first]?.text ?? '');
}

/** "a spokesman said | after the board had met |": a clause that tells when. */
function isWhileAt({ page: { tokens } }: Search, at: number, rest: number): boolean {
  if (!/^(?:when|after|before|while|as)$/.test(wordAt(tokens, at)) || !isNominal(tokens[at + 1])) return false;
  return rest === at || /^(?:VERB|AUX)$/.test(tokens[rest]?.pos ?? '');
}

/** "The time has come, she said, | for the board to act |": for whom, and to do what. */
function forWhomAt(search: Search, at: number): Stretch | null {
  const { page, sentence } = search;
  const who = wordAt(page.tokens, at) === 'for' ? sourceAfter(page.reading, at + 1, sentence.end) : null;
  if (!who || wordAt(page.tokens, who.end) !== 'to' || page.tokens[who.end + 1]?.pos !== 'VERB') return null;
  return [at, contentEnd(search, at, { isClause: true, isSubordinate: false, form: 'past' })];
}

/** "said during her speech | to be a delegate |", where the verb takes no infinitive of its own. */
function isPurposeAt({ page: { tokens } }: Search, at: number, { entry }: Cue): boolean {
  const isFree = entry.lemma === 'say' || (entry.class === 'say' && !entry.takes.has('infinitive') && !entry.takes.has('recipient'));
  return isFree && wordAt(tokens, at) === 'to' && /^(?:VERB|AUX)$/.test(tokens[at + 1]?.pos ?? '');
}

/** "she said | in posing the question |", "he said |, on condition of anonymity |": how and when it was said. */
function isCircumstanceAt({ page: { tokens } }: Search, at: number): boolean {
  const isDoing = /^(?:in|while|when|after|before)$/.test(wordAt(tokens, at)) && /ing$/.test(wordAt(tokens, at + 1));
  return isDoing || (wordAt(tokens, at) === ',' && wordAt(tokens, at + 1) === 'on' && wordAt(tokens, at + 2) === 'condition');
}

/** "he said in his book |, “A Norland Son”": a title behind an occasion and a comma. */
function isTitleAt({ page, sentence }: Search, at: number, cue: Cue): boolean {
  const { tokens } = page;
  if (at <= cue.end || wordAt(tokens, at) !== ',' || !isOccasionNoun(wordAt(tokens, at - 1))) return false;
  return quotedTitleEnd(page, at + 1, sentence.end) !== null;
}

/** "told a weekly in an interview that aired on Sunday" */
function isRelativeAt({ page: { tokens } }: Search, at: number): boolean {
  const word = wordAt(tokens, at);
  if (word === 'that') return tokens[at + 1]?.pos === 'VERB' || tokens[at + 1]?.pos === 'AUX';
  return word === 'who' || word === 'which' || word === 'where';
}

/** Where the content before an attribution ends: at its comma, or at the mark that closes a fragment after a comma. */
function openingComma(search: Search, first: number): number | null {
  const { page, sentence } = search;
  const at = first - 1;
  if (at <= sentence.first || page.regionOf[at] !== 0) return null;
  if (wordAt(page.tokens, at) === ',') return at;
  // "C, as S said"
  if (wordAt(page.tokens, at) === 'as' && wordAt(page.tokens, at - 1) === ',' && page.regionOf[at - 1] === 0) return at - 1;
  const last = quotedBefore(page, first);
  return last !== null && last > sentence.first && !isWholeQuotation(search, last) ? last + 1 : null;
}

/** The content begins with its sentence, or after the mark that closes a quotation or a semicolon. */
function contentStart({ page, sentence }: Search, comma: number): number {
  if (/^(?:which|who)$/.test(wordAt(page.tokens, comma - 1))) return comma - 1;
  for (let i = comma - 1; i > sentence.first; i--) if (page.regionOf[i] === 0 && wordAt(page.tokens, i) === ';') return i + 1;
  return openBracket(page, sentence.first, comma) ?? sentence.first;
}
