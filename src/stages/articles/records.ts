/** JSON → clippings: lines or a list of records, each an article, an article with its quotations cut out, or one quotation. */
import type { Clipping } from '../../core/model/articles.ts';
import type { Outcome } from '../../core/model/problems.ts';
import { joinOutcomes, setAside } from './finish.ts';
import type { ReadOptions } from './input.ts';
import { readArticleRecord } from './records/article.ts';
import { agreeOnOrder } from './records/day-order.ts';
import { isGdelt, readGdelt } from './records/gdelt.ts';
import { parseJson, parseValues } from './records/json.ts';
import { listOf } from './records/lists.ts';
import { isQuotebankArticle, isQuotebankQuotation, readQuotebankArticle, readQuotebankQuotation } from './records/quotebank.ts';
import { isObject, type JsonRecord, type RecordPlace, textField } from './records/record.ts';
import { joinSpoken, readSpoken, type SpokenPiece } from './subtitles.ts';

/** Longest line of a JSON-lines file, in characters. */
const LONGEST_LINE = 16_000_000;
/** A line of a list that somebody wrote a record a line. */
const BRACKET = /^[[\],]$/;

/** Lines of a JSON-lines file; `firstLine` counts from 1, so that a file may be handed over in pieces. */
export function readLines(lines: readonly string[], firstLine: number, path: string, options: ReadOptions): Outcome<Clipping> {
  return joinOutcomes(lines.map((line, i) => readLine(line, { path, place: `line ${firstLine + i}`, options })));
}

function readLine(line: string, at: RecordPlace): Outcome<Clipping> {
  const text = line.trim();
  if (text === '' || BRACKET.test(text)) return { kept: [], problems: [] };
  if (text.length > LONGEST_LINE)
    return setAside(at, 'too large', `the line has ${text.length} characters, expected at most ${LONGEST_LINE}`);
  const value = parseJson(text.replace(/,$/, ''));
  return value === undefined ? setAside(at, 'bad json', 'the line is not JSON') : readValue(value, at);
}

/** A file of JSON lines as a whole: where its lines are not JSON, its values may stand over several lines, or several on one. */
export function readJsonLines(text: string, path: string, options: ReadOptions): Outcome<Clipping> {
  const outcome = readLines(text.split(/\r\n|\n|\r/), 1, path, options);
  if (outcome.kept.length + outcome.problems.length === 0) return setAside({ path }, 'empty', 'there is no record in it');
  if (!outcome.problems.some(({ code }) => code === 'bad json')) return outcome;
  const values = parseValues(text);
  return values ? readValues(values, { path, place: '', options }) : outcome;
}

/** A JSON file: a list of records, an object that holds one, a single record, or several one behind another. */
export function readJson(text: string, path: string, options: ReadOptions): Outcome<Clipping> {
  const value = parseJson(text);
  if (value !== undefined) return readValue(value, { path, place: '', options });
  const values = parseValues(text);
  return values ? readValues(values, { path, place: '', options }) : setAside({ path }, 'bad json', 'the file is not JSON');
}

/** A value that may be a record or hold a list of them. */
function readValue(value: unknown, at: RecordPlace): Outcome<Clipping> {
  const list = listOf(value);
  if (!list) return readRecord(value, at);
  if (list.length === 0) return setAside(at, 'empty', 'there is an empty list in it');
  const outlet = outletOf(value);
  return readValues(list, at, outlet);
}

function readValues(values: readonly unknown[], { path, place, options }: RecordPlace, outlet: string | null = null): Outcome<Clipping> {
  const spoken = spokenOf(values);
  if (spoken !== '') return readSpoken({ path }, spoken, options);
  const before = place === '' ? '' : `${place}, `;
  return agreeOnOrder(
    joinOutcomes(values.map((each, i) => readRecord(each, { path, place: `${before}record ${i + 1}`, options }, outlet))),
  );
}

/** Speech that a program wrote down, a piece a record with where it starts: '' for any other list. */
function spokenOf(values: readonly unknown[]): string {
  const pieces: SpokenPiece[] = [];
  for (const value of values) {
    const { text, start, duration, end, speaker, ...rest } = (value ?? {}) as JsonRecord;
    if (typeof text !== 'string' || typeof start !== 'number' || typeof (duration ?? end) !== 'number' || 'title' in rest || 'url' in rest)
      return '';
    pieces.push({ text: text.trim(), speaker: typeof speaker === 'string' ? speaker.trim() : '' });
  }
  return joinSpoken(pieces);
}

/** JSON Feed names itself and its outlet at the top, an exported channel of Telegram its name. */
function outletOf(value: unknown): string | null {
  const record = Array.isArray(value) ? null : (value as JsonRecord);
  if (record && /jsonfeed\.org/.test(String(record.version))) return textField(record, ['title']);
  return record && /^(?:public|private)_channel$/.test(String(record.type)) && Array.isArray(record.messages)
    ? textField(record, ['name'])
    : null;
}

/** A record that describes a table, a chart or another file: there are texts in it, and none is an article. */
function isDescription(record: JsonRecord): boolean {
  return typeof record.$schema === 'string' || (typeof record.profile === 'string' && Array.isArray(record.resources));
}

/** One record → one clipping, or the reason why not. */
export function readRecord(value: unknown, at: RecordPlace, outlet: string | null = null): Outcome<Clipping> {
  if (!isObject(value))
    return setAside(
      at,
      'bad record',
      `the record is ${Array.isArray(value) ? 'a list' : value === null ? 'null' : `a ${typeof value}`}, expected an object with a text`,
    );
  const record = value;
  if (isDescription(record))
    return setAside(at, 'bad record', 'the record describes another file, as a schema, a chart or a data package does');
  if (isGdelt(record)) return readGdelt(record, at);
  if (isQuotebankArticle(record)) return readQuotebankArticle(record, at);
  if (isQuotebankQuotation(record)) return readQuotebankQuotation(record, at);
  return readArticleRecord(record, at, outlet);
}
