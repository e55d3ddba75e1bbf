/**
 * Publication of a million statements: time and memory, of each step on the error output, and what 2,000 coded statements add to it (pairs of runs in turn, each in a process of its own).
 *   tools/run bench/tables [STATEMENTS] [CODES] [PAIRS] [FOLDER]
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Codes } from '../src/night/correct.ts';
import { tuneEngine } from '../src/night/engine.ts';
import { writeFiles } from '../src/night/publish.ts';
import { type OpenDatabase, openDatabase } from '../src/stages/store/database.ts';
import { hashWords } from '../src/stages/validation/design.ts';
import { GENERATE } from '../tools/statements.ts';
import { printFigure, spell } from './measure.ts';

const [count = 1_000_000, coded = 2000, pairs = 1] = process.argv.slice(2, 5).map(Number);
const folder = process.argv[5] ?? join('output', 'bench-tables');
const step = process.argv[6];

if (step === 'generate') {
  const empty = await openDatabase(join(folder, 'store.duckdb'), { memory: '4GB', threads: 2 });
  await empty.run(GENERATE.replaceAll('$COUNT', String(count)));
  empty.close();
  process.exitCode = 0;
} else if (step !== undefined) {
  await measure(Number(step));
} else {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // Each in a process of its own, so that its memory does not count for another.
  runStep('generate');
  for (let pair = 1; pair <= pairs; pair++) for (const codes of [0, coded]) runStep(String(codes));
}

function runStep(what: string): void {
  const values = [count, coded, pairs, folder, what].map(String);
  spawnSync(process.execPath, [fileURLToPath(import.meta.url), ...values], { stdio: 'inherit' });
}

/** Codes for some statements of the store, as if two people had answered every question about each; drawn with one chance for all. */
async function makeCodes(store: OpenDatabase, wanted: number): Promise<Codes | null> {
  if (wanted === 0) return null;
  const rows = await store.all(`SELECT id, text, tone FROM statements ORDER BY hash(id), id LIMIT ${wanted}`);
  const drawn = { draw: 1, coders: ['ann', 'ben'], probability: wanted / count };
  const statements = Object.fromEntries(rows.map(({ id, text }) => [String(id), { ...drawn, words: hashWords(String(text)) }]));
  const coders = drawn.coders.map((coder, i) => ({ coder, lean: i }));
  return {
    design: { version: 1, job: 'bench', draws: [], statements },
    rows: rows.flatMap(({ id, tone }, place) =>
      coders.map(({ coder, lean }) => {
        const about = tone !== null || place % 10 === 0;
        const answers = { is_statement: true, speaker_right: place % 20 !== 0, about_relations: about, date_right: true, note: '' };
        return {
          id: String(id),
          who: '',
          when: '',
          coder,
          answers: { ...answers, tone: about ? codedTone(Number(tone ?? 0), (place + lean) % 5) : null },
        };
      }),
    ),
  };
}

/** A step of the sheet's scale near the score, in millionths. */
function codedTone(score: number, place: number): number {
  return Math.max(-2, Math.min(2, Math.round((2 * score) / 1e6 + (place - 2) / 2)));
}

/** Prints wall and processor time since the last lap; on a busy machine the second is the truer one. */
function stopwatch(): (what: string) => void {
  let last = { wall: performance.now(), used: process.cpuUsage() };
  return (what) => {
    const now = { wall: performance.now(), used: process.cpuUsage() };
    const cpu = (now.used.user + now.used.system - last.used.user - last.used.system) / 1e6;
    const memory = Math.round(process.memoryUsage().rss / 1e6);
    const seconds = [((now.wall - last.wall) / 1000).toFixed(1), cpu.toFixed(1)].map((text) => text.padStart(6));
    process.stderr.write(`${what.padEnd(28)} ${seconds[0]} s  ${seconds[1]} s of processor  ${memory} MB\n`);
    last = now;
  };
}

async function measure(codes: number): Promise<void> {
  // As a night does.
  tuneEngine();
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
  const database = await openDatabase(join(folder, 'store.duckdb'), { memory: '160MB', threads: 1, spill: join(folder, 'spill') });

  const given = await makeCodes(database, codes);
  const [began, used] = [performance.now(), process.cpuUsage()];
  await writeFiles({ store: database, folder, facts, excel: false, codes: given, tell: stopwatch() });
  const { user, system } = process.cpuUsage(used);
  database.close();
  const peak = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  printFigure({
    name: `tables: ${count.toLocaleString('en')} statements, ${codes} coded`,
    value: `${spell((user + system) / 1e6)} s`,
    beside: `of processor; ${spell((performance.now() - began) / 1000)} s by the clock`,
    megabytes: Number(peak) / 1024,
  });
  for (const name of ['years.csv', 'speaker_months.csv', 'terms.csv', 'statements.parquet']) {
    const hash = createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
    process.stderr.write(`${name.padEnd(32)} ${hash.slice(0, 16)}\n`);
  }
}
