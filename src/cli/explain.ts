/** `detente explain`: how a score came about, of words that are given or of a statement that was published. */
import { join, resolve } from 'node:path';
import type { Span } from '../core/model/articles.ts';
import type { QuotationKind } from '../core/model/statements.ts';
import type { ToneContext } from '../core/model/tone.ts';
import { printableLine, withEscapes } from '../core/printable.ts';
import { exitCodes, Stop } from '../core/stop.ts';
import { loadSettings, type Settings } from '../job/load.ts';
import { scoreText } from '../stages/scoring.ts';
import type { StoredStatement } from '../stages/store/find-statement.ts';
import { explainScore } from '../stages/tone/explain.ts';
import { hasColours } from './colours.ts';
import { contextOf } from './tone-context.ts';

/** Options of the command line. */
export interface ExplainOptions {
  readonly job?: string;
  readonly output?: string;
  readonly id?: string;
  readonly speaker?: string;
  readonly side?: string;
  readonly date?: string;
  readonly cue?: string;
  readonly kind?: string;
  readonly part?: readonly string[];
  readonly articleAbout?: readonly string[];
  readonly around?: string;
}

/** A text with what the scorer is told beside it, and lines that say where both come from. */
interface Question {
  readonly text: string;
  readonly context: ToneContext;
  readonly heading: readonly string[];
  /** The tone that was published, where it was. */
  readonly published?: number | null;
}

/** Prints how the score of one statement came about; in colour on a terminal. */
export async function explainCommand(words: readonly string[], options: ExplainOptions): Promise<void> {
  if ((options.id === undefined) === (words.length === 0))
    throw new Stop(exitCodes.usage, 'expected either a statement or --id with its id');
  const settings = loadSettings(options.job);
  const question = options.id === undefined ? askedFor(words.join(' '), options, settings) : await published(options.id, options, settings);
  const { score, reading } = scoreText(question.text, question.context, settings);
  const lines = [...question.heading.map(printableLine), ...explainScore(score, reading, { isColoured: hasColours() })];
  if (question.published !== undefined && question.published !== score.tone)
    lines.push(`  published with tone ${shown(question.published)}: the lexicons have changed since, run the job again`);
  process.stdout.write(`${lines.join('\n')}\n`);
}

function askedFor(text: string, options: ExplainOptions, settings: Settings): Question {
  const { sides } = settings.job;
  const background = options.articleAbout ?? [];
  const stranger = background.find((side) => !sides.includes(side));
  if (stranger !== undefined)
    throw new Stop(exitCodes.usage, `--article-about ${stranger}: expected ${sides.join(' or ')}, with a comma between`);
  const { speaker = null, side = null, date = null, cue = null } = options;
  const context = contextOf({ text, speaker, side, date, cue }, settings);
  const kind = (options.kind ?? null) as QuotationKind | null;
  const content = options.part === undefined ? null : partsOf(text, options.part);
  return { text, context: { ...context, kind, content, background, around: options.around ?? '' }, heading: [] };
}

/** Where the quoted parts stand in the text, in their order. */
function partsOf(text: string, parts: readonly string[]): readonly Span[] {
  let from = 0;
  return parts.map((part): Span => {
    const start = text.indexOf(part, from);
    if (start < 0) throw new Stop(exitCodes.usage, `--part "${part}": not in the statement, expected words of it in their order`);
    from = start + part.length;
    return [start, from];
  });
}

/** What the store knows of a published statement. */
async function published(id: string, options: ExplainOptions, settings: Settings): Promise<Question> {
  const { job } = settings;
  const folder = join(options.output ? resolve(options.output) : resolve(job.base, job.output), job.name);
  // The database is loaded only where it is asked.
  const [{ openToRead }, { findStatement }] = await Promise.all([import('../night/lock.ts'), import('../stages/store/find-statement.ts')]);
  const store = await openToRead(folder);
  const found = await findStatement(store, id).finally(() => store.close());
  if (found === null) throw new Stop(exitCodes.usage, `${id}: no such statement in ${folder}, expected an id of statements.csv`);
  const context: ToneContext = {
    speaker: found.speaker,
    side: found.side,
    date: found.said,
    cue: found.cue,
    kind: found.kind as QuotationKind,
    content: JSON.parse(found.content) as readonly Span[],
    background: JSON.parse(found.background) as readonly string[],
    around: found.around,
  };
  const tone = found.isScored ? { published: found.tone === null ? null : found.tone / 1_000_000 } : {};
  return { text: found.passage, context, heading: headingOf(id, found, context), ...tone };
}

function headingOf(id: string, found: StoredStatement, context: ToneContext): readonly string[] {
  const who = found.speaker === null ? 'nobody named' : `${found.speaker} (${found.side})`;
  const about = context.background.length === 0 ? 'neither side' : [...new Set(context.background)].join(' and ');
  return [
    `${id}: ${who}, ${found.said ?? 'undated'}, ${found.kind}${found.cue === null ? '' : `, cue "${found.cue}"`}`,
    `  printed in ${[found.title, found.outlet, found.path].filter((each) => each !== null).join(', ')}; the article is about ${about}`,
    `  the same from its words: ${commandFor(found.passage, context)}`,
    '',
  ];
}

/** The command that explains the same words in the same context without the store. */
function commandFor(text: string, { speaker, side, date, cue, kind, content, background, around }: ToneContext): string {
  const parts = (content ?? []).map(([start, end]) => text.slice(start, end));
  const isWhole = parts.length === 1 && parts[0] === text;
  const options: readonly (readonly [string, string | null])[] = [
    ['--speaker', speaker],
    ['--side', side],
    ['--date', date],
    ['--cue', cue],
    ['--kind', kind],
    ...(isWhole ? [] : parts.map((part) => ['--part', part] as const)),
    ['--article-about', background.length === 0 ? null : background.join(',')],
    ['--around', around === '' ? null : around],
  ];
  const given = options.filter(([, value]) => value !== null).map(([name, value]) => `${name}=${inShell(value ?? '')}`);
  return ['detente explain', ...given, '--', inShell(text)].join(' ');
}

/** A word as a shell takes it; one that holds what no line may carry, with its characters written out. */
function inShell(word: string): string {
  if (printableLine(word) !== word) return `$'${withEscapes(word.replace(/[\\']/g, '\\$&'))}'`;
  return /^[\w.,:/-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

function shown(tone: number | null): string {
  return tone === null ? 'none (not about both sides)' : tone.toFixed(6);
}
