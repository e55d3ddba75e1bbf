/** A record that is an article: its text, and whatever fields tell about it. */
import type { Clipping, DateHint } from '../../../core/model/articles.ts';
import type { Outcome } from '../../../core/model/problems.ts';
import { domainOf } from '../domain.ts';
import { idOf, joinOutcomes, keep, note, setAside } from '../finish.ts';
import { isSubtitles } from '../subtitles.ts';
import { dateNames, FIELDS, type Field, fieldText, type Named, namedFields, plainName, writingField } from './fields.ts';
import { type JsonRecord, type RecordPlace, textOf } from './record.ts';

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
    const code = FIELDS.text.some((name) => named.has(name)) ? 'empty' : 'no text field';
    return setAside(
      { path, place },
      code,
      `the record has no text (its fields are ${Object.keys(record).slice(0, 8).join(', ') || 'none'})`,
    );
  }
  const url = pick('url');
  const draft = {
    id: pick('id') ?? numbered(path, place),
    path,
    place,
    text: writing.text,
    ...(writing.origin && { origin: writing.origin }),
    ...(isSubtitles(writing.given) && { layout: 'transcript' as const }),
    title: pick('title'),
    outlet: pick('outlet') ?? outlet ?? domainOf(url),
    author: pick('author'),
    url,
    language: pick('language'),
    hints: [...dateHints(named, options.columns), ...(url ? [{ kind: 'url', name: 'url', value: url }] : [])],
  };
  const kept = keep(draft, options.boilerplate);
  const full = fullCell(writing.given);
  return full === null
    ? kept
    : joinOutcomes([kept, note(draft, 'cut text', `the text has ${full}, the most that a cell keeps: its end is probably missing`)]);
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
