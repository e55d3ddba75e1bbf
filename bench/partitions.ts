/**
 * Cuts the sample's inputs into nights at random, lets them come in any order, and compares with one night over all of them: tables must be the same
 * bytes. bench/run partitions [ROUNDS] [SEED] [ARTICLES of the sample]
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const [rounds = '100', seed = '1', most = '1000'] = process.argv.slice(2);
const PROGRAM = resolve('dist/main.js');
const SAMPLE = resolve('jobs/sample/articles');
const folder = mkdtempSync(join(tmpdir(), 'detente-nights-'));

let state = Number(seed);
const random = (): number => {
  state = (state * 48_271) % 2_147_483_647;
  return state / 2_147_483_647;
};

function night(place: string): void {
  const options = ['run', '--input', 'articles', '--output', 'output', '--date', '2026-01-01'];
  const { status, stderr } = spawnSync(process.execPath, [PROGRAM, ...options], { cwd: place, encoding: 'utf8' });
  if (status !== 0 && status !== 3 && status !== 4) throw new Error(`a night ended with ${status}: ${stderr}`);
}

function hashTables(place: string): string {
  const latest = join(place, 'output', 'nightly', 'latest');
  const names = readdirSync(latest, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'run.json')
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const sum = createHash('sha256');
  for (const name of names) sum.update(name.slice(latest.length)).update(readFileSync(name));
  return sum.digest('hex').slice(0, 16);
}

function spread(place: string, nights: readonly (readonly string[])[]): string {
  mkdirSync(join(place, 'articles'), { recursive: true });
  for (const names of nights) {
    for (const name of names) cpSync(join(SAMPLE, name), join(place, 'articles', name));
    if (names.length > 0) night(place);
  }
  return hashTables(place);
}

const names = readdirSync(SAMPLE).slice(0, Number(most));
const expected = spread(join(folder, 'one'), [names]);
let differing = 0;
for (let round = 0; round < Number(rounds); round++) {
  const count = 2 + Math.floor(random() * 4);
  const nights = Array.from({ length: count }, (): string[] => []);
  for (const name of names) nights[Math.floor(random() * count)]?.push(name);
  const place = join(folder, `round-${round}`);
  if (spread(place, nights) !== expected) differing += 1;
  rmSync(place, { recursive: true, force: true });
}
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`${rounds} partitions into 2 to 5 nights: ${differing} differing from one night\n`);
process.exitCode = differing === 0 ? 0 : 1;
