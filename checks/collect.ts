/**
 * Two campaigns for `detente collect`, against a site of our own: manners over many requests, with a clock that runs when somebody waits; and kills at random
 * moments, after which every page must stand in the archives once, whole. tools/run checks/collect [REQUESTS] [KILLS] [SEED]
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { collect } from '../src/collect/collect.ts';
import { describeRecord, soundMembers } from '../src/collect/records.ts';
import { makeFetch } from '../src/collect/request.ts';

const [requests = '1000', kills = '100', seed = '1', child = ''] = process.argv.slice(2);
const HOSTS = ['a.test', 'b.test', 'c.test', 'd.test'];
const DELAYS: Readonly<Record<string, number>> = { 'a.test': 1000, 'b.test': 1000, 'c.test': 3000, 'd.test': 7000 };
const HOUR = 3_600_000;
const START = Date.UTC(2026, 2, 2);

const fetch = makeFetch({
  allowed: { has: (host: string) => host.endsWith('.test') } as ReadonlySet<string>,
  resolve: async () => [{ address: '127.0.0.1', family: 4 }],
});
const feedsAt = (port: number) =>
  HOSTS.map((host) => ({ feed: `http://${host}:${port}/feed`, outlet: host, side: '', pages: true, every: 60 }));

interface Clock {
  time: number;
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** A clock whose waits end at once; those of several hosts end in the order of their times, as real ones do. */
function fastClock(time: number, pause = 0): Clock {
  const waiting: { readonly until: number; readonly end: () => void }[] = [];
  const clock: Clock = {
    time,
    now: () => clock.time,
    sleep: (milliseconds) =>
      new Promise((done) => {
        waiting.push({ until: clock.time + milliseconds, end: done });
        waiting.sort((a, b) => a.until - b.until);
        setTimeout(() => {
          const next = waiting.shift();
          if (next === undefined) return;
          clock.time = Math.max(clock.time, next.until);
          next.end();
        }, pause);
      }),
  };
  return clock;
}

/** Collects again and again until it is killed: the process that the second campaign kills. */
if (child !== '') {
  const [port = '0', into = '', time = '0'] = child.split('|');
  const clock = fastClock(Number(time), 1);
  process.stdout.write('ready\n');
  for (;;) {
    await collect({ feeds: feedsAt(Number(port)), into, userAgent: 'detente/0.0.0 (+mailto:desk@lake.test)', clock, fetch });
    process.stdout.write(`${clock.time}\n`);
    clock.time += 2 * HOUR;
  }
}

/** Stories that the site has so far, by host; each collect finds some new ones. */
let stories = 5;
const seen: { readonly host: string; readonly at: number }[] = [];
let manners: Clock | null = null;

const rss = (host: string, port: number): string =>
  `<rss version="2.0"><channel><title>${host}</title>${Array.from(
    { length: Math.min(stories, 60) },
    (_, i) => `<item><title>Story ${stories - i}</title><link>http://${host}:${port}/story/${stories - i}</link></item>`,
  ).join('')}</channel></rss>`;

function answer(response: ServerResponse, type: string, body: string): void {
  response.writeHead(200, { 'content-type': type }).end(body);
}

const server = createServer((request, response) => {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  if (manners !== null) seen.push({ host, at: manners.now() });
  const path = request.url ?? '';
  if (path === '/robots.txt') answer(response, 'text/plain', `User-agent: *\nCrawl-delay: ${(DELAYS[host] ?? 0) / 1000}\n`);
  else if (path === '/feed') answer(response, 'application/rss+xml', rss(host, port));
  else
    answer(
      response,
      'text/html',
      `<html><head><title>${path}</title></head><body><p>${`The story of ${host}${path}. `.repeat(40)}</p></body></html>`,
    );
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const { port } = server.address() as AddressInfo;

const folder = mkdtempSync(join(tmpdir(), 'detente-collect-'));

/** Each page record of the archives: address → how often; and bytes behind the last whole record. */
function inspect(into: string): { readonly pages: ReadonlyMap<string, number>; readonly torn: number } {
  const pages = new Map<string, number>();
  let torn = 0;
  for (const name of (existsSync(into) ? readdirSync(into) : []).filter((each) => each.endsWith('.warc.gz'))) {
    const bytes = readFileSync(join(into, name));
    let end = 0;
    for (const member of soundMembers(bytes)) {
      end = member.end;
      const { type, item } = describeRecord(member.content);
      if (type === 'metadata') pages.set(item, (pages.get(item) ?? 0) + 1);
    }
    torn += bytes.length - end;
  }
  return { pages, torn };
}

let isSound = true;
function report(what: string, isGood: boolean): void {
  process.stdout.write(`${isGood ? 'ok  ' : 'BAD '} ${what}\n`);
  isSound &&= isGood;
}

async function checkManners(): Promise<void> {
  const into = join(folder, 'manners');
  manners = fastClock(START);
  let [made, saved, rounds, everything] = [0, 0, 0, 0];
  while (seen.length < Number(requests)) {
    const outcome = await collect({
      feeds: feedsAt(port),
      into,
      userAgent: 'detente/0.0.0 (+mailto:desk@lake.test)',
      clock: manners,
      fetch,
    });
    made += outcome.requests;
    saved += outcome.saved;
    rounds += 1;
    everything += HOSTS.length * (Math.min(stories, 60) + 2);
    manners.time += 2 * HOUR;
    if (rounds % 3 !== 0) stories += 5;
  }
  let early = 0;
  const last = new Map<string, number>();
  for (const { host, at } of seen) {
    if (at - (last.get(host) ?? Number.NEGATIVE_INFINITY) < (DELAYS[host] ?? 0)) early += 1;
    last.set(host, at);
  }
  manners = null;
  report(
    `${made} requests in ${rounds} rounds to ${HOSTS.length} hosts: ${early} within a host's delay`,
    early === 0 && made === seen.length,
  );
  report(`whoever fetches everything each time asks ${everything} times; ${saved} answers had not changed`, made < everything);
}

function startChild(into: string, time: number): ChildProcess {
  return spawn(process.execPath, [process.argv[1] ?? '', '0', '0', seed, `${port}|${into}|${time}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function checkKills(): Promise<void> {
  const into = join(folder, 'kills');
  let state = Number(seed);
  const random = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  let time = START;
  let torn = 0;
  stories = 5;
  for (let i = 0; i < Number(kills); i++) {
    const running = startChild(into, time);
    await new Promise<void>((done) => running.stdout?.once('data', () => done()));
    running.stdout?.on('data', (text: Buffer) => {
      time = Math.max(time, Number(text.toString().trim().split('\n').at(-1)) || 0);
      stories += 3;
    });
    await sleep(random() * 1200);
    running.kill('SIGKILL');
    await new Promise((done) => running.once('close', done));
    torn += inspect(into).torn > 0 ? 1 : 0;
    stories += 2;
    time += 3 * HOUR;
  }
  const clock = fastClock(time + 48 * HOUR);
  await collect({ feeds: feedsAt(port), into, userAgent: 'detente/0.0.0 (+mailto:desk@lake.test)', clock, fetch });
  const { pages, torn: left } = inspect(into);
  const newest = HOSTS.flatMap((host) =>
    Array.from({ length: Math.min(stories, 60) }, (_, i) => `http://${host}:${port}/story/${stories - i}`),
  );
  const missing = newest.filter((url) => !pages.has(url)).length;
  const twice = [...pages.values()].filter((count) => count > 1).length;
  report(
    `${kills} kills (${torn} left a torn tail): ${pages.size} pages stand in the archives, ${twice} of them twice, ${missing} of ${newest.length} are missing`,
    twice === 0 && missing === 0,
  );
  report(`${left} bytes behind the last whole record`, left === 0);
}

try {
  await checkManners();
  await checkKills();
} finally {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = isSound ? 0 : 1;
