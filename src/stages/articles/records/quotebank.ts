/** Quotebank, both layouts: one quotation a line with its speaker's probabilities, or one article a line with its quotations. */
import type { Clipping } from '../../../core/model/articles.ts';
import type { Outcome } from '../../../core/model/problems.ts';
import { domainOf } from '../domain.ts';
import { keep, setAside } from '../finish.ts';
import { writingField } from './fields.ts';
import { type CutQuote, type JsonRecord, joinQuotes, probabilityOf, type RecordPlace, textField } from './record.ts';

/** True for a line of quotes-YYYY.json. */
export function isQuotebankQuotation(record: JsonRecord): boolean {
  return typeof record.quotation === 'string' && ('quoteID' in record || 'probas' in record);
}

/** True for a line of quotebank-YYYY.json. */
export function isQuotebankArticle(record: JsonRecord): boolean {
  return Array.isArray(record.quotations) && ('articleID' in record || 'articleLength' in record);
}

/** One quotation, with the speaker whom Quotebank thinks likeliest; 'None' is nobody. */
export function readQuotebankQuotation(record: JsonRecord, { path, place, options }: RecordPlace): Outcome<Clipping> {
  const writing = writingField(new Map([['quotation', record.quotation]]), 'quotation');
  if (writing === null) return setAside({ path, place }, 'empty', 'the record has no quotation');
  const urls = Array.isArray(record.urls) ? record.urls.filter((url) => typeof url === 'string') : [];
  const url = urls[0] ?? null;
  const draft = {
    id: textField(record, ['quoteID']) ?? `${path}:${place}`,
    path,
    place,
    layout: 'quotes' as const,
    ...writing,
    given: [
      {
        span: [0, writing.text.length] as const,
        speaker: namedSpeaker(record.speaker),
        probability: firstProbability(record.probas),
        ...(Array.isArray(record.qids) && { qids: record.qids.filter((qid) => typeof qid === 'string') }),
        ...(typeof record.numOccurrences === 'number' && { occurrences: record.numOccurrences }),
        ...(urls.length > 1 && { urls: urls.slice(1) }),
      },
    ],
    url,
    outlet: domainOf(url),
    hints: dateHint(record),
  };
  return keep(draft, options.boilerplate);
}

/** One article: a paragraph for each quotation, between its contexts. */
export function readQuotebankArticle(record: JsonRecord, { path, place, options }: RecordPlace): Outcome<Clipping> {
  const { text, given } = joinQuotes((record.quotations as readonly unknown[]).flatMap(cutQuote));
  if (given.length === 0) return setAside({ path, place }, 'empty', 'the article has no quotation');
  const url = textField(record, ['url']);
  const draft = {
    id: textField(record, ['articleID']) ?? `${path}:${place}`,
    path,
    place,
    layout: 'quotes' as const,
    text,
    given,
    title: textField(record, ['title']),
    url,
    outlet: domainOf(url),
    hints: dateHint(record),
  };
  return keep(draft, options.boilerplate);
}

function cutQuote(value: unknown): readonly CutQuote[] {
  if (typeof value !== 'object' || value === null) return [];
  const record = value as JsonRecord;
  const quote = textField(record, ['quotation']);
  if (quote === null) return [];
  const probas = Array.isArray(record.globalProbas) ? record.globalProbas : record.localProbas;
  return [
    {
      before: contextOf(record.leftContext),
      quote,
      after: contextOf(record.rightContext),
      speaker: namedSpeaker(record.globalTopSpeaker ?? record.localTopSpeaker),
      probability: firstProbability(probas),
    },
  ];
}

/** A context is a string, or a list of tokens. */
function contextOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.filter((token) => typeof token === 'string').join(' ') : '';
}

function namedSpeaker(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' && value.toLowerCase() !== 'none' ? value : null;
}

/** The first pair's number: [["Name", "0.81"], …] or [{speaker, proba}, …]. */
function firstProbability(probas: unknown): number {
  const first: unknown = Array.isArray(probas) ? probas[0] : undefined;
  if (Array.isArray(first)) return probabilityOf(first[1]);
  return typeof first === 'object' && first !== null ? probabilityOf((first as JsonRecord).proba) : 1;
}

function dateHint(record: JsonRecord): readonly { kind: string; name: string; value: string }[] {
  const date = textField(record, ['date']);
  return date ? [{ kind: 'field', name: 'date', value: date }] : [];
}
