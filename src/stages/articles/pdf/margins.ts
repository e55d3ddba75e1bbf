/** What stands at the head and foot of pages and belongs to no article: running heads, page numbers, and what a browser prints there. */

import type { Piece } from '../../../core/model/documents.ts';
import { rowsOf } from './lines.ts';

/** Rows at the head and at the foot of a page that are looked at; only the outermost in an export, where a page may begin with the outlet of its article. */
const EDGE_ROWS = 3;
const EDGE_ROWS_OF_EXPORT = 1;
/** A running head stands on at least this share of the pages, so that left and right pages may differ. */
const LEAST_SHARE = 0.3;
const PAGE_NUMBER = /^[-–—|[(\s]*(?:page\s*|p\.\s*)?(?!(?:19|20)\d\d$)\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?[-–—|\])\s.]*$/i;
const ADDRESS = /^(?:https?|file):\/\/\S{4,}$/i;
const PRINTED_AT = /^\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+\d{1,2}[:.]\d\d(?:\s*[AP]M)?$/i;

/** The lines of the pages that are left, and the address that a browser printed beside them. */
export interface Inside {
  readonly pages: readonly (readonly Piece[])[];
  readonly address: string | null;
}

/** The lines of each page without running heads and page numbers. `isMark` knows the marks of an export of articles, which are none, however often they stand there. */
export function withoutMargins(pages: readonly (readonly Piece[])[], isMark: (text: string) => boolean): Inside {
  const isExport = pages.some((lines) => lines.some(({ text }) => isMark(text)));
  const edges = pages.map((lines) => edgesOf(lines, isExport ? EDGE_ROWS_OF_EXPORT : EDGE_ROWS));
  const counts = new Map<string, number>();
  for (const { keys } of edges) for (const key of new Set(keys.values())) counts.set(key, (counts.get(key) ?? 0) + 1);
  const least = Math.max(2, pages.length * LEAST_SHARE);
  const isMargin = (line: Piece, { keys, printed }: Edges): boolean => {
    const key = keys.get(line);
    if (key === undefined || isMark(line.text)) return false;
    return (counts.get(key) ?? 0) >= least || PAGE_NUMBER.test(line.text) || printed.has(line);
  };
  return {
    pages: pages.map((lines, page) => lines.filter((line) => !isMargin(line, edges[page] ?? NONE))),
    address: edges.map(({ address }) => address).find((address) => address !== null) ?? null,
  };
}

/** The lines at head and foot of a page. */
interface Edges {
  /** Each with what is alike on other pages: its words without its numbers, and where it stands. */
  readonly keys: ReadonlyMap<Piece, string>;
  /** Those that a browser printed. */
  readonly printed: ReadonlySet<Piece>;
  readonly address: string | null;
}

const NONE: Edges = { keys: new Map(), printed: new Set(), address: null };

function edgesOf(lines: readonly Piece[], count: number): Edges {
  const rows = rowsOf(lines);
  const head = rows.slice(0, count).flat();
  const foot = rows.slice(Math.max(count, rows.length - count)).flat();
  const keyed = (side: string) => (line: Piece) =>
    [line, `${side} ${line.text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ')}`] as const;
  return { keys: new Map([...head.map(keyed('head')), ...foot.map(keyed('foot'))]), ...printedBeside(rows) };
}

/** A browser prints title, address, page and time in the outermost rows: the address and one of the others are there, each for itself. */
function printedBeside(rows: readonly (readonly Piece[])[]): Pick<Edges, 'printed' | 'address'> {
  const outermost = rows.length > 1 ? [...(rows[0] ?? []), ...(rows.at(-1) ?? [])] : [];
  const address = outermost.find(({ text }) => ADDRESS.test(text))?.text ?? null;
  const isPrinted = address !== null && outermost.some(({ text }) => PAGE_NUMBER.test(text) || PRINTED_AT.test(text));
  return isPrinted
    ? { printed: new Set(outermost), address: /^http/i.test(address) ? address : null }
    : { printed: new Set(), address: null };
}
