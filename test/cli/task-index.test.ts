import { expect, it } from 'vitest';
import { parseNumbers, taskIndex } from '../../src/cli/task-index.ts';

it.each([
  ['Slurm', { SLURM_ARRAY_TASK_ID: '7' }, null, 7],
  ['a Kubernetes Indexed Job', { JOB_COMPLETION_INDEX: '0' }, null, 0],
  ['an AWS Batch array', { AWS_BATCH_JOB_ARRAY_INDEX: '3' }, null, 3],
  ['Grid Engine, which counts from one', { SGE_TASK_ID: '1' }, null, 0],
  ['Grid Engine outside an array, beside another index', { SGE_TASK_ID: 'undefined', JOB_COMPLETION_INDEX: '2' }, null, 2],
  ['GNU parallel, which counts from one', { PARALLEL_SEQ: '5' }, null, 4],
  ['an index among the numbers that are missing', { JOB_COMPLETION_INDEX: '2' }, [3, 8, 21], 21],
])('the number of a task is found in the environment of %s', (_engine, environment, only, expected) => {
  expect(taskIndex(environment, { only, option: '--shard' })).toBe(expected);
});

it.each([
  ['no scheduler tells it', {}, null, /no number given, expected --shard or one of SLURM_ARRAY_TASK_ID/],
  ['two schedulers tell it', { SLURM_ARRAY_TASK_ID: '1', PARALLEL_SEQ: '2' }, null, /both SLURM_ARRAY_TASK_ID and PARALLEL_SEQ are set/],
  ['it lies beyond the numbers that are missing', { JOB_COMPLETION_INDEX: '3' }, [3, 8, 21], /JOB_COMPLETION_INDEX=3: there is no task/],
  ['it lies before the first', { SGE_TASK_ID: '0' }, null, /SGE_TASK_ID=0: there is no task/],
])('a task without a number ends where %s', (_title, environment, only, expected) => {
  expect(() => taskIndex(environment, { only, option: '--shard' })).toThrow(expected);
});

it('numbers are read as runs', () => {
  expect(parseNumbers('0-2,7, 9-10')).toEqual([0, 1, 2, 7, 9, 10]);
  expect(() => parseNumbers('3-')).toThrow('3-: expected numbers as 3,7-9');
});
