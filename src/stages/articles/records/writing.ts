/** What stands in a field of text, as writing: parts of lists, markup, runs, subtitles, lists that were printed into a cell. */
import { markupText } from '../pages/walk.ts';
import { isSubtitles, subtitleText } from '../subtitles.ts';
import { isObject, textOf } from './record.ts';

const MARKUP =
  /<\/?(?:p|br|div|span|a|b|i|em|strong|u|h[1-6]|ul|ol|li|blockquote|q|figure|figcaption|img|section|article|table|tr|td|font|script|style|iframe|hr|html|body|head)(?:\s[^<>]{0,2000})?\/?>/i;
/** Answers of NewsAPI, GNews and others break off so. */
const CUT_OFF = /\[\+?(\d+) chars\]\s*$/;

/** How many characters a service says that it kept back, as '1234'; null where it says nothing of the kind. */
export function keptBack(given: string): string | null {
  return CUT_OFF.exec(given.slice(-100))?.[1] ?? null;
}

function withoutCutOff(text: string): string {
  const cut = CUT_OFF.exec(text);
  return cut === null ? text : text.slice(0, cut.index).trimEnd();
}

const LIST_BEGINS = /^\[\s*(["'])/;

/** A list that was printed into a cell: ['One.', 'Two.'] */
function isPrintedList(given: string): boolean {
  const text = given.trim();
  const begin = LIST_BEGINS.exec(text);
  const inside = text.slice(0, -1).trimEnd().replace(/,$/, '').trimEnd();
  return begin !== null && text.endsWith(']') && inside.length > begin[0].length && inside.endsWith(begin[1] ?? '');
}

/** A text field's value as writing: a list's parts are paragraphs, markup is read, a list that was printed into a cell is a list again. */
export function writingOf(value: unknown): string | null {
  if (Array.isArray(value)) {
    if (areRuns(value)) return writingOf((value as readonly Run[]).map((run) => (typeof run === 'string' ? run : run.text)).join(''));
    const parts = value.flatMap((part) => writingOf(part) ?? []);
    return parts.length > 0 ? parts.join('\n\n') : null;
  }
  if (isObject(value)) {
    // A name or a title in an object is not its text.
    const inner = BODIES.find((name) => Array.isArray(value[name])) ?? WRITTEN.find((name) => typeof value[name] === 'string');
    return inner === undefined ? null : writingOf(value[inner]);
  }
  if (typeof value === 'number') return null;
  const text = textOf(value);
  if (text === null) return null;
  if (isSubtitles(text)) return subtitleText(text) || null;
  const list = isPrintedList(text) ? printedList(text) : null;
  if (list) return writingOf(list);
  const markup = [value, text].find((each) => typeof each === 'string' && MARKUP.test(each));
  const written = withoutCutOff((typeof markup === 'string' ? textOf(markupText(markup)) : text) ?? '');
  return /\S/.test(written) ? written : null;
}

/** Where an object keeps the parts of its text. */
const BODIES = ['content', 'paragraphs', 'paragraph'];
/** Where it keeps a text that is whole. */
const WRITTEN = ['rendered', 'main', 'original', 'plain', 'html', 'text', '#text', '_', ...BODIES];
/** Kinds of the runs of which some services make a paragraph. */
const RUN = /^(?:text|plain|span|bold|italic|underline|link|text_link|mention|hashtag|entity)$/i;

type Run = string | { readonly type: string; readonly text: string };

/** Pieces of one text, which somebody has cut where its letters change: strings among typed objects, or objects of such types alone. */
function areRuns(list: readonly unknown[]): boolean {
  const isTyped = (each: unknown): boolean => isObject(each) && typeof each.type === 'string' && typeof each.text === 'string';
  return (
    list.some(isTyped) &&
    list.every((each) => typeof each === 'string' || isTyped(each)) &&
    (list.some((each) => typeof each === 'string') || list.every((each) => RUN.test((each as { readonly type: string }).type)))
  );
}

const ITEM = /\s*(?:"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)')\s*(,|\]|$)/y;

/** The texts of a list as Python or JSON prints it; null where it is none. */
function printedList(text: string): readonly string[] | null {
  const items: string[] = [];
  ITEM.lastIndex = text.indexOf('[') + 1;
  for (let match = ITEM.exec(text); match; match = ITEM.exec(text)) {
    items.push((match[1] ?? match[2] ?? '').replace(/\\(["'\\/])/g, '$1').replace(/\\n/g, '\n'));
    if (match[3] !== ',') return items;
    if (/^\s*\]\s*$/.test(text.slice(ITEM.lastIndex, ITEM.lastIndex + 20))) return items;
  }
  return null;
}
