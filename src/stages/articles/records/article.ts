/** A record that is an article: its text, and whatever fields tell about it. */
import type { Clipping, DateHint } from '../../../core/model/articles.ts';
import type { Outcome } from '../../../core/model/problems.ts';
import { originalAddress } from '../captured.ts';
import { domainOf, withoutWww } from '../domain.ts';
import { idOf, joinOutcomes, keep, note, setAside } from '../finish.ts';
import { isSubtitles } from '../subtitles.ts';
import { dateNames, FIELDS, type Field, fieldText, type Named, namedFields, plainName, writingField } from './fields.ts';
import { isStatement, STATEMENTS_REASON } from './header.ts';
import { type JsonRecord, type RecordPlace, textOf } from './record.ts';
import { keptBack } from './writing.ts';

/** The most that a cell holds: of Excel and of Google Sheets in characters, of a text column of MySQL in bytes of UTF-8. */
const CELLS = { characters: [32_767, 50_000], bytes: [65_535] };

/** Reads a record whose fields are named as people name them, or as the job's `columns` says. `outlet` is that of the list it stands in. */
export function readArticleRecord(
  record: JsonRecord,
  { path, place, options }: RecordPlace,
  outlet: string | null = null,
): Outcome<Clipping> {
  const named = namedFields(record);
  const pick = (field: Field): string | null => fieldText(named, field, options.columns?.[field]);
  const writing = writingField(named, options.columns?.text);
  if (writing === null) {
    if (isLinkOnly(named, pick('title'), pick('url')))
      return setAside({ path, place }, 'list of links', 'the record has a title and an address, and no text');
    const code = FIELDS.text.some((name) => named.has(name)) ? 'empty' : 'no text field';
    return setAside(
      { path, place },
      code,
      `the record has no text (its fields are ${Object.keys(record).slice(0, 8).join(', ') || 'none'})`,
    );
  }
  if (isStatement(named) && options.columns?.text === undefined) return setAside({ path, place }, 'statements', STATEMENTS_REASON);
  const address = pick('url');
  const url = address && originalAddress(address);
  const draft = {
    id: pick('id') ?? numbered(path, place),
    path,
    place,
    text: writing.text,
    ...(writing.origin && { origin: writing.origin }),
    ...(writing.marked && { marked: writing.marked }),
    ...(isSubtitles(writing.given) && { layout: 'transcript' as const }),
    title: pick('title') ?? writing.title ?? null,
    outlet: withoutWww(pick('outlet')) ?? outlet ?? domainOf(url),
    author: pick('author'),
    url,
    language: pick('language'),
    hints: [...dateHints(named, options.columns), ...(url ? [{ kind: 'url', name: 'url', value: url }] : [])],
  };
  const kept = keep(draft, options.boilerplate);
  const cut = cutNote(writing.given);
  return cut === null ? kept : joinOutcomes([kept, note(draft, 'cut text', cut)]);
}

/** Why the end of a text is missing, as it was given; null where nothing says that it is. */
function cutNote(given: string): string | null {
  const full = fullCell(given);
  if (full !== null) return `the text has ${full}, the most that a cell keeps: its end is probably missing`;
  const rest = keptBack(given);
  return rest === null ? null : `the text says that ${rest} characters of it are not here`;
}

/** Characters of a field that may be a text under a name that nobody knows. */
const LIKE_TEXT = 300;

/** A list of addresses, as services for looking up articles give it: there is nothing to read in it. */
function isLinkOnly(named: Named, title: string | null, url: string | null): boolean {
  const isShort = (value: unknown): boolean => typeof value !== 'object' && String(value).length < LIKE_TEXT;
  return (
    (title !== null || named.size === 1) &&
    url !== null &&
    !FIELDS.text.some((name) => named.has(name)) &&
    [...named.values()].every((each) => each === null || isShort(each))
  );
}

/** How long a text is that fills its cell to the last letter, as it was given; null for any other. */
function fullCell(given: string): string | null {
  if (CELLS.characters.includes(given.length)) return `${given.length} characters`;
  const [least = 0] = CELLS.bytes;
  if (given.length > Math.max(...CELLS.bytes) || given.length * 3 < least) return null;
  const bytes = Buffer.byteLength(given);
  return CELLS.bytes.includes(bytes) ? `${bytes} bytes` : null;
}

/** True where a record has a text of its own. */
export function hasText(record: JsonRecord): boolean {
  return fieldText(namedFields(record), 'text', undefined) !== null;
}

/** The job's own date column, then those that are commonly called so. */
function dateHints(named: Named, columns: Readonly<Record<string, string>> | undefined): readonly DateHint[] {
  const own = [columns?.date, columns?.published].flatMap((name) => (name === undefined ? [] : [plainName(name)]));
  return [...own, ...dateNames(named)].flatMap((name) => {
    const value = textOf(named.get(name));
    return value === null ? [] : [{ kind: 'field', name, value: value.slice(0, 120) }];
  });
}

/** 'feed.jsonl', 'line 12' → 'feed:12'; 'line 1, record 2' → 'feed:1.2'. */
export function numbered(path: string, place: string): string {
  const number = place.match(/\d+/g)?.join('.');
  return number === undefined ? idOf(path) : `${idOf(path)}:${number}`;
}
