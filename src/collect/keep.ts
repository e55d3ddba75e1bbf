/** From the items of a feed to records in the archive: only what is new or has changed is fetched and kept. */
import { createHash } from 'node:crypto';
import { appendRecords, archiveName } from './archive.ts';
import type { Feed } from './feeds.ts';
import type { Clock } from './hosts.ts';
import { type FeedItem, unpackBody } from './items.ts';
import type { Trouble } from './ledger.ts';
import { type PageIndex, type PageRecord, pageKey } from './pages.ts';
import { infoRecord, itemRecords, type Kept, pageRecords } from './records.ts';
import type { Missed, Visited, Visitor } from './visit.ts';

/** What keeping needs, and what it counts. */
export interface Keeping {
  readonly into: string;
  readonly index: PageIndex;
  readonly visitor: Visitor;
  readonly clock: Clock;
  readonly userAgent: string;
  readonly counts: { pages: number; saved: number };
  readonly missed: Trouble[];
}

/** Pages of one feed in one run; what is more is fetched in the next. */
const MOST_PAGES = 200;
/** A page that fails so often is let be. */
const MOST_FAILURES = 3;

/** Keeps what is new. `isComplete` is false where something is still to be had another time. */
export async function keepItems(
  feed: Feed,
  items: readonly FeedItem[],
  keeping: Keeping,
): Promise<{ readonly kept: number; readonly isComplete: boolean }> {
  let [kept, fetched, isComplete] = [0, 0, true];
  for (const item of items) {
    if (!feed.pages) {
      if (keepText(feed, item, keeping)) kept += 1;
      continue;
    }
    if (item.url === '' || !isWanted(item, keeping.index.get(pageKey(item.url)))) continue;
    if (fetched >= MOST_PAGES) return { kept, isComplete: false };
    fetched += 1;
    const done = await keepPage(feed, item, keeping);
    if (done === 'kept') kept += 1;
    if (done === 'later') isComplete = false;
  }
  return { kept, isComplete };
}

/** A page that is not known, that failed before, or that the feed says was changed since. */
function isWanted(item: FeedItem, known: PageRecord | undefined): boolean {
  if (known === undefined) return true;
  return !known.isRefused && (known.failures > 0 || (item.updated !== '' && item.updated !== known.updated));
}

/** The item's own text, where the pages are not asked for. */
function keepText(feed: Feed, item: FeedItem, keeping: Keeping): boolean {
  if (item.content.trim() === '') return false;
  const sha256 = hashOf(Buffer.from(`${item.title}\n${item.content}`));
  const key = item.url === '' ? `${feed.feed}#${hashOf(Buffer.from(item.title)).slice(0, 16)}` : pageKey(item.url);
  if (keeping.index.get(key)?.sha256 === sha256) return false;
  const url = item.url === '' ? feed.feed : item.url;
  write(keeping, itemRecords(keptOf({ feed, item, url, key, sha256 }, keeping), item));
  keeping.index.add({ url: key, updated: item.updated, sha256, etag: '', lastModified: '', failures: 0, isRefused: false });
  return true;
}

async function keepPage(feed: Feed, item: FeedItem, keeping: Keeping): Promise<'kept' | 'same' | 'later' | 'refused'> {
  const key = pageKey(item.url);
  const known = keeping.index.get(key);
  const conditions = {
    ...(known?.etag && { 'if-none-match': known.etag }),
    ...(known?.lastModified && { 'if-modified-since': known.lastModified }),
  };
  const visited = await keeping.visitor.visit(item.url, conditions);
  const missed = objectionTo(visited);
  if (missed !== null) return missPage(missed, { feed, item, key }, keeping);
  const { answer, url } = visited as Visited;
  const unpacked = answer.status === 304 ? null : unpackBody(answer);
  if (unpacked !== null && 'failure' in unpacked) return missPage({ ...unpacked, isLasting: false }, { feed, item, key }, keeping);
  const sha256 = unpacked === null ? (known?.sha256 ?? '') : hashOf(unpacked.bytes);
  const isSame = unpacked === null || sha256 === known?.sha256;
  if (isSame) keeping.counts.saved += 1;
  else write(keeping, pageRecords(keptOf({ feed, item, url: url.href, key, sha256 }, keeping), answer));
  const validators = {
    etag: answer.headers.get('etag') ?? known?.etag ?? '',
    lastModified: answer.headers.get('last-modified') ?? known?.lastModified ?? '',
  };
  keeping.index.add({ url: key, updated: item.updated, sha256, ...validators, failures: 0, isRefused: false });
  return isSame ? 'same' : 'kept';
}

/** Why what came is no page; null where it is one. */
function objectionTo(visited: Visited | Missed): Missed | null {
  if ('failure' in visited) return visited;
  const type = visited.answer.headers.get('content-type') ?? '';
  return visited.answer.status === 304 || /html/i.test(type) ? null : { failure: `no web page (${type || 'of no type'})`, isLasting: true };
}

interface Page {
  readonly feed: Feed;
  readonly item: FeedItem;
  readonly key: string;
}

function missPage({ failure, isLasting, isPostponed }: Missed, { feed, item, key }: Page, { index, missed }: Keeping): 'later' | 'refused' {
  if (isPostponed) return 'later';
  missed.push({ address: item.url, feed: feed.feed, reason: failure });
  const known = index.get(key);
  const failures = (known?.failures ?? 0) + 1;
  const isRefused = isLasting || failures >= MOST_FAILURES;
  const rest = { sha256: known?.sha256 ?? '', etag: known?.etag ?? '', lastModified: known?.lastModified ?? '' };
  index.add({ url: key, updated: known?.updated ?? '', ...rest, failures, isRefused });
  return isRefused ? 'refused' : 'later';
}

interface Keepable {
  readonly feed: Feed;
  readonly item: FeedItem;
  readonly url: string;
  readonly key: string;
  readonly sha256: string;
}

function keptOf({ feed, item, url, key, sha256 }: Keepable, { clock }: Keeping): Kept {
  const { title, published, updated } = item;
  return {
    url,
    fetched: timeOf(clock),
    told: { title, published, updated, outlet: feed.outlet, side: feed.side, via: feed.feed, item: key, payload: sha256 },
  };
}

function write({ into, clock, userAgent, counts }: Keeping, records: Uint8Array): void {
  const name = archiveName(clock.now());
  const [software = '', operator = ''] = userAgent.split(' ');
  appendRecords(into, name, records, () => infoRecord(timeOf(clock), { software, operator: operator.replace(/^\(\+|\)$/g, ''), name }));
  counts.pages += 1;
}

function timeOf({ now }: Clock): string {
  return `${new Date(now()).toISOString().slice(0, 19)}Z`;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
