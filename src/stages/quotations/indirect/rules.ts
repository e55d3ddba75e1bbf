/** The constructions of indirect speech around a verb, in the order in which they are tried. */
import { wordAt } from '../phrases.ts';
import { type Source, sourceAfter } from '../sources.ts';
import { nounPhraseEnd, skipAdjuncts } from './adjuncts.ts';
import { findAnnounced, findAsked } from './asked.ts';
import { isWholeQuotation, quotedBefore } from './closing.ts';
import { contentEnd } from './content-end.ts';
import { type Frame, frameOf } from './content-start.ts';
import { isRelative, isSubordinate } from './cue-context.ts';
import { findFronted, findInverted } from './fronted.ts';
import type { Finding, Search, Stretch } from './search.ts';
import { isMark } from './sentences.ts';
import type { Saying } from './verb.ts';

type Rule = (search: Search, saying: Saying) => Finding | null;

/** "As S noted, C" looks like fronted content, and fronted content like a subject that its verb follows: the narrower comes first. */
const RULES: readonly Rule[] = [findAnnounced, findFronted, findInverted, findAsked, findJudged, findFollowing];

/** The content that a verb of saying announces, by the first rule that fits. */
export function findBySaying(search: Search, saying: Saying): Finding | null {
  if (isTailOfQuotation(search, saying) || isReducedPassive(search, saying) || isHeld(search, saying)) return null;
  for (const rule of RULES) {
    const finding = rule(search, saying);
    if (finding) return finding;
  }
  return null;
}

/** "was arrested and charged by the police": an agent behind the verb, so that what stands before it is no speaker. */
function isReducedPassive({ page }: Search, { cue, group }: Saying): boolean {
  return (
    cue.form === 'past' && group.form === 'finite' && wordAt(page.tokens, cue.end) === 'by' && wordAt(page.tokens, cue.first - 1) === 'and'
  );
}

/** "hostages | held | in the north": where they are, not what they think. */
function isHeld({ page: { tokens } }: Search, { cue, group }: Saying): boolean {
  return /^(?:hold|find)$/.test(cue.entry.lemma) && cue.form === 'past' && group.start === cue.first && tokens[cue.end]?.pos === 'ADP';
}

/** `"Q," said S` and `"Q," S said`: the direct side reads these. */
function isTailOfQuotation(search: Search, { group, subject }: Saying): boolean {
  if (group.form !== 'finite') return false;
  const { page, sentence } = search;
  const first = subject && subject.end <= group.start ? subject.first : group.start;
  return [first, group.start].some((at) => {
    const last = at > sentence.first ? quotedBefore(page, at) : null;
    return last !== null && isWholeQuotation(search, last);
  });
}

const CLAUSES = new Set(['that', 'clause', 'gap']);
const NAMES = {
  finite: 'subject-verb',
  participle: 'participle',
  infinitive: 'infinitive',
  passive: 'passive',
  attributive: 'attributive',
};

/** "A proposal for a joint board to govern the zone | was rejected": without a verb or comma before it all that precedes is the subject. */
function wholeSubject({ page: { tokens, regionOf }, sentence }: Search, from: number): number {
  let first = sentence.first;
  while (first < from && /^(?:ADV|CCONJ|SCONJ|PUNCT)$/.test(tokens[first]?.pos ?? '')) first++;
  if (!/^(?:DET|PROPN|NOUN|ADJ)$/.test(tokens[first]?.pos ?? '')) return from;
  for (let i = first; i < from; i++) {
    const isVerb =
      tokens[i]?.pos === 'AUX' || (tokens[i]?.pos === 'VERB' && !/(?:ing|ed)$/.test(wordAt(tokens, i)) && wordAt(tokens, i - 1) !== 'to');
    if (isVerb || regionOf[i] !== 0 || /^(?:[,;:]|who|which|that)$/.test(wordAt(tokens, i))) return from;
  }
  return first;
}

/** "for failing to", "of breaking": what one is blamed for, or accused of. */
function isReasonAt({ tokens }: Search['page'], at: number): boolean {
  const after = wordAt(tokens, at + 1) === 'not' ? at + 2 : at + 1;
  return /^(?:for|of)$/.test(wordAt(tokens, at)) && tokens[after]?.pos === 'VERB' && wordAt(tokens, after).endsWith('ing');
}

/** `C was condemned by S`, `C was condemned by S as C`, `C was accused by S of C`: a judgement in the passive, with who passes it. */
function findJudged(search: Search, { cue, group, subject }: Saying): Finding | null {
  const { page, sentence } = search;
  if (group.form !== 'passive' || cue.entry.class !== 'judge' || !cue.entry.takes.has('noun') || wordAt(page.tokens, cue.end) !== 'by')
    return null;
  const source = sourceAfter(page.reading, cue.end + 1, sentence.end);
  if (!source || !subject || subject.end > group.start) return null;
  const first = wholeSubject(search, subject.first);
  const judged: Stretch = [first, subject.end];
  const lead = { isClause: false, isPhrase: true, isSubordinate: false, form: cue.form };
  const isNamed = wordAt(page.tokens, source.end) === 'as' || isReasonAt(page, source.end);
  const end = isNamed ? contentEnd(search, source.end, lead) : source.end;
  const content = isNamed && end > source.end + 1 ? [judged, [source.end, end] as const] : [judged];
  return { content, cue: [cue.first, cue.end], source: source.span, carrier: [first, end], rule: 'passive-by-noun' };
}

/** `S V that C`, `S V C`, `S V to C`, `S V NP`: the content follows its cue. */
function findFollowing(search: Search, { cue, group, subject }: Saying): Finding | null {
  if (group.form === 'passive' || group.form === 'attributive') return null;
  if (isHeadless(search, { cue, group, subject })) return null;
  const frame = relativeFrame(search, { cue, group, subject }) ?? frameOf(search, cue, cue.entry.takes);
  if (!frame) return null;
  if (frame.rule === 'gap' && !isRelativeGap(search, { cue, group, subject })) return null;
  if (frame.rule === 'noun' && isNaming(search, { cue, group, subject }, frame.start)) return null;
  const lead = {
    isClause: CLAUSES.has(frame.rule),
    isPhrase: frame.rule === 'noun' || frame.rule === 'gerund',
    isOnlyClause: frame.rule === 'that' || (frame.rule === 'clause' && !cue.entry.takes.has('noun')),
    isSubordinate: isSubordinate(search, group),
    isRelative: isRelative(search, group) || (frame.rule === 'gap' && isBehindRelative(search, subject)),
    form: cue.form,
  };
  const end = contentEnd(search, frame.start, lead);
  if (frame.rule === 'noun' && !cue.entry.takes.has('noun') && !hasComparison(search, frame.start, end)) return null;
  return {
    content: [[frame.start, end]],
    cue: [cue.first, cue.end],
    source: subject?.span ?? null,
    carrier: lead.isClause ? null : [group.start, end],
    rule: `${NAMES[group.form]}-${frame.rule}`,
  };
}

/** "referred reporters to the ministry", "referred questions to the ministry". */
const REFERRED = new Set('reporters journalists questions calls inquiries queries requests'.split(' '));
/** "a plan, dubbed Marco Polo by": names given by others. */
const NICKNAMING = new Set(['dub', 'nickname']);
/** "defend itself" is an act. */
const REFLEXIVES = new Set('itself themselves himself herself ourselves yourself myself'.split(' '));
/** "echoing comments | he made | on Saturday": what was said before, without what it was. */
function isEarlier({ tokens }: Search['page'], start: number): boolean {
  let noun = start;
  while (noun < start + 4 && /^(?:DET|ADJ|PRON)$/.test(tokens[noun]?.pos ?? '')) noun++;
  if (!/^(?:comments?|remarks?|statements?|words|sentiments?|calls?)$/.test(wordAt(tokens, noun))) return false;
  const next = /^(?:that|which)$/.test(wordAt(tokens, noun + 1)) ? noun + 2 : noun + 1;
  const verb = /^(?:he|she|they|it|we|i)$/.test(wordAt(tokens, next)) ? next + 1 : next;
  return /^(?:made|given|gave|voiced|expressed)$/.test(wordAt(tokens, tokens[verb]?.pos === 'AUX' ? verb + 1 : verb));
}

/** "described himself as", "called herself a friend of Norland", "defended himself for leaving": what somebody says of themselves. */
function isSelfImage({ tokens }: Search['page'], at: number, lemma: string): boolean {
  if (wordAt(tokens, at) === 'as' || (wordAt(tokens, at) === 'for' && wordAt(tokens, at + 1).endsWith('ing'))) return true;
  return lemma === 'call' && (/^(?:DET|ADJ|NOUN)$/.test(tokens[at]?.pos ?? '') || isMark(wordAt(tokens, at)));
}

/** What authorities deny by an act: "denied visas to". */
const REFUSED = new Set('visa visas entry access bail parole asylum permission requests'.split(' '));
/** "In Norland they call it a saltbox": what everybody calls a thing is its name. */
const GENERIC = new Set('they people some many we you others'.split(' '));

/** "posted April 11". */
const DATE = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)\s\d/;

/** "a plan called the “double lock” approach": an indefinite thing, and right behind the verb what it is called. */
function isNamed({ page, sentence }: Pick<Search, 'page' | 'sentence'>, noun: number, start: number): boolean {
  const { tokens } = page;
  const head = tokens[noun];
  if (
    head?.pos !== 'NOUN' ||
    !/^(?:plan|strategy|approach|policy|doctrine|scheme|programme|program|project|concept|system|theory|law|bill)$/.test(head.lemma)
  )
    return false;
  const opener = wordAt(tokens, start) === 'the' ? start + 1 : start;
  return opener < sentence.end && (isMark(wordAt(tokens, opener)) || page.regionOf[opener] !== 0 || tokens[opener]?.pos === 'PROPN');
}

/** "a group called Harbour First" gives a name, "called officials to testify" summons, "referred reporters to" sends away, "he called his wife" makes a telephone call: neither says anything. */
function isNaming({ page, sentence }: Search, { cue, subject }: Saying, start: number): boolean {
  if (REFERRED.has(wordAt(page.tokens, start)) && cue.entry.lemma === 'refer') return true;
  if (REFUSED.has(wordAt(page.tokens, start)) && cue.entry.lemma === 'deny') return true;
  if (cue.entry.lemma === 'echo' && isEarlier(page, start)) return true;
  if (REFLEXIVES.has(wordAt(page.tokens, start)) && !isSelfImage(page, start + 1, cue.entry.lemma)) return true;
  if (NICKNAMING.has(cue.entry.lemma) && cue.form === 'past' && wordAt(page.tokens, cue.first - 1) === ',') return true;
  if (DATE.test(page.reading.text.slice(page.tokens[start]?.start, page.tokens[start + 1]?.end))) return true;
  if (cue.entry.lemma === 'call' && cue.form === 'past' && isNamed({ page, sentence }, cue.first - 1, start)) return true;
  if (isMark(wordAt(page.tokens, start))) return false;
  if (cue.entry.lemma !== 'call') return false;
  if (subject && cue.form !== 'past' && GENERIC.has(wordAt(page.tokens, subject.end - 1))) return true;
  const isName = page.tokens[start]?.pos === 'PROPN';
  if (cue.form === 'past' && isName && subject && /^an?$/.test(wordAt(page.tokens, subject.first))) return true;
  const end = skipAdjuncts(page, nounPhraseEnd(page, start, sentence.end), { limit: sentence.end, isPastCommas: false });
  // "called the plan “arbitrary”" judges, "called a “truce”" does it.
  const thing = page.tokens[start]?.pos === 'DET' ? start + 1 : start;
  for (let i = thing; i < end && !isMark(wordAt(page.tokens, thing)); i++) if (page.regionOf[i] !== 0) return false;
  const isSummons = wordAt(page.tokens, end) === 'to' && cue.form === 'past';
  return end >= sentence.end || isSummons || /^[,;.]$/.test(wordAt(page.tokens, end));
}

/** "the things he said last week": what was said stands before the verb. */
function isHeadless({ page, sentence }: Search, { group, subject }: Saying): boolean {
  if (group.form !== 'finite' || !subject || subject.first <= sentence.first || subject.end > group.start) return false;
  return /^(?:things?|words)$/.test(wordAt(page.tokens, subject.first - 1));
}

/** "moves that he said | improved | the harbour": behind a relative pronoun and the one who says it, the verb has its subject before both. */
function relativeFrame(search: Search, { cue, group, subject }: Saying): Frame | null {
  const { tokens } = search.page;
  const next = tokens[cue.end];
  if (group.form !== 'finite' || cue.entry.class !== 'say' || !cue.entry.takes.has('clause') || !isBehindRelative(search, subject))
    return null;
  const isPredicate =
    next?.pos === 'VERB' &&
    !next.text.endsWith('ing') &&
    /^(?:AUX|PART|ADP|DET|NOUN|PROPN|PRON|ADJ|ADV|NUM)$/.test(tokens[cue.end + 1]?.pos ?? '');
  return isPredicate && cue.end < search.sentence.end ? { rule: 'gap', start: cue.end } : null;
}

/** "which officials", "that he", "whom one aide": does a relative pronoun stand before the subject? */
function isBehindRelative({ page, sentence }: Search, subject: Source | null): boolean {
  if (!subject || subject.first <= sentence.first + 1) return false;
  const { tokens } = page;
  // "which officials" is read as a determiner and its noun.
  if (wordAt(tokens, subject.first) === 'which') return true;
  const before = tokens[subject.first - 2];
  const word = wordAt(tokens, subject.first - 1);
  return /^(?:which|who|whom)$/.test(word) || (word === 'that' && /^(?:NOUN|PROPN)$/.test(before?.pos ?? ''));
}

/** "a plan that Orlova said would fail" reports, "what Orlova said was a lie" does not. */
function isRelativeGap({ page, sentence }: Search, { group, subject }: Saying): boolean {
  if (group.form !== 'finite' || !subject || subject.first <= sentence.first) return false;
  const before = page.tokens[subject.first - 1];
  if (!before || /^(?:what|whatever|all|everything|nothing|thing|things|words)$/.test(before.lower)) return false;
  return /^(?:NOUN|PROPN|PRON|DET|SCONJ|PUNCT)$/.test(before.pos);
}

/** "cast him as a spoiler" and "attacked her for leaving" judge, "cast a vote" and "attacked the town" do not. */
function hasComparison({ page: { tokens } }: Search, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    if (wordAt(tokens, i) === 'as') return true;
    const after = wordAt(tokens, i + 1) === 'not' ? i + 2 : i + 1;
    if (wordAt(tokens, i) === 'for' && /^(?:VERB|NOUN)$/.test(tokens[after]?.pos ?? '') && wordAt(tokens, after).endsWith('ing'))
      return true;
  }
  return false;
}
