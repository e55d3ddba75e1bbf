/** What an engine is asked to run of a plan. */
import { describeNumbers, type Progress } from '../../night/shards/parts.ts';

/** The tasks that are missing, and how they are called. */
export interface EngineJob extends Progress {
  /** Folder of the plan, as every machine sees it. */
  readonly plan: string;
  /** The words that call detente, quoted for a shell. */
  readonly detente: string;
  /** Tasks at once, where the engine does not decide that itself. */
  readonly workers: number;
}

/** Tries beyond the first one. */
export const RETRIES = 3;

/** Whether a task that ended so is worth another try: the disk was full or gone, or a signal ended it. Codes 1 and 2 would come again. */
export function isWorthRetrying(code: number | null): boolean {
  return code === null || code === 74 || code === 75 || code > 128;
}

/** The same as a function of the shell, with a pause that grows. */
export const ATTEMPT = `attempt() {
  for try in 1 2 3 4; do
    "$@" && return 0
    code=$?
    case $code in 74 | 75 | 129 | 1[3-9][0-9]) sleep $((try * \${PAUSE:-10})) ;; *) return $code ;; esac
  done
  return $code
}`;

/** What a stage of a plan does, as a command for the task whose index the engine tells. */
export interface Stage {
  readonly name: 'map' | 'reduce';
  readonly option: '--shard' | '--bucket';
  /** Numbers of its tasks. */
  readonly tasks: readonly number[];
}

/** The stages that have something to do, in order; finish comes after them. */
export function stagesOf({ missingShards, missingBuckets }: Progress): readonly Stage[] {
  const stages: readonly Stage[] = [
    { name: 'map', option: '--shard', tasks: missingShards },
    { name: 'reduce', option: '--bucket', tasks: missingBuckets },
  ];
  return stages.filter(({ tasks }) => tasks.length > 0);
}

/** `detente map PLAN --only 3,7-9`: a task finds its number by its index among these. */
export function commandOf({ name, tasks }: Stage, { detente, plan }: EngineJob): string {
  return `${detente} ${name} ${quote(plan)} --only ${describeNumbers(tasks)} --quiet`;
}

/** A word as a shell takes it. */
export function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
