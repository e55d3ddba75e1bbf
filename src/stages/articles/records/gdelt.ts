/** GDELT Global Quotation Graph: one article a line, its quotations cut out with about 100 characters before and after; no speakers. */
import type { Clipping } from '../../../core/model/articles.ts';
import type { Outcome } from '../../../core/model/problems.ts';
import { domainOf } from '../domain.ts';
import { keep, setAside } from '../finish.ts';
import { type CutQuote, type JsonRecord, joinQuotes, type RecordPlace, textField } from './record.ts';

/** Languages that GQG names in English, as codes. */
const LANGUAGES: Readonly<Record<string, string>> = {
  english: 'en',
  russian: 'ru',
  german: 'de',
  french: 'fr',
  spanish: 'es',
  chinese: 'zh',
  ukrainian: 'uk',
};

/** True for a record of the Global Quotation Graph: `quotes` with pre, quote and post. */
export function isGdelt(record: JsonRecord): boolean {
  const quotes = record.quotes;
  if (!Array.isArray(quotes)) return false;
  if (quotes.length === 0) return typeof record.url === 'string' && 'lang' in record;
  const first: unknown = quotes[0];
  return typeof first === 'object' && first !== null && 'quote' in first && ('pre' in first || 'post' in first);
}

/** Reads one line. Its `date` is the minute when GDELT saw the article, so the address goes before it. */
export function readGdelt(record: JsonRecord, { path, place, options }: RecordPlace): Outcome<Clipping> {
  const { text, given } = joinQuotes((record.quotes as readonly unknown[]).flatMap(cutQuote));
  const url = textField(record, ['url']);
  const date = textField(record, ['date']);
  const lang = textField(record, ['lang', 'language'])?.toLowerCase();
  if (given.length === 0) return setAside({ path, place }, 'empty', 'the record has no quotation');
  const draft = {
    id: url ?? `${path}:${place}`,
    path,
    place,
    layout: 'quotes' as const,
    text,
    given,
    title: textField(record, ['title']),
    outlet: domainOf(url),
    url,
    language: lang ? (LANGUAGES[lang] ?? lang) : null,
    hints: [...(url ? [{ kind: 'url', name: 'url', value: url }] : []), ...(date ? [{ kind: 'seen', name: 'date', value: date }] : [])],
  };
  return keep(draft, options.boilerplate);
}

function cutQuote(value: unknown): readonly CutQuote[] {
  if (typeof value !== 'object' || value === null) return [];
  const record = value as JsonRecord;
  const quote = textField(record, ['quote']);
  if (quote === null) return [];
  return [{ before: textField(record, ['pre']) ?? '', quote, after: textField(record, ['post']) ?? '', speaker: null, probability: 1 }];
}
