/** One run: asks the feeds that are due, keeps what is new, and writes down how each of them fares. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type FeedRecord, GONE, untried } from '../core/feed-ledger.ts';
import { makeFolder } from '../files/disk/change.ts';
import { sizeOf } from '../files/disk/look.ts';
import { archiveName, mendArchive } from './archive.ts';
import { readFeed } from './feed-answer.ts';
import type { Feed } from './feeds.ts';
import { type Clock, Hosts } from './hosts.ts';
import { unpackSitemap } from './items.ts';
import { type Keeping, keepItems } from './keep.ts';
import { Ledger, type Trouble } from './ledger.ts';
import { PageIndex } from './pages.ts';
import type { Fetch } from './request.ts';
import { dueAfterFailure, dueAfterSuccess } from './schedule.ts';
import { type Missed, type Visited, Visitor } from './visit.ts';

/** What a run needs. */
export interface CollectRequest {
  readonly feeds: readonly Feed[];
  /** Folder of the articles. */
  readonly into: string;
  /** 'detente/0.1.0 (+mailto:desk@…)'. */
  readonly userAgent: string;
  readonly clock: Clock;
  readonly fetch: Fetch;
  /** Milliseconds after which no request begins. */
  readonly longest?: number;
}

/** What came of a run. */
export interface CollectOutcome {
  /** Feeds: those that were asked, and of them those with something new, without, and those that failed. */
  readonly tried: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly failed: readonly Trouble[];
  /** Feeds that are not due yet. */
  readonly notDue: number;
  /** Pages and items that were written, and pages that could not be had. */
  readonly pages: number;
  readonly missed: readonly Trouble[];
  /** Requests that went out, and answers that were not sent or not kept since nothing had changed. */
  readonly requests: number;
  readonly saved: number;
}

const LONGEST = 30 * 60_000;
/** Feeds that are worked on at once; a host is asked one thing at a time all the same. */
const AT_ONCE = 8;

/** Collects once. Throws a Stop where another run is at work or the disk cannot be written. */
export async function collect(request: CollectRequest): Promise<CollectOutcome> {
  const { feeds, into, clock, fetch, userAgent, longest = LONGEST } = request;
  makeFolder(into);
  const ledger = new Ledger(into);
  try {
    const robots = ledger.robots();
    const index = new PageIndex(ledger.folder);
    for (const { item, updated, payload } of mendArchive(into, ledger.checkpoint()))
      if (item !== '' && index.get(item)?.sha256 !== payload)
        index.add({ url: item, updated, sha256: payload, etag: '', lastModified: '', failures: 0, isRefused: false });
    const known = ledger.read();
    const records = new Map(feeds.map((feed) => [feed.feed, recordOf(feed, known)]));
    const hosts = new Hosts(clock, clock.now() + longest);
    const visitor = new Visitor({ fetch, hosts, now: clock.now, userAgent, robots });
    const keeping: Keeping = { into, index, visitor, clock, userAgent, counts: { pages: 0, saved: 0 }, missed: [] };
    const due = feeds.filter((feed) => isDue(records.get(feed.feed), clock.now()));
    const counts = { tried: 0, changed: 0, unchanged: 0, failed: [] as Trouble[] };
    let written = Promise.resolve();
    await eachAtOnce(due, async (feed) => {
      const before = records.get(feed.feed) ?? recordOf(feed, known);
      const after = await collectFeed(feed, before, keeping);
      if (after === before) return;
      records.set(feed.feed, after);
      counts.tried += 1;
      if (after.failures > 0) counts.failed.push({ address: feed.feed, feed: feed.feed, reason: after.reason });
      else if (after.lastChange === after.lastTry) counts.changed += 1;
      else counts.unchanged += 1;
      written = written.then(() => ledger.write(records.values(), checkpointOf(into, clock.now())));
      await written;
    });
    await ledger.write(records.values(), checkpointOf(into, clock.now()));
    await ledger.finish(robots, [...counts.failed, ...keeping.missed]);
    const { pages, saved } = keeping.counts;
    return { ...counts, notDue: feeds.length - due.length, pages, missed: keeping.missed, requests: visitor.requests.made, saved };
  } finally {
    ledger.release();
  }
}

function recordOf({ feed, outlet, side }: Feed, known: ReadonlyMap<string, FeedRecord>): FeedRecord {
  return { ...(known.get(feed) ?? untried({ feed, outlet, side })), outlet, side };
}

function isDue(record: FeedRecord | undefined, now: number): boolean {
  if (record === undefined || record.status === GONE) return false;
  return record.nextDue === '' || Date.parse(record.nextDue) <= now;
}

/** How much of the file of the day is whole; null where there is none yet. */
function checkpointOf(into: string, now: number): { readonly name: string; readonly size: number } | null {
  const name = archiveName(now);
  const size = sizeOf(join(into, name));
  return size === 0 ? null : { name, size };
}

async function eachAtOnce<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const item of { [Symbol.iterator]: () => waiting }) await work(item);
    }),
  );
}

/** Asks one feed and keeps what is new of it. The same record comes back where it was not asked. */
async function collectFeed(feed: Feed, before: FeedRecord, keeping: Keeping): Promise<FeedRecord> {
  const conditions = {
    ...(before.etag !== '' && { 'if-none-match': before.etag }),
    ...(before.lastModified !== '' && { 'if-modified-since': before.lastModified }),
  };
  const visited = await keeping.visitor.visit(before.movedTo || feed.feed, conditions);
  const now = keeping.clock.now();
  if ('failure' in visited) return visited.isPostponed ? before : failed(before, { missed: visited, now, feed });
  const success = succeeded(before, visited, now);
  const notNew = (ttl: number | null): FeedRecord => ({ ...success, nextDue: due(feed, { visited, now, ttl }) });
  if (visited.answer.status === 304) {
    keeping.counts.saved += 1;
    return notNew(null);
  }
  const unpacked = unpackSitemap(visited);
  if ('failure' in unpacked) return failed(before, { missed: { ...unpacked, isLasting: false }, now, feed });
  const sha256 = createHash('sha256').update(unpacked.bytes).digest('hex');
  if (sha256 === before.sha256) {
    keeping.counts.saved += 1;
    return notNew(null);
  }
  const read = await readFeed(visited, unpacked.bytes, keeping.visitor);
  if ('failure' in read) return failed(before, { missed: { ...read, isLasting: false }, now, feed });
  const { kept, isComplete } = await keepItems(feed, read.items, keeping);
  const { headers } = visited.answer;
  const validators = { etag: headers.get('etag') ?? '', lastModified: headers.get('last-modified') ?? '', sha256 };
  return {
    ...notNew(read.ttl),
    ...(kept > 0 && { lastChange: success.lastTry }),
    // Where something is still to be had, the feed is read again whole.
    ...(isComplete && !read.isOpen ? validators : { etag: '', lastModified: '', sha256: '' }),
  };
}

function succeeded(before: FeedRecord, { answer, url, isMoved }: Visited, now: number): FeedRecord {
  const time = timeOf(now);
  const movedTo = isMoved ? url.href : before.movedTo;
  return { ...before, lastTry: time, lastSuccess: time, failures: 0, status: String(answer.status), reason: '', movedTo };
}

interface Failing {
  readonly missed: Missed;
  readonly now: number;
  readonly feed: Feed;
}

/** A feed that has moved is asked at its first address again. */
function failed(before: FeedRecord, { missed, now, feed }: Failing): FeedRecord {
  const failures = before.failures + 1;
  const next = dueAfterFailure({ now, every: feed.every, headers: missed.headers ?? new Map() }, failures);
  const status = missed.status === undefined ? '' : String(missed.status);
  const told = { lastTry: timeOf(now), failures, status, reason: missed.failure, movedTo: '' };
  return { ...before, ...told, nextDue: status === GONE ? '' : timeOf(next) };
}

function due(feed: Feed, { visited, now, ttl }: { readonly visited: Visited; readonly now: number; readonly ttl: number | null }): string {
  return timeOf(dueAfterSuccess({ now, every: feed.every, ttl, headers: visited.answer.headers }));
}

/** '2026-11-29T08:00:00Z'. */
function timeOf(now: number): string {
  return `${new Date(now).toISOString().slice(0, 19)}Z`;
}
