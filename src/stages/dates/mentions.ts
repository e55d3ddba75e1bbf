/** Where a text tells of dated events. */
import type { Calendar, Event, Phrase } from './calendar.ts';
import type { Word } from './tokens.ts';

/** An event in a text: index of the first word of its first phrase, and whether the text speaks of it in advance. */
export interface Mention {
  readonly event: Event;
  readonly index: number;
  readonly isAhead: boolean;
}

/** The phrases of one alternative lie no further apart than this, in words. */
const WIDEST = 45;
const AHEAD = new Set('upcoming forthcoming ahead next planned scheduled will plans plan expected due looming eve'.split(' '));
const AHEAD_BEFORE = 7;
const AHEAD_AFTER = 4;

interface Entry {
  readonly event: Event;
  readonly phrases: readonly Phrase[];
}

/** Every mention of an event, in the order of the text. */
export function findMentions(words: readonly Word[], calendar: Calendar): readonly Mention[] {
  const index = indexOf(calendar);
  const mentions: Mention[] = [];
  const known = wordsByParagraph(words);
  for (const [i, word] of words.entries()) {
    if (mentions.length >= MOST_MENTIONS) break;
    const others = known.get(word.paragraph) ?? NO_WORDS;
    for (const { event, phrases } of entriesAt(index, word.text)) {
      if (!startsAt(words, i, phrases[0] ?? []) || !phrases.every((phrase) => mayStand(phrase, others))) continue;
      if (phrases.slice(1).every((phrase) => standsNear(words, i, phrase)))
        mentions.push({ event, index: i, isAhead: isAhead(words, i, phrases[0]?.length ?? 1) });
    }
  }
  return mentions;
}

const MOST_MENTIONS = 3000;
const NO_WORDS: ReadonlySet<string> = new Set();

/** The words of each paragraph, and their first three letters as stems, so that most phrases are ruled out at once. */
function wordsByParagraph(words: readonly Word[]): ReadonlyMap<number, ReadonlySet<string>> {
  const known = new Map<number, Set<string>>();
  for (const { paragraph, text } of words) {
    const set = known.get(paragraph) ?? new Set<string>();
    set.add(text).add(`${text.slice(0, 3)}*`);
    known.set(paragraph, set);
  }
  return known;
}

function mayStand(phrase: Phrase, known: ReadonlySet<string>): boolean {
  return phrase.every((word) => (word.endsWith('*') ? word.length < 4 || known.has(`${word.slice(0, 3)}*`) : known.has(word)));
}

const indexes = new WeakMap<Calendar, ReadonlyMap<string, readonly Entry[]>>();

/** Alternatives by the first word of their first phrase; those that begin with a stem by its first four letters. */
function indexOf(calendar: Calendar): ReadonlyMap<string, readonly Entry[]> {
  const known = indexes.get(calendar);
  if (known) return known;
  const index = new Map<string, Entry[]>();
  for (const event of calendar.events)
    for (const phrases of event.alternatives) {
      const first = phrases[0]?.[0] ?? '';
      const key = first.endsWith('*') ? `${first.slice(0, 4).replace('*', '')}*` : first;
      index.set(key, [...(index.get(key) ?? []), { event, phrases }]);
    }
  indexes.set(calendar, index);
  return index;
}

function entriesAt(index: ReadonlyMap<string, readonly Entry[]>, word: string): readonly Entry[] {
  const [exact, stem] = [index.get(word), index.get(`${word.slice(0, 4)}*`)];
  return exact && stem ? [...exact, ...stem] : (exact ?? stem ?? []);
}

function startsAt(words: readonly Word[], at: number, phrase: Phrase): boolean {
  const paragraph = words[at]?.paragraph;
  return phrase.every((expected, k) => {
    const word = words[at + k];
    return (
      word !== undefined &&
      word.paragraph === paragraph &&
      (expected.endsWith('*') ? word.text.startsWith(expected.slice(0, -1)) : word.text === expected)
    );
  });
}

function standsNear(words: readonly Word[], at: number, phrase: Phrase): boolean {
  for (let i = Math.max(0, at - WIDEST); i <= at + WIDEST; i++)
    if (words[i]?.paragraph === words[at]?.paragraph && startsAt(words, i, phrase)) return true;
  return false;
}

function isAhead(words: readonly Word[], at: number, length: number): boolean {
  const sentence = words[at]?.sentence;
  for (let i = Math.max(0, at - AHEAD_BEFORE); i < at + length + AHEAD_AFTER; i++) {
    const word = words[i];
    if (word && word.sentence === sentence && AHEAD.has(word.text)) return true;
  }
  return false;
}
