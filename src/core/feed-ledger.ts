/** What is known of each feed that is collected: `detente collect` writes it, a night reads it to tell a dry feed from a broken one. */
import { parseRows } from './rows.ts';

/** One feed. Times are ISO 8601 in UTC; what is not known is ''. */
export interface FeedRecord {
  /** The address as FEEDS has it. */
  readonly feed: string;
  readonly outlet: string;
  readonly side: string;
  readonly lastTry: string;
  /** When it could last be read, changed or not. */
  readonly lastSuccess: string;
  /** When it last had something new. */
  readonly lastChange: string;
  /** Tries in a row that failed. */
  readonly failures: number;
  readonly nextDue: string;
  /** HTTP status of the last try; '' where none came. */
  readonly status: string;
  /** Why the last try failed. */
  readonly reason: string;
  /** Where the feed has moved for good. */
  readonly movedTo: string;
  readonly etag: string;
  readonly lastModified: string;
  readonly sha256: string;
}

/** Columns of ledger.csv, each with the field that it holds. */
export const LEDGER_COLUMNS: readonly (readonly [name: string, field: keyof FeedRecord])[] = [
  ['feed', 'feed'],
  ['outlet', 'outlet'],
  ['side', 'side'],
  ['last_try', 'lastTry'],
  ['last_success', 'lastSuccess'],
  ['last_change', 'lastChange'],
  ['failures', 'failures'],
  ['next_due', 'nextDue'],
  ['status', 'status'],
  ['reason', 'reason'],
  ['moved_to', 'movedTo'],
  ['etag', 'etag'],
  ['last_modified', 'lastModified'],
  ['sha256', 'sha256'],
];

/** Folder of the ledger, in the folder of the articles; hidden, so that no run takes it for articles. */
export const LEDGER_FOLDER = '.collect';
export const LEDGER_FILE = 'ledger.csv';

/** A feed that nobody has tried yet. */
export function untried(feed: { readonly feed: string; readonly outlet: string; readonly side: string }): FeedRecord {
  const never = { lastTry: '', lastSuccess: '', lastChange: '', failures: 0, nextDue: '', status: '', reason: '' };
  return { ...never, ...feed, movedTo: '', etag: '', lastModified: '', sha256: '' };
}

/** Reads ledger.csv; rows without an address are left out. */
export function parseLedger(text: string, file: string): readonly FeedRecord[] {
  return parseRows(text, file).value.flatMap(({ cells }) => {
    const fields = Object.fromEntries(LEDGER_COLUMNS.map(([name, field]) => [field, cells[name] ?? '']));
    const record = { ...fields, failures: Number(fields.failures) || 0 } as unknown as FeedRecord;
    return record.feed === '' ? [] : [record];
  });
}

/** How a feed fares: something new of late; nothing new for long; not readable; taken away for good by its outlet (410); not tried yet. */
export type FeedState = 'fresh' | 'dry' | 'broken' | 'gone' | 'untried';

/** Worst first: an outlet of several feeds is told of by the first that holds for one of them. */
const WORST_FIRST: readonly FeedState[] = ['broken', 'gone', 'dry', 'untried', 'fresh'];

/** The state of each outlet's feeds, by its name: the worst of them. */
export function statesByOutlet(feeds: readonly FeedRecord[]): ReadonlyMap<string, FeedState> {
  const states = new Map<string, FeedState>();
  for (const feed of feeds) {
    const [state, before] = [stateOf(feed), states.get(feed.outlet)];
    if (before === undefined || WORST_FIRST.indexOf(state) < WORST_FIRST.indexOf(before)) states.set(feed.outlet, state);
  }
  return states;
}

/** So many failures in a row make a feed broken; fewer may be a bad evening. */
const FAILURES_OF_BROKEN = 3;
/** A feed that could be read and had nothing new for so many days is dry. */
const DAYS_OF_DRY = 14;
const DAY = 86_400_000;
/** 410: taken away for good. */
export const GONE = '410';

/** The state of a feed; it depends on the ledger alone, on no clock. */
export function stateOf(record: FeedRecord): FeedState {
  if (record.lastTry === '') return 'untried';
  if (record.status === GONE) return 'gone';
  if (record.failures >= FAILURES_OF_BROKEN || record.lastSuccess === '') return 'broken';
  const quiet = record.lastChange === '' ? Number.POSITIVE_INFINITY : Date.parse(record.lastTry) - Date.parse(record.lastChange);
  return quiet >= DAYS_OF_DRY * DAY ? 'dry' : 'fresh';
}
