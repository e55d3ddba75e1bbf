/** Signs after which a content may end: verbs that share the subject, attributions, asides, occasions. */
import type { Token } from '../../../core/model/reading.ts';
import { type Cue, cueAt } from '../cues.ts';
import { isOccasionNoun, OCCASION_PREPOSITIONS } from '../occasions.ts';
import { DAYS, wordAt } from '../phrases.ts';
import type { Lead } from './cue-context.ts';
import type { Search } from './search.ts';

export const NOMINAL: ReadonlySet<string> = new Set(['PROPN', 'NOUN', 'DET', 'PRON', 'NUM', 'ADJ']);
const LONGEST_ASIDE = 40;
const PARTNERS = /^(?:AUX|PART)$/;
const SUBCLAUSES = new Set(['who', 'which', 'that', 'when', 'how', 'what', 'why', 'where', 'whether', 'for', 'of']);

/** An apposition or relative clause that a comma closes before the verb of the content: "the treaty, which she signed, was dead". */
export function isMedial({ page, sentence }: Search, from: number): boolean {
  for (let i = from + 1; i < sentence.end && i < from + LONGEST_ASIDE; i++) {
    if (page.regionOf[i] !== 0 || wordAt(page.tokens, i) !== ',') continue;
    const next = page.tokens[i + 1]?.pos;
    if (next === 'AUX' || next === 'VERB') return !page.tokens[i + 1]?.text.endsWith('ing');
  }
  return false;
}

/** A finite verb: after a phrase ("declined to comment", "rejected the plan") it goes on with the sentence, not with the content. */
export function isPredicateAt({ page, sentence }: Search, from: number): boolean {
  let at = from;
  while (page.tokens[at]?.pos === 'ADV' && at < from + 3) at++;
  const token = page.tokens[at];
  if (!token || at >= sentence.end || page.regionOf[at] !== 0) return false;
  return token.pos === 'AUX' ? !/^(?:be|been)$/i.test(token.text) : token.pos === 'VERB' && token.text.endsWith('ed');
}

/** "praised the accord and took the stage": any verb but a participle, where no verb of the content's own could be its partner. */
export function isSecondVerbAt({ page, sentence }: Search, from: number, start: number): boolean {
  const { tokens } = page;
  let at = from;
  while (tokens[at]?.pos === 'ADV' && at < from + 3) at++;
  if (at >= sentence.end || tokens[at]?.pos !== 'VERB' || page.regionOf[at] !== 0 || wordAt(tokens, at).endsWith('ing')) return false;
  for (let i = start; i < from - 1; i++) if (PARTNERS.test(tokens[i]?.pos ?? '') || SUBCLAUSES.has(wordAt(tokens, i))) return false;
  return true;
}

/** "..., and his campaign is": after a phrase a new clause belongs to the reporter. */
export function isNewClauseAt(search: Search, at: number): boolean {
  const { page } = search;
  if (!NOMINAL.has(page.tokens[at]?.pos ?? '') || wordAt(page.tokens, at) === 'that') return false;
  for (let i = at + 1; i < search.sentence.end && i < at + 12; i++) {
    const token = page.tokens[i];
    if (page.regionOf[i] !== 0 || token?.text === ',' || SUBCLAUSES.has(wordAt(page.tokens, i)) || wordAt(page.tokens, i) === 'to')
      return false;
    if (token?.pos === 'AUX' || (token?.pos === 'VERB' && !token.text.endsWith('ing'))) return true;
  }
  return false;
}

/** After the occasion the sentence must end or tell more of it; "blasted him on Monday over his vote" goes on with the content. */
function closesPhrase(next: Token | undefined, isLast: boolean): boolean {
  if (isLast || !next) return true;
  return (
    next.pos === 'CCONJ' ||
    (next.pos === 'PUNCT' && next.text !== '-') ||
    /^(?:with|in|at|on|from|to|during|before|after|when|while|last|this)$/.test(next.text)
  );
}

/** "in an interview", "on Twitter", "on Monday", "in 2011": when and where it was said, not what. */
export function isOccasionAt({ page, sentence }: Search, at: number): boolean {
  const { tokens } = page;
  if (!OCCASION_PREPOSITIONS.has(wordAt(tokens, at))) return false;
  for (let i = at + 1; i < sentence.end && i < at + 6; i++) {
    const token = tokens[i];
    if (!token || page.regionOf[i] !== 0 || !/^(?:DET|ADJ|NUM|PROPN|NOUN|PRON|PART)$/.test(token.pos)) return false;
    const isHead =
      isOccasionNoun(token.lemma) || (DAYS.has(token.lemma) && i - at <= 2) || (i === at + 1 && /^(?:19|20)\d\d$/.test(token.text));
    if (isHead && closesPhrase(page.tokens[i + 1], i + 1 >= sentence.end)) return true;
  }
  return false;
}

/** "rejected the plan and walking out": does a participle stand here, where the content has none of its own? */
export function isParticipleAt({ page, sentence }: Search, at: number, start: number): boolean {
  const { tokens } = page;
  if (at >= sentence.end || tokens[at]?.pos !== 'VERB' || !wordAt(tokens, at).endsWith('ing') || page.regionOf[at] !== 0) return false;
  for (let i = start; i < at; i++) if (tokens[i]?.pos === 'VERB' && wordAt(tokens, i).endsWith('ing')) return false;
  return true;
}

/** Which forms a second verb of saying may have that shares the subject of the first: "said ... and called ...". */
const FOLLOWING: Readonly<Record<Cue['form'], readonly Cue['form'][]>> = {
  past: ['past'],
  present: ['present', 'base', 'past'],
  base: ['base', 'present', 'past'],
  participle: ['participle', 'past'],
  phrase: [],
  noun: ['past'],
};

/** A second verb of saying that shares the subject. */
export function isNextCue(search: Search, from: number, lead: Lead): boolean {
  let at = from;
  while (search.page.tokens[at]?.pos === 'ADV' && at < from + 3) at++;
  return isCueVerbAt(search, at, FOLLOWING[lead.form]);
}

/** A noun phrase and a cue verb: somebody else, or the same again, begins to speak. */
export function isAttributionAt({ page, sentence, vocabulary }: Search, at: number): boolean {
  const { tokens } = page;
  if (!NOMINAL.has(tokens[at]?.pos ?? '') && tokens[at]?.pos !== 'ADV') return false;
  if (wordAt(tokens, at) === 'that') return false;
  for (let i = at + 1; i < sentence.end && i < at + 10; i++) {
    const pos = tokens[i]?.pos;
    if (page.regionOf[i] !== 0 || /^[,;:]$/.test(wordAt(tokens, i)) || pos === 'SCONJ') return false;
    if (pos !== 'VERB') continue;
    const cue = cueAt(page.reading, i, vocabulary);
    return cue !== null && isReporting(cue) && cue.form !== 'participle' && cue.entry.takes.has('that') && wordAt(tokens, i - 1) !== 'to';
  }
  return false;
}

/** Does a verb of saying in one of these forms stand here? */
export function isCueVerbAt({ page, sentence, vocabulary }: Search, at: number, forms: readonly Cue['form'][]): boolean {
  if (at >= sentence.end || page.tokens[at]?.pos !== 'VERB' || page.regionOf[at] !== 0) return false;
  const cue = cueAt(page.reading, at, vocabulary);
  return cue !== null && forms.includes(cue.form) && isReporting(cue);
}

function isReporting({ entry }: Cue): boolean {
  return entry.class !== 'mind' && entry.class !== 'show';
}

/** Does a list go on here: "schools, roads and bridges"? */
export function isListed({ page, sentence }: Search, at: number): boolean {
  for (let i = at; i < sentence.end && i < at + 12; i++) {
    const token = page.tokens[i];
    if (token?.pos === 'AUX' || token?.pos === 'VERB') return false;
    if (token?.pos === 'CCONJ') return true;
  }
  return false;
}

/** Does a finite verb follow soon? */
export function hasFiniteVerb({ page, sentence }: Search, from: number): boolean {
  for (let i = from; i < sentence.end && i < from + 20; i++) {
    const token = page.tokens[i];
    if (token?.pos === 'AUX' || (token?.pos === 'VERB' && !token.text.endsWith('ing') && wordAt(page.tokens, i - 1) !== 'to')) return true;
  }
  return false;
}

/** A dash between words, not inside of one. */
export function isDash({ page }: Search, at: number): boolean {
  const token = page.tokens[at];
  if (!token || !/^(?:—|―|–|--|-)$/.test(token.text)) return false;
  return token.text === '—' || token.text === '―' || token.text === '--' || (page.tokens[at - 1]?.end ?? 0) < token.start;
}

/** The closing dash or bracket, where one opens at `at` and the sentence goes on behind it; else `at`. */
export function skipAside(search: Search, at: number): number {
  const { tokens, regionOf } = search.page;
  if (regionOf[at] !== 0) return at;
  const isBracket = wordAt(tokens, at) === '(';
  if (!isBracket && !isDash(search, at)) return at;
  for (let i = at + 1; i < search.sentence.end && i < at + LONGEST_ASIDE; i++) {
    if (regionOf[i] === 0 && (isBracket ? wordAt(tokens, i) === ')' : isDash(search, i))) return i + 1;
  }
  return at;
}
