/** Reports of what was not said: refused, avoided, denied to have been said, only wished, possible or asked. */
import type { Token } from '../../../core/model/reading.ts';
import { isNominal, phraseStart, wordAt } from '../phrases.ts';
import type { Search } from './search.ts';
import { BROUGHT } from './subject.ts';
import type { Saying } from './verb.ts';

const NEGATIONS = new Set(['not', "n't", 'n’t', 'never', 'neither', 'nor', 'hardly', 'scarcely']);
const MODALS = new Set('could may might should would must can ca cannot ought will wo shall ’ll ’d'.split(' '));
/** "would later say" tells of the past, "would often say" of a habit, "would only say" of what was said. */
const PAST_OR_HABIT = new Set('later often always sometimes repeatedly frequently eventually subsequently occasionally only'.split(' '));
/** Under a denial these verbs say something all the same: "did not rule out", "does not consider it a threat". */
const SAID_WHEN_DENIED = new Set(
  'deny exclude dispute doubt contest hide consider regard see view support accept recognize recognise agree share believe think object oppose'.split(
    ' ',
  ),
);
const RULED_OUT = /^rul(?:e|ed|es|ing) out$/;
/** "anyone who claims", "everyone knows": what whoever it is may say, or is held to know, was said by nobody. */
const NOBODY = new Set('no nobody none neither nothing anyone anybody everyone everybody whoever'.split(' '));
const JOURNEYS = new Set(['visit', 'travel', 'fly', 'arrive', 'head', 'gather', 'converge']);
const CONDITIONS = new Set('if unless until lest'.split(' '));
/** Words between a governor and its infinitive or participle that do not part them: "refused, however, to say". */
const LONGEST_PARTING = 4;
/** Words between the two verbs of "to protect the harbour and defend". */
const LONGEST_JOINT = 8;

/** True where the words around a cue tell that nobody said, or has yet said, what follows. */
export function isUnsaid(search: Search, saying: Saying): boolean {
  return (
    isTakenBack(search, saying) ||
    isDeniedOrPossible(search, saying) ||
    isSupposed(search, saying) ||
    isAsked(search, saying) ||
    isPolled(search, saying) ||
    isAskedFor(search, saying) ||
    isPossiblePurpose(search, saying)
  );
}

/** "refused to say", "avoids condemning", "stopped short of accusing", "is expected to announce", "pressed him to admit". */
function isTakenBack(search: Search, { cue, group }: Saying): boolean {
  const { tokens } = search.page;
  if (group.form === 'infinitive') return isGoverned(search, group.start - 2);
  if (group.form === 'finite' && group.start === cue.first && cue.form === 'base') {
    const to = infinitiveBefore(search, group.start);
    return to !== null && isGoverned(search, to - 1);
  }
  if (group.form !== 'participle') return false;
  if (isHopedFor(search, group.start - 1)) return true;
  return (
    isGovernor(search, group.start - 1) || unsaidBefore(search).has(`${wordAt(tokens, group.start - 2)} ${wordAt(tokens, group.start - 1)}`)
  );
}

const DEPENDING = new Set('depend rest rely count hinge bank bet hope wait'.split(' '));

/** "hopes rested on the two countries | agreeing |": what others depend on. */
function isHopedFor({ page: { tokens }, sentence }: Search, last: number): boolean {
  if (!isNominal(tokens[last])) return false;
  const second = phraseStart(tokens, last, sentence.first);
  const isJoint = wordAt(tokens, second - 1) === 'and' && isNominal(tokens[second - 2]);
  const start = isJoint ? phraseStart(tokens, second - 2, sentence.first) : second;
  const isOn = /^(?:on|for)$/.test(wordAt(tokens, start - 1));
  return isOn && DEPENDING.has(tokens[start - 2]?.lemma ?? '');
}

/** Verbs whose clause tells what somebody else is to do. */
const ASKING = new Set('ask demand insist urge request recommend propose require order'.split(' '));

/** "asked that the government also declare it": a base form behind one who could not say "declare". */
function isAskedFor({ page: { tokens } }: Search, { cue, group, subject }: Saying): boolean {
  if (cue.form !== 'base' || group.form !== 'finite' || !subject || subject.end > group.start) return false;
  return wordAt(tokens, subject.first - 1) === 'that' && ASKING.has(tokens[subject.first - 2]?.lemma ?? '');
}

const SHARES = new Set('number share percentage proportion'.split(' '));

/** "The survey asked voters whether": the same question for everybody; "the number saying that it was right": how many gave an answer. */
function isPolled({ page: { tokens }, vocabulary }: Search, { cue, group, subject }: Saying): boolean {
  if (!subject) return false;
  if (group.form === 'participle' && SHARES.has(wordAt(tokens, subject.end - 1))) return true;
  if (cue.entry.class !== 'ask') return false;
  return tokens.slice(subject.first, subject.end).some(({ lemma, pos }) => pos === 'NOUN' && vocabulary.polls.has(lemma));
}

const CAN = new Set('can could may might must should'.split(' '));
/** Tokens between a modal and the infinitive of what it is for. */
const LONGEST_PURPOSE = 14;

/** "a victory that he can take home to tell them so": a purpose that depends on what may happen. */
function isPossiblePurpose({ page: { tokens, regionOf }, sentence }: Search, { group }: Saying): boolean {
  if (group.form !== 'infinitive') return false;
  for (let i = group.start - 2; i > sentence.first && group.start - i < LONGEST_PURPOSE; i--) {
    if (regionOf[i] !== 0 || /^(?:[,;:]|that|and|but)$/.test(wordAt(tokens, i))) return false;
    if (tokens[i]?.pos === 'AUX') return CAN.has(wordAt(tokens, i));
    if (tokens[i]?.pos === 'VERB' && !/(?:ing|en)$/.test(wordAt(tokens, i)) && tokens[i - 1]?.pos !== 'AUX') return false;
  }
  return false;
}

/** "failed to protect and defend": the "to" of the infinitive that a verb in its base form is joined to, or null. */
function infinitiveBefore({ page: { tokens }, sentence }: Search, at: number): number | null {
  if (tokens[at - 1]?.pos !== 'CCONJ') return null;
  for (let i = at - 2; i > sentence.first && at - i < LONGEST_JOINT; i--) {
    if (wordAt(tokens, i) === 'to') return tokens[i + 1]?.pos === 'VERB' ? i : null;
    if (tokens[i]?.pos === 'AUX' || tokens[i]?.pos === 'PUNCT') return null;
  }
  return null;
}

/** Does the word at `at`, or one a few adverbs before it, leave open or take back what its infinitive says? */
function isGoverned(search: Search, at: number): boolean {
  const { page, sentence } = search;
  let i = at;
  while (i > sentence.first && at - i < LONGEST_PARTING && isParting(page.tokens[i]) && !isGovernor(search, i)) i--;
  if (isGovernor(search, i) || page.tokens[i]?.pos === 'AUX') return true;
  if (!isNominal(page.tokens[i])) return false;
  const start = phraseStart(page.tokens, i, sentence.first);
  return wordAt(page.tokens, start - 1) === 'for' || isGovernor(search, start - 1) || isJourney(search, start);
}

/** "visit the harbour to question the crew", "flew to Ashton to discuss it": what a journey is for has not been said. */
function isJourney({ page: { tokens } }: Search, start: number): boolean {
  const verb = tokens[start - 1]?.pos === 'ADP' ? start - 2 : start - 1;
  return JOURNEYS.has(tokens[verb]?.lemma ?? '');
}

function isParting(token: Token | undefined): boolean {
  return token?.pos === 'ADV' || token?.text === ',';
}

function isGovernor(search: Search, at: number): boolean {
  const token = search.page.tokens[at];
  if (!token || at < search.sentence.first || BROUGHT.has(token.lower)) return false;
  return unsaidBefore(search).has(token.lemma) || unsaidBefore(search).has(token.lower);
}

const NONE: ReadonlySet<string> = new Set();

function unsaidBefore({ vocabulary }: Search): ReadonlySet<string> {
  return vocabulary.notStatements.get('unsaid before') ?? NONE;
}

/** "did not say", "never accused", "could ask", "will announce"; "would later say" and "will not rule out" do say something. */
function isDeniedOrPossible({ page }: Search, { cue, group }: Saying): boolean {
  if (group.form !== 'finite') return false;
  let [isDenied, isPossible, isPast] = [false, false, false];
  for (let i = group.start; i < cue.first; i++) {
    const word = wordAt(page.tokens, i);
    if (NEGATIONS.has(word)) isDenied = true;
    else if (MODALS.has(word)) isPossible = true;
    else if (PAST_OR_HABIT.has(word)) isPast = true;
  }
  const isDenial = SAID_WHEN_DENIED.has(cue.entry.lemma) || RULED_OUT.test(cue.entry.lemma);
  return isDenied ? !isDenial : isPossible && !isPast;
}

/** "Nobody said", "neither side has claimed", "if the ministry says", "unless he admits". */
function isSupposed({ page, sentence }: Search, { group, subject }: Saying): boolean {
  const { tokens } = page;
  const first = subject && subject.end <= group.start ? subject.first : group.start;
  if (subject && (NOBODY.has(wordAt(tokens, first)) || (first > sentence.first && wordAt(tokens, first - 1) === 'no'))) return true;
  return group.form === 'finite' && first > sentence.first && CONDITIONS.has(wordAt(tokens, first - 1));
}

/** "Did the minister say that ...?": a question leaves open what it asks. */
function isAsked({ page, sentence }: Search, { group }: Saying): boolean {
  const { tokens } = page;
  if (wordAt(tokens, sentence.end) !== '?') return false;
  const first = tokens[sentence.first]?.pos === 'CCONJ' ? sentence.first + 1 : sentence.first;
  return tokens[first]?.pos === 'AUX' && group.start - first < 12;
}
