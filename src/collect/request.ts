/** One request over the network: to checked addresses alone, within bounds of time and size. No redirect is followed here. */
import { lookup } from 'node:dns/promises';
import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { ClosedAddress, openAddresses, type Resolve, type Resolved } from './addresses.ts';

/** What a server answered. */
export interface Answer {
  readonly status: number;
  /** By lower-case name; several of one name are joined by commas. */
  readonly headers: ReadonlyMap<string, string>;
  /** Status line and headers as they came, a line each, without the empty line behind them. */
  readonly head: string;
  /** As it came, still packed where the server packed it; without the chunks of the transfer. */
  readonly body: Uint8Array;
}

/** Why there is no answer. */
export interface Failure {
  readonly failure: string;
}

/** Asks for an address. Never throws on what a server or the network does. */
export type Fetch = (url: URL, headers: Readonly<Record<string, string>>) => Promise<Answer | Failure>;

/** Bounds of one request. */
export interface Limits {
  /** Milliseconds until a connection stands and a first byte comes, and between two pieces. */
  readonly idle: number;
  /** Milliseconds for the whole. */
  readonly whole: number;
  /** Bytes of a body. */
  readonly bytes: number;
}

/** The longest body is what the reader of archives takes. */
export const LIMITS: Limits = { idle: 20_000, whole: 90_000, bytes: 16 * 1024 * 1024 };

/** What requests depend on. */
export interface Network {
  readonly limits?: Limits;
  /** Hosts that may be asked although they are in a network of the machine's own. */
  readonly allowed: ReadonlySet<string>;
  readonly resolve?: Resolve;
}

const resolveByDns: Resolve = (host) => lookup(host, { all: true });

/** Makes a fetcher of Node's own client. */
export function makeFetch({ limits = LIMITS, allowed, resolve = resolveByDns }: Network): Fetch {
  return async (url, headers) => {
    if (!/^https?:$/.test(url.protocol)) return { failure: `${url.protocol} is not asked, expected http: or https:` };
    try {
      const addresses = await openAddresses(url.hostname, { allowed, resolve });
      return await ask(url, { headers, addresses, limits });
    } catch (error) {
      if (error instanceof ClosedAddress) return { failure: error.message };
      return { failure: describe(error) };
    }
  };
}

interface Asking {
  readonly headers: Readonly<Record<string, string>>;
  readonly addresses: readonly Resolved[];
  readonly limits: Limits;
}

function ask(url: URL, { headers, addresses, limits }: Asking): Promise<Answer> {
  return new Promise((done, fail) => {
    const options: RequestOptions = { method: 'GET', headers, agent: false, lookup: pinned(addresses), timeout: limits.idle };
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options, (response) => {
      readBody(response, limits.bytes).then((body) => done(answerOf(response, body)), fail);
    });
    const timer = setTimeout(() => request.destroy(new Error(`the answer takes longer than ${limits.whole / 1000} s`)), limits.whole);
    request.on('timeout', () => request.destroy(new Error(`nothing came for ${limits.idle / 1000} s`)));
    request.on('error', fail);
    request.on('close', () => clearTimeout(timer));
    request.end();
  });
}

/** Gives the addresses that were checked, whatever the name means by now. */
function pinned(addresses: readonly Resolved[]): LookupFunction {
  return (_host, { all }, callback) => {
    const [first] = addresses;
    if (first === undefined) callback(new Error('the host has no address'), '');
    else if (all) callback(null, [...addresses]);
    else callback(null, first.address, first.family);
  };
}

async function readBody(response: IncomingMessage, most: number): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of response as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > most) {
      response.destroy();
      throw new Error(`the answer has more than ${most} bytes`);
    }
    pieces.push(piece);
  }
  if (!response.complete) throw new Error('the answer breaks off');
  return Buffer.concat(pieces);
}

/** Headers that tell of the transfer alone, which is over. */
const OF_TRANSFER = /^(?:transfer-encoding|connection|keep-alive|trailer|upgrade)$/i;

function answerOf(response: IncomingMessage, body: Uint8Array): Answer {
  const headers = new Map<string, string>();
  const lines = [`HTTP/${response.httpVersion} ${response.statusCode ?? 0} ${response.statusMessage ?? ''}`.trimEnd()];
  for (let i = 0; i + 1 < response.rawHeaders.length; i += 2) {
    const [name = '', value = ''] = [response.rawHeaders[i], response.rawHeaders[i + 1]];
    if (OF_TRANSFER.test(name)) continue;
    const key = name.toLowerCase();
    headers.set(key, headers.has(key) ? `${headers.get(key)}, ${value}` : value);
    lines.push(`${name}: ${value}`);
  }
  return { status: response.statusCode ?? 0, headers, head: lines.join('\r\n'), body };
}

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection is refused',
  ECONNRESET: 'the answer breaks off',
  ENOTFOUND: 'the host has no address',
  EAI_AGAIN: 'the host has no address for now',
  ETIMEDOUT: 'no connection in time',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  HPE_HEADER_OVERFLOW: 'the head of the answer is too large',
};

function describe(error: unknown): string {
  const { code, message } = error as { readonly code?: string; readonly message?: string };
  return WORDS[code ?? ''] ?? (code?.startsWith('HPE_') ? `the answer is not HTTP (${code})` : (message ?? String(error)));
}
