/** The records that an answer of a service, a dump or a data frame holds, however deep it keeps them. */
import { hasText } from './article.ts';
import { isGdelt } from './gdelt.ts';
import { namesText } from './header.ts';
import { isQuotebankArticle } from './quotebank.ts';
import { isObject, type JsonRecord } from './record.ts';

/** Names under which a file of one object keeps its list of articles, and the objects around such a list. */
const LISTS = [
  'articles',
  'items',
  'results',
  'data',
  'documents',
  'docs',
  'records',
  'entries',
  'hits',
  'posts',
  'value',
  'news',
  'stories',
  'messages',
];
const AROUND = ['response', 'data', 'result', 'hits', 'feed'];
/** How deep a list without such a name is looked for, in how many values, and how many of its records are looked at. */
const DEEPEST = 4;
const MOST_VALUES = 400;
const SAMPLE = 20;

/** The list of records that a value is or holds; null where it is a record itself. */
export function listOf(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return rowsAsRecords(value) ?? (value.some(isObjectOrList) || value.length === 0 ? value : null);
  if (!isObject(value) || isGdelt(value)) return null;
  if (isQuotebankArticle(value)) return null;
  const columns = columnsAsRecords(value);
  if (columns) return columns;
  if (hasText(value)) return namedList(value, LISTS.slice(0, 2));
  const inner = AROUND.flatMap((name) => (isObject(value[name]) ? [value[name]] : []));
  const named = [value, ...inner].map((each) => namedList(each, LISTS)).find((list) => list !== null);
  const deep = named && holdTexts(named) ? null : deepList(value);
  return deep ?? named ?? null;
}

function namedList(record: JsonRecord, names: readonly string[]): readonly unknown[] | null {
  const name = names.find((each) => Object.hasOwn(record, each) && Array.isArray(record[each]) && record[each].every(isObjectOrList));
  return name === undefined ? null : (record[name] as readonly unknown[]);
}

/** The first list, or object of objects, most of whose records hold a text: level by level. */
function deepList(top: JsonRecord): readonly unknown[] | null {
  let level: readonly unknown[] = [top];
  for (let depth = 0; depth < DEEPEST; depth++) {
    const inner = level.flatMap((each) => (isObject(each) ? Object.values(each) : [])).slice(0, MOST_VALUES);
    const lists = [...inner, ...(depth === 0 ? [top] : [])].map((each) => (isObject(each) ? Object.values(each) : each));
    const found = lists.find(
      (each): each is unknown[] => Array.isArray(each) && each.length > 0 && each.every(isObject) && holdTexts(each),
    );
    if (found) return found;
    level = inner;
  }
  return null;
}

/** True where at least half of the first records hold a text of their own. */
function holdTexts(list: readonly unknown[]): boolean {
  const sample = list.slice(0, SAMPLE);
  return sample.filter((each) => isObject(each) && (hasText(each) || isGdelt(each))).length * 2 >= sample.length;
}

/** Rows below a row of names, one of which is that of a text. */
function rowsAsRecords([header, ...rows]: readonly unknown[]): readonly unknown[] | null {
  if (!nameColumns(header) || rows.length === 0 || !rows.every(Array.isArray)) return null;
  return rows.map((row: readonly unknown[]) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? null])));
}

/** A data frame by columns, `{"text": {"0": …, "1": …}}`, or by names and rows, `{"columns": […], "data": [[…]]}`. */
function columnsAsRecords(record: JsonRecord): readonly unknown[] | null {
  if (Array.isArray(record.columns) && Array.isArray(record.data)) return rowsAsRecords([record.columns, ...record.data]);
  const columns = Object.entries(record);
  const [first] = columns;
  if (!nameColumns(columns.map(([name]) => name)) || !isObject(first?.[1])) return null;
  const rows = Object.keys(first[1]);
  const isFrame =
    rows.length > 0 &&
    rows.every((row) => /^\d+$/.test(row)) &&
    columns.every(([, cells]) => isObject(cells) && Object.keys(cells).length === rows.length);
  return isFrame ? rows.map((row) => Object.fromEntries(columns.map(([name, cells]) => [name, (cells as JsonRecord)[row]]))) : null;
}

function nameColumns(names: unknown): names is readonly string[] {
  return Array.isArray(names) && names.every((name) => typeof name === 'string') && namesText(names);
}

function isObjectOrList(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
