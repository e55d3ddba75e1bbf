/** Credits before a quotation: `S V, "Q"`, `S told NP: "Q"`, `According to S, "Q"`, `S called it "q"`, `S's claim that it was "q"`. */
import type { Token } from '../../../core/model/reading.ts';
import { type Cue, cueAt } from '../cues.ts';
import { floorAt, sentenceEndFrom } from '../paragraph-tokens.ts';
import { wordAt } from '../phrases.ts';
import { ownerBefore, type Source, sourceAfter } from '../sources.ts';
import { invertedSubject, subjectOf } from '../subjects.ts';
import { type Credit, creditOf, isPassive, isQuoting, isStrong, type Quote, REACH, verbAt } from './credit.ts';

/** Tokens between a noun cue and its quotation, and the same where "that" follows the noun. */
const FARTHEST_NOUN = 4;
const FARTHEST_CLAIM = 16;
/** Tokens between a comma before a quotation and a verb that takes nothing but one: "began, in a low voice,". */
const FARTHEST_BARE = 8;
const FRONTING = new Set('after before by in while when on without despite'.split(' '));
const OWNERS = new Set('his her their'.split(' '));

/** The nearest credit to the left in the sentence; verbs that report no clause count only where no other verb does. */
export function creditBefore(quote: Quote): Credit | null {
  const { outline, index } = quote;
  const floor = Math.max(floorAt(outline, index), index - REACH);
  let weak: Credit | null = null;
  for (let i = index - 1; i >= floor; i--) {
    const noun = nounCredit(quote, i, floor);
    if (noun !== null && !noun.isWeak) return noun;
    weak ??= noun;
    const cue = verbAt(quote, i);
    const found = cue && verbCredit(quote, cue, floor);
    if (!cue || !found) continue;
    if (!found.isWeak) return found;
    weak ??= found;
  }
  return weak;
}

function verbCredit(quote: Quote, cue: Cue, floor: number): Credit | null {
  const { outline, index } = quote;
  if (isPassive(outline, cue, floor)) return passiveCredit(quote, cue);
  const agent = agentBehind(quote, cue);
  if (agent) return creditOf(cue, agent, 'passive-quote');
  if (isBeforeLabel(quote, cue)) return null;
  const source = sourceOfLead(quote, cue, floor);
  if (cue.form === 'phrase') return source && creditOf(cue, source, 'according-to-quote');
  const mark = wordAt(outline.reading.tokens, index - 1);
  const isNear = mark === ':' || cue.entry.takes.size > 1 || index - cue.end <= FARTHEST_BARE;
  const isSetOff = /^[,:]$/.test(mark) && isQuoting(cue) && cue.entry.class !== 'mind' && isNear;
  return { ...creditOf(cue, source, 'subject-verb-quote'), isWeak: !isStrong(cue) && !isSetOff && index - cue.end > 1 };
}

/** "was called a 'q' by S": without a by-phrase nobody is named. */
function passiveCredit({ outline, vocabulary, index }: Quote, cue: Cue): Credit | null {
  if (cue.first < index - FARTHEST_CLAIM) return null;
  const isNamed = wordAt(outline.reading.tokens, cue.end) === 'by';
  const agent = isNamed ? sourceAfter(outline.reading, cue.end + 1, index) : agentBehind({ outline, vocabulary, index }, cue);
  return { ...creditOf(cue, agent, 'passive-quote'), isWeak: true };
}

/** `a plan praised as "q" by S`, `was called "q" by S`: who says so stands behind the quotation. */
function agentBehind({ outline, index }: Quote, cue: Cue): Source | null {
  const { tokens } = outline.reading;
  const isNext = cue.end === index || (wordAt(tokens, cue.end) === 'as' && (index - cue.end === 1 || isArticled(tokens, cue.end, index)));
  if (cue.form !== 'past' || !isNext) return null;
  if (!/^(?:NOUN|AUX|ADV|PUNCT)$/.test(tokens[cue.first - 1]?.pos ?? '') || wordAt(tokens, index + 1) !== 'by') return null;
  return sourceAfter(outline.reading, index + 2, sentenceEndFrom(outline, index + 1));
}

/** "as | an | “empty shell”": one article before the quotation. */
function isArticled(tokens: readonly Token[], as: number, index: number): boolean {
  return index - as === 2 && tokens[as + 1]?.pos === 'DET';
}

/** `Rowers agree - Carl Benson: "Q"`: a name between a dash and a colon says whose words follow, whatever the headline before it reports. */
function isBeforeLabel({ outline, index }: Quote, cue: Cue): boolean {
  const { tokens } = outline.reading;
  if (wordAt(tokens, index - 1) !== ':') return false;
  let first = index - 1;
  while (first > cue.end && tokens[first - 1]?.pos === 'PROPN') first--;
  return first < index - 1 && /^(?:-|—|–|--)$/.test(wordAt(tokens, first - 1));
}

/** The source of a cue that stands before the quotation, on whichever side of the cue it is. */
export function sourceOfLead(quote: Quote, cue: Cue, floor: number): Source | null {
  const { outline, index } = quote;
  const { reading } = outline;
  if (cue.form === 'phrase') return sourceAfter(reading, cue.end, index);
  const isFronted =
    cue.form === 'participle' && (cue.first === floor || (cue.first === floor + 1 && FRONTING.has(wordAt(reading.tokens, floor))));
  const shared = isFronted ? subjectBehind(quote) : sourceBehindQuotation(quote, cue, floor);
  if (shared !== null) return shared;
  return invertedSubject(reading, cue, { floor, ceiling: index }) ?? subjectOf(reading, cue, floor);
}

/** `a post in which S called it a "q" and said, "Q"`: behind a quotation "and" joins the verb to the one that led it in. */
function sourceBehindQuotation(quote: Quote, cue: Cue, floor: number): Source | null {
  const { reading, regions } = quote.outline;
  if (!/^(?:and|but)$/.test(wordAt(reading.tokens, cue.first - 1)) || !regions.has(cue.first - 2)) return null;
  for (let i = cue.first - 3; i >= Math.max(floor, cue.first - FARTHEST_CLAIM); i--) {
    const lead = verbAt(quote, i);
    if (lead !== null && lead.form !== 'phrase' && isStrong(lead) && !isPassive(quote.outline, lead, floor))
      return subjectOf(reading, lead, floor);
  }
  return null;
}

/** `Bemoaning the "q," S left.`: a fronted participle shares the subject behind it. */
function subjectBehind({ outline, index }: Quote): Source | null {
  const { tokens } = outline.reading;
  const end = Math.min(sentenceEndFrom(outline, index), index + REACH);
  const closing = outline.reading.text[(outline.regions.get(index)?.inner[1] ?? 0) - 1];
  let at = closing === ',' ? index : index + 1;
  while (closing !== ',' && at < end && wordAt(tokens, at) !== ',') at++;
  return at < end ? sourceAfter(outline.reading, at + 1, end) : null;
}

function nounCredit({ outline, vocabulary, index }: Quote, at: number, floor: number): Credit | null {
  const { reading } = outline;
  const reach = (wordAt(reading.tokens, at + 1) === 'that' ? FARTHEST_CLAIM : FARTHEST_NOUN) + bracketBehind(reading.tokens, at);
  if (index - at > reach || reading.tokens[at]?.pos === 'VERB' || wordAt(reading.tokens, at + 1) === 'as') return null;
  const noun = cueAt(reading, at, vocabulary, true);
  const owner = noun && possessor({ outline, vocabulary, index }, at, floor);
  if (noun === null || owner !== null) return noun && owner && creditOf(noun, owner, 'noun-quote');
  const isDirect = index - at === 2 && /^(?:of|that|:)$/.test(wordAt(reading.tokens, at + 1));
  return isDirect ? { ...creditOf(noun, null, 'noun-quote'), isWeak: true } : null;
}

/** Tokens of what stands in brackets behind a noun: "Hollis's advice (in short): “Q”". */
function bracketBehind(tokens: readonly Token[], noun: number): number {
  if (wordAt(tokens, noun + 1) !== '(') return 0;
  const length = tokens.slice(noun + 1, noun + 1 + FARTHEST_CLAIM).findIndex(({ text }) => text === ')');
  return length + 1;
}

/** The one whose claim it is: "Hollis's claim that", "her claim". */
function possessor({ outline }: Quote, noun: number, floor: number): Source | null {
  const { tokens } = outline.reading;
  for (let i = noun - 1; i >= Math.max(floor, noun - FARTHEST_NOUN); i--) {
    const word = wordAt(tokens, i);
    const token = tokens[i];
    if (OWNERS.has(word) && token) return { first: i, end: i + 1, span: [token.start, token.end] };
    if (word === "'s" || word === '’s') return ownerBefore(outline.reading, i, floor);
    if (token?.pos !== 'ADJ' && token?.pos !== 'NOUN') return null;
  }
  return null;
}
