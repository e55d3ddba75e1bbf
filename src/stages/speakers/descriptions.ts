/** What the article and the roster say that each member of the cast is: senator, nominee, head of an institute. */
import type { Span } from '../../core/model/articles.ts';
import type { Reading } from '../../core/model/reading.ts';
import type { Cast, Member, Naming } from './cast.ts';
import { employerOf, homeOfOffice } from './homes.ts';
import { isWithin } from './offices.ts';
import { type RolePhrase, rolePhrase } from './role-phrase.ts';
import type { Roster } from './roster.ts';
import type { NameVocabulary } from './vocabulary.ts';

const LONGEST_APPOSITION = 14;
/** Descriptions of one person that are kept; the first mentions tell most. */
const MOST_ROLES = 80;
const LONGEST_PREFIX = 7;
const NOUN_PARTS = new Set(['NOUN', 'ADJ', 'PROPN', 'PART', 'NUM']);
const LONGEST_PLACE = 40;
/** "X, 57, the US envoy". */
const AGE = /^\d{2}$/;
/** Head of a role that tells a place alone. */
const CONSTITUENCY = 'constituency';
const PARTY_TAG = /^\s*[,(]\s*[RDI](?:ep|em)?\.?\s*[-–—,]\s*(\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*)?)/u;
const OF_PLACE = /^ (?:of|from) (\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?)/u;
const STOPS = /^[,.;:()!?—–"“”]$|^--+$/;

/** The roles of every member, by index. */
export function describeMembers(
  cast: Cast,
  reading: Reading,
  context: { readonly roster: Roster; readonly date: string | null },
): readonly (readonly RolePhrase[])[] {
  const roles: RolePhrase[][] = cast.members.map((member) => [...heldRoles(member, context)]);
  const vocabulary = context.roster.vocabulary;
  for (const [i, naming] of cast.namings.entries()) {
    const found = roles[naming.member.index];
    if (!found || found.length >= MOST_ROLES) continue;
    found.push(
      ...titleRoles(naming, vocabulary),
      ...roleBefore(naming, reading, vocabulary),
      ...rolesAfter(naming, reading, context.roster),
    );
    if (found.every(({ head }) => head !== CONSTITUENCY)) found.push(...constituency(naming, reading, vocabulary));
    const home = homeOfOffice(naming, reading, { roster: context.roster, before: cast.namings[i - 1] ?? null });
    if (home.length > 0) found.push(rolePhrase(CONSTITUENCY, [], home));
  }
  return roles;
}

/** From offices.csv: what the person was on the article's day; what was over by then is "former". */
function heldRoles(member: Member, context: { readonly roster: Roster; readonly date: string | null }): readonly RolePhrase[] {
  const held = member.listed ? (context.roster.offices.rolesOf.get(member.listed.speaker.id) ?? []) : [];
  return held.flatMap(({ role, tenure }) => {
    const past = { ...role, words: new Set([...role.words, 'former']) };
    if (context.date === null) return tenure.to === '' ? [role] : [role, past];
    if (isWithin(context.date, tenure)) return [role];
    return tenure.to !== '' && tenure.to < context.date ? [past] : [];
  });
}

/** "Russian Deputy Foreign Minister" before the name, capitalised. */
function titleRoles(naming: Naming, vocabulary: NameVocabulary): readonly RolePhrase[] {
  const titles = naming.mention.titles;
  const last = titles.findLastIndex((title) => vocabulary.titles.has(title));
  const role = vocabulary.titles.get(titles[last] ?? '')?.role;
  if (role === undefined) return [];
  const words = role.split(' ');
  const before = naming.mention.before === 'former' ? ['former'] : [];
  return [rolePhrase(words.at(-1) ?? '', [...before, ...titles.slice(0, last), ...words.slice(0, -1)])];
}

/** "Clinton spokesman" before the name, or "the Republican nominee," and "the chairman of the Senate committee," with a comma between. */
function roleBefore(naming: Naming, reading: Reading, vocabulary: NameVocabulary): readonly RolePhrase[] {
  const start = naming.mention.whole[0];
  const isApart = reading.tokens[start - 1]?.text === ',';
  const end = isApart ? start - 1 : start;
  const at = isRole(reading, end - 1, vocabulary)
    ? end - 1
    : isApart
      ? headOfComplement(reading, end, vocabulary)
      : headOfPosted(reading, end, vocabulary);
  const head = reading.tokens[at ?? -1];
  if (at === null || !head) return [];
  let first = at;
  while (at + 1 - first < LONGEST_PREFIX && NOUN_PARTS.has(reading.tokens[first - 1]?.pos ?? '')) first--;
  const before = textsOf(reading, [first, at]);
  const after = textsOf(reading, [at + 1, end]);
  return [rolePhrase(head.text, [...before, ...after], [...before, ...complementOf([head.text, ...after], 0)])];
}

/** Tokens of a country's name. */
const LONGEST_COUNTRY = 4;

/** "ambassador" in "the Norland ambassador to South Ashton" right before a name. */
function headOfPosted(reading: Reading, end: number, vocabulary: NameVocabulary): number | null {
  let at = end - 1;
  while (at > end - 1 - LONGEST_COUNTRY && /^(?:PROPN|DET)$/.test(reading.tokens[at]?.pos ?? '')) at--;
  const isPosted = at < end - 1 && reading.tokens[at]?.text === 'to' && isRole(reading, at - 1, vocabulary);
  return isPosted ? at - 1 : null;
}

/** "chairman" in "the chairman of the Senate committee", told from its end. */
function headOfComplement(reading: Reading, end: number, vocabulary: NameVocabulary): number | null {
  let at = end - 1;
  while (at > end - LONGEST_PREFIX && isComplementWord(reading, at)) at--;
  for (; at < end - 2; at++) if (isRole(reading, at, vocabulary) && reading.tokens[at + 1]?.text === 'of') return at;
  return null;
}

function isComplementWord(reading: Reading, at: number): boolean {
  const { pos, text } = reading.tokens[at] ?? { pos: '', text: '' };
  return NOUN_PARTS.has(pos) || pos === 'DET' || pos === 'ADP' || text === '&';
}

function isRole(reading: Reading, at: number, vocabulary: NameVocabulary): boolean {
  return vocabulary.roles.has(reading.tokens[at]?.lower ?? '');
}

/** ", a professor of law at …" after the name, or "is the governor of …". */
function rolesAfter(naming: Naming, reading: Reading, roster: Roster): readonly RolePhrase[] {
  const { vocabulary } = roster;
  const start = descriptionStart(reading, naming.mention.tokens[1]);
  if (start === null) return [];
  let end = start;
  while (end < start + LONGEST_APPOSITION && isInside(reading, end, start)) end++;
  if (isSubject(reading, end)) return [];
  const words = textsOf(reading, [start, end]);
  const firstPreposition = words.findIndex((_, i) => reading.tokens[start + i]?.pos === 'ADP');
  const heads = words.slice(0, firstPreposition < 0 ? words.length : firstPreposition);
  return heads.flatMap((head, i) =>
    // "deputy director": the second is the role.
    vocabulary.roles.has(head.toLowerCase()) && !vocabulary.roles.has(heads[i + 1]?.toLowerCase() ?? '')
      ? [
          rolePhrase(
            head,
            [...words.slice(0, i), ...words.slice(i + 1)],
            [...words.slice(0, i), ...complementOf(words, i), ...employerOf(words, i, roster)],
          ),
        ]
      : [],
  );
}

/** "they met Crane, an official said": what a verb follows is its subject, not the name's apposition. */
function isSubject(reading: Reading, end: number): boolean {
  const token = reading.tokens[end];
  return token?.pos === 'VERB' && /^(?:say|tell|add|note|warn|write|explain|report)$/.test(token.lemma);
}

/** "of the Russian parliament" behind the head: "to Moscow" and "in Washington" tell no country of one's own. */
function complementOf(words: readonly string[], head: number): readonly string[] {
  const end = words.findIndex((word, i) => i > head + 1 && /^(?:to|in|at|on|for|from|with|and)$/.test(word));
  return words[head + 1] === 'of' ? words.slice(head + 2, end < 0 ? words.length : end) : [];
}

/** "(R-Iowa)" and ", D-Calif.," behind a name, or "of Ohio" behind an official's: where they are elected. */
function constituency(naming: Naming, reading: Reading, vocabulary: NameVocabulary): readonly RolePhrase[] {
  const last = reading.tokens[naming.mention.tokens[1] - 1];
  const text = reading.text.slice(last?.end ?? 0, (last?.end ?? 0) + LONGEST_PLACE);
  const isOfficial = naming.mention.titles.some((title) => vocabulary.titles.get(title)?.kind === 'official');
  const place = PARTY_TAG.exec(text)?.[1] ?? (isOfficial ? OF_PLACE.exec(text)?.[1] : undefined);
  return place === undefined ? [] : [rolePhrase(CONSTITUENCY, [], place.split(' '))];
}

function descriptionStart(reading: Reading, after: number): number | null {
  // "Roe himself, a former mayor"
  let at = /^(?:him|her)self$/.test(reading.tokens[after]?.text ?? '') ? after + 1 : after;
  if (reading.tokens[at]?.text === '(') {
    const close = reading.tokens.slice(at, at + 8).findIndex((token) => token.text === ')');
    if (close > 0) at += close + 1;
  }
  const token = reading.tokens[at];
  const isAge = token?.text === ',' && AGE.test(reading.tokens[at + 1]?.text ?? '') && reading.tokens[at + 2]?.text === ',';
  if (token?.text === ',') return isAge ? at + 3 : at + 1;
  const isCopula = token?.pos === 'AUX' && token.lemma === 'be' && reading.tokens[at + 1]?.pos === 'DET';
  return isCopula ? at + 1 : null;
}

function isInside(reading: Reading, at: number, start: number): boolean {
  const token = reading.tokens[at];
  if (!token || token.sentence !== reading.tokens[start]?.sentence || STOPS.test(token.text)) return false;
  return token.pos !== 'AUX' && token.pos !== 'PRON' && (token.pos !== 'VERB' || at > start + 4 || token.text === 'based');
}

function textsOf(reading: Reading, span: Span): readonly string[] {
  return reading.tokens.slice(span[0], span[1]).map((token) => token.text);
}
