/** Other engines with arrays of tasks: Grid Engine and GNU parallel, Kubernetes and AWS Batch. Their scripts are not run by any check. */
import { describeNumbers } from '../../night/shards/parts.ts';
import { ATTEMPT, commandOf, type EngineJob, quote, RETRIES, type Stage, stagesOf } from './job.ts';
import { describeTasks } from './slurm.ts';

const UNTESTED = '# Untested: written after the documentation, run by no check of detente.';

/** Grid Engine: qsub -t, and -hold_jid for the order. */
export function sgeScript(job: EngineJob): string {
  const submit = (
    name: string,
    options: string,
    command: string,
  ): string => `${name}=$(qsub -terse -N detente-${name} -S /bin/bash -cwd -V -r y ${options} \${QSUB_OPTIONS:-} <<'TASK' | cut -d. -f1
${ATTEMPT}
attempt ${command}
TASK
)
echo "${name} $${name}"`;
  const stages = stagesOf(job);
  const steps = stages.map((stage, i) => submit(stage.name, `-t 1-${stage.tasks.length}${holdOf(stages[i - 1])}`, commandOf(stage, job)));
  const finish = submit('finish', holdOf(stages.at(-1)).trim(), `${job.detente} finish ${quote(job.plan)} --lenient`);
  return script(job, 'Grid Engine', [...steps, finish]);
}

function holdOf(before: Stage | undefined): string {
  return before === undefined ? '' : ` -hold_jid $${before.name}`;
}

/** GNU parallel, on this machine or (PARALLEL_OPTIONS='--sshlogin …') on others. */
export function parallelScript(job: EngineJob): string {
  const steps = stagesOf(job).map(
    ({
      name,
      option,
      tasks,
    }) => `parallel --halt soon,fail=1 -j ${job.workers} \${PARALLEL_OPTIONS:-} attempt ${job.detente} ${name} ${quote(job.plan)} ${option} {} --quiet \\
  ::: $(${sequenceOf(tasks)})`,
  );
  return script(job, 'GNU parallel', [ATTEMPT, 'export -f attempt', ...steps, `attempt ${job.detente} finish ${quote(job.plan)}`]);
}

function sequenceOf(tasks: readonly number[]): string {
  return describeNumbers(tasks)
    .split(',')
    .map((run) => `seq ${run.replace('-', ' ')}${run.includes('-') ? '' : ` ${run}`}`)
    .join('; ');
}

/** Kubernetes: Indexed Jobs (1.29 or later for retries by index). IMAGE holds detente, CLAIM is a volume that all pods may write to, mounted at MOUNT. */
export function kubernetesScript(job: EngineJob): string {
  const stages = stagesOf(job).map((stage) => ({ name: stage.name, tasks: stage.tasks.length, command: commandOf(stage, job) }));
  const finish = { name: 'finish', tasks: 1, command: `${job.detente} finish ${quote(job.plan)} --lenient` };
  const steps = [...stages, finish].map(
    ({ name, tasks, command }) => `kubectl delete job --ignore-not-found detente-${name}
kubectl apply -f - <<JOB
${jobManifest(name, tasks, command)}
JOB
kubectl wait --for=condition=complete --timeout=-1s job/detente-${name}`,
  );
  return script(job, 'Kubernetes', [needs('IMAGE', 'CLAIM', 'MOUNT'), ...steps]);
}

function jobManifest(name: string, tasks: number, command: string): string {
  return `apiVersion: batch/v1
kind: Job
metadata:
  name: detente-${name}
spec:
  completionMode: Indexed
  completions: ${tasks}
  parallelism: \${PARALLELISM:-${Math.min(tasks, 16)}}
  backoffLimitPerIndex: ${RETRIES}
  podFailurePolicy:
    rules:
      - action: FailIndex
        onExitCodes: { operator: In, values: [1, 2, 4, 5] }
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: detente
          image: \${IMAGE}
          command: ["/bin/sh", "-c", ${JSON.stringify(`exec ${command}`)}]
          resources: { requests: { cpu: "1", memory: 1Gi }, limits: { memory: 2Gi } }
          volumeMounts: [{ name: shared, mountPath: \${MOUNT} }]
      volumes:
        - name: shared
          persistentVolumeClaim: { claimName: \${CLAIM} }`;
}

/** AWS Batch: array jobs. QUEUE and DEFINITION name the queue and a definition whose container holds detente and mounts the shared folder. */
export function awsScript(job: EngineJob): string {
  const stages = stagesOf(job).map((stage) => ({ name: stage.name, tasks: stage.tasks.length, command: commandOf(stage, job) }));
  const all = [...stages, { name: 'finish', tasks: 1, command: `${job.detente} finish ${quote(job.plan)} --lenient` }];
  const steps = all.map(({ name, tasks, command }, i) => {
    const words = JSON.stringify({ command: ['/bin/sh', '-c', `exec ${command}`] });
    // An array has two tasks or more.
    const array = tasks > 1 ? ` --array-properties size=${tasks}` : '';
    const alone = tasks === 1 && name !== 'finish' ? words.replace('exec ', 'AWS_BATCH_JOB_ARRAY_INDEX=0 exec ') : words;
    const after = i > 0 ? ` --depends-on jobId=$${all[i - 1]?.name}` : '';
    return `${name}=$(aws batch submit-job --job-name detente-${name} --job-queue "$QUEUE" --job-definition "$DEFINITION"${array}${after} \\
  --retry-strategy "$RETRY" --container-overrides ${quote(alone)} --query jobId --output text)
echo "${name} $${name}"`;
  });
  const codes = ['74', '75', '13*', '14*'].map((code) => ({ onExitCode: code, action: 'RETRY' }));
  const host = { onStatusReason: 'Host EC2*', action: 'RETRY' };
  const retry = JSON.stringify({ attempts: RETRIES + 1, evaluateOnExit: [...codes, host, { onExitCode: '*', action: 'EXIT' }] });
  return script(job, 'AWS Batch', [needs('QUEUE', 'DEFINITION'), `RETRY=${quote(retry)}`, ...steps]);
}

/** The script ends at once where one of these is not set. */
function needs(...names: readonly string[]): string {
  return `: ${names.map((name) => `"\${${name}:?}"`).join(' ')}`;
}

function script(job: EngineJob, engine: string, steps: readonly string[]): string {
  return `#!/bin/bash
${UNTESTED}
# ${engine}: ${describeTasks(job)}.
set -eu
${steps.join('\n')}
`;
}
