/** A role as words: "the former secretary of state" is a secretary, former, of state. */
import { foldWord } from './spelling.ts';
import type { NameVocabulary } from './vocabulary.ts';

/** The head noun of a role and all words that narrow it, folded and brought to one form ("GOP" → "republican"). */
export interface RolePhrase {
  readonly head: string;
  readonly words: ReadonlySet<string>;
  /** The words that can tell its country, in order and as they are written: those before the head and those behind "of". */
  readonly home: readonly string[];
}

/** Words that are written in several ways. */
const ONE_FORM: Readonly<Record<string, string>> = {
  gop: 'republican',
  democrat: 'democratic',
  ex: 'former',
  onetime: 'former',
  previous: 'former',
  defence: 'defense',
  states: 'us',
  american: 'us',
  america: 'us',
  washington: 'us',
  uk: 'british',
  advisor: 'adviser',
};
const EMPTY = new Set([
  'the',
  'a',
  'an',
  'of',
  'for',
  'and',
  'at',
  'in',
  'to',
  's',
  'united',
  'on',
  'by',
  'with',
  'from',
  'her',
  'his',
  'their',
  'its',
  'presidential',
]);

/**
 * Two roles are different when one has such a word and the other has not: a vice president is no president.
 */
const DECIDING = new Set([
  ...[
    'former',
    'vice',
    'deputy',
    'assistant',
    'acting',
    'prime',
    'attorney',
    'press',
    'first',
    'undersecretary',
    'secretary',
    'running',
    'late',
    'elect',
  ],
]);
const PARTIES = ['republican', 'democratic', 'libertarian', 'green'] as const;

/** Reads a role from words that end with its head: ["GOP", "presidential", "nominee"]. A president-elect is a president, elect. */
export function rolePhrase(head: string, words: readonly string[], home: readonly string[] = words): RolePhrase {
  const [office = '', ...suffix] = head.split(/[-–](?=elect$)/);
  const forms = [...words, ...suffix].flatMap((word) => word.split(/[-–]/)).map((word) => foldWord(word.replace(/['’]s$/, '')));
  return {
    head: foldWord(office),
    home,
    words: new Set(forms.map((word) => ONE_FORM[word] ?? word).filter((word) => word !== '' && !EMPTY.has(word))),
  };
}

/** Reads a role from a phrase as offices.csv has it: "president of the United States", "Kremlin spokesman". */
export function rolePhraseOf(phrase: string): RolePhrase {
  const words = phrase.split(/\s+/);
  const cut = words.findIndex((word, i) => i > 0 && /^(?:of|for|to|in|at)$/.test(word));
  const end = cut < 0 ? words.length : cut;
  return rolePhrase(words[end - 1] ?? '', [...words.slice(0, end - 1), ...words.slice(end)]);
}

const LEADERS = new Set(['leader', 'chief', 'head', 'commander', 'spokesman', 'spokeswoman', 'spokesperson']);

/** The kind of a role by roles.csv: "the Norland leader" is an official, "the opposition leader" is not; null where the list has no such head. */
export function kindOfRole({ head, words }: RolePhrase, { roles, kinds }: NameVocabulary): string | null {
  // Who leads or speaks for these holds no public office.
  const isOut = LEADERS.has(head) && [...words].some((word) => kinds['out of office'].has(word));
  return isOut ? 'other' : (roles.get(head)?.kind ?? null);
}

/** How well a described role fits the one that is asked for; null where they cannot be the same. */
export function fitOf(asked: RolePhrase, described: RolePhrase, vocabulary: NameVocabulary): number | null {
  const head = headFit(asked.head, described, vocabulary);
  if (head === null || isDecidedAgainst(asked, described, vocabulary)) return null;
  const words = [...asked.words];
  const hits = words.filter((word) => isKnownWord(word, described.words, vocabulary)).length;
  const misses = words.length - hits;
  if (misses > 0 && hits === 0 && (described.words.size > 0 || isNamed(asked))) return null;
  if (misses > hits && HEADS_OF_BODIES.has(asked.head)) return null;
  return head + 2 * hits - misses;
}

/** Heads that say nothing without what is headed: "the head of the central bank" is not the head of the state. */
const HEADS_OF_BODIES = new Set(['head', 'chief', 'director', 'chairman', 'chairwoman', 'chair', 'deputy']);

/** "the Harbour spokesman", "the EU official": a name in the role narrows it. */
function isNamed({ home }: RolePhrase): boolean {
  return home.some((word) => /^\p{Lu}/u.test(word));
}

function headFit(head: string, described: RolePhrase, vocabulary: NameVocabulary): number | null {
  if (head === described.head) return 1;
  const means = vocabulary.roles.get(head)?.means ?? [];
  return means.some(
    (role) => role === described.head || (role.endsWith(` ${described.head}`) && described.words.has(role.split(' ')[0] ?? '')),
  )
    ? 0.5
    : null;
}

function isDecidedAgainst(asked: RolePhrase, described: RolePhrase, { roles }: NameVocabulary): boolean {
  for (const word of DECIDING) {
    if (asked.words.has(word) === described.words.has(word)) continue;
    // "The premier" is a prime minister: what its own word means need not be said.
    const isMeant = described.words.has(word) && roles.get(asked.head)?.means.includes(`${word} ${described.head}`) === true;
    if (!isMeant) return true;
  }
  const party = PARTIES.find((word) => asked.words.has(word));
  return party !== undefined && !described.words.has(party) && PARTIES.some((word) => described.words.has(word));
}

/** Whether the described role has the word, or another word for the same country. */
function isKnownWord(word: string, words: ReadonlySet<string>, vocabulary: NameVocabulary): boolean {
  if (words.has(word)) return true;
  const country = vocabulary.demonyms.get(word)?.country;
  return country !== undefined && [...words].some((other) => vocabulary.demonyms.get(other)?.country === country);
}
