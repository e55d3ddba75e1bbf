/** `detente check`: the job file and every lexicon row, all faults at once. */
import { loadVocabulary } from './lexicons.ts';
import { readJob } from './settings.ts';
import { stopForFaults } from './stop.ts';

/** Silent where all is well; otherwise every fault with file and line, and exit 2. */
export function checkCommand(path: string | undefined): void {
  const { value: job, faults } = readJob(path);
  const all = job === null ? faults : [...faults, ...loadVocabulary(job).faults];
  if (all.length > 0) throw stopForFaults(all);
}
