/** `detente articles` and `detente extract`: files in, JSON lines out, no store touched. */

import type { Clipping, Hit, Outcome, Problem, ScoredStatement, Utterance } from '../core/model.ts';
import { adviceOn } from '../core/problem-kinds.ts';
import { exitCodes, Stop } from '../core/stop.ts';
import { readBytes, readInputPieces } from '../files/disk.ts';
import { expandInput } from '../files/inputs.ts';
import { cutLines } from '../files/line-pieces.ts';
import { loadSettings, type Settings } from '../job/load.ts';
import { type ReadOptions, readClippings } from '../stages/articles/read.ts';
import { readLines } from '../stages/articles/records.ts';
import {
  clippingDateProblem,
  dateArticle,
  languageProblem,
  type PipelineOptions,
  readArticle,
  scoreUtterance,
} from '../stages/pipeline.ts';
import { spanInArticle } from '../stages/statements/utter.ts';
import { LinePrinter } from './json-lines.ts';
import { showArticle } from './show.ts';
import { whyNot, whyRead } from './why.ts';

/** Bytes of the largest file that is read whole. */
const LARGEST_FILE = 256 * 1024 * 1024;

interface Options {
  readonly job?: string;
  readonly format?: string;
  readonly show?: boolean;
  readonly why?: boolean;
}

/** JSON lines of articles as read and dated. */
export async function articlesCommand(paths: readonly string[], options: Options): Promise<void> {
  const settings = loadSettings(options.job, paths);
  const printer = new LinePrinter();
  await eachClipping(paths, { settings, options }, async (clipping) => {
    const { article } = dateArticle(clipping, datingOf(settings));
    if (options.why) return void process.stdout.write(`${whyRead(article)}\n`);
    const { id, path, outlet, title, url, published, text, given } = article;
    const interval = published && { publishedEarliest: published.earliest, publishedLatest: published.latest };
    await printer.print({
      id,
      path,
      outlet,
      title,
      url,
      published: published?.day ?? null,
      publishedBasis: published?.basis ?? null,
      ...interval,
      text,
      ...(given.length > 0 && { given }),
    });
  });
  await printer.flush();
}

/** JSON lines of scored statements, in the order of the text. */
export async function extractCommand(paths: readonly string[], options: Options): Promise<void> {
  const settings = loadSettings(options.job, paths);
  const printer = new LinePrinter();
  await eachClipping(paths, { settings, options }, async (clipping, tell) => {
    const problem = languageProblem(clipping, settings.job.languages);
    if (problem !== null) return tell(problem);
    const { article, utterances } = readArticle(clipping, datingOf(settings));
    const shown = utterances.map((utterance) => ({ utterance, score: scoreUtterance(utterance, settings) }));
    if (options.show) process.stdout.write(showArticle(article, shown, process.stdout.isTTY === true));
    else for (const { utterance, score } of shown) await printer.print(extractLine(utterance, score));
  });
  await printer.flush();
}

/** One line of `extract`; the field names are a contract. */
export function extractLine(utterance: Utterance, score: ScoredStatement): unknown {
  const { appearance, speaker, said, passage } = utterance;
  const { published } = appearance;
  return {
    article: appearance.articleId,
    published: published?.day ?? null,
    publishedBasis: published?.basis ?? null,
    title: appearance.title,
    outlet: appearance.outlet,
    path: appearance.path,
    spans: appearance.spans,
    text: utterance.text,
    kind: appearance.kind,
    speaker: speaker?.name ?? null,
    speakerId: speaker?.id ?? null,
    side: speaker?.side ?? null,
    role: speaker?.role ?? null,
    mention: appearance.mention,
    mentionSpan: appearance.mentionSpan,
    joint: utterance.joint.map(({ name }) => name),
    via: appearance.via,
    cue: appearance.cue,
    rule: appearance.rule,
    certainty: appearance.certainty,
    said: said?.day ?? null,
    saidBasis: said?.basis ?? null,
    relevant: score.isRelevant,
    relevance: score.relevance,
    tone: score.tone,
    label: score.label,
    sentiment: score.sentiment,
    about: weighsOn(score.hits),
    topics: score.topics,
    hits: score.hits.map((hit) => ({ ...hit, span: spanInArticle(hit.span, passage.pieces) })),
  };
}

/** Whom the hits with points are about, each once, sorted. */
export function weighsOn(hits: readonly Hit[]): readonly string[] {
  return [...new Set(hits.filter(({ value }) => value !== 0).map(({ about }) => about))].sort();
}

/** What dating is told; nothing that is read today was published after today. */
function datingOf({ vocabulary, job }: Settings): PipelineOptions {
  return { vocabulary, dateOrder: job.dateOrder, reference: new Date().toISOString().slice(0, 10) };
}

type Tell = (problem: Problem) => void;
type Use = (clipping: Clipping, tell: Tell) => Promise<void>;
type Task = { readonly settings: Settings; readonly options: Options };

/** Reads every named input and hands over its clippings; what is set aside is told on standard error and in the exit code. */
async function eachClipping(paths: readonly string[], task: Task, use: Use): Promise<void> {
  let problems = 0;
  const tell: Tell = (problem) => {
    const isNote = adviceOn(problem.code).kind === 'note';
    if (!isNote) problems += 1;
    if (task.options.why) return void process.stdout.write(`${whyNot(problem)}\n`);
    const place = problem.place === '' ? '' : ` ${problem.place}`;
    process.stderr.write(`detente: ${isNote ? 'note on' : 'set aside'} ${problem.path}${place}: ${problem.reason}\n`);
  };
  const { job, vocabulary } = task.settings;
  const format = task.options.format ?? job.format;
  const options = { boilerplate: vocabulary.boilerplate, ...(format && { format }), ...(job.columns && { columns: job.columns }) };
  for (const path of paths) {
    for (const outcome of path === '-' ? inputOutcomes(options) : fileOutcomes(path, options)) {
      outcome.problems.forEach(tell);
      for (const clipping of outcome.kept) {
        await use(clipping, tell);
        const doubt = clippingDateProblem(clipping, datingOf(task.settings));
        if (doubt) tell(doubt);
      }
    }
  }
  if (problems > 0) process.exitCode = exitCodes.someSetAside;
}

/** Article JSON lines on standard input, piece by piece, so that a year of them may come through a pipe. */
function* inputOutcomes(options: ReadOptions): Generator<Outcome<Clipping>> {
  const path = 'standard input';
  for (const piece of cutLines(readInputPieces())) {
    if ('longLine' in piece) {
      const place = `line ${piece.longLine}`;
      yield { kept: [], problems: [{ path, place, code: 'too large', reason: 'the line is too long to be read' }] };
    } else yield readLines(new TextDecoder().decode(piece.bytes).split('\n'), piece.firstLine, path, options);
  }
}

function* fileOutcomes(path: string, options: ReadOptions): Generator<Outcome<Clipping>> {
  const files = expandInput(path);
  if (files === null) throw new Stop(exitCodes.usage, `${path}: no such file or folder`);
  if (files.length === 0) throw new Stop(exitCodes.usage, `${path}: no files in it`);
  for (const file of files) {
    const result = readBytes(file, LARGEST_FILE);
    if ('error' in result) yield { kept: [], problems: [{ path: file, place: '', code: 'unreadable', reason: result.error }] };
    else yield readClippings({ path: file, bytes: result.bytes }, options);
  }
}
