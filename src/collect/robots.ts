/** The only door to robots-parser: what a host lets a collector do (RFC 9309). */
import robotsParser from 'robots-parser';
import { unpackBody } from './items.ts';
import type { Answer } from './request.ts';

/** The package is CommonJS, and its types tell of a module. */
const parseRobots = robotsParser as unknown as typeof robotsParser.default;

/** Rules of one host. */
export interface Robots {
  readonly isAllowed: (url: string) => boolean;
  /** Pause that the host asks for, in seconds; null where it asks for none. */
  readonly delay: number | null;
}

/** What a host answered when it was asked for robots.txt. */
export interface RobotsAnswer {
  readonly status: number;
  readonly text: string;
}

/** RFC 9309: rules may be kept for a day. Milliseconds. */
const KEPT = 86_400_000;

/** The rules of hosts from one run to the next. */
export class RobotsShelf {
  readonly #answers: Map<string, RobotsAnswer & { readonly asked: number }>;

  constructor(kept: Readonly<Record<string, RobotsAnswer & { readonly asked: number }>>) {
    this.#answers = new Map(Object.entries(kept));
  }

  get(origin: string, now: number): RobotsAnswer | undefined {
    const answer = this.#answers.get(origin);
    return answer !== undefined && now - answer.asked < KEPT ? answer : undefined;
  }

  /** A host whose server failed is asked again next time. */
  set(origin: string, answer: RobotsAnswer, now: number): void {
    if (answer.status < 500) this.#answers.set(origin, { ...answer, asked: now });
  }

  /** As it is written down. */
  all(): Readonly<Record<string, RobotsAnswer & { readonly asked: number }>> {
    return Object.fromEntries(this.#answers);
  }
}

/** RFC 9309 asks for at least 500 KiB to be read. */
const MOST_BYTES = 512 * 1024;

const EVERYTHING: Robots = { isAllowed: () => true, delay: null };
const NOTHING: Robots = { isAllowed: () => false, delay: null };

/** The text of an answer to robots.txt; an answer that cannot be unpacked says nothing. */
export function robotsText(answer: Answer): string {
  const unpacked = unpackBody(answer);
  return 'bytes' in unpacked ? new TextDecoder().decode(unpacked.bytes.subarray(0, MOST_BYTES)) : '';
}

/** The rules that an answer to robots.txt gives to `agent`: none for 4xx, everything forbidden where the server fails. */
export function robotsOf(address: string, { status, text }: RobotsAnswer, agent: string): Robots {
  if (status >= 400 && status < 500 && status !== 429) return EVERYTHING;
  if (status < 200 || status >= 300) return NOTHING;
  const rules = parseRobots(address, text);
  return { isAllowed: (url) => rules.isAllowed(url, agent) !== false, delay: rules.getCrawlDelay(agent) ?? null };
}
