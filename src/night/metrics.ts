/** Metrics of the last night as a Prometheus text file, for node_exporter's textfile collector. */
import { movePath } from '../files/disk/change.ts';
import { readUtf8 } from '../files/disk/read.ts';
import { writeChunks } from '../files/disk/write.ts';

/** Numbers of a night; what is null is not written. */
export interface Metrics {
  readonly job: string;
  /** Unix seconds. */
  readonly ended: number;
  readonly seconds: number;
  readonly exitCode: number;
  readonly isPublished: boolean;
  readonly peakMemory: number;
  /** Name → value, as articles, statements, problems. */
  readonly counts: Readonly<Record<string, number>>;
  readonly phases: Readonly<Record<string, number>>;
}

const SUCCESS = 'detente_last_success_timestamp_seconds';

/** Writes the file in one step: a scrape sees the old numbers or the new ones. The time of the last success outlives a night that fails. */
export async function writeMetrics(path: string, metrics: Metrics): Promise<void> {
  const before = readUtf8(path);
  const success = metrics.isPublished ? metrics.ended : lastSuccess('text' in before ? before.text : '', metrics.job);
  await writeChunks(`${path}.next`, [formatMetrics(metrics, success)]);
  movePath(`${path}.next`, path);
}

/** The text of the file. */
export function formatMetrics(metrics: Metrics, success: number | null): string {
  const label = `job="${metrics.job}"`;
  const lines: string[] = [];
  const gauge = (name: string, help: string, samples: readonly (readonly [labels: string, value: number])[]): void => {
    lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, ...samples.map(([labels, value]) => `${name}{${labels}} ${value}`));
  };
  gauge('detente_last_run_timestamp_seconds', 'When the last run ended.', [[label, metrics.ended]]);
  if (success !== null) gauge(SUCCESS, 'When the last run that published ended.', [[label, success]]);
  gauge('detente_exit_code', 'Exit code of the last run.', [[label, metrics.exitCode]]);
  gauge('detente_run_seconds', 'How long the last run took.', [[label, metrics.seconds]]);
  gauge('detente_peak_memory_bytes', 'Most memory that the last run held.', [[label, metrics.peakMemory]]);
  for (const [name, value] of Object.entries(metrics.counts))
    gauge(`detente_${name}`, `${name.replaceAll('_', ' ')} in the last run.`, [[label, value]]);
  const phases = Object.entries(metrics.phases).map(([phase, seconds]) => [`${label},phase="${phase}"`, seconds] as const);
  if (phases.length > 0) gauge('detente_phase_seconds', 'How long each part of the last run took.', phases);
  return `${lines.join('\n')}\n`;
}

function lastSuccess(text: string, job: string): number | null {
  const line = text.split('\n').find((candidate) => candidate.startsWith(`${SUCCESS}{job="${job}"}`));
  const value = Number(line?.split(' ')[1]);
  return line === undefined || Number.isNaN(value) ? null : value;
}
