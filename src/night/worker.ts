/** What a thread does: reads batches of articles and scores batches of statements, and tells how far it got. The doorway to threads.ts. */
import { createHash } from 'node:crypto';
import { workerData } from 'node:worker_threads';
import type { Cell, Clipping, Outcome, Problem, Span } from '../core/model.ts';
import { readBytes } from '../files/disk.ts';
import { decodeText } from '../stages/articles/decode.ts';
import { readClippings } from '../stages/articles/read.ts';
import { readLines } from '../stages/articles/records.ts';
import { clippingDateProblem, readArticle, scoreUtterance } from '../stages/pipeline.ts';
import type { InputFact } from '../stages/store/ingest.ts';
import type { Unscored } from '../stages/store/scores.ts';
import { compileVocabulary, parseTables, type Vocabulary } from '../stages/vocabulary.ts';
import { articleRow, distinctUtterances, problemRow, scoreRow, utteranceRow } from './rows.ts';
import { Stopwatch } from './stopwatch.ts';
import type { ReadResult, ReadTask, ScoreResult, ScoreTask, Skipped, TaskFile, WorkerSettings } from './threads.ts';

/** Bytes of the largest file that is read whole; larger ones need to be cut, or be JSON lines. */
const LARGEST_FILE = 64 * 1024 * 1024;

const settings = workerData as WorkerSettings;
const stopwatch = new Stopwatch();
const vocabulary: Vocabulary = compileVocabulary(parseTables(settings.lexicons).value, settings.sides).value;

/** Reads a batch of files, and marks each step, so that the article over which a thread hangs or dies can be told. */
export function readBatch(task: ReadTask): ReadResult {
  const progress = new Int32Array(task.progress);
  const rows: Rows = { articles: [], utterances: [], problems: [] };
  const facts = task.files.map((file, index) => {
    const mark = (article: number): void => {
      Atomics.store(progress, 0, index);
      Atomics.store(progress, 1, article);
      Atomics.add(progress, 2, 1);
    };
    return readFile(file, rows, { mark, skipped: (article) => task.skip[article === -1 ? `${index}` : `${index}:${article}`] });
  });
  return { rows, facts, rooms: stopwatch.take() };
}

interface Rows {
  readonly articles: Cell[][];
  readonly utterances: Cell[][];
  readonly problems: Cell[][];
}

/** The steps of one file; -1 is its opening. */
interface Steps {
  mark(article: number): void;
  skipped(article: number): Skipped | undefined;
}

function readFile(file: TaskFile, rows: Rows, steps: Steps): InputFact {
  steps.mark(-1);
  const opened = openInput(file);
  const problems: Problem[] = [];
  const before = rows.articles.length;
  const setAside = (place: string, why: Skipped): number => problems.push({ path: file.path, place, ...why });
  const skipped = steps.skipped(-1);
  if ('error' in opened) setAside('', { code: 'unreadable', reason: opened.error });
  else if (skipped) setAside('', skipped);
  else {
    const outcome = guarded(() => stopwatch.time('articles', () => clippingsOf(file, opened.bytes)));
    if ('code' in outcome) setAside('', outcome);
    else {
      problems.push(...outcome.problems);
      for (const [index, clipping] of outcome.kept.entries()) {
        steps.mark(index);
        const failed = steps.skipped(index) ?? guarded(() => shelve(clipping, rows));
        const doubt = failed ? null : clippingDateProblem(clipping, { vocabulary, dateOrder: settings.dateOrder });
        if (failed) setAside(clipping.place, failed);
        if (doubt) problems.push(doubt);
      }
    }
  }
  rows.problems.push(...problems.map((problem) => problemRow(problem, opened.sha256)));
  return { path: file.path, sha256: opened.sha256, size: opened.size, articles: rows.articles.length - before, problems: problems.length };
}

/** An article over which detente itself stumbles costs that article, not the night; the reason says that it is our fault. */
function guarded<T>(work: () => T): T | Skipped {
  try {
    return work();
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { code: 'fault', reason: `detente failed on it, please report it (${reason.split('\n')[0]})` };
  }
}

/** Scores a batch of statements; gives rows of the store's table. */
export function scoreBatch(task: ScoreTask): ScoreResult {
  const rows = task.statements.map((statement) => scoreRow(statement.score_key, scoreStored(statement)));
  return { rows, rooms: stopwatch.take() };
}

type Opened =
  | { readonly sha256: string; readonly size: number; readonly bytes: Uint8Array }
  | { readonly sha256: null; readonly size: 0; readonly error: string };

function openInput(file: TaskFile): Opened {
  if ('bytes' in file) return { sha256: '', size: file.bytes.length, bytes: file.bytes };
  const read = readBytes(file.file, LARGEST_FILE);
  if ('error' in read) return { sha256: null, size: 0, error: read.error };
  return { sha256: createHash('sha256').update(read.bytes).digest('hex'), size: read.bytes.length, bytes: read.bytes };
}

function clippingsOf(file: TaskFile, bytes: Uint8Array): Outcome<Clipping> {
  const { format, columns } = settings;
  const options = { boilerplate: vocabulary.boilerplate, ...(format && { format }), ...(columns && { columns }) };
  if (!('firstLine' in file)) return readClippings({ path: file.path, bytes }, options);
  const lines = decodeLines(bytes);
  const { kept, problems } = readLines(
    lines.map((line) => line ?? ''),
    file.firstLine,
    file.path,
    options,
  );
  const binary = lines.flatMap((line, index) => (line === null ? [notText(file.path, file.firstLine + index)] : []));
  return { kept, problems: [...problems, ...binary] };
}

const STRICT = new TextDecoder('utf-8', { fatal: true });

/** Lines as texts, null where a line is none. What is not UTF-8 is told line by line, so that no line depends on the others of its piece. */
function decodeLines(bytes: Uint8Array): readonly (string | null)[] {
  try {
    return STRICT.decode(bytes).split('\n');
  } catch {
    const lines: (string | null)[] = [];
    for (let start = 0; start < bytes.length; ) {
      const newline = bytes.indexOf(10, start);
      const end = newline === -1 ? bytes.length : newline;
      const decoded = decodeText(bytes.subarray(start, end));
      lines.push(decoded?.text ?? null);
      start = end + 1;
    }
    return lines;
  }
}

function notText(path: string, line: number): Problem {
  return { path, place: `line ${line}`, code: 'not text', reason: 'binary, expected a line of JSON' };
}

function shelve(clipping: Clipping, rows: Rows): undefined {
  const { article, utterances } = readArticle(clipping, { vocabulary, dateOrder: settings.dateOrder, timed: stopwatch.time });
  const row = articleRow(article, utterances[0]?.background ?? []);
  rows.articles.push(row);
  const distinct = stopwatch.time('statements', () => distinctUtterances(utterances));
  rows.utterances.push(...distinct.map((utterance, ordinal) => utteranceRow(utterance, { articleKey: String(row[0]), ordinal })));
}

function scoreStored(statement: Unscored): ReturnType<typeof scoreUtterance> {
  const content = JSON.parse(statement.content) as readonly Span[];
  const background = JSON.parse(statement.background) as readonly string[];
  const speaker = statement.speaker === null ? null : { name: statement.speaker, side: statement.side ?? 'other' };
  const said = statement.said === null ? null : { day: statement.said };
  const context = {
    speaker,
    said,
    passage: { text: statement.passage, content },
    background,
    appearance: { cue: statement.cue, kind: statement.kind },
  };
  return scoreUtterance(context as unknown as Parameters<typeof scoreUtterance>[0], { vocabulary, timed: stopwatch.time });
}
