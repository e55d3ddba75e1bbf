/** The heading of a job's page. */
import type { JobFile } from './job-schema.ts';

/** The page's heading: the job's own, or one made from its sides. */
export function titleOf(job: JobFile): string {
  return job.title ?? `${job.sides.join('–')}: the tone of what is said`;
}
