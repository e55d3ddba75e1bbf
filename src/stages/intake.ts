/** The one way in, for `extract` and for a night: an input's bytes give articles, an article gives statements; every limit and gate stands here. */
import type { Clipping } from '../core/model/articles.ts';
import type { Outcome, Problem } from '../core/model/problems.ts';
import { decodeText } from './articles/decode.ts';
import { guarded } from './articles/finish.ts';
import { type Documents, type OpenDocument, withDocuments } from './articles/pdf/documents.ts';
import { readClippings, readPiece } from './articles/read.ts';
import { readLines } from './articles/records.ts';
import { type PipelineOptions, type ReadArticle, readArticle } from './pipeline.ts';
import { distinctUtterances } from './statements/distinct.ts';
import { untimed } from './timed.ts';

/** A file, or whole lines or records of one. */
export interface Input {
  /** As it is shown to people. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Number of the first line, where the bytes are a piece of a file of JSON lines. */
  readonly firstLine?: number;
  /** Numbers of the records, where the bytes are a piece of a web archive. */
  readonly records?: readonly number[];
}

/** What a job says about what is read. */
export interface IntakeOptions extends PipelineOptions {
  readonly format?: string | undefined;
  readonly columns?: Readonly<Record<string, string>> | undefined;
  /** Languages that are read. */
  readonly languages: readonly string[];
  /** Opens documents; without it they are set aside. */
  readonly openDocument?: OpenDocument;
}

/** The articles of an input, with what was set aside. Never throws: a fault of our own costs the input. Waits only where a document has to be opened. */
export async function listArticles(input: Input, options: IntakeOptions): Promise<Outcome<Clipping>> {
  const { timed = untimed } = options;
  const outcome = await withDocuments(options.openDocument, (documents) =>
    guarded({ path: input.path, place: '' }, () => timed('articles', () => clippingsOf(input, options, documents))),
  );
  return 'code' in outcome ? { kept: [], problems: [outcome] } : { ...outcome, kept: numberPlaces(outcome.kept) };
}

/** Path and place name an article, so no two of an input may share them: the second file called a.txt in an archive stands at 'a.txt (2)'. */
function numberPlaces(clippings: readonly Clipping[]): readonly Clipping[] {
  const taken = new Set(clippings.map(nameOf));
  if (taken.size === clippings.length) return clippings;
  const met = new Map<string, number>();
  return clippings.map((clipping) => {
    const name = nameOf(clipping);
    let count = (met.get(name) ?? 0) + 1;
    if (count > 1) while (taken.has(`${name} (${count})`)) count += 1;
    met.set(name, count);
    return count === 1 ? clipping : { ...clipping, place: `${clipping.place} (${count})`.trim() };
  });
}

function nameOf({ path, place }: Clipping): string {
  return `${path}\n${place}`;
}

/** An article, dated, with its distinct statements, or why it is set aside. Never throws: a fault of our own costs the article. */
export function readStatements(clipping: Clipping, options: IntakeOptions): ReadArticle | Problem {
  const problem = languageProblem(clipping, options.languages);
  if (problem !== null) return problem;
  const { timed = untimed } = options;
  return guarded(clipping, () => {
    const { article, utterances } = readArticle(clipping, options);
    return { article, utterances: timed('statements', () => distinctUtterances(utterances)) };
  });
}

/** Why an article is not read: its language is not one that the job reads. One too short to tell is read. */
function languageProblem({ language, path, place }: Clipping, languages: readonly string[]): Problem | null {
  if (language === undefined || languages.includes(language)) return null;
  return { path, place, code: 'other language', reason: `its language is ${language}, expected ${languages.join(' or ')}` };
}

function clippingsOf(
  { path, bytes, firstLine, records }: Input,
  { vocabulary, format, columns }: IntakeOptions,
  documents: Documents,
): Outcome<Clipping> {
  const options = { boilerplate: vocabulary.boilerplate, documents, ...(format && { format }), ...(columns && { columns }) };
  if (records !== undefined) return readPiece({ path, bytes, records }, options);
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
