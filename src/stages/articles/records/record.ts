/** Reading fields of records that anybody may have written. */

import { withSingleSpaces } from '../../../core/blanks.ts';
import { trimOf } from '../../../core/ends.ts';
import type { GivenQuote } from '../../../core/model/articles.ts';
import type { ReadOptions } from '../input.ts';
import { mendText } from '../mend.ts';

/** An object as JSON.parse gives it. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** True for an object that is no list. */
export function isObject(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Where a record stands, and how it is to be read. */
export interface RecordPlace {
  readonly path: string;
  readonly place: string;
  readonly options: ReadOptions;
}

/** What tables write where there is nothing. */
const MISSING = /^(?:nan|nat|null|none|n\/a|na|nil|undefined|<na>|#n\/a|-+)?$/i;

/** The first of the named fields that holds text or a number. */
export function textField(record: JsonRecord, names: readonly string[]): string | null {
  for (const name of names) {
    if (name === '' || !Object.hasOwn(record, name)) continue;
    const text = textOf(record[name]);
    if (text !== null) return text;
  }
  return null;
}

/** Names inside an object whose value stands for the object: MongoDB's wrappers, WordPress's rendered text, names and titles. */
const INNER = ['$date', '$oid', '$numberLong', '$numberInt', 'rendered', 'main', 'original', 'name', 'title', 'text', '#text', '_'];

/** Text of a value: of a list of names its parts joined, of an object what it wraps. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return MISSING.test(value.trim()) ? null : mendText(value);
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (Array.isArray(value)) {
    const parts = value.flatMap((part) => (typeof part === 'number' ? [] : (textOf(part) ?? [])));
    return parts.length > 0 ? parts.join(', ') : null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const parts = dayOfParts(value as JsonRecord);
  if (parts !== null) return parts;
  const inner = INNER.find((name) => Object.hasOwn(value, name) && textOf((value as JsonRecord)[name]) !== null);
  return inner === undefined ? null : textOf((value as JsonRecord)[inner]);
}

/** Reference managers write a day as {"date-parts": [[2024, 3, 5]]}: '2024-03-05', or as much of it as there is. */
function dayOfParts(value: JsonRecord): string | null {
  const list = value['date-parts'];
  const first: unknown = Array.isArray(list) ? list[0] : null;
  if (!Array.isArray(first) || first.length === 0 || !first.every((part) => /^\d{1,4}$/.test(String(part)))) return null;
  return first.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-');
}

/** A number from 0 to 1; 1 where there is none. */
export function probabilityOf(value: unknown): number {
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && number >= 0 && number <= 1 ? number : 1;
}

/** A quotation that the record has cut out, with what stood around it. */
export interface CutQuote {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
  readonly speaker: string | null;
  readonly probability: number;
}

/** Quotations as a text, a paragraph each, and where each stands in it. */
export function joinQuotes(quotes: readonly CutQuote[]): { readonly text: string; readonly given: readonly GivenQuote[] } {
  const given: GivenQuote[] = [];
  let text = '';
  for (const { before, quote, after, speaker, probability } of quotes) {
    if (text !== '') text += '\n\n';
    const opening = `${oneLine(before)} “`.trimStart();
    const start = text.length + opening.length;
    const content = trimOf(oneLine(quote), /["“”]/);
    text += `${opening}${content}” ${oneLine(after).replace(/^["”]+\s*/, '')}`.trimEnd();
    given.push({ span: [start, start + content.length], speaker, probability });
  }
  return { text, given };
}

function oneLine(text: string): string {
  return withSingleSpaces(text).trim();
}
