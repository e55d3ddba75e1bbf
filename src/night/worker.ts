/** What a thread does: reads batches of articles and scores batches of statements, and tells how far it got. The doorway to threads.ts. */
import { createHash } from 'node:crypto';
import { workerData } from 'node:worker_threads';
import type { Span } from '../core/model/articles.ts';
import type { Problem } from '../core/model/problems.ts';
import { readBytes } from '../files/disk/read.ts';
import { openDocument } from '../files/pdf/opener.ts';
import { LARGEST_FILE } from '../stages/articles/large.ts';
import { type IntakeOptions, listArticles, readStatements } from '../stages/intake.ts';
import { clippingDateProblem, type ReadArticle } from '../stages/pipeline.ts';
import { scoreUtterance } from '../stages/scoring.ts';
import type { InputFact } from '../stages/store/ingest.ts';
import type { Unscored } from '../stages/store/scores.ts';
import { type Row, tableOf } from '../stages/store/table.ts';
import { compileVocabulary, parseTables, type Vocabulary } from '../stages/vocabulary.ts';
import { articleRow, problemRow, scoreRow, utteranceRow } from './rows.ts';
import { Stopwatch } from './stopwatch.ts';
import type { ReadResult, ReadTask, ScoreResult, ScoreTask, Skipped, TaskFile, WorkerSettings } from './threads.ts';

const settings = workerData as WorkerSettings;
const stopwatch = new Stopwatch();
const vocabulary: Vocabulary = compileVocabulary(parseTables(settings.lexicons).value, settings.sides).value;
const intake: IntakeOptions = { ...settings, vocabulary, openDocument, timed: stopwatch.time };

/** Reads a batch of files, and marks each step, so that the article over which a thread hangs or dies can be told. */
export async function readBatch(task: ReadTask): Promise<ReadResult> {
  const progress = new Int32Array(task.progress);
  const rows: Rows = { articles: [], utterances: [], problems: [] };
  const facts: InputFact[] = [];
  for (const [index, file] of task.files.entries()) {
    const mark = (article: number): void => {
      Atomics.store(progress, 0, index);
      Atomics.store(progress, 1, article);
      Atomics.add(progress, 2, 1);
    };
    facts.push(await readFile(file, rows, { mark, skipped: (article) => task.skip[article === -1 ? `${index}` : `${index}:${article}`] }));
  }
  const { articles, utterances, problems } = rows;
  const tables = { articles: tableOf(articles), utterances: tableOf(utterances), problems: tableOf(problems) };
  return { rows: tables, facts, rooms: stopwatch.take() };
}

interface Rows {
  readonly articles: Row[];
  readonly utterances: Row[];
  readonly problems: Row[];
}

/** The steps of one file; -1 is its opening. */
interface Steps {
  mark(article: number): void;
  skipped(article: number): Skipped | undefined;
}

async function readFile(file: TaskFile, rows: Rows, steps: Steps): Promise<InputFact> {
  steps.mark(-1);
  const opened = openInput(file);
  const { path } = file;
  const problems: Problem[] = [];
  const before = rows.articles.length;
  const skipped = steps.skipped(-1);
  if ('error' in opened) problems.push({ path, place: '', code: 'unreadable', reason: opened.error });
  else if (skipped) problems.push({ path, place: '', ...skipped });
  else {
    const listed = await listArticles('bytes' in file ? file : { path, bytes: opened.bytes }, intake);
    problems.push(...listed.problems);
    for (const [index, clipping] of listed.kept.entries()) {
      steps.mark(index);
      const slow = steps.skipped(index);
      const read = slow ? { path, place: clipping.place, ...slow } : readStatements(clipping, intake);
      if ('code' in read) problems.push(read);
      else addRows(read, rows);
      const doubt = 'code' in read ? null : clippingDateProblem(clipping, intake);
      if (doubt) problems.push(doubt);
    }
  }
  rows.problems.push(...problems.map((problem) => problemRow(problem, opened.sha256)));
  return { path, sha256: opened.sha256, size: opened.size, articles: rows.articles.length - before, problems: problems.length };
}

/** Scores a batch of statements. */
export function scoreBatch(task: ScoreTask): ScoreResult {
  const scores = task.statements.map((statement) => scoreRow(statement.score_key, scoreStored(statement)));
  return { scores: tableOf(scores), rooms: stopwatch.take() };
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

function addRows({ article, utterances }: ReadArticle, rows: Rows): void {
  const row = articleRow(article, utterances[0]?.background ?? []);
  rows.articles.push(row);
  rows.utterances.push(
    ...utterances.map((utterance, ordinal) => utteranceRow(utterance, { articleKey: row.key, ordinal, origin: article.origin })),
  );
}

function scoreStored(statement: Unscored): ReturnType<typeof scoreUtterance> {
  const content = JSON.parse(statement.content) as readonly Span[];
  const background = JSON.parse(statement.background) as readonly string[];
  const speaker = statement.speaker === null ? null : { name: statement.speaker, side: statement.side ?? 'other' };
  const said = statement.said === null ? null : { day: statement.said };
  const context = {
    speaker,
    said,
    passage: { text: statement.passage, content, around: statement.around },
    background,
    appearance: { cue: statement.cue, kind: statement.kind },
  };
  return scoreUtterance(context as unknown as Parameters<typeof scoreUtterance>[0], { vocabulary, timed: stopwatch.time });
}
