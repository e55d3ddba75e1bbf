/** The store of a job, for commands that ask it between nights. */
import { join, relative } from 'node:path';
import { exitCodes, Stop } from '../core/stop.ts';
import { kindOf } from '../files/disk/look.ts';
import { outputFolder } from '../job/job-file.ts';
import type { Settings } from '../job/load.ts';
import { openForNight } from '../night/lock.ts';
import { findWholes } from '../stages/statements/cuttings.ts';
import { settleCuttings } from '../stages/store/cuttings.ts';
import type { OpenDatabase } from '../stages/store/database.ts';
import { completeStatements } from '../stages/store/merge.ts';

/** Opens the store that a night of the job has filled. */
export async function openJobStore({ job }: Settings, output: string | undefined): Promise<OpenDatabase> {
  const folder = outputFolder(job, output);
  if (kindOf(join(folder, 'store')) === null)
    throw new Stop(exitCodes.usage, `${relative(process.cwd(), folder)}: no store, expected one; \`detente run\` comes first`);
  const store = await openForNight(folder);
  await settleCuttings(store, findWholes);
  await completeStatements(store);
  return store;
}
