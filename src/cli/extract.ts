/** `detente articles` and `detente extract`: files in, JSON lines out, no store touched. */

import type { Clipping, Origin } from '../core/model/articles.ts';
import type { Outcome, Problem } from '../core/model/problems.ts';
import type { Utterance } from '../core/model/statements.ts';
import type { ScoredStatement } from '../core/model/tone.ts';
import { givenSpan } from '../core/origin.ts';
import { adviceOn } from '../core/problem-kinds.ts';
import { exitCodes, Stop } from '../core/stop.ts';
import { sizeOf } from '../files/disk/look.ts';
import { readBytes } from '../files/disk/read.ts';
import { readInputPieces } from '../files/disk/standard-input.ts';
import { expandInput } from '../files/inputs.ts';
import { cutLines } from '../files/line-pieces.ts';
import { openDocument } from '../files/pdf/opener.ts';
import { loadSettings, type Settings } from '../job/load.ts';
import { type LargeFile, largeCut, openPieces } from '../night/pieces.ts';
import { emptyProblem, LARGEST_FILE, longLineProblem } from '../stages/articles/large.ts';
import { type IntakeOptions, listArticles, readStatements } from '../stages/intake.ts';
import { clippingDateProblem, dateArticle } from '../stages/pipeline.ts';
import { scoreUtterance } from '../stages/scoring.ts';
import { spanInArticle } from '../stages/statements/utter.ts';
import { hasColours } from './colours.ts';
import { LinePrinter } from './json-lines.ts';
import { say, warn } from './say.ts';
import { showArticle } from './show.ts';
import { weighsOn } from './tone-context.ts';
import { whyNot, whyRead } from './why.ts';

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
  const intake = intakeOf(settings, options);
  await eachClipping(paths, { intake, options }, async (clipping) => {
    const article = dateArticle(clipping, intake);
    if (options.why) return void say(whyRead(article, clippingDateProblem(clipping, intake)));
    const { id, path, outlet, title, url, published, text, given, origin } = article;
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
      ...(origin && { origin }),
      ...(given.length > 0 && { given }),
    });
  });
  await printer.flush();
}

/** JSON lines of scored statements, in the order of the text. */
export async function extractCommand(paths: readonly string[], options: Options): Promise<void> {
  const settings = loadSettings(options.job, paths);
  const printer = new LinePrinter();
  const intake = intakeOf(settings, options);
  await eachClipping(paths, { intake, options }, async (clipping, tell) => {
    const read = readStatements(clipping, intake);
    if ('code' in read) return tell(read);
    const { article, utterances } = read;
    const shown = utterances.map((utterance) => ({ utterance, score: scoreUtterance(utterance, settings) }));
    if (options.show) process.stdout.write(showArticle(article, shown, hasColours()));
    else for (const { utterance, score } of shown) await printer.print(extractLine(utterance, score, article.origin));
  });
  await printer.flush();
}

/** What the job and the command line say about reading; the reference day is today, in UTC. */
function intakeOf({ job, vocabulary }: Settings, { format = job.format }: Options): IntakeOptions {
  const { columns, dateOrder, languages } = job;
  return { vocabulary, format, columns, dateOrder, languages, openDocument, reference: new Date().toISOString().slice(0, 10) };
}

/** One line of `extract`; the field names are a contract. Offsets are into the text that was given, whose origin the article tells. */
export function extractLine(utterance: Utterance, score: ScoredStatement, origin: Origin | undefined): unknown {
  const { appearance, speaker, said, passage } = utterance;
  const { published } = appearance;
  return {
    article: appearance.articleId,
    published: published?.day ?? null,
    publishedBasis: published?.basis ?? null,
    title: appearance.title,
    outlet: appearance.outlet,
    path: appearance.path,
    spans: appearance.spans.map((span) => givenSpan(span, origin)),
    text: utterance.text,
    kind: appearance.kind,
    speaker: speaker?.name ?? null,
    speakerId: speaker?.id ?? null,
    side: speaker?.side ?? null,
    role: speaker?.role ?? null,
    mention: appearance.mention,
    mentionSpan: appearance.mentionSpan && givenSpan(appearance.mentionSpan, origin),
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
    hits: score.hits.map((hit) => ({ ...hit, span: givenSpan(spanInArticle(hit.span, passage.pieces), origin) })),
  };
}

type Tell = (problem: Problem) => void;
type Task = { readonly intake: IntakeOptions; readonly options: Options };
type Use = (clipping: Clipping, tell: Tell) => Promise<void>;

/** Reads every named input and hands over its clippings; what is set aside is told on standard error and in the exit code. */
async function eachClipping(paths: readonly string[], { intake, options }: Task, use: Use): Promise<void> {
  let problems = 0;
  const tell: Tell = (problem) => {
    const isNote = adviceOn(problem.code).kind === 'note';
    if (!isNote) problems += 1;
    if (options.why) return void say(whyNot(problem));
    const place = problem.place === '' ? '' : ` ${problem.place}`;
    warn(`${isNote ? 'note on' : 'set aside'} ${problem.path}${place}: ${problem.reason}`);
  };
  for (const path of paths) {
    for await (const outcome of path === '-' ? linesOf('standard input', readInputPieces(), intake) : filesOf(path, intake)) {
      outcome.problems.forEach(tell);
      for (const clipping of outcome.kept) {
        await use(clipping, tell);
        const doubt = clippingDateProblem(clipping, intake);
        if (doubt) tell(doubt);
      }
    }
  }
  if (problems > 0) process.exitCode = exitCodes.someSetAside;
}

/** Article JSON lines, piece by piece, so that a year of them may come through a pipe. */
async function* linesOf(path: string, chunks: Iterable<Uint8Array>, intake: IntakeOptions): AsyncGenerator<Outcome<Clipping>> {
  for (const piece of cutLines(chunks)) {
    if ('longLine' in piece) yield { kept: [], problems: [longLineProblem(path, piece.longLine)] };
    else yield await listArticles({ path, bytes: piece.bytes, firstLine: piece.firstLine }, intake);
  }
}

async function* filesOf(path: string, intake: IntakeOptions): AsyncGenerator<Outcome<Clipping>> {
  const files = expandInput(path);
  if (files === null) throw new Stop(exitCodes.usage, `${path}: no such file or folder`);
  if (files.length === 0) throw new Stop(exitCodes.usage, `${path}: no files in it`);
  for (const file of files) {
    const size = sizeOf(file);
    const cut = largeCut({ path: file, file, size }, intake.format);
    if (cut !== null && (size > LARGEST_FILE || cut.unit === 'record' || cut.isPacked)) yield* piecesOf({ path: file, file, cut }, intake);
    else yield await wholeFile(file, intake);
  }
}

async function wholeFile(file: string, intake: IntakeOptions): Promise<Outcome<Clipping>> {
  const result = readBytes(file, LARGEST_FILE);
  return 'bytes' in result
    ? listArticles({ path: file, bytes: result.bytes }, intake)
    : { kept: [], problems: [{ path: file, place: '', code: 'unreadable', reason: result.error }] };
}

/** A large file, piece by piece. */
async function* piecesOf(file: LargeFile, intake: IntakeOptions): AsyncGenerator<Outcome<Clipping>> {
  let count = 0;
  for await (const piece of openPieces(file)) {
    const outcome =
      'problem' in piece ? { kept: [], problems: [piece.problem] } : await listArticles({ path: file.path, ...piece.input }, intake);
    count += outcome.kept.length + outcome.problems.length;
    yield outcome;
  }
  if (count === 0) yield { kept: [], problems: [emptyProblem(file.path, file.cut)] };
}
