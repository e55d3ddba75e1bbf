/** A site of our own on the loopback that answers as a test tells it, and a clock that runs when somebody waits. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { type CollectRequest, collect } from '../../src/collect/collect.ts';
import type { Feed } from '../../src/collect/feeds.ts';
import { type Limits, makeFetch } from '../../src/collect/request.ts';
import { parseLedger } from '../../src/core/feed-ledger.ts';
import { readUtf8 } from '../../src/files/disk/read.ts';

/** Answers one request. */
export type Page = (request: IncomingMessage, response: ServerResponse) => void;

/** A request that the site saw. */
export interface Seen {
  readonly path: string;
  readonly host: string;
  readonly headers: IncomingMessage['headers'];
  /** By the clock of the test. */
  readonly at: number;
}

/** The site. Its names all lead to the loopback: 'a.test', 'b.test', whatever is asked for. */
export interface Site {
  readonly port: number;
  /** Answers by path; what is not here is 404. */
  readonly pages: Map<string, Page>;
  readonly seen: Seen[];
  readonly clock: { time: number; readonly now: () => number; readonly sleep: (milliseconds: number) => Promise<void> };
  readonly url: (host: string, path: string) => string;
}

/** Monday, 2 March 2026, 08:00 UTC. */
const MORNING = Date.UTC(2026, 2, 2, 8);

/** Opens the site for the time of a test. */
export async function openSite(): Promise<Site> {
  const pages = new Map<string, Page>();
  const seen: Seen[] = [];
  const clock = {
    time: MORNING,
    now: () => clock.time,
    sleep: async (milliseconds: number) => {
      clock.time += milliseconds;
      await setImmediate();
    },
  };
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    seen.push({ path, host, headers: request.headers, at: clock.now() });
    const page = pages.get(`${host}${path}`) ?? pages.get(path);
    if (page === undefined) response.writeHead(404).end('not here');
    else page(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { port, pages, seen, clock, url: (host, path) => `http://${host}:${port}${path}` };
}

const loopback = async () => [{ address: '127.0.0.1', family: 4 }];
/** Long enough for a busy machine. */
const PATIENT: Limits = { idle: 60_000, whole: 90_000, bytes: 200_000 };
/** For sites that never end: the time is waited for. */
export const IMPATIENT: Limits = { idle: 3_000, whole: 9_000, bytes: 200_000 };
const EVERY_TEST_HOST = { has: (host: string) => host.endsWith('.test') } as ReadonlySet<string>;

/** Collects from the site into a folder. */
export function collectFrom(
  site: Site,
  into: string,
  feeds: readonly Partial<Feed>[],
  { limits = PATIENT, ...rest }: Partial<CollectRequest> & { readonly limits?: Limits } = {},
) {
  return collect({
    feeds: feeds.map((feed) => ({
      feed: site.url('a.test', '/feed'),
      outlet: 'Lake Courier',
      side: 'US',
      pages: true,
      every: 60,
      ...feed,
    })),
    into,
    userAgent: 'detente/0.0.0 (+mailto:desk@lake.test)',
    clock: site.clock,
    fetch: makeFetch({ limits, allowed: EVERY_TEST_HOST, resolve: loopback }),
    ...rest,
  });
}

/** The ledger's first feed. */
export function ledgerOf(into: string) {
  const read = readUtf8(join(into, '.collect', 'ledger.csv'));
  return 'error' in read ? [] : parseLedger(read.text, 'ledger.csv');
}

/** Sends a body. */
export const send =
  (body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}, status = 200): Page =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
  };

/** An article as a site prints it. */
export const story = (
  title: string,
  words = '“We are ready to talk to Moscow,” Marta Klein, the American envoy, said on Tuesday.',
): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${words}</p><p>The delegations are to meet again in the coming month, and nobody expects much of it.</p></article></body></html>`;

/** RSS with items of these paths. */
export const rss = (site: Site, paths: readonly string[], { host = 'a.test', more = '' } = {}): string => {
  const items = paths.map(
    (path) =>
      `<item><title>Story ${path}</title><link>${site.url(host, path)}</link><pubDate>Sun, 01 Mar 2026 10:00:00 GMT</pubDate>${more}</item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Lake</title>${items.join('')}</channel></rss>`;
};
