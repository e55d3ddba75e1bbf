/**
 * Every reader under byte mutation: what comes in is read or set aside, counts reconcile, spans lie in the text, nothing throws.
 * After that, files made to be slow or large: each is read or set aside within seconds.
 * usage: tools/run checks/fuzz-adapters [COUNT] [SEED] [FORMAT]   (mutations per format, 100,000 if not given; all formats if none is named).
 * Exit code 1 at the first breach of a format, with the bytes that made it.
 */
import { readFileSync } from 'node:fs';
import type { Clipping, Span } from '../src/core/model/articles.ts';
import type { Outcome } from '../src/core/model/problems.ts';
import { adviceOn } from '../src/core/problem-kinds.ts';
import { parseRows } from '../src/core/rows.ts';
import { MOST_SECONDS, openDocument } from '../src/files/pdf/opener.ts';
import { compileBoilerplate } from '../src/stages/articles/cleaning/vocabulary.ts';
import { withDocuments } from '../src/stages/articles/pdf/documents.ts';
import { readClippings } from '../src/stages/articles/read.ts';
import { compileCalendar } from '../src/stages/dates/calendar.ts';
import { datePublished } from '../src/stages/dates/publish.ts';
import { FILES, HOSTILE } from './adapter-files.ts';

const COUNT = Number(process.argv[2] ?? 100_000);
const SEED = Number(process.argv[3] ?? 20_181_222);
const ONLY = process.argv[4];
/** Seconds of processor time that a hostile file may take. */
const LONGEST = 20;

/** Formats in which every line that is not blank is one record. */
const ONE_PER_LINE = new Set(['JSON lines', 'GDELT', 'Quotebank quotations', 'Quotebank articles']);
const INTERESTING = [0x00, 0x0a, 0x0d, 0x22, 0x26, 0x2c, 0x3c, 0x3e, 0x5b, 0x5c, 0x7b, 0x7d, 0x80, 0x93, 0xc2, 0xe2, 0xef, 0xfe, 0xff];

const rows = (path: string) => parseRows(readFileSync(`lexicons/${path}`, 'utf8'), path).value;
const boilerplate = compileBoilerplate({ boilerplate: rows('english/boilerplate.csv') }).value;
const calendar = compileCalendar({ events: rows('us-russia/events.csv'), offices: rows('us-russia/offices.csv') }).value;

let state = SEED;
/** Mulberry32, from 0 up to `below`. */
function random(below: number): number {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
}

/** One to eight edits: a byte changed, put in or taken out, a stretch repeated, moved or cut off. */
function mutate(original: Uint8Array): Buffer {
  let bytes = Buffer.from(original);
  for (let edits = 1 + random(8); edits > 0 && bytes.length > 0; edits--) {
    const at = random(bytes.length);
    const length = 1 + random(Math.min(40, bytes.length - at));
    const byte = Buffer.from([random(2) === 0 ? (INTERESTING[random(INTERESTING.length)] ?? 0) : random(256)]);
    const kind = random(6);
    if (kind === 0) bytes[at] = byte[0] ?? 0;
    else if (kind === 1) bytes = Buffer.concat([bytes.subarray(0, at), byte, bytes.subarray(at)]);
    else if (kind === 2) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    else if (kind === 3) bytes = Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]);
    else if (kind === 4) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(0, length), bytes.subarray(at)]);
    else if (random(4) === 0) bytes = bytes.subarray(0, at);
  }
  return bytes;
}

/** What is wrong with an outcome, or null. */
function breachOf(format: string, bytes: Buffer, { kept, problems }: Outcome<Clipping>): string | null {
  if (kept.length + problems.length === 0 && bytes.toString('latin1').trim() !== '') return 'nothing read and nothing set aside';
  if (problems.some(({ code, reason }) => code === '' || reason === '')) return 'a problem without a reason';
  if (
    ONE_PER_LINE.has(format) &&
    problems.every(({ place }) => place !== '') &&
    !bytes.includes(0x0d) &&
    kept.every(({ place }) => place.startsWith('line'))
  ) {
    const count = bytes
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .split('\n')
      .filter((line) => !/^[\s[\],]*$/.test(line)).length;
    // A line of brackets and commas alone belongs to a list around the records. A doubt about an article that was read is no line of its own.
    const told = kept.length + problems.filter(({ code }) => adviceOn(code).kind !== 'note').length;
    if (told !== count) return `${count} lines in, ${told} out`;
  }
  return kept.map(breachOfClipping).find((breach) => breach !== null) ?? null;
}

function breachOfClipping(clipping: Clipping): string | null {
  const { text, paragraphs, boilerplate: marked, given } = clipping;
  const isInside = ([start, end]: Span): boolean => start >= 0 && start <= end && end <= text.length;
  const isOrdered = (spans: readonly Span[]): boolean =>
    spans.every((span, i) => isInside(span) && (i === 0 || (spans[i - 1]?.[1] ?? 0) <= span[0]));
  if (!isOrdered(paragraphs)) return 'paragraphs out of order or outside the text';
  if (!isOrdered(marked)) return 'boilerplate out of order or outside the text';
  if (!given.every(({ span }) => isInside(span))) return 'a given quotation outside the text';
  const dated = datePublished(clipping, { calendar, reference: '2026-12-31' });
  return dated && (dated.earliest > dated.latest || !/^\d{4}(-\d\d){0,2}$/.test(dated.day))
    ? `a date that is none: ${JSON.stringify(dated)}`
    : null;
}

function readAll(path: string, bytes: Uint8Array): Promise<Outcome<Clipping>> {
  return withDocuments(openDocument, (documents) => readClippings({ path, bytes }, { boilerplate, documents }));
}

for (const [format, [path, content]] of Object.entries(FILES)) {
  if (ONLY !== undefined && format !== ONLY) continue;
  const original = Buffer.from(content as string);
  const total = { kept: 0, problems: 0 };
  const start = process.cpuUsage();
  for (let i = 0; i < COUNT; i++) {
    const bytes = i === 0 ? original : mutate(original);
    try {
      const outcome = await readAll(path, bytes);
      const breach = i === 0 && outcome.kept.length === 0 ? 'the valid file was not read' : breachOf(format, bytes, outcome);
      if (breach) throw new Error(breach);
      total.kept += outcome.kept.length;
      total.problems += outcome.problems.length;
    } catch (error) {
      console.log(`${format}: ${error instanceof Error ? error.stack : error}\n${bytes.toString('base64')}`);
      process.exitCode = 1;
      break;
    }
  }
  const { user, system } = process.cpuUsage(start);
  console.log(
    `${format}: ${COUNT} mutations, ${total.kept} articles read, ${total.problems} set aside, ${((user + system) / 1e6).toFixed(1)} s`,
  );
}

for (const [what, [path, content]] of Object.entries(ONLY === undefined ? HOSTILE : {})) {
  const start = process.cpuUsage();
  try {
    const { kept, problems } = await readAll(path, Buffer.from(content()));
    const { user, system } = process.cpuUsage(start);
    const seconds = (user + system) / 1e6;
    console.log(`${what}: ${kept.length} read, ${problems.length} set aside (${problems[0]?.code ?? 'nothing'}), ${seconds.toFixed(1)} s`);
    // A document is given up after a time of its own.
    const longest = path.endsWith('.pdf') ? MOST_SECONDS + LONGEST : LONGEST;
    if (kept.length + problems.length === 0 || seconds > longest) throw new Error(`${what}: nothing said, or too slow`);
  } catch (error) {
    console.log(`${what}: ${error instanceof Error ? error.stack : error}`);
    process.exitCode = 1;
  }
}
