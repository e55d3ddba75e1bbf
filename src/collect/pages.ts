/** What is known of each page and item that a feed has led to: a file of JSON lines that only grows. */
import { join } from 'node:path';
import { readBytes } from '../files/disk/read.ts';
import { appendBytes, truncateFile } from '../files/disk/write.ts';

/** One page, as it was when last looked at. */
export interface PageRecord {
  readonly url: string;
  /** What the feed said when it was fetched; another day there is a reason to look again. */
  readonly updated: string;
  /** Of the unpacked body; '' where nothing was kept. */
  readonly sha256: string;
  readonly etag: string;
  readonly lastModified: string;
  /** Tries in a row that failed. */
  readonly failures: number;
  /** It will not be asked for again: forbidden, gone, or failed too often. */
  readonly isRefused: boolean;
}

const LARGEST = 2 * 1024 * 1024 * 1024;

/** A page's address without what tells only how somebody came to it. */
export function pageKey(address: string): string {
  const url = new URL(address);
  url.hash = '';
  for (const name of [...url.searchParams.keys()]) if (/^(?:utm_\w+|fbclid|gclid)$/.test(name)) url.searchParams.delete(name);
  return url.href;
}

/** The index of pages in a folder. A last line that a kill cut short is cut off. */
export class PageIndex {
  readonly #path: string;
  readonly #pages = new Map<string, PageRecord>();

  constructor(folder: string) {
    this.#path = join(folder, 'pages.jsonl');
    const read = readBytes(this.#path, LARGEST);
    if ('error' in read) return;
    const end = read.bytes.lastIndexOf(0x0a) + 1;
    if (end < read.bytes.length) truncateFile(this.#path, end);
    for (const line of new TextDecoder().decode(read.bytes.subarray(0, end)).split('\n')) this.#take(line);
  }

  get(key: string): PageRecord | undefined {
    return this.#pages.get(key);
  }

  add(record: PageRecord): void {
    this.#pages.set(record.url, record);
    appendBytes(this.#path, Buffer.from(`${JSON.stringify(record)}\n`));
  }

  /** A broken line is passed over; what the page had is fetched again at worst. */
  #take(line: string): void {
    try {
      const record = JSON.parse(line) as PageRecord;
      if (typeof record.url === 'string') this.#pages.set(record.url, record);
    } catch {
      // An empty line, or one that a full disk cut short.
    }
  }
}
