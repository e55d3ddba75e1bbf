/** What a thread does: reads batches of articles and scores batches of statements, and tells how far it got. The doorway to threads.ts. */
import { createHash } from 'node:crypto';
import { workerData } from 'node:worker_threads';
import { type InputFile, readClippings } from './articles/read.ts';
import { readBytes } from './disk.ts';
import { compileVocabulary, parseTables, type Vocabulary } from './lexicons.ts';
import type { Cell, Clipping, Outcome, Problem, Span } from './model.ts';
import { readArticle, scoreUtterance } from './pipeline.ts';
import { articleRow, problemRow, scoreRow, utteranceRow } from './shelving.ts';
import type { Unscored } from './store/scores.ts';
import type { ReadResult, ReadTask, ScoreTask, TaskFile, WorkerSettings } from './threads.ts';

/** Bytes of the largest file that is read whole. */
const LARGEST_FILE = 256 * 1024 * 1024;

const settings = workerData as WorkerSettings;
const vocabulary: Vocabulary = compileVocabulary(parseTables(settings.lexicons).value, settings.sides).value;

/** Reads a batch of files; `progress` holds [file, article in it] at any moment, so that the one that hangs can be told. */
export function readBatch(task: ReadTask): ReadResult {
  const progress = new Int32Array(task.progress);
  const skipped = new Set(task.skip);
  const result: { articles: Cell[][]; utterances: Cell[][]; problems: Cell[][]; facts: ReadResult['facts'][number][] } = {
    articles: [],
    utterances: [],
    problems: [],
    facts: [],
  };
  for (const [index, file] of task.files.entries()) {
    const mark = (article: number): void => {
      Atomics.store(progress, 0, index);
      Atomics.store(progress, 1, article);
      Atomics.add(progress, 2, 1);
    };
    mark(-1);
    const opened = openInput(file);
    const outcome = 'problem' in opened ? { kept: [], problems: [opened.problem] } : clippingsOf(opened.input, skipped.has(`${index}`));
    for (const [article, clipping] of outcome.kept.entries()) {
      mark(article);
      if (skipped.has(`${index}:${article}`)) continue;
      shelve(clipping, result);
    }
    result.problems.push(...outcome.problems.map((problem) => problemRow(problem, opened.sha256)));
    result.facts.push({
      path: file.path,
      sha256: opened.sha256,
      size: opened.size,
      articles: outcome.kept.length,
      problems: outcome.problems.length,
    });
  }
  const { facts, ...rows } = result;
  return { rows, facts };
}

/** Scores a batch of statements; gives rows of the store's table. */
export function scoreBatch(task: ScoreTask): readonly (readonly Cell[])[] {
  return task.statements.map((statement) => scoreRow(statement.score_key, scoreStored(statement)));
}

type Opened = { readonly sha256: string | null; readonly size: number } & ({ readonly input: InputFile } | { readonly problem: Problem });

function openInput(file: TaskFile): Opened {
  const read = 'bytes' in file ? { bytes: file.bytes } : readBytes(file.file, LARGEST_FILE);
  if ('error' in read) return { sha256: null, size: 0, problem: { path: file.path, place: '', code: 'unreadable', reason: read.error } };
  const sha256 = createHash('sha256').update(read.bytes).digest('hex');
  return { sha256, size: read.bytes.length, input: { path: file.path, bytes: read.bytes } };
}

function clippingsOf(input: InputFile, isSkipped: boolean): Outcome<Clipping> {
  if (isSkipped) return { kept: [], problems: [] };
  const { format, columns } = settings;
  return readClippings(input, { boilerplate: vocabulary.boilerplate, ...(format && { format }), ...(columns && { columns }) });
}

function shelve(clipping: Clipping, result: { readonly articles: Cell[][]; readonly utterances: Cell[][] }): void {
  const { article, utterances } = readArticle(clipping, { vocabulary, dateOrder: settings.dateOrder });
  const background = utterances[0]?.background ?? [];
  const row = articleRow(article, background);
  result.articles.push(row);
  result.utterances.push(...utterances.map((utterance, ordinal) => utteranceRow(utterance, { articleKey: String(row[0]), ordinal })));
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
  return scoreUtterance(context as unknown as Parameters<typeof scoreUtterance>[0], vocabulary);
}
