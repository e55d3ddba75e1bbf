import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { type EngineJob, isWorthRetrying, quote } from '../../../src/cli/engines/job.ts';
import { awsScript, kubernetesScript, parallelScript, sgeScript } from '../../../src/cli/engines/others.ts';
import { slurmScript } from '../../../src/cli/engines/slurm.ts';

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
const whole: EngineJob = { missingShards: range(64), missingBuckets: range(16), plan: '/shared/plan', detente: 'detente', workers: 2 };
const rest: EngineJob = { ...whole, missingShards: [3, 7, 8, 9], missingBuckets: [] };
const done: EngineJob = { ...whole, missingShards: [], missingBuckets: [] };
const scripts = { slurm: slurmScript, sge: sgeScript, parallel: parallelScript, k8s: kubernetesScript, aws: awsScript };

describe.each(Object.entries(scripts))('the script for %s', (_engine, write) => {
  it.each([
    ['all', whole],
    ['a rest', rest],
    ['the end alone', done],
  ])('is one that a shell reads, for %s of a plan', (_what, job) => {
    const { status, stderr } = spawnSync('bash', ['-n'], { input: write(job), encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });

  it('asks for what is missing alone, and for the end always', () => {
    expect(write(whole)).toMatch(/map[\s\S]*reduce[\s\S]*finish/);
    expect(write(rest)).not.toMatch(/reduce/);
    expect(write(done)).not.toMatch(/map|reduce/);
    expect(write(done)).toMatch(/detente finish \/shared\/plan/);
  });

  it('says that it is untested, where it is', () => {
    expect(/^# Untested/m.test(write(whole))).toBe(write !== slurmScript);
  });
});

it('Slurm is given the missing numbers as they are, and each stage after the one before', () => {
  expect(slurmScript(rest)).toContain('--array=3,7-9');
  expect(slurmScript(whole)).toMatch(/--array=0-15[^\n]*--dependency=afterok:\$map/);
  expect(slurmScript(whole)).toMatch(/finish=[\s\S]*--dependency=afterok:\$reduce/);
});

it('engines whose indices have no gaps are told among which numbers they count', () => {
  expect(sgeScript(rest)).toMatch(/-t 1-4 [\s\S]*map \/shared\/plan --only 3,7-9/);
  expect(kubernetesScript(rest)).toMatch(/completions: 4\n[\s\S]*map \/shared\/plan --only 3,7-9/);
  expect(awsScript(rest)).toMatch(/size=4 [\s\S]*map \/shared\/plan --only 3,7-9/);
  expect(awsScript({ ...rest, missingShards: [5] })).toMatch(/AWS_BATCH_JOB_ARRAY_INDEX=0 exec detente map \/shared\/plan --only 5/);
});

it('the manifests of Kubernetes are YAML', () => {
  const filled = kubernetesScript(whole).replace(/\$\{\w+(?::-(\d+))?\}/g, (_all, value) => value ?? 'value');
  const manifests = [...filled.matchAll(/<<JOB\n([\s\S]*?)\nJOB\n/g)].map((found) => parseDocument(found[1] ?? ''));
  expect(manifests.map(({ errors }) => errors)).toEqual([[], [], []]);
  expect(manifests.map((manifest) => manifest.getIn(['metadata', 'name']))).toEqual(['detente-map', 'detente-reduce', 'detente-finish']);
});

it.each([
  ['jobs/scale/slurm.sh', slurmScript],
  ['jobs/scale/kubernetes.sh', kubernetesScript],
  ['jobs/scale/aws.sh', awsScript],
])('%s is what submit prints', (path, write) => {
  expect(readFileSync(path, 'utf8')).toBe(write(whole));
});

it.each([
  [0, false],
  [1, false],
  [2, false],
  [5, false],
  [74, true],
  [75, true],
  [137, true],
  [null, true],
])('whether a task that ended with %j is tried again: %j', (code, expected) => {
  expect(isWorthRetrying(code)).toBe(expected);
});

it('the words of a command stay whole in a shell', () => {
  for (const word of ['/plain/path-1.js', 'two words', "it's", '$HOME', 'a;b'])
    expect(spawnSync('bash', ['-c', `printf %s ${quote(word)}`], { encoding: 'utf8' }).stdout).toBe(word);
});
