/** JSON → clippings: lines or a list of records, each an article, an article with its quotations cut out, or one quotation. */
import type { Clipping, Outcome } from '../../core/model.ts';
import { joinOutcomes, setAside } from './finish.ts';
import type { ReadOptions } from './input.ts';
import { readArticleRecord } from './records/article.ts';
import { isGdelt, readGdelt } from './records/gdelt.ts';
import { isQuotebankArticle, isQuotebankQuotation, readQuotebankArticle, readQuotebankQuotation } from './records/quotebank.ts';
import type { JsonRecord, RecordPlace } from './records/record.ts';

/** Longest line of a JSON-lines file, in characters. */
const LONGEST_LINE = 16_000_000;
/** Names under which a file of one object keeps its list of articles. */
const LISTS = ['articles', 'items', 'results', 'data', 'documents', 'docs', 'records', 'entries', 'hits', 'posts'];

/** Lines of a JSON-lines file; `firstLine` counts from 1, so that a file may be handed over in pieces. */
export function readLines(lines: readonly string[], firstLine: number, path: string, options: ReadOptions): Outcome<Clipping> {
  return joinOutcomes(lines.map((line, i) => readLine(line, { path, place: `line ${firstLine + i}`, options })));
}

function readLine(line: string, at: RecordPlace): Outcome<Clipping> {
  const text = line.trim();
  if (text === '') return { kept: [], problems: [] };
  if (text.length > LONGEST_LINE)
    return setAside(at, 'too large', `the line has ${text.length} characters, expected at most ${LONGEST_LINE}`);
  const value = parseJson(text);
  return value === undefined ? setAside(at, 'bad json', 'the line is not JSON') : readRecord(value, at);
}

/** A JSON file: a list of records, an object that holds one, or a single record. */
export function readJson(text: string, path: string, options: ReadOptions): Outcome<Clipping> {
  const value = parseJson(text);
  if (value === undefined) return setAside({ path }, 'bad json', 'the file is not JSON');
  const list = listOf(value);
  if (!list) return readRecord(value, { path, place: '', options });
  if (list.length === 0) return setAside({ path }, 'empty', 'the file holds an empty list');
  return joinOutcomes(list.map((each, i) => readRecord(each, { path, place: `record ${i + 1}`, options })));
}

function listOf(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null || isGdelt(value as JsonRecord)) return null;
  const record = value as JsonRecord;
  const name = LISTS.find((each) => Object.hasOwn(record, each) && Array.isArray(record[each]));
  return name === undefined ? null : (record[name] as readonly unknown[]);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** One record → one clipping, or the reason why not. */
export function readRecord(value: unknown, at: RecordPlace): Outcome<Clipping> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return setAside(
      at,
      'bad record',
      `the record is ${Array.isArray(value) ? 'a list' : value === null ? 'null' : `a ${typeof value}`}, expected an object with a text`,
    );
  const record = value as JsonRecord;
  if (isGdelt(record)) return readGdelt(record, at);
  if (isQuotebankArticle(record)) return readQuotebankArticle(record, at);
  if (isQuotebankQuotation(record)) return readQuotebankQuotation(record, at);
  return readArticleRecord(record, at);
}
