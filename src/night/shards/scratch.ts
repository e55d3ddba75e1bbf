/** A store for the time that a part is made: on a disk of this machine, and gone afterwards. */
import { join } from 'node:path';
import { exitCodes, Stop } from '../../core/stop.ts';
import { makeDraft, removePath } from '../../files/disk/change.ts';
import type { OpenDatabase } from '../../stages/store/database.ts';
import { openStore } from '../../stages/store/open.ts';
import type { Watch } from '../progress.ts';
import { startThreads, type Threads, workerSettings } from '../threads.ts';
import type { OpenPlan } from './plan.ts';

/** How a part is made. */
export interface PartTask {
  readonly plan: OpenPlan;
  readonly threads: Threads;
  /** Folder of this machine for what is under way. */
  readonly scratch: string;
  readonly watch: Watch;
}

/** What a part is made with. */
export interface Workshop {
  readonly store: OpenDatabase;
  readonly threads: Threads;
}

/** Memory of the store; what is more goes to the disk. */
const MEMORY = '64MB';

/** Threads for parts of a plan; they start with the first work there is for them. */
export function startPartThreads({ plan, lexicons }: OpenPlan, threads: number): Threads {
  return startThreads({ threads, deadline: plan.job.deadline, settings: workerSettings({ ...plan, lexicons }) });
}

/** Does some work with an empty store, which is gone when it ends. */
export async function inWorkshop<T>(task: PartTask, work: (workshop: Workshop) => Promise<T>): Promise<T> {
  const folder = makeDraft(join(task.scratch, 'detente-'));
  const opened = await openStore(join(folder, 'part.duckdb'), { memory: MEMORY, threads: 1, spill: join(folder, 'spill') });
  if ('fault' in opened)
    throw new Stop(
      exitCodes.cannotWrite,
      `${folder}: no store can be made there (${opened.fault.kind === 'unusable' ? opened.fault.message : opened.fault.kind})`,
    );
  const { store } = opened;
  let isOpen = true;
  task.watch.onSignal(() => {
    if (isOpen) store.interrupt();
  });
  try {
    return await work({ store, threads: task.threads });
  } finally {
    isOpen = false;
    store.close();
    removePath(folder);
  }
}
