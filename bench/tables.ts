/** Tables of a million statements: time and memory. tools/run bench/tables [STATEMENTS] [FOLDER] */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeFiles } from '../src/night/publish.ts';
import { openDatabase } from '../src/stages/store/database.ts';
import { GENERATE } from '../tools/statements.ts';

const count = Number(process.argv[2] ?? 1_000_000);
const folder = process.argv[3] ?? join('output', 'bench-tables');

if (process.argv[4] === 'generate') {
  const empty = await openDatabase(join(folder, 'store.duckdb'), { memory: '4GB', threads: 2 });
  await empty.run(GENERATE.replaceAll('$COUNT', String(count)));
  empty.close();
  process.exitCode = 0;
} else {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // In a process of its own, so that its memory does not count.
  spawnSync(process.execPath, [fileURLToPath(import.meta.url), String(count), folder, 'generate'], { stdio: 'inherit' });
  await measure();
}

/** Prints wall and processor time since the last lap; on a busy machine the second is the truer one. */
function stopwatch(): (what: string) => void {
  let last = { wall: performance.now(), used: process.cpuUsage() };
  return (what) => {
    const now = { wall: performance.now(), used: process.cpuUsage() };
    const cpu = (now.used.user + now.used.system - last.used.user - last.used.system) / 1e6;
    const memory = Math.round(process.memoryUsage().rss / 1e6);
    const seconds = [((now.wall - last.wall) / 1000).toFixed(1), cpu.toFixed(1)].map((text) => text.padStart(6));
    process.stdout.write(`${what.padEnd(28)} ${seconds[0]} s  ${seconds[1]} s of processor  ${memory} MB\n`);
    last = now;
  };
}

async function measure(): Promise<void> {
  const facts = {
    job: 'bench',
    title: 'Bench',
    date: '2026-01-01',
    sides: ['US', 'Russia'],
    versions: { detente: '0.1.0' },
    lexicons: [],
    topics: [],
    lexiconEffect: null,
  };
  const database = await openDatabase(join(folder, 'store.duckdb'), { memory: '224MB', threads: 2, spill: join(folder, 'spill') });

  const began = performance.now();
  await writeFiles({ store: database, folder, facts, excel: false, tell: stopwatch() });
  database.close();
  const peak = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  process.stdout.write(
    `${count} statements in ${((performance.now() - began) / 1000).toFixed(1)} s, peak memory ${Math.round(Number(peak) / 1024)} MB\n`,
  );
  for (const name of ['years.csv', 'speaker_months.csv', 'terms.csv', 'statements.parquet']) {
    const hash = createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
    process.stdout.write(`${name.padEnd(32)} ${hash.slice(0, 16)}\n`);
  }
}
