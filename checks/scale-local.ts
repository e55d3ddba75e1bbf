/**
 * The sample in eight shards by `--engine local`, against one night over it: the published files must be the same bytes. One part is lost on the way, and one
 * shard is made twice at once. GNU parallel takes the tasks where it is named. tools/run checks/scale-local [SHARDS] [WORKERS] [local|parallel]
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { differences } from './published.ts';

const [shards = '8', workers = '2', engine = 'local'] = process.argv.slice(2);
const PROGRAM = resolve('dist/main.js');
const folder = mkdtempSync(join(tmpdir(), 'detente-scale-'));
const plan = join(folder, 'plan');
const latest = (output: string): string => join(folder, output, 'nightly', 'latest');

function detente(words: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [PROGRAM, ...words], { encoding: 'utf8' });
  if (status !== 0 && status !== 3) throw new Error(`detente ${words.join(' ')} ended with ${status}: ${stderr}`);
}

/** The same shard by two processes at once; gives their exit codes. */
function twice(shard: string): Promise<readonly (number | null)[]> {
  const once = (): Promise<number | null> =>
    new Promise((done) => spawn(process.execPath, [PROGRAM, 'map', plan, '--shard', shard], { stdio: 'ignore' }).on('exit', done));
  return Promise.all([once(), once()]);
}

detente(['run', '--output', join(folder, 'one'), '--date', '2026-01-01', '--quiet']);
detente(['plan', '--shards', shards, '--buckets', '3', '--out', plan, '--output', join(folder, 'many'), '--date', '2026-01-01']);
const codes = await twice('1');
rmSync(join(plan, 'parts', '0001', 'part.json'));
detente(['submit', plan, '--engine', engine, '--workers', workers, ...(engine === 'local' ? [] : ['--send'])]);
const different = differences(latest('one'), latest('many'));
rmSync(folder, { recursive: true, force: true });
process.stdout.write(
  `${shards} shards, one made twice at once (ended with ${codes.join(' and ')}), one lost: ${different.length} files differ${different.map((name) => ` ${name}`).join('')}\n`,
);
process.exitCode = different.length === 0 && codes.every((code) => code === 0) ? 0 : 1;
