/** The one way in, for `extract` and for a night: an input's bytes give articles, an article gives statements; every limit and gate stands here. */
import type { Clipping, Outcome, Problem } from '../core/model.ts';
import { decodeText } from './articles/decode.ts';
import { readClippings } from './articles/read.ts';
import { readLines } from './articles/records.ts';
import { sniffFormat } from './articles/sniff.ts';
import { type PipelineOptions, type ReadArticle, readArticle, untimed } from './pipeline.ts';
import { distinctUtterances } from './statements/distinct.ts';

/** Bytes of the largest file that is read whole; larger ones need to be cut, or be JSON lines. */
export const LARGEST_FILE = 64 * 1024 * 1024;

/** A file, or whole lines of one. */
export interface Input {
  /** As it is shown to people. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Number of the first line, where the bytes are a piece of a file of JSON lines. */
  readonly firstLine?: number;
}

/** What a job says about what is read. */
export interface IntakeOptions extends PipelineOptions {
  readonly format?: string | undefined;
  readonly columns?: Readonly<Record<string, string>> | undefined;
  /** Languages that are read. */
  readonly languages: readonly string[];
}

/** The articles of an input, with what was set aside. Never throws: a fault of our own costs the input. */
export function listArticles(input: Input, options: IntakeOptions): Outcome<Clipping> {
  const { timed = untimed } = options;
  const outcome = guarded(input.path, '', () => timed('articles', () => clippingsOf(input, options)));
  return 'code' in outcome ? { kept: [], problems: [outcome] } : outcome;
}

/** An article, dated, with its distinct statements, or why it is set aside. Never throws: a fault of our own costs the article. */
export function readStatements(clipping: Clipping, options: IntakeOptions): ReadArticle | Problem {
  const problem = languageProblem(clipping, options.languages);
  if (problem !== null) return problem;
  const { timed = untimed } = options;
  return guarded(clipping.path, clipping.place, () => {
    const { article, utterances } = readArticle(clipping, options);
    return { article, utterances: timed('statements', () => distinctUtterances(utterances)) };
  });
}

/** Whether a file is one of JSON lines that can be cut into pieces. A zero byte tells UTF-16, whose lines end otherwise, or no text at all. */
export function isJsonLines(path: string, head: Uint8Array, format: string | undefined): boolean {
  return head.length > 0 && (format ?? sniffFormat(path, head)) === 'jsonl' && !head.includes(0);
}

/** A line that is longer than 16 MB. */
export function longLineProblem(path: string, line: number): Problem {
  return { path, place: `line ${line}`, code: 'too large', reason: 'the line is longer than 16 MB' };
}

/** Why an article is not read: its language is not one that the job reads. One too short to tell is read. */
function languageProblem({ language, path, place }: Clipping, languages: readonly string[]): Problem | null {
  if (language === undefined || languages.includes(language)) return null;
  return { path, place, code: 'other language', reason: `its language is ${language}, expected ${languages.join(' or ')}` };
}

function guarded<T>(path: string, place: string, work: () => T): T | Problem {
  try {
    return work();
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { path, place, code: 'fault', reason: `detente failed on it, please report it (${reason.split('\n')[0]})` };
  }
}

function clippingsOf({ path, bytes, firstLine }: Input, { vocabulary, format, columns }: IntakeOptions): Outcome<Clipping> {
  const options = { boilerplate: vocabulary.boilerplate, ...(format && { format }), ...(columns && { columns }) };
  if (firstLine === undefined) return readClippings({ path, bytes }, options);
  const lines = decodeLines(bytes);
  const texts = lines.map((line) => line ?? '');
  const { kept, problems } = readLines(texts, firstLine, path, options);
  const binary = lines.flatMap((line, index) => (line === null ? [notText(path, firstLine + index)] : []));
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
