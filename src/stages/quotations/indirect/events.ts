/** Verbs that tell what an event or thing does, not what somebody says: "the violence threatened to", ", suggesting that". */
import { cueAt } from '../cues.ts';
import { wordAt } from '../phrases.ts';
import type { Source } from '../sources.ts';
import type { Search } from './search.ts';
import type { Saying } from './verb.ts';

/** Verbs of saying that things and events take as well as people. */
const OF_EVENTS = new Set(
  'underscore underline echo threaten conclude suggest indicate confirm imply reflect signal highlight demonstrate illustrate reveal demand challenge question raise report promise maintain propose claim prove mean begin continue end share hint'.split(
    ' ',
  ),
);
/** After a comma these comment on the whole sentence before: "the lights went out, suggesting a fault". */
const OF_EVIDENCE = new Set(
  'suggest indicate confirm imply reflect signal highlight underscore underline demonstrate illustrate reveal prove mean hint'.split(' '),
);
/** What comes true or to light by the sentence before. */
const PROVING = new Set('confirm reflect demonstrate illustrate prove mean signal reveal'.split(' '));
const REPORTING = new Set(['say', 'tell', 'write', 'ask', 'judge']);
const LINKS = new Set(['of', 'for', 'in', 'at', 'on', 'with', 'from', 'between', 'against', 'about', 'over', 'to', 'by']);

/** True where the subject cannot speak, or where the sentence before the participle reports nothing that could be said by it. */
export function isEvent(search: Search, saying: Saying): boolean {
  return isOfThing(search, saying) || isEvidence(search, saying);
}

/** A verb behind "and" may share the speaker of the verb before, so the noun next to it tells nothing. */
function isOfThing(search: Search, { cue: { entry }, group, subject }: Saying): boolean {
  // "The move was condemned by": in the passive the subject is what is spoken of.
  if (!subject || group.form === 'passive' || search.page.tokens[group.start - 1]?.pos === 'CCONJ') return false;
  const isOfEvents = entry.class === 'judge' || !entry.takes.has('that') || OF_EVENTS.has(entry.lemma);
  return isOfEvents && isThing(search, subject);
}

/** "the widespread violence in the east": is the head of this phrase among the words that name no speaker? */
function isThing({ page: { tokens }, vocabulary }: Search, { first, end }: Source): boolean {
  let head = first;
  for (let i = first; i < end && !LINKS.has(wordAt(tokens, i)); i++) head = i;
  return tokens[head]?.pos === 'NOUN' && vocabulary.things.has(wordAt(tokens, head));
}

function isEvidence(search: Search, { cue, group }: Saying): boolean {
  if (group.form !== 'participle' || !OF_EVIDENCE.has(cue.entry.lemma)) return false;
  const { tokens } = search.page;
  if (wordAt(tokens, group.start - 1) !== ',') return false;
  // "He admitted that he had met them, confirming a rumour": a comment on what was said.
  const isComment = PROVING.has(cue.entry.lemma) && /^(?:DET|ADJ)$/.test(tokens[cue.end]?.pos ?? '');
  return isComment || !isReportBefore(search, group.start - 1);
}

function isReportBefore({ page, sentence, vocabulary }: Search, end: number): boolean {
  for (let i = sentence.first; i < end; i++) {
    if (page.regionOf[i] !== 0) return true;
    const cue = page.tokens[i]?.pos === 'VERB' ? cueAt(page.reading, i, vocabulary) : null;
    if (cue && REPORTING.has(cue.entry.class) && (cue.entry.takes.has('that') || cue.entry.class !== 'say')) return true;
    // "The ministry went further, suggesting"
    if (page.tokens[i]?.lemma === 'go' && wordAt(page.tokens, i + 1) === 'further') return true;
  }
  return false;
}
