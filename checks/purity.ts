/**
 * What an article gives depends on that article alone. Reads a file of JSON lines in random orders, in one process, and compares what each article gives with
 * what it gave first; then spends its articles in random cuts of nights on 1, 2 and 4 threads, and compares what is published with one night on one thread.
 *
 *     tools/run checks/purity ARTICLES.jsonl [ORDERS] [CUTS] [SEED]      (20 and 20 if not given; 924 articles take some minutes)
 */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { loadSettings } from '../src/job/load.ts';
import { listArticles, readStatements } from '../src/stages/intake.ts';
import { scoreUtterance } from '../src/stages/scoring.ts';
import { hashTables, spendNight } from './nights.ts';

const [path, orders = '20', cuts = '20', seed = '1'] = process.argv.slice(2);
if (path === undefined) throw new Error('expected a file of JSON lines with articles');
const lines = readFileSync(resolve(path), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '');

let state = Number(seed);
function random(): number {
  state = (state * 48_271) % 2_147_483_647;
  return state / 2_147_483_647;
}

function shuffled<T>(items: readonly T[]): readonly T[] {
  const list = [...items];
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j] as T, list[i] as T];
  }
  return list;
}

const settings = loadSettings(resolve('jobs/nightly.yaml'), [resolve(path)]);
const intake = { vocabulary: settings.vocabulary, languages: ['en'], reference: '2026-01-15' };

/** A hash of all that one article gives: its date, its statements, their scores. */
async function readingOf(line: string, number: number): Promise<string> {
  const { kept, problems } = await listArticles({ path: 'articles.jsonl', bytes: Buffer.from(line), firstLine: number }, intake);
  const read = kept.map((clipping) => {
    const given = readStatements(clipping, intake);
    return 'code' in given ? given : { ...given, scores: given.utterances.map((utterance) => scoreUtterance(utterance, settings)) };
  });
  return createHash('sha256')
    .update(JSON.stringify([problems, read]))
    .digest('hex');
}

const numbers = lines.map((_, index) => index);
const first = new Map<number, string>();
for (const index of numbers) first.set(index, await readingOf(lines[index] ?? '', index + 1));
let differingReadings = 0;
for (let round = 0; round < Number(orders); round++)
  for (const index of shuffled(numbers)) if ((await readingOf(lines[index] ?? '', index + 1)) !== first.get(index)) differingReadings += 1;
process.stdout.write(`${orders} orders of ${lines.length} articles: ${differingReadings} readings differ\n`);

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'detente-purity-')));

/** Each article is a file of its own; the files of a cut come in one after the other. */
async function published(place: string, nights: readonly (readonly number[])[], threads: number): Promise<string> {
  mkdirSync(join(place, 'articles'), { recursive: true });
  for (const night of nights) {
    for (const index of night) writeFileSync(join(place, 'articles', `${index}.jsonl`), `${lines[index]}\n`);
    if (night.length > 0) await spendNight(place, { threads });
  }
  const hash = hashTables(place);
  rmSync(place, { recursive: true, force: true });
  return hash;
}

const expected = await published(join(folder, 'one'), [numbers], 1);
let differingNights = 0;
for (let round = 0; round < Number(cuts); round++) {
  const count = 1 + Math.floor(random() * 4);
  const nights = Array.from({ length: count }, (): number[] => []);
  for (const index of shuffled(numbers)) nights[Math.floor(random() * count)]?.push(index);
  if ((await published(join(folder, `cut-${round}`), nights, [1, 2, 4][round % 3] ?? 1)) !== expected) differingNights += 1;
}
process.chdir('/');
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`${cuts} cuts into 1 to 4 nights on 1, 2 and 4 threads: ${differingNights} differ from one night on one thread\n`);
process.exitCode = differingReadings + differingNights === 0 ? 0 : 1;
