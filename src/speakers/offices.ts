/** Who held an office on a day: "the US president" in an article of 2018 is Donald Trump. */
import type { Row } from '../model.ts';
import { cell, type FaultList, listedCell, neededCell } from './columns.ts';
import type { Listed } from './listed.ts';
import { foldWord } from './spelling.ts';
import type { Demonym } from './vocabulary.ts';

/** One person's time in an office; `from` and `to` are ISO days, months or years, both included; empty is open. */
export interface Tenure {
  readonly side: string;
  readonly listed: Listed;
  readonly from: string;
  readonly to: string;
}

/** Tenures by the key of each phrase that names the office, and by person. */
export interface OfficeBook {
  readonly byPhrase: ReadonlyMap<string, readonly Tenure[]>;
  readonly phrasesOf: ReadonlyMap<string, readonly { readonly phrase: string; readonly tenure: Tenure }[]>;
}

const DAY = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/** Compiles offices.csv: office, phrases with |, side, person (id in speakers.csv), from, to, origin. */
export function compileOffices(
  rows: readonly Row[],
  known: { readonly people: ReadonlyMap<string, Listed>; readonly demonyms: ReadonlyMap<string, Demonym> },
  faults: FaultList,
): OfficeBook {
  const byPhrase = new Map<string, Tenure[]>();
  const phrasesOf = new Map<string, { phrase: string; tenure: Tenure }[]>();
  for (const row of rows) {
    const listed = known.people.get(neededCell(row, 'person', faults).toLowerCase());
    if (!listed) {
      faults.add(row, `person ${cell(row, 'person')} is not in speakers.csv, expected the id of a row there`);
      continue;
    }
    const tenure = { side: neededCell(row, 'side', faults), listed, from: readDay(row, 'from', faults), to: readDay(row, 'to', faults) };
    if (tenure.from !== '' && tenure.to !== '' && tenure.to < tenure.from) faults.add(row, `to is before from, expected a later day`);
    for (const name of [neededCell(row, 'office', faults), ...listedCell(row, 'phrases')]) {
      const phrase = phraseKey(name);
      push(byPhrase, phrase, tenure);
      push(phrasesOf, listed.speaker.id, { phrase, tenure });
    }
  }
  return { byPhrase, phrasesOf };
}

/** A phrase's words in lower case without articles and stops: "the U.S. president" → "us president". */
export function phraseKey(phrase: string): string {
  return phrase
    .split(/[\s\-–]+/)
    .map(foldWord)
    .filter((word) => word !== '' && word !== 'the')
    .join(' ');
}

/** The one who held the office on that day; null where nobody or more than one did, or the day is not known and there were several. */
export function holderOf(phrase: string, date: string | null, offices: OfficeBook): Tenure | null {
  const tenures = offices.byPhrase.get(phraseKey(phrase)) ?? [];
  const then = date === null ? tenures : tenures.filter((tenure) => isWithin(date, tenure));
  const holders = new Set(then.map((tenure) => tenure.listed));
  return holders.size === 1 ? (then[0] ?? null) : null;
}

/** Whether a tenure touches the day, month or year. */
export function isWithin(date: string, tenure: Tenure): boolean {
  const startsInTime = tenure.from === '' || tenure.from.slice(0, date.length) <= date.slice(0, tenure.from.length);
  const endsInTime = tenure.to === '' || tenure.to.slice(0, date.length) >= date.slice(0, tenure.to.length);
  return startsInTime && endsInTime;
}

function readDay(row: Row, column: string, faults: FaultList): string {
  const day = cell(row, column);
  if (day === '' || DAY.test(day)) return day;
  faults.add(row, `${column} must be a day, month or year such as 2018-12-22, found ${day}`);
  return '';
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
