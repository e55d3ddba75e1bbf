import { expect, it } from 'vitest';
import { faultsOfRows } from '../../src/cli/lexicon-rows.ts';
import { readJob } from '../../src/job/job-file.ts';
import { readLexicons } from '../../src/job/lexicon-files.ts';

it.each(['nightly', 'us-china', 'us-iran'])('the lexicons of jobs/%s.yaml pass the check that people are told to run', (name) => {
  const job = readJob(`jobs/${name}.yaml`).value;
  if (job === null) throw new Error('the job has faults');
  expect(faultsOfRows(readLexicons(job).value, job.sides)).toEqual([]);
});
