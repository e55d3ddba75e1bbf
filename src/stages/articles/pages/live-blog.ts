/** Days of the entries of a live blog: from its linked data where that repeats the entries' words, else from the time elements in its text. */
import type { Entry } from '../../../core/model/articles.ts';
import type { Block } from './blocks.ts';
import { dayOf } from './entry-times.ts';
import { isArticle, type LinkedThing, plainValue, textProperty } from './linked.ts';
import { markupText } from './walk.ts';

/** Updates that are looked at, and the letters and figures by which an entry is known again. */
const MOST_UPDATES = 1000;
const KNOWN_BY = 40;
const LONGEST_OPENING = 2000;

/** What a page says of its live blog. */
export interface LiveBlog {
  readonly isLive: boolean;
  /** The first words of each update, as key, with its day. */
  readonly openings: ReadonlyMap<string, string>;
  /** All days that the blog and its updates name, also of updates that give no words; none where it lists no updates. */
  readonly days: ReadonlySet<string>;
}

/** The live blog that linked data describes. */
export function liveBlogOf(things: readonly LinkedThing[]): LiveBlog {
  const blogs = things.filter((thing) => !thing.isOther && isArticle(thing) && thing.types.includes('LiveBlogPosting'));
  const openings = new Map<string, string>();
  const days = new Set<string>();
  for (const update of blogs.flatMap(({ properties }) => [properties.liveBlogUpdate].flat()).slice(0, MOST_UPDATES)) {
    if (typeof update !== 'object' || update === null) continue;
    const thing = { types: [], properties: update as Readonly<Record<string, unknown>>, isOther: false };
    const date = plainValue(thing.properties.datePublished);
    const day = typeof date === 'string' ? dayOf(date) : null;
    if (day === null) continue;
    days.add(day);
    for (const name of ['headline', 'articleBody']) {
      const key = keyOf(markupText((textProperty(thing, [name]) ?? '').slice(0, LONGEST_OPENING)));
      if (key.length === KNOWN_BY && !openings.has(key)) openings.set(key, day);
    }
  }
  if (days.size > 0) for (const blog of blogs) days.add(dayOf(String(plainValue(blog.properties.datePublished))) ?? '');
  days.delete('');
  return { isLive: blogs.length > 0, openings, days };
}

/** Where each entry begins in the text that is made of these blocks, and its day. */
export function entriesOf(blocks: readonly Block[], starts: readonly number[], { openings }: LiveBlog): readonly Entry[] {
  const at = (dayAt: (block: Block) => string | null): readonly Entry[] =>
    blocks.flatMap((block, i) => {
      const day = dayAt(block);
      return day === null ? [] : [{ start: starts[i] ?? 0, day }];
    });
  const known = openings.size === 0 ? [] : at(({ text }) => openings.get(keyOf(text)) ?? null);
  return known.length > 0 ? known : (closedEntries(blocks, starts) ?? at(({ time }) => time ?? null));
}

/** A time that an entry shows, in a line of its own. */
const TIME_LINE = /^[^\d\n]{0,14}\d{1,2}(?:[:.h]\d\d|\s?[ap]\.?m)[^\n]{0,14}$/i;

/** Entries that end with their times: none stands above the first, and one behind the last. Null for any other blog. */
function closedEntries(blocks: readonly Block[], starts: readonly number[]): readonly Entry[] | null {
  const lastBlock = blocks.at(-1);
  if (lastBlock === undefined || blocks[0]?.time !== undefined) return null;
  const isLine = ({ text }: Block): boolean => TIME_LINE.test(text);
  const last = lastBlock.lastTime ?? (isLine(lastBlock) ? lastBlock.time : undefined);
  if (last === undefined) return null;
  const entries: Entry[] = [];
  let start = starts[0] ?? 0;
  for (const [i, block] of blocks.entries()) {
    if (block.time === undefined) continue;
    entries.push({ start, day: block.time });
    start = (isLine(block) ? starts[i + 1] : starts[i]) ?? start;
  }
  return lastBlock.lastTime === undefined ? entries : [...entries, { start, day: last }];
}

/** The first letters and figures of a text. */
function keyOf(text: string): string {
  return text
    .slice(0, KNOWN_BY * 4)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, KNOWN_BY);
}
