/** The list of feeds: a CSV (feed, outlet, side, pages, every) or OPML as feed readers export it. */
import type { Compiled, Fault } from '../core/model/problems.ts';
import { parseRows } from '../core/rows.ts';
import { walkXml } from '../stages/articles/xml.ts';

/** One feed to collect. */
export interface Feed {
  readonly feed: string;
  /** Name of the outlet; '' leaves it to what the pages say. */
  readonly outlet: string;
  readonly side: string;
  /** Whether the pages that its items lead to are fetched; otherwise the items' own text is kept. */
  readonly pages: boolean;
  /** Minutes from one request to the next, at least. */
  readonly every: number;
}

const DEFAULT_EVERY = 60;
/** Nobody's server is asked more often. */
const LEAST_EVERY = 15;
const MINUTES: Readonly<Record<string, number>> = { '': 1, m: 1, min: 1, h: 60, d: 1440 };

type Cells = Readonly<Record<string, string | undefined>>;

/** Reads FEEDS. Every fault is listed as file:line. */
export function parseFeeds(text: string, file: string): Compiled<readonly Feed[]> {
  const { rows, faults } = /^\s*<(?:\?xml|opml)/i.test(text) ? opmlRows(text, file) : csvRows(text, file);
  const seen = new Map<string, number>();
  const feeds: Feed[] = [];
  const found: Fault[] = [...faults];
  for (const { line, cells } of rows) {
    const { feed, messages } = readRow(cells);
    const first = feed === null ? undefined : seen.get(feed.feed);
    if (first !== undefined) messages.push(`\`${feed?.feed}\` stands in line ${first} already, expected each feed once`);
    found.push(...messages.map((message) => ({ file, line, message })));
    if (feed === null || messages.length > 0) continue;
    seen.set(feed.feed, line);
    feeds.push(feed);
  }
  if (rows.length === 0 && found.length === 0) found.push({ file, line: 1, message: 'no feed, expected a row with an address' });
  return { value: feeds, faults: found };
}

interface Rows {
  readonly rows: readonly { readonly line: number; readonly cells: Cells }[];
  readonly faults: readonly Fault[];
}

function csvRows(text: string, file: string): Rows {
  const { value, faults } = parseRows(text, file);
  const isNamed = value.length === 0 || value[0]?.cells.feed !== undefined;
  const missing = { file, line: 1, message: 'no column `feed`, expected feed, outlet, side, pages, every' };
  return { rows: isNamed ? value : [], faults: isNamed ? faults : [...faults, missing] };
}

/** OPML 2.0: an outline with `xmlUrl` is a feed; `title` or `text` name it. Attributes `side`, `pages` and `every` are ours. */
function opmlRows(text: string, file: string): Rows {
  const rows: { line: number; cells: Cells }[] = [];
  const isSound = walkXml(text, {
    open: (name, attributes, from) => {
      if (name !== 'outline' || attributes.xmlurl === undefined) return;
      const { xmlurl, title, text: words, side, pages, every } = attributes;
      rows.push({ line: text.slice(0, from).split('\n').length, cells: { feed: xmlurl, outlet: title ?? words, side, pages, every } });
    },
  });
  return { rows, faults: isSound ? [] : [{ file, line: 1, message: 'elements lie more than 300 deep in one another, expected OPML' }] };
}

function readRow(cells: Cells): { readonly feed: Feed | null; readonly messages: string[] } {
  const messages: string[] = [];
  const address = addressOf(cells.feed ?? '');
  if (address === null)
    messages.push(`\`feed\` is \`${cells.feed ?? ''}\`, expected an address with http:// or https:// and without a password`);
  const pages = /^(yes|y|true|1|x|ja)$/i.test(cells.pages ?? '');
  if (!pages && !/^(|no|n|false|0|nein)$/i.test(cells.pages ?? '')) messages.push(`\`pages\` is \`${cells.pages}\`, expected yes or no`);
  const every = minutesOf(cells.every ?? '');
  if (every === null) messages.push(`\`every\` is \`${cells.every}\`, expected ${LEAST_EVERY}m or more, as 60m, 6h or 1d`);
  const feed =
    address === null ? null : { feed: address, outlet: cells.outlet ?? '', side: cells.side ?? '', pages, every: every ?? DEFAULT_EVERY };
  return { feed, messages };
}

function addressOf(text: string): string | null {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null;
  url.hash = '';
  return url.href;
}

function minutesOf(text: string): number | null {
  if (text.trim() === '') return DEFAULT_EVERY;
  const [, number = '', unit = ''] = /^(\d{1,5})\s*(m|min|h|d|)$/i.exec(text.trim()) ?? [];
  const minutes = Number(number) * (MINUTES[unit.toLowerCase()] ?? 0);
  return number !== '' && minutes >= LEAST_EVERY ? minutes : null;
}
