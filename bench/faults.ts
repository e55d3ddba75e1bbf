/**
 * Lets every place of disk.ts that calls node:fs fail once with each of four errors, the first and the last time that it is reached in a night: what was
 * published before must stand or the new run must be whole, writing must end with 74, and the next night must be as if nothing had been.
 * bench/run faults [CODE,...]
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const CODES = (process.argv[2] ?? 'EIO,ENOSPC,EACCES,EMFILE').split(',');
const WRITES = new Set(['writeSync', 'fsyncSync', 'renameSync', 'mkdirSync', 'rmSync', 'symlinkSync']);
const PROGRAM = resolve('dist/main.js');
const FAILING = resolve('bench/failing.js');
const SAMPLE = resolve('jobs/sample/articles');
const folder = mkdtempSync(join(tmpdir(), 'detente-faults-'));
const names = readdirSync(SAMPLE).slice(0, 6);

function night(place: string, environment: Readonly<Record<string, string>> = {}): number | null {
  const options = ['run', '--input', 'articles', '--output', 'output', '--date', '2026-01-01', '--threads', '1'];
  const env = {
    ...process.env,
    ...(environment.FAULT_LOG || environment.FAULT_CALL ? { NODE_OPTIONS: `--import ${FAILING}` } : {}),
    ...environment,
  };
  return spawnSync(process.execPath, [PROGRAM, ...options], { cwd: place, env }).status;
}

function hashTables(place: string): string {
  const latest = join(place, 'output', 'nightly', 'latest');
  const files = readdirSync(latest, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name !== 'run.json',
  );
  const sum = createHash('sha256');
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort())
    sum.update(path.slice(latest.length)).update(readFileSync(path));
  return sum.digest('hex');
}

/** A place with a published night over the first files, and the others waiting. */
const ready = join(folder, 'ready');
mkdirSync(join(ready, 'articles'), { recursive: true });
for (const name of names.slice(0, 3)) cpSync(join(SAMPLE, name), join(ready, 'articles', name));
night(ready);
const before = hashTables(ready);
for (const name of names.slice(3)) cpSync(join(SAMPLE, name), join(ready, 'articles', name));

const fresh = (name: string): string => {
  const place = join(folder, name);
  rmSync(place, { recursive: true, force: true });
  cpSync(ready, place, { recursive: true, verbatimSymlinks: true });
  return place;
};
const log = join(folder, 'calls.txt');
const calm = fresh('calm');
night(calm, { FAULT_LOG: log });
const after = hashTables(calm);

const calls = readFileSync(log, 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(' ') as [string, string, string]);
const sites = new Map<string, Set<string>>();
for (const site of new Set(calls.map((call) => call[2]))) {
  const numbers = calls.filter((call) => call[2] === site).map((call) => call[0]);
  sites.set(site, new Set([numbers[0] ?? '', numbers.at(-1) ?? '']));
}
const wrong: string[] = [];
let tried = 0;
for (const [site, numbers] of sites) {
  for (const number of numbers) {
    const name = calls[Number(number) - 1]?.[1] ?? '';
    for (const code of CODES) {
      tried += 1;
      const place = fresh('place');
      const ended = night(place, { FAULT_CALL: number, FAULT_CODE: code });
      const shown = hashTables(place);
      const told = `${name} at ${site}, call ${number}, ${code}: exit ${ended}`;
      if (shown !== before && shown !== after && ended !== 3) wrong.push(`${told}, neither the old tables nor the new ones`);
      if (WRITES.has(name) && ended !== 74) wrong.push(`${told}, expected 74`);
      if (ended === 1 || ended === null) wrong.push(`${told}, a crash`);
      const next = night(place);
      if (hashTables(place) !== after) wrong.push(`${told}; the next night ended with ${next} and other tables`);
    }
  }
}
rmSync(folder, { recursive: true, force: true });
process.stdout.write(
  `${sites.size} places of disk.ts, ${calls.length} calls a night, ${tried} faults: ${wrong.length} wrong\n${wrong.map((line) => `  ${line}\n`).join('')}`,
);
process.exitCode = wrong.length === 0 ? 0 : 1;
