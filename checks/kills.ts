/**
 * Kills nights at random moments and lets a normal night follow each: no reader may ever see a torn file or a mixed set of tables, and in the end every
 * byte must be that of an undisturbed night. tools/run checks/kills [KILLS] [SEED] [ARTICLES of the sample]
 */
import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const [kills = '200', seed = '1', most = '1000'] = process.argv.slice(2);
const PROGRAM = resolve('dist/main.js');
const SAMPLE = resolve('jobs/sample/articles');
const folder = mkdtempSync(join(tmpdir(), 'detente-kills-'));
const articles = join(folder, 'articles');
const words = (output: string, date: string) => [PROGRAM, 'run', '--input', articles, '--output', join(folder, output), '--date', date];
mkdirSync(articles);
for (const name of readdirSync(SAMPLE).slice(0, Number(most))) cpSync(join(SAMPLE, name), join(articles, name));

/** Park and Miller's generator: the same seed, the same moments. */
let state = Number(seed);
const random = (): number => {
  state = (state * 48_271) % 2_147_483_647;
  return state / 2_147_483_647;
};

/** One hash over every published file but run.json, which tells times; and whether each file is the one that run.json names. */
function inspect(output: string): { readonly hash: string; readonly isWhole: boolean } {
  const latest = realpathSync(join(folder, output, 'nightly', 'latest'));
  const story = JSON.parse(readFileSync(join(latest, 'run.json'), 'utf8')) as { files: Record<string, { sha256: string }> };
  const sum = createHash('sha256');
  let isWhole = true;
  const names = readdirSync(latest, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'run.json')
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const name of names) {
    const bytes = readFileSync(name);
    const short = name.slice(latest.length + 1);
    sum.update(short).update(bytes);
    const told = story.files[short];
    if (told && told.sha256 !== createHash('sha256').update(bytes).digest('hex')) isWhole = false;
  }
  return {
    hash: sum.digest('hex').slice(0, 16),
    isWhole: isWhole && Object.keys(story.files).every((name) => existsSync(join(latest, name))),
  };
}

/** Starts a night and kills it, with all its threads, after so many milliseconds; gives whether it was still running. */
function killedNight(date: string, after: number): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn(process.execPath, words('killed', date), { stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), after);
    child.on('exit', (_code, signal) => {
      clearTimeout(timer);
      done(signal === 'SIGKILL');
    });
  });
}

/** Milliseconds that the last undisturbed night took. */
let length = 0;
function calmNight(output: string): SpawnSyncReturns<Buffer> {
  const began = performance.now();
  const ended = spawnSync(process.execPath, words(output, '2026-01-01'));
  length = performance.now() - began;
  return ended;
}

const calm = calmNight('calm');
if (calm.status !== 0 && calm.status !== 3) throw new Error(`the undisturbed night ended with ${calm.status}: ${calm.stderr}`);
const expected = inspect('calm').hash;
const counts = { killed: 0, torn: 0, differing: 0, failed: 0 };
let rounds = 0;
for (; counts.killed < Number(kills); rounds++) {
  // Every fifth round begins with nothing at all; the others meet a store and a published run.
  if (rounds % 5 === 0) rmSync(join(folder, 'killed'), { recursive: true, force: true });
  if (await killedNight('2026-01-01', random() * length)) counts.killed += 1;
  if (existsSync(join(folder, 'killed', 'nightly', 'latest')) && !inspect('killed').isWhole) counts.torn += 1;
  const normal = calmNight('killed');
  if (normal.status !== 0 && normal.status !== 3) counts.failed += 1;
  else {
    const after = inspect('killed');
    if (!after.isWhole) counts.torn += 1;
    if (after.hash !== expected) counts.differing += 1;
  }
}
rmSync(folder, { recursive: true, force: true });
const { killed, torn, differing, failed } = counts;
process.stdout.write(`${rounds} rounds, ${killed} killed while running: ${torn} torn or mixed, ${differing} differing, ${failed} failed\n`);
process.exitCode = torn + differing + failed === 0 ? 0 : 1;
