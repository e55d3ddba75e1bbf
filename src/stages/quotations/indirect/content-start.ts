/** Where the content of a cue verb begins, and in which construction. */
import type { Cue } from '../cues.ts';
import { wordAt } from '../phrases.ts';
import { nounPhraseEnd, skipAdjuncts, timeNounEnd } from './adjuncts.ts';
import type { Search } from './search.ts';
import { isMark, type Page } from './sentences.ts';

/** A construction that was recognized after a cue: token index of the content's first word. */
export interface Frame {
  readonly rule: string;
  readonly start: number;
}

const QUESTION_WORDS = new Set(['whether', 'if', 'how', 'what', 'why', 'who', 'whom', 'where', 'when', 'which', 'whose']);
const CONDITIONS = new Set(['if']);

/** The first of the constructions `takes` that the words after the cue show. */
export function frameOf(search: Search, cue: Cue, takes: ReadonlySet<string>): Frame | null {
  const { page, sentence } = search;
  const places: number[] = [cue.end];
  const recipient = takes.has('recipient') ? recipientEnd(page, cue.end, sentence.end) : null;
  if (recipient !== null) places.unshift(recipient);
  const described = recipient === null ? null : descriptionEnd(page, recipient, sentence.end);
  if (described !== null) places.unshift(described);
  const aside = takes.has('clause') ? asideEnd(page, cue.end, sentence.end) : null;
  if (aside !== null && isClauseAt(page, aside, { limit: sentence.end, isStrict: false })) return { rule: 'clause', start: cue.end + 1 };
  for (const place of places) {
    const moved = skipAdjuncts(page, place, { limit: sentence.end, isPastCommas: true });
    if (takes.has('that') && moved > place && moved < sentence.end && isThatClause(page, moved))
      return { rule: 'that', start: clauseStart(page, moved) };
    const found = frameAt(search, { cue, takes, at: place });
    if (found) return found;
    const later = moved > place ? frameAt(search, { cue, takes, at: moved }) : null;
    if (later && later.rule !== 'noun') return later;
  }
  return null;
}

/** "urged Norland, which left in May, | not to": behind a relative clause of those who are told something. */
function descriptionEnd({ tokens, regionOf }: Page, at: number, limit: number): number | null {
  if (wordAt(tokens, at) !== ',' || !/^(?:who|which|whose)$/.test(wordAt(tokens, at + 1))) return null;
  for (let i = at + 2; i < Math.min(limit, at + LONGEST_RELATIVE); i++) {
    if (regionOf[i] === 0 && wordAt(tokens, i) === ',') return /^(?:to|not|that)$/.test(wordAt(tokens, i + 1)) ? i + 1 : null;
  }
  return null;
}

/** Tokens of "if elected" between two commas. */
const LONGEST_CONDITION = 8;

/** "She said, if elected, | she would": a condition between commas right behind the cue belongs to the content. */
function asideEnd({ tokens, regionOf }: Page, at: number, limit: number): number | null {
  if (wordAt(tokens, at) !== ',' || !/^(?:if|once|unless|when)$/.test(wordAt(tokens, at + 1))) return null;
  for (let i = at + 2; i < Math.min(limit, at + LONGEST_CONDITION); i++) if (regionOf[i] === 0 && wordAt(tokens, i) === ',') return i + 1;
  return null;
}

interface Place {
  readonly cue: Cue;
  readonly takes: ReadonlySet<string>;
  readonly at: number;
}

function frameAt({ page, sentence }: Search, { cue, takes, at }: Place): Frame | null {
  const token = page.tokens[at];
  if (!token || at >= sentence.end) return null;
  const word = token.lower;
  const isAsking = cue.entry.class === 'ask';
  if (takes.has('that') && isThatClause(page, at)) return { rule: 'that', start: clauseStart(page, at) };
  if (takes.has('gerund') && word === 'to' && isGerundAt(page, at + 1)) return { rule: 'gerund', start: at + 1 };
  if (takes.has('against') && word === 'against' && isGerundAt(page, at + 1)) return { rule: 'gerund', start: at + 1 };
  if (takes.has('infinitive') && isInfinitiveAt(page, at)) return { rule: 'infinitive', start: at };
  if (takes.has('clause') && at === cue.end && token.pos === 'AUX' && cue.entry.class === 'say') return { rule: 'gap', start: at };
  if (takes.has('clause') && CONDITIONS.has(word) && !isAsking) return { rule: 'clause', start: at };
  if (QUESTION_WORDS.has(word)) return takes.has('wh') ? { rule: 'wh', start: at } : null;
  if (takes.has('clause') && isClauseAt(page, at, { limit: sentence.end, isStrict: cue.entry.lemma !== 'say' }))
    return { rule: 'clause', start: at };
  if (takes.has('clause') && at === cue.end && isHeadlineClause({ page, sentence }, cue, at)) return { rule: 'clause', start: at };
  if (takes.has('noun') && at === cue.end && isGerundAt(page, at)) return { rule: 'noun', start: at };
  if (takes.has('gerund') && timeNounEnd(page, at) > at) return null;
  return (takes.has('noun') || takes.has('as')) && isPhraseStart(page, at, sentence.end) ? { rule: 'noun', start: at } : null;
}

/** Tokens of the shortest clause that a headline cuts: "Mayor says | bridge ready". */
const SHORTEST_CUT = 3;

/** "Mayor Says Talks Ready For Signing", "Guests say toll tough": a headline leaves out "is" and "are", and nobody says a thing. */
function isHeadlineClause({ page, sentence }: Pick<Search, 'page' | 'sentence'>, { entry, form }: Cue, at: number): boolean {
  const { tokens } = page;
  if (entry.lemma !== 'say' || (form !== 'present' && form !== 'base') || sentence.end - at < SHORTEST_CUT) return false;
  if (/^[.?!…,;:]/.test(wordAt(tokens, sentence.end)) || !/^(?:PROPN|NOUN|ADJ|DET|NUM)$/.test(tokens[at]?.pos ?? '')) return false;
  for (let i = at; i < sentence.end; i++) if (/^[,;:]$/.test(wordAt(tokens, i)) || page.regionOf[i] !== 0) return false;
  return !/^(?:so|yes|no|the same)$/.test(wordAt(tokens, at));
}

/** "said that was wrong": before a helping verb "that" is the subject of its clause, elsewhere it only leads in. */
function clauseStart({ tokens }: Page, that: number): number {
  return tokens[that + 1]?.pos === 'AUX' ? that : that + 1;
}

/** Is this "that" a conjunction: no relative pronoun ("the drama that has"), no object ("does not mention that on the trail")? */
function isThatClause({ tokens }: Page, at: number): boolean {
  if (wordAt(tokens, at) !== 'that') return false;
  const next = tokens[at + 1];
  const before = tokens[at - 1];
  if (!next || /^(?:[,;:.?!]|and|or|but)$/.test(next.text)) return next?.text === ',' && tokens[at + 2] !== undefined;
  // "argue that relying on it": a participle may open the clause.
  const isVerb = next.pos === 'AUX' || (next.pos === 'VERB' && !next.text.endsWith('ing'));
  // "transition plan that would": the reading takes a noun behind a noun for a verb at times.
  const isNoun = before?.pos === 'NOUN' || (before?.pos === 'VERB' && /^(?:NOUN|ADJ|DET)$/.test(tokens[at - 2]?.pos ?? ''));
  return !(isVerb && isNoun);
}

function isInfinitiveAt({ tokens, regionOf }: Page, at: number): boolean {
  const word = tokens[at]?.lower;
  if (word === 'not') return tokens[at + 1]?.lower === 'to';
  if (word !== 'to') return false;
  // "promised to “rebuild” the harbour"
  let verb = at + 1;
  while (verb < at + 3 && isMark(wordAt(tokens, verb)) && regionOf[verb] === 0) verb++;
  const next = tokens[verb];
  return next?.pos === 'VERB' || next?.pos === 'AUX' || next?.pos === 'ADV' || (tokens[at]?.text === 'To' && next?.pos === 'PROPN');
}

/** Words after which a verb belongs to a clause inside of the noun phrase. */
const BARRIERS = new Set(['who', 'which', 'that', 'how', 'what', 'when', 'where', 'why', 'after', 'before', 'as', 'because', 'to']);
const CLAUSE_OPENERS = new Set(['NOUN', 'PROPN', 'PRON', 'DET', 'ADJ', 'NUM', 'SCONJ', 'ADV', 'VERB', 'PART']);
/** Prepositions that may open a clause of content; after others the reporter tells where or to whom it was said. */
const CLAUSE_PREPOSITIONS = new Set(['despite', 'under', 'without', 'unlike', 'given', 'since', 'instead', 'because', 'like']);
/** Conjunctions that tell when or how it was said. */
const CIRCUMSTANCES = new Set(['as', 'after', 'before', 'when', 'while', 'until', 'during']);

/** Does a clause with a verb of its own begin here? Where a noun phrase could stand as well, nothing may come between subject and verb. */
function isClauseAt(page: Page, at: number, { limit, isStrict }: { limit: number; isStrict: boolean }): boolean {
  const opener = page.tokens[at];
  const word = opener?.lower ?? '';
  // "said this week | on television", but "said this week was hard".
  const past = timeNounEnd(page, at);
  if (past > at && !/^(?:AUX|VERB|PART)$/.test(page.tokens[past]?.pos ?? '')) return false;
  if (!opener || CIRCUMSTANCES.has(word) || (word === 'so' && !/^(?:PRON|DET|NOUN|PROPN)$/.test(page.tokens[at + 1]?.pos ?? '')))
    return false;
  // "down-ballot races": the first half of a compound is of any kind.
  const isCompound = page.tokens[at + 1]?.text === '-' && page.tokens[at + 1]?.start === opener.end;
  if (!CLAUSE_OPENERS.has(opener.pos) && !CLAUSE_PREPOSITIONS.has(word) && !isMark(word) && !isCompound && !isQuantityAt(page, at))
    return false;
  for (let i = at + 1; i < limit && i < at + 30; i++) {
    const token = page.tokens[i];
    // "told him: we leave at dawn": the colon leads in something else.
    if (token?.text === ':' && page.regionOf[i] === 0) return false;
    if (
      token?.pos === 'AUX' ||
      isPastVerb(page, i) ||
      (token?.pos === 'VERB' && !token.text.endsWith('ing') && wordAt(page.tokens, i - 1) !== 'to')
    ) {
      if (!isStrict || !isReduced(page, i)) return true;
    }
    if (isStrict && token?.text === ',') return isBeforeVerb(page, i, limit);
    if (isStrict && (token?.pos === 'SCONJ' || BARRIERS.has(token?.lower ?? ''))) return false;
  }
  return false;
}

/** Tokens of a clause between a subject and its verb. */
const LONGEST_RELATIVE = 40;

/** "the party, which has led for years, | is": behind a relative clause between commas the subject has its verb. */
function isBeforeVerb({ tokens, regionOf }: Page, comma: number, limit: number): boolean {
  if (!/^(?:who|which|whose)$/.test(wordAt(tokens, comma + 1))) return false;
  for (let i = comma + 2; i < Math.min(limit, comma + LONGEST_RELATIVE); i++) {
    if (regionOf[i] !== 0 || wordAt(tokens, i) !== ',') continue;
    const next = tokens[i + 1];
    return next?.pos === 'AUX' || (next?.pos === 'VERB' && !next.text.endsWith('ing'));
  }
  return false;
}

/** "reported | at least six | ships had left", "said up to 40 people died": an estimate before a number. */
function isQuantityAt({ tokens }: Page, at: number): boolean {
  const second = /^(?:at (?:least|most)|(?:more|less|fewer) than|up to)$/.test(`${wordAt(tokens, at)} ${wordAt(tokens, at + 1)}`);
  if (tokens[at]?.pos === 'SYM') return tokens[at + 1]?.pos === 'NUM';
  const isRounded = /^(?:about|around|over|some|nearly|almost)$/.test(wordAt(tokens, at));
  return (second || isRounded) && tokens[at + (second ? 2 : 1)]?.pos === 'NUM';
}

/** "the family | deserved | better": a past form behind a noun that the reading takes for a noun. */
function isPastVerb({ tokens }: Page, at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  return token?.pos === 'NOUN' && /\p{L}{3}(?<!e)ed$/u.test(token.text) && /^(?:NOUN|PROPN|PRON)$/.test(before?.pos ?? '');
}

/** "penalties under a law invoked after the attack": a participle without its relative pronoun. */
function isReduced({ tokens }: Page, at: number): boolean {
  return tokens[at]?.pos === 'VERB' && wordAt(tokens, at).endsWith('ed') && tokens[at - 1]?.pos === 'NOUN' && tokens[at + 1]?.pos === 'ADP';
}

/** "denied selling arms", "called for quickly closing the bridge": a participle right behind the cue, with something of its own. */
function isGerundAt({ tokens }: Page, from: number): boolean {
  const at = tokens[from]?.pos === 'ADV' ? from + 1 : from;
  const next = tokens[at + 1];
  return tokens[at]?.pos === 'VERB' && wordAt(tokens, at).endsWith('ing') && next !== undefined && next.pos !== 'PUNCT';
}

function isPhraseStart(page: Page, at: number, limit: number): boolean {
  const token = page.tokens[at];
  if (isMark(token?.text ?? '')) return true;
  if (token?.pos === 'ADV' && page.tokens[at + 1]?.pos === 'ADJ') return true;
  if (isDescribing(page, token?.pos === 'ADV' ? at + 1 : at)) return true;
  return token?.pos !== 'ADP' && nounPhraseEnd(page, at, limit) > at;
}

/** "called for increased harbour dues", "proposed jointly owned ferries": a participle that describes the noun behind it. */
function isDescribing({ tokens }: Page, at: number): boolean {
  const isParticiple = tokens[at]?.pos === 'VERB' && /(?:ed|wn)$/.test(wordAt(tokens, at));
  return isParticiple && /^(?:NOUN|ADJ)$/.test(tokens[at + 1]?.pos ?? '');
}

function recipientEnd(page: Page, at: number, limit: number): number | null {
  const end = nounPhraseEnd(page, at, limit);
  return end > at ? end : null;
}
