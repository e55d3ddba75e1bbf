/** The words of a cue around its verb: auxiliaries, adverbs, negation, and what form the verb has. */
import type { Cue } from '../cues.ts';
import { wordAt } from '../phrases.ts';
import type { Source } from '../sources.ts';
import type { Search } from './search.ts';
import { isMark } from './sentences.ts';

/** finite: has or shares a subject · participle: adding that · infinitive: to say that · passive: was told · attributive: the criticized plan. */
export type GroupForm = 'finite' | 'participle' | 'infinitive' | 'passive' | 'attributive';

/** A cue verb with its auxiliaries. Token indexes. */
export interface VerbGroup {
  readonly start: number;
  readonly end: number;
  readonly form: GroupForm;
}

/** A verb of saying in its sentence, with the words that govern it. */
export interface Saying {
  readonly cue: Cue;
  readonly group: VerbGroup;
  readonly subject: Source | null;
}

const BE = new Set(['be', 'am', 'is', 'are', 'was', 'were', 'been', 'being', "'s", "'re", "'m", '’s', '’re', '’m', 'get', 'got', 'gets']);
const ADVERBS = new Set(['also', 'not', "n't", 'n’t', 'never', 'then', 'even', 'just', 'only', 'still', 'long', 'once', 'later', 'again']);
/** What a participle may stand before as an adjective: "the criticized plan", "an estimated 500 ships". */
const MODIFIED = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM']);
const ATTRIBUTIVE_BEFORE = new Set(['DET', 'ADJ', 'ADP']);

/** Reads the verb group leftwards from its head. */
export function verbGroupOf(search: Search, cue: Cue): VerbGroup {
  const { page, sentence } = search;
  const { tokens, regionOf } = page;
  let start = cue.first;
  let nearest = '';
  while (start > sentence.first && regionOf[start - 1] === 0) {
    const token = tokens[start - 1];
    const word = wordAt(tokens, start - 1);
    const isAuxiliary = token?.pos === 'AUX';
    if (isAuxiliary) nearest ||= word;
    else if (word === ',') {
      const opening = openingOfAside(search, start - 1);
      if (opening === null) break;
      start = opening + 1;
    } else if (token?.pos !== 'ADV' && !ADVERBS.has(word)) break;
    start--;
  }
  const before = start > sentence.first ? tokens[start - 1] : undefined;
  const word = wordAt(tokens, cue.first);
  const around = { nearest, before: before?.lower ?? '', pos: before?.pos ?? '', next: tokens[cue.end]?.pos ?? '' };
  return { start, end: cue.end, form: formOf(cue, word, around) };
}

/** In tokens, with its commas. */
const LONGEST_ASIDE = 6;

/** "have |, in fact,| praised": the comma that opens a short aside right behind a helping verb, for the one that closes it; else null. */
function openingOfAside({ page: { tokens, regionOf }, sentence }: Search, close: number): number | null {
  for (let i = close - 2; i > sentence.first && close - i < LONGEST_ASIDE; i--) {
    if (regionOf[i] !== 0 || /^(?:VERB|AUX|PRON)$/.test(tokens[i]?.pos ?? '')) return null;
    if (wordAt(tokens, i) === ',') return tokens[i - 1]?.pos === 'AUX' ? i : null;
  }
  return null;
}

interface Surroundings {
  /** The auxiliary next to the verb, or ''. */
  readonly nearest: string;
  /** The word before the group, and its part of speech. */
  readonly before: string;
  readonly pos: string;
  /** Part of speech of the word after the cue. */
  readonly next: string;
}

function formOf(cue: Cue, word: string, { nearest, before, pos, next }: Surroundings): GroupForm {
  // "needs to be condemning" is one as well.
  if (before === 'to' && (nearest === '' || (nearest === 'be' && word.endsWith('ing')))) return 'infinitive';
  if (word.endsWith('ing')) return nearest === '' ? 'participle' : 'finite';
  // "He's said that" has "has", "he's said to be" has "is".
  const isHas = /^['’]s$/.test(nearest) && cue.entry.takes.has('clause') && !/^(?:PART|ADP)$/.test(next);
  if (cue.form === 'past' && BE.has(nearest) && !isHas) return 'passive';
  const isHeld = ATTRIBUTIVE_BEFORE.has(pos) || /^(?:['’]s?|this|that|these|those)$/.test(before);
  if (nearest === '' && cue.form === 'past' && isHeld && MODIFIED.has(next) && !isPronounLike(before)) return 'attributive';
  return 'finite';
}

/** Determiners that stand for a whole subject: "some said", "many argue". */
function isPronounLike(word: string): boolean {
  return /^(?:some|many|others?|several|both|few|most|all|another|neither|either|each|one)$/.test(word);
}

const VERB_LIKE = new Set(['NOUN', 'PROPN', 'ADJ']);
/** Forms in -s that are as often nouns. */
const PLURALS = new Set(
  'claims reports calls notes states charges plans demands promises comments attacks remarks questions answers posts tweets shares signals views estimates forecasts references requests details credits vows pledges rules orders faults doubts points messages'.split(
    ' ',
  ),
);
/** After these such a word is a plural, whatever the reading says: "have claims", "the reports". */
const NOUN_MAKERS = new Set(['AUX', 'VERB', 'DET', 'ADJ', 'NUM']);
const OBJECT_OPENERS = new Set(['DET', 'PROPN', 'PRON', 'NUM', 'SCONJ']);

/**
 * Is this cue word a verb here? The reading takes "reports", "claims", "vow" and "alleged" for nouns or adjectives too often,
 * so a helping verb before it, or a subject before and an object after it, overrule it.
 */
export function isVerbAt(search: Search, cue: Cue): boolean {
  const { page, sentence } = search;
  const { tokens, regionOf } = page;
  const token = tokens[cue.first];
  if (!token || isCompound(search, cue.first) || isOfName(search, cue.first) || isRunCounter(tokens, cue)) return false;
  if (PLURALS.has(wordAt(tokens, cue.first)) && isDefining(search, cue.end)) return false;
  if (token.pos === 'VERB') return !PLURALS.has(wordAt(tokens, cue.first)) || !NOUN_MAKERS.has(tokens[cue.first - 1]?.pos ?? '');
  if (!VERB_LIKE.has(token.pos) || cue.form === 'phrase' || cue.form === 'noun') return false;
  if (isHangingParticiple(search, cue)) return true;
  if (cue.first <= sentence.first) return false;
  if (isClosing(search, cue)) return true;
  const before = tokens[cue.first - 1];
  const next = tokens[cue.end];
  if (!before || !next || cue.end >= sentence.end || regionOf[cue.first - 1] !== 0) return false;
  if (before.pos === 'AUX' && (cue.form === 'participle' || cue.form === 'past'))
    return /^(?:have|has|had|been|be|is|are|was|were|['’]s|['’]ve|['’]re)$/i.test(before.text) && opensObject(next.text, next.pos);
  const isSubject = before.pos === 'PROPN' || before.pos === 'NOUN' || /^(?:he|she|it|they|who|we|also)$/i.test(before.text);
  return (
    isSubject &&
    (cue.form === 'present' || cue.form === 'past' || (cue.form === 'base' && before.text.endsWith('s'))) &&
    (opensObject(next.text, next.pos) || (token.pos === 'ADJ' && isToldTo(search, cue)))
  );
}

/** ", warning that the ice is thin", ", promising to leave": behind a comma, without an article, no noun and no adjective. */
function isHangingParticiple({ page: { tokens, regionOf }, sentence }: Search, { form, first, end }: Cue): boolean {
  if (form !== 'participle' || end + 1 >= sentence.end) return false;
  const isApart = first === sentence.first || (wordAt(tokens, first - 1) === ',' && regionOf[first - 1] === 0);
  return isApart && (wordAt(tokens, end) === 'that' || (wordAt(tokens, end) === 'to' && tokens[end + 1]?.pos === 'VERB'));
}

/** "The bridge was shut, the Harbour Tribune | reports |.": behind a comma and who says so, at the end of the sentence. */
function isClosing({ page: { tokens, regionOf }, sentence }: Search, { entry, form, first, end }: Cue): boolean {
  if (form !== 'present' || end < sentence.end || !entry.takes.has('clause') || !/^(?:PROPN|NOUN)$/.test(tokens[first - 1]?.pos ?? ''))
    return false;
  let at = first - 1;
  while (at > sentence.first && first - at < LONGEST_RECIPIENT && /^(?:PROPN|NOUN|ADJ|DET|PART|ADP)$/.test(tokens[at]?.pos ?? '')) at--;
  return (
    at > sentence.first &&
    wordAt(tokens, at) === ',' &&
    regionOf[at] === 0 &&
    (tokens[at + 1]?.pos === 'DET' || tokens[at + 1]?.pos === 'PROPN')
  );
}

/** "states | that will vote", "reports | that track spending": a relative pronoun whose verb follows at once. */
function isDefining({ page: { tokens }, sentence }: Search, at: number): boolean {
  const next = tokens[at + 1];
  return (
    at < sentence.end && wordAt(tokens, at) === 'that' && (next?.pos === 'AUX' || (next?.pos === 'VERB' && !next.text.endsWith('ing')))
  );
}

/** "Orlova informed regional director Ida Lund that": a past form between a name and those who are told something. */
function isToldTo({ page: { tokens }, sentence }: Search, { entry, form, first, end }: Cue): boolean {
  if (form !== 'past' || !entry.takes.has('recipient') || tokens[first - 1]?.pos !== 'PROPN') return false;
  let at = end;
  while (at < sentence.end && at - end < LONGEST_RECIPIENT && /^(?:ADJ|NOUN|PROPN)$/.test(tokens[at]?.pos ?? '')) at++;
  return at > end && wordAt(tokens, at) === 'that';
}

/** In tokens. */
const LONGEST_RECIPIENT = 8;

function opensObject(word: string, pos: string): boolean {
  return word.toLowerCase() === 'that' || word.toLowerCase() === 'to' || OBJECT_OPENERS.has(pos) || isMark(word);
}

/** "runs directly counter to" is an adverb, "added to the tensions" no report. */
function isRunCounter(tokens: Search['page']['tokens'], { entry, end }: Cue): boolean {
  return (entry.lemma === 'counter' || entry.lemma === 'add') && wordAt(tokens, end) === 'to';
}

/** "the Gulf States", "the Northern Claims Board": a capital behind a capital is a name's where the sentence writes other words small; a headline may not. */
function isOfName({ page: { tokens }, sentence }: Search, at: number): boolean {
  const isCapital = (i: number): boolean => /^\p{Lu}/u.test(tokens[i]?.text ?? '');
  if (at <= sentence.first || !isCapital(at) || !isCapital(at - 1)) return false;
  for (let i = sentence.first; i < sentence.end; i++) if (CONTENT.has(tokens[i]?.pos ?? '') && !isCapital(i)) return true;
  return false;
}

const CONTENT: ReadonlySet<string> = new Set(['NOUN', 'VERB', 'ADJ', 'ADV']);

/** "self-described", "so-called": the second half of a compound. */
function isCompound({ page: { tokens }, sentence }: Search, at: number): boolean {
  const before = tokens[at - 1];
  return at > sentence.first && before?.text === '-' && before.end === tokens[at]?.start;
}
