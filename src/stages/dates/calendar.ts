/** events.csv and offices.csv → what the dates room knows about history. */

import { spanOfDate } from '../../core/days.ts';
import type { Compiled, Fault, Row, Tables } from '../../core/model/problems.ts';
import { normal } from './tokens.ts';

/** Words in a row; a word that ends in `*` stands for all that begin so. */
export type Phrase = readonly string[];

/** How texts speak of an event. */
type EventKind = 'sudden' | 'planned' | 'lasting' | 'election';

const KINDS: readonly string[] = ['sudden', 'planned', 'lasting', 'election'];

/** Something that happened on known days, and the words by which a text tells of it. */
export interface Event {
  readonly name: string;
  /** Days since 1970-01-01. */
  readonly first: number;
  readonly last: number;
  /** Alternatives; the phrases of one must all stand in one paragraph. */
  readonly alternatives: readonly (readonly Phrase[])[];
  /** planned: texts speak of it in advance, as of a summit. lasting: texts speak of it for years, as of a war. election: both. */
  readonly kind: EventKind;
}

/** Someone in an office, from one day to another. */
export interface Term {
  readonly titles: readonly string[];
  readonly surname: string;
  readonly from: number;
  /** Infinity while the office is held. */
  readonly to: number;
}

/** Dated events, and who was in office when. */
export interface Calendar {
  readonly events: readonly Event[];
  readonly terms: readonly Term[];
}

/** Makes events.csv (day, name, phrases, kind, origin) and offices.csv (office, phrases, person, from, to) ready for use. */
export function compileCalendar(tables: Tables): Compiled<Calendar> {
  const faults: Fault[] = [];
  const events: Event[] = [];
  const seen = new Set<string>();
  for (const row of tables.events ?? []) {
    const event = eventOf(row, seen);
    if (typeof event === 'string') faults.push({ file: row.file, line: row.line, message: event });
    else events.push(event);
  }
  const terms = (tables.offices ?? []).flatMap((row) => termOf(row) ?? []);
  return { value: { events: events.sort((a, b) => a.first - b.first), terms }, faults };
}

function eventOf({ cells }: Row, seen: Set<string>): Event | string {
  const [from, to] = (cells.day ?? '').split('/');
  const first = spanOfDate(from ?? '');
  const last = to ? spanOfDate(to) : first;
  if (!first || !last || last[1] < first[0])
    return `day is "${cells.day ?? ''}", expected a day as 2018-12-22, a month as 2018-12 or two days as 2018-11-30/2018-12-01`;
  if (!cells.name) return 'name is empty, expected what happened';
  const kind = cells.kind || 'sudden';
  if (!KINDS.includes(kind)) return `kind is "${kind}", expected ${KINDS.join(', ')}`;
  if (!cells.origin) return 'origin is empty, expected where the day is known from';
  const alternatives = (cells.phrases ?? '').split('|').map((all) => all.split('+').map(phraseOf));
  if (alternatives.some((phrases) => phrases.some((phrase) => phrase.length === 0)))
    return 'phrases has an empty alternative, expected words that a text uses for the event';
  for (const alternative of (cells.phrases ?? '').split('|')) {
    const key = alternative.toLowerCase().replace(/\s+/g, ' ').trim();
    if (seen.has(key)) return `phrase "${key}" stands in two events, expected words that name one`;
    seen.add(key);
  }
  return { name: cells.name, first: first[0], last: last[1], alternatives, kind: kind as EventKind };
}

function phraseOf(text: string): Phrase {
  return text
    .split(/[\s-]+/)
    .map((word) => normal(word.replace(/[^\p{L}\p{N}.'’*]/gu, '')))
    .filter((word) => word !== '');
}

/** "US president", "barack-obama" → "president" before "obama". Faults of offices.csv are the speakers room's to tell. */
function termOf({ cells }: Row): Term | null {
  const from = spanOfDate(cells.from ?? '');
  const to = cells.to ? spanOfDate(cells.to) : null;
  const surname = (cells.person ?? '').split(/[-\s]/).at(-1)?.toLowerCase();
  const title = (cells.office ?? '')
    .toLowerCase()
    .replace(/^(us|u\.s\.|american|russian|russia's|british|german|french|ukrainian|chinese|polish|turkish)\s+/, '');
  if (!from || !surname || title === '') return null;
  return { titles: [title], surname, from: from[0], to: to?.[0] ?? Infinity };
}
