/** A visit to an address: politely, as robots.txt allows, over redirects, each of which is looked at as the first address was. */
import type { Hosts } from './hosts.ts';
import type { Answer, Failure, Fetch } from './request.ts';
import { type Robots, type RobotsShelf, robotsOf, robotsText } from './robots.ts';
import { retryAfter } from './schedule.ts';

const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Redirects that hold for good. */
const PERMANENT = new Set([301, 308]);
/** Where a server that has too much to do names no time. Milliseconds. */
const REST = 10 * 60_000;

/** What came of a visit. */
export interface Visited {
  readonly answer: Answer;
  /** Where the answer came from in the end. */
  readonly url: URL;
  /** Every redirect on the way holds for good. */
  readonly isMoved: boolean;
}

/** No answer, and whether another time may give one. */
export interface Missed extends Failure {
  readonly isLasting: boolean;
  /** It was not asked at all: the run is over, or the host wants no request now. */
  readonly isPostponed?: boolean;
  readonly status?: number;
  readonly headers?: ReadonlyMap<string, string>;
}

/** What visits need. */
export interface Surroundings {
  readonly fetch: Fetch;
  readonly hosts: Hosts;
  readonly now: () => number;
  /** As the requests name themselves; its first word is looked up in robots.txt. */
  readonly userAgent: string;
  readonly robots: RobotsShelf;
}

/** Counts of a run. */
export interface Requests {
  /** Requests that went out, those for robots.txt among them. */
  made: number;
}

/** Visits addresses; robots.txt of a host is asked for once. */
export class Visitor {
  readonly #around: Surroundings;
  readonly #robots = new Map<string, Promise<Robots | Missed>>();
  readonly requests: Requests = { made: 0 };

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** Asks for an address; conditions are headers as If-None-Match, for the first address alone. */
  async visit(address: string, conditions: Readonly<Record<string, string>> = {}): Promise<Visited | Missed> {
    return this.#follow(new URL(address), conditions, async (url) => {
      const robots = await this.#robotsOf(url);
      if ('failure' in robots) return robots;
      return robots.isAllowed(url.href) ? null : { failure: `robots.txt of ${url.host} forbids ${url.pathname}`, isLasting: true };
    });
  }

  async #follow(
    start: URL,
    conditions: Readonly<Record<string, string>>,
    objection: (url: URL) => Promise<Missed | null>,
  ): Promise<Visited | Missed> {
    let url = start;
    let isMoved = false;
    for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
      const against = await objection(url);
      if (against !== null) return against;
      const answer = await this.#ask(url, hop === 0 ? conditions : {});
      if ('failure' in answer) return answer;
      if (!REDIRECTS.has(answer.status)) return this.#judge(answer, url, isMoved);
      const target = answer.headers.get('location') ?? '';
      if (target === '' || !URL.canParse(target, url.href))
        return { failure: `a redirect without an address (${answer.status})`, isLasting: false };
      isMoved = PERMANENT.has(answer.status) && (hop === 0 || isMoved);
      url = new URL(target, url.href);
      url.hash = '';
      if (!/^https?:$/.test(url.protocol)) return { failure: `a redirect to ${url.protocol}, expected http: or https:`, isLasting: true };
    }
    return { failure: `more than ${MOST_REDIRECTS} redirects`, isLasting: false };
  }

  #judge(answer: Answer, url: URL, isMoved: boolean): Visited | Missed {
    const { status, headers } = answer;
    const { hosts, now } = this.#around;
    if (status === 429 || status === 503) hosts.close(url.hostname, retryAfter(headers, now()) ?? now() + REST);
    if (status === 304 || (status >= 200 && status < 300)) return { answer, url, isMoved };
    const isLasting = status >= 400 && status < 500 && ![408, 425, 429].includes(status);
    return { failure: `the server answers ${status}`, isLasting, status, headers };
  }

  async #ask(url: URL, conditions: Readonly<Record<string, string>>): Promise<Answer | Missed> {
    const { fetch, hosts, userAgent } = this.#around;
    const answer = await hosts.ask(url.hostname, () => {
      this.requests.made += 1;
      return fetch(url, { 'user-agent': userAgent, accept: '*/*', 'accept-encoding': 'gzip, deflate, br', ...conditions });
    });
    if ('postponed' in answer) return { failure: answer.postponed, isLasting: false, isPostponed: true };
    return 'failure' in answer ? { failure: answer.failure, isLasting: false } : answer;
  }

  /** A host that cannot be asked for its rules is not asked for anything else. */
  #robotsOf({ origin, hostname }: URL): Promise<Robots | Missed> {
    const known = this.#robots.get(origin);
    if (known !== undefined) return known;
    const asked = this.#askForRobots(origin, hostname);
    this.#robots.set(origin, asked);
    return asked;
  }

  async #askForRobots(origin: string, hostname: string): Promise<Robots | Missed> {
    const address = `${origin}/robots.txt`;
    const { hosts, now, robots: shelf, userAgent } = this.#around;
    let kept = shelf.get(origin, now());
    if (kept === undefined) {
      const visited = await this.#follow(new URL(address), {}, async () => null);
      if ('failure' in visited && visited.status === undefined) return visited;
      kept =
        'failure' in visited
          ? { status: visited.status ?? 0, text: '' }
          : { status: visited.answer.status, text: robotsText(visited.answer) };
      shelf.set(origin, kept, now());
    }
    const robots = robotsOf(address, kept, userAgent.split('/')[0] ?? '');
    if (robots.delay !== null) hosts.setPause(hostname, robots.delay);
    return robots;
  }
}
