/** The ledger of the feeds that a job's articles come from. */
import { join, relative } from 'node:path';
import { type FeedRecord, LEDGER_FILE, LEDGER_FOLDER, parseLedger } from '../core/feed-ledger.ts';
import type { Fault } from '../core/model/problems.ts';
import { kindOf } from '../files/disk/look.ts';
import { readUtf8 } from '../files/disk/read.ts';
import { type Job, resolveIn } from './job.ts';

/** Reads the ledger of the folder that the job names; no feeds where it names none, or where nothing was collected yet. */
export function readFeedLedger(job: Job): { readonly feeds: readonly FeedRecord[]; readonly faults: readonly Fault[] } {
  if (job.feeds === undefined) return { feeds: [], faults: [] };
  const folder = resolveIn(job, job.feeds);
  const shown = relative(process.cwd(), folder) || '.';
  if (kindOf(folder) !== 'folder') {
    const message = `\`feeds\`: no folder ${shown}, expected the folder that \`detente collect\` writes to`;
    return { feeds: [], faults: [{ file: job.file, line: 1, message }] };
  }
  const path = join(folder, LEDGER_FOLDER, LEDGER_FILE);
  if (kindOf(path) === null) return { feeds: [], faults: [] };
  const read = readUtf8(path);
  if ('error' in read) return { feeds: [], faults: [{ file: path, line: 1, message: read.error }] };
  return { feeds: parseLedger(read.text, path), faults: [] };
}
