/** Slurm: array jobs that depend on each other. checks/slurm runs them under a real one. */
import { describeNumbers } from '../../night/shards/parts.ts';
import { ATTEMPT, type EngineJob, quote, stagesOf } from './job.ts';

/** A shell script that submits what is missing and prints the ids of the jobs. SBATCH_OPTIONS (partition, account, time) goes to every call. */
export function slurmScript(job: EngineJob): string {
  const submit = (
    name: string,
    options: string,
    command: string,
  ): string => `${name}=$(sbatch --parsable --job-name=detente-${name} --requeue \\
  --output=${quote(`${job.plan}/log-${name}-%A-%a.txt`)} ${options} \${SBATCH_OPTIONS:-} <<'TASK'
#!/bin/bash
${ATTEMPT}
attempt ${command}
TASK
)
echo "${name} $${name}"`;
  let after = '';
  const steps = stagesOf(job).map(({ name, option, tasks }) => {
    // Slurm's own index is the number itself: an array may have gaps.
    const command = `${job.detente} ${name} ${quote(job.plan)} ${option} "$SLURM_ARRAY_TASK_ID" --quiet`;
    const step = submit(name, `--array=${describeNumbers(tasks)} --cpus-per-task=1 --mem=\${MEMORY:-1G}${after}`, command);
    after = ` --dependency=afterok:$${name} --kill-on-invalid-dep=yes`;
    return step;
  });
  const finish = submit('finish', `--cpus-per-task=1 --mem=\${MEMORY:-1G}${after}`, `${job.detente} finish ${quote(job.plan)} --lenient`);
  return `#!/bin/bash
# Submits to Slurm: ${describeTasks(job)}. A node that is lost gives its tasks back to the queue by itself.
set -eu
${[...steps, finish].join('\n')}
`;
}

/** 'shards 0-63, buckets 0-15, finish' */
export function describeTasks({ missingShards, missingBuckets }: EngineJob): string {
  const shards = missingShards.length > 0 ? [`shards ${describeNumbers(missingShards)}`] : [];
  const buckets = missingBuckets.length > 0 ? [`buckets ${describeNumbers(missingBuckets)}`] : [];
  return [...shards, ...buckets, 'finish'].join(', ');
}
