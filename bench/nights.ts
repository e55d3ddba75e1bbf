/**
 * What nights and shards cost, against one whole night over the same invented articles, in one run: processor seconds (children included), their ratio, peak memory and the
 * machine's load meanwhile. Only the ratios compare between machines.
 *   tools/run bench/nights [ARTICLES] [SHARDS]
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeArticle } from '../tools/corpus.ts';

const [articles = 1000, shards = 8] = process.argv.slice(2).map(Number);
const PROGRAM = resolve('dist/main.js');
const folder = mkdtempSync(join(tmpdir(), 'detente-bench-'));
const inputs = join(folder, 'articles');
const plan = join(folder, 'plan');
const DAY = ['--date', '2026-01-01'];
/** Clock ticks of /proc in a second. */
const TICKS = 100;

function writeArticles(first: number, count: number): void {
  mkdirSync(inputs, { recursive: true });
  for (let number = first; number < first + count; number++) {
    const { day, outlet, title, text } = writeArticle(number);
    writeFileSync(join(inputs, `${day}-${outlet.toLowerCase().replaceAll(' ', '-')}-${number}.txt`), `${outlet}\n\n${title}\n\n${text}\n`);
  }
}

/** Processor seconds of all children that have ended. */
function childSeconds(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[13]) + Number(fields[14])) / TICKS;
}

interface Measured {
  readonly seconds: number;
  readonly megabytes: number;
}

/** Runs detente to its end; megabytes are the most that this one process held, as far as a look ten times a second sees it. */
async function measure(words: readonly string[]): Promise<Measured> {
  const before = childSeconds();
  const child = spawn(process.execPath, [PROGRAM, ...words], { stdio: ['ignore', 'ignore', 'inherit'] });
  let megabytes = 0;
  const timer = setInterval(() => {
    try {
      const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
      megabytes = Math.max(megabytes, Number(peak ?? 0) / 1024);
    } catch {
      // It has just ended.
    }
  }, 100);
  const code = await new Promise<number | null>((done) => child.on('exit', done));
  clearInterval(timer);
  if (code !== 0) throw new Error(`detente ${words.join(' ')} ended with ${code}`);
  return { seconds: childSeconds() - before, megabytes };
}

let whole = 0;
function print(name: string, { seconds, megabytes }: Measured): void {
  const memory = megabytes > 0 ? `${Math.round(megabytes)} MB` : '';
  const share = whole > 0 ? `${((100 * seconds) / whole).toFixed(1)} %` : '';
  process.stdout.write(
    `${name.padEnd(44)} ${seconds.toFixed(1).padStart(8)} s ${share.padStart(9)} ${memory.padStart(8)}   load ${loadavg()[0]?.toFixed(1)}\n`,
  );
}

async function compare(): Promise<void> {
  writeArticles(0, articles);
  const night = ['run', '--input', inputs, '--output', join(folder, 'one'), '--threads', '1', ...DAY];
  const full = await measure(night);
  whole = full.seconds;
  print(`a night over ${articles} articles`, full);
  print('a night with nothing new', await measure(night));
  const planned = ['--input', inputs, '--output', join(folder, 'many'), '--shards', String(shards), '--out', plan, ...DAY];
  const made = await measure(['plan', ...planned]);
  const first = await measure(['map', plan, '--shard', '0']);
  print(`one shard of ${shards}`, first);
  print('the same shard again', await measure(['map', plan, '--shard', '0']));
  const rest = await measure(['submit', plan, '--engine', 'local', '--workers', '2']);
  print(`all ${shards} shards: plan, map, reduce, finish`, { seconds: made.seconds + first.seconds + rest.seconds, megabytes: 0 });
  writeArticles(articles, Math.ceil(articles / 100));
  print('a night with 1 % new', await measure(night));
}

try {
  await compare();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
