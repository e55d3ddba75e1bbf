/** `detente collect`: fetches what the feeds of a list have that is new, into an archive that `detente run` reads. No other command opens a connection. */

import { dirname, relative, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type CollectOutcome, collect } from '../collect/collect.ts';
import { parseFeeds } from '../collect/feeds.ts';
import type { Trouble } from '../collect/ledger.ts';
import { makeFetch } from '../collect/request.ts';
import { counted } from '../core/counted.ts';
import { exitCodes, Stop, stopForFaults } from '../core/stop.ts';
import { readUtf8 } from '../files/disk/read.ts';
import { packageVersion } from '../files/version.ts';
import { Journal } from '../night/log.ts';
import { say } from './say.ts';

/** Options of the command line. */
export interface CollectOptions {
  readonly into?: string;
  /** An e-mail address or a page of the people who collect. */
  readonly contact?: string;
  /** Hosts that may lie in a network of the machine's own. */
  readonly allow?: readonly string[];
  readonly log?: 'text' | 'json';
  readonly quiet?: boolean;
}

/** Collects once and says in a line what came of it; --quiet is silent where all is well. */
export async function collectCommand(file: string, options: CollectOptions): Promise<void> {
  const contact = contactOf(options.contact);
  const read = readUtf8(file);
  if ('error' in read) throw new Stop(exitCodes.usage, `${file}: ${read.error}, expected a list of feeds as CSV or OPML`);
  const { value: feeds, faults } = parseFeeds(read.text, file);
  if (faults.length > 0) throw stopForFaults(faults);
  const into = resolve(options.into ?? resolve(dirname(file), 'articles'));
  const outcome = await collect({
    feeds,
    into,
    userAgent: `detente/${packageVersion()} (+${contact})`,
    clock: { now: () => Date.now(), sleep: async (milliseconds) => sleep(milliseconds) },
    fetch: makeFetch({ allowed: new Set((options.allow ?? []).map((host) => host.toLowerCase())) }),
  });
  tell(outcome, relative(process.cwd(), into) || '.', options);
  process.exitCode = codeOf(outcome);
}

/** Names that stand for nobody (RFC 2606). */
const NOBODY = /(?:^|[@.])example(?:\.(?:com|net|org))?(?:[/:]|$)/i;

/** 'mailto:desk@…' or an address of a page: whoever is asked must be able to ask back. */
function contactOf(text = ''): string {
  const isMail = /^[^\s@()<>]+@[^\s@()<>.]+(?:\.[^\s@()<>.]+)+$/.test(text);
  const isPage = /^https?:\/\/[^\s()<>]+$/.test(text) && URL.canParse(text);
  if ((!isMail && !isPage) || NOBODY.test(text))
    throw new Stop(
      exitCodes.usage,
      `--contact is \`${text}\`, expected your e-mail address or a page about you: every request names it, so that a site can tell you what it minds`,
    );
  return isMail ? `mailto:${text}` : text;
}

/** Broken feeds are told of as set-aside inputs are in a night. */
function codeOf({ tried, failed }: CollectOutcome): number {
  if (failed.length === 0) return exitCodes.done;
  return failed.length === tried ? exitCodes.tooManySetAside : exitCodes.someSetAside;
}

function tell(outcome: CollectOutcome, into: string, { log = 'text', quiet }: CollectOptions): void {
  const journal = new Journal({
    isJson: log === 'json',
    isTerminal: process.stderr.isTTY === true,
    write: (text) => process.stderr.write(text),
    now: () => new Date().toISOString(),
  });
  const { tried, changed, unchanged, notDue, pages, requests, saved, failed, missed } = outcome;
  if (failed.length > 0) journal.tell(failed.length === tried ? 'error' : 'warning', 'feeds', ...describeFailed(failed, into));
  journal.event('end', {
    code: codeOf(outcome),
    tried,
    changed,
    unchanged,
    failed: failed.length,
    notDue,
    pages,
    missed: missed.length,
    requests,
    saved,
  });
  if (log === 'json' || quiet) return;
  const counts = [`${changed} with something new`, `${unchanged} without`, `${failed.length} failed`, `${notDue} not due`];
  const gone = missed.length === 0 ? '' : `, ${missed.length} could not be had`;
  say(
    `${counted(tried + notDue, 'feed')} (${counts.join(', ')}): ${counted(pages, 'page')} written to ${into}${gone}; ${counted(requests, 'request')}, ${counted(saved, 'answer')} saved`,
  );
}

const LISTED = 10;

function describeFailed(failed: readonly Trouble[], into: string): readonly string[] {
  const lines = failed.slice(0, LISTED).map(({ address, reason }) => `  ${address}: ${reason}`);
  const more = failed.length > LISTED ? [`  … and ${failed.length - LISTED} more in ${into}/.collect/problems.csv`] : [];
  return [`${failed.length === 1 ? 'one feed' : `${failed.length} feeds`} could not be read`, ...lines, ...more];
}
