/** The sentences around a statement, read again from its article, so that a coder sees what the text says of it. */
import type { Clipping, Span } from '../core/model/articles.ts';
import { readSpan } from '../core/origin.ts';
import { readBytes } from '../files/disk/read.ts';
import { listInputs } from '../files/inputs.ts';
import { openDocument } from '../files/pdf/opener.ts';
import type { Settings } from '../job/load.ts';
import { withDocuments } from '../stages/articles/pdf/documents.ts';
import { readClippings } from '../stages/articles/read.ts';
import type { ShownStatement } from '../stages/store/coding.ts';

/** Bytes of the largest file that is read again; from a larger one the sheet shows the clause that the store keeps. */
const LARGEST_FILE = 64 * 1024 * 1024;
/** Characters before and after a statement in which sentences are looked for. */
const WINDOW = 600;
const SENTENCES = 2;
const SENTENCE_END = /[.!?…]["”’»)\]]*\s+|\n\s*\n/g;

/** Finds the context of statements; a file is read once. Where the article cannot be read again, it is the passage that was scored. */
export async function contextFinder(
  settings: Settings,
  statements: readonly ShownStatement[],
): Promise<(statement: ShownStatement) => string> {
  const { job, vocabulary } = settings;
  const files = new Map(listInputs(job.inputs, job.base).inputs.map(({ path, file }) => [path, file]));
  const options = {
    boilerplate: vocabulary.boilerplate,
    ...(job.format && { format: job.format }),
    ...(job.columns && { columns: job.columns }),
  };
  const read = new Map<string, Pick<Clipping, 'text' | 'origin'>>();
  for (const path of new Set(statements.map((statement) => statement.path))) {
    const file = files.get(path);
    const bytes = file === undefined ? null : readBytes(file, LARGEST_FILE);
    if (bytes === null || 'error' in bytes) continue;
    const { kept } = await withDocuments(openDocument, (documents) =>
      readClippings({ path, bytes: bytes.bytes }, { ...options, documents }),
    );
    for (const clipping of kept) read.set(`${path}\n${clipping.place}`, clipping);
  }
  return (statement) => {
    const article = read.get(`${statement.path}\n${statement.place}`);
    if (article === undefined) return statement.passage;
    const spans = JSON.parse(statement.spans) as readonly Span[];
    return contextOf(
      article.text,
      spans.map((span) => readSpan(span, article.origin)),
    );
  };
}

/** Two sentences before, the statement between ⟦ and ⟧, and two sentences after; white space becomes one blank. */
export function contextOf(text: string, spans: readonly Span[]): string {
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined) return '';
  const before = text.slice(Math.max(0, first[0] - WINDOW), first[0]);
  const after = text.slice(last[1], last[1] + WINDOW);
  const starts = [...before.matchAll(SENTENCE_END)].map((found) => found.index + found[0].length);
  const ends = [...after.matchAll(SENTENCE_END)].map((found) => found.index + found[0].length);
  const from = starts.at(-SENTENCES - 1) ?? (before.length < WINDOW ? 0 : (starts[0] ?? 0));
  const to = ends[SENTENCES] ?? (after.length < WINDOW ? after.length : (ends.at(-1) ?? after.length));
  const marked = spans
    .map(([start, end], i) => `${i === 0 ? '' : text.slice(spans[i - 1]?.[1] ?? start, start)}⟦${text.slice(start, end)}⟧`)
    .join('');
  return `${before.slice(from)}${marked}${after.slice(0, to)}`.replace(/\s+/g, ' ').trim();
}
