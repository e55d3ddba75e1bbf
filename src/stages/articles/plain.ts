/** .txt → one clipping: the decoded file as it is, with its title, header lines and layout found. */
import type { Clipping, DateHint, Span } from '../../core/model/articles.ts';
import type { Outcome } from '../../core/model/problems.ts';
import { idOf, keep, setAside } from './finish.ts';
import type { InputFile, ReadOptions } from './input.ts';
import type { MendedText } from './mend.ts';
import { lineSpans } from './paragraphs.ts';

const HEADER = /^(title|headline|date|published|publication date|pubdate|author|byline|by|source|outlet|publisher|url|link)\s*:\s+(.+)$/i;

/** A text file is one article. */
export function readPlain(file: InputFile, mended: MendedText, options: ReadOptions): Outcome<Clipping> {
  const { text } = mended;
  const lines = lineSpans(text);
  if (lines.length === 0) return setAside(file, 'empty', 'the file holds no text');
  const header = readHeader(text, lines);
  const draft = {
    id: idOf(file.path),
    path: file.path,
    ...mended,
    ...(options.format === 'transcript' ? { layout: 'transcript' as const } : {}),
    title: header.fields.get('title') ?? header.fields.get('headline') ?? mended.title ?? null,
    hasHead: true,
    author: header.fields.get('author') ?? header.fields.get('byline') ?? header.fields.get('by') ?? null,
    outlet: header.fields.get('source') ?? header.fields.get('outlet') ?? header.fields.get('publisher') ?? null,
    url: header.fields.get('url') ?? header.fields.get('link') ?? mended.url ?? null,
    hints: [...header.hints, { kind: 'file name', name: 'path', value: idOf(file.path) }],
    marked: header.marked,
  };
  return keep(draft, options.boilerplate);
}

interface Header {
  readonly fields: ReadonlyMap<string, string>;
  readonly hints: readonly DateHint[];
  readonly marked: readonly Span[];
}

/** Lines such as "Date: 2019-03-01" at the very top; at least two, or one between `---` fences. */
function readHeader(text: string, lines: readonly Span[]): Header {
  const fields = new Map<string, string>();
  const hints: DateHint[] = [];
  const marked: Span[] = [];
  for (const span of lines.slice(0, 20)) {
    const line = text.slice(...span);
    const match = HEADER.exec(line);
    if (!match && !/^-{3,}$/.test(line)) break;
    marked.push(span);
    if (!match) continue;
    const [name, value] = [(match[1] ?? '').toLowerCase(), (match[2] ?? '').replace(/^["']|["']$/g, '')];
    if (!fields.has(name)) fields.set(name, value);
    if (/date|published/.test(name)) hints.push({ kind: 'header line', name, value });
  }
  return fields.size > 0 ? { fields, hints, marked } : { fields, hints: [], marked: [] };
}
