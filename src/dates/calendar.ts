/** events.csv and offices.csv → what the dates room knows about history. */
import type { Compiled, Fault, Row, Tables } from '../model.ts';
import { spanOfDate } from './days.ts';

/** Something that happened on a known day, and the words by which a text tells of it. */
export interface Event {
  readonly name: string;
  /** Days since 1970-01-01. */
  readonly first: number;
  readonly last: number;
  /** Alternatives; each is a list of phrases that must all be there. Lower case. */
  readonly phrases: readonly (readonly string[])[];
}

/** Dated events in order of time. */
export interface Calendar {
  readonly events: readonly Event[];
}

/** Makes events.csv ready for use. Columns: day, name, phrases (alternatives by |, all-of by +), origin. */
export function compileCalendar(tables: Tables): Compiled<Calendar> {
  const faults: Fault[] = [];
  const events: Event[] = [];
  for (const row of tables.events ?? []) {
    const event = eventOf(row);
    if (typeof event === 'string') faults.push({ file: row.file, line: row.line, message: event });
    else events.push(event);
  }
  return { value: { events: events.sort((a, b) => a.first - b.first) }, faults };
}

function eventOf({ cells }: Row): Event | string {
  const days = spanOfDate(cells.day ?? '');
  if (!days) return `day is "${cells.day ?? ''}", expected a day as 2018-12-22 or a month as 2018-12`;
  const phrases = (cells.phrases ?? '')
    .toLowerCase()
    .split('|')
    .map((all) => all.split('+').map((phrase) => phrase.trim()));
  if (phrases.some((all) => all.includes(''))) return 'phrases has an empty alternative, expected words that a text uses for the event';
  return { name: cells.name ?? '', first: days[0], last: days[1], phrases };
}
