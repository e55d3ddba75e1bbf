/**
 * What nights and shards cost, against one whole night over the same invented articles, in one run: processor seconds (children included), their ratio, peak memory and the
 * machine's load meanwhile. Only the ratios compare between machines. Two threads are held against one by the clock too, as a whole and by the parts of a night as its
 * `run.json` times them; those compare only where the machine has two processors free.
 *   tools/run bench/nights [ARTICLES] [SHARDS]
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeArticle } from '../tools/corpus.ts';
import { type Cost, printFigure, runDetente, spell } from './measure.ts';

const [articles = 1000, shards = 8] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'detente-bench-'));
const inputs = join(folder, 'articles');
const plan = join(folder, 'plan');
const DAY = ['--date', '2026-01-01'];

function writeArticles(first: number, count: number): void {
  mkdirSync(inputs, { recursive: true });
  for (let number = first; number < first + count; number++) {
    const { day, outlet, title, text } = writeArticle(number);
    writeFileSync(join(inputs, `${day}-${outlet.toLowerCase().replaceAll(' ', '-')}-${number}.txt`), `${outlet}\n\n${title}\n\n${text}\n`);
  }
}

/** Seconds by the clock of each part of the one night whose output is in a folder. */
function partsOf(name: string): Readonly<Record<string, number>> {
  const output = join(folder, name);
  const [job = ''] = readdirSync(output);
  return (JSON.parse(readFileSync(join(output, job, 'latest', 'run.json'), 'utf8')) as { readonly seconds: Record<string, number> })
    .seconds;
}

function printParts(one: Readonly<Record<string, number>>, two: Readonly<Record<string, number>>): void {
  for (const [part, seconds] of Object.entries(one)) {
    const [single, both] = [spell(seconds), spell(two[part] ?? Number.NaN)];
    printFigure({
      name: `nights:   of these, ${part}`,
      value: `${spell(seconds / (two[part] ?? Number.NaN))} times as fast`,
      beside: `${single} s and ${both} s`,
    });
  }
}

/** The whole night, which the others are shares of. */
let whole = Number.NaN;

function print(name: string, { seconds, megabytes }: Pick<Cost, 'seconds' | 'megabytes'>): void {
  const share = Number.isNaN(whole) ? '' : `${((100 * seconds) / whole).toFixed(1)} % of the whole night`;
  printFigure({ name, value: `${spell(seconds)} s`, beside: share, megabytes });
}

async function compare(): Promise<void> {
  writeArticles(0, articles);
  const night = ['run', '--input', inputs, '--output', join(folder, 'one'), '--threads', '1', ...DAY];
  const full = await runDetente(night);
  print(`nights: ${articles} articles, one thread`, full);
  whole = full.seconds;
  const twice = await runDetente(['run', '--input', inputs, '--output', join(folder, 'two'), '--threads', '2', ...DAY]);
  print(`nights: ${articles} articles, two threads`, twice);
  printFigure({ name: 'nights: two threads against one, by the clock', value: `${spell(full.wall / twice.wall)} times as fast` });
  printParts(partsOf('one'), partsOf('two'));
  print('nights: nothing new', await runDetente(night));
  const planned = ['--input', inputs, '--output', join(folder, 'many'), '--shards', String(shards), '--out', plan, ...DAY];
  const made = await runDetente(['plan', ...planned]);
  const first = await runDetente(['map', plan, '--shard', '0']);
  print(`nights: one shard of ${shards}`, first);
  print('nights: the same shard again', await runDetente(['map', plan, '--shard', '0']));
  const rest = await runDetente(['submit', plan, '--engine', 'local', '--workers', '2']);
  print(`nights: all ${shards} shards: plan, map, reduce, finish`, { seconds: made.seconds + first.seconds + rest.seconds, megabytes: 0 });
  writeArticles(articles, Math.ceil(articles / 100));
  print('nights: 1 % new', await runDetente(night));
}

try {
  await compare();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
