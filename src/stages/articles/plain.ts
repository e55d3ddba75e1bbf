/** .txt → one clipping: the decoded file as it is, with its title, header lines and layout found. */
import type { Clipping, DateHint, Span } from '../../core/model/articles.ts';
import type { Outcome } from '../../core/model/problems.ts';
import { originalAddress } from './captured.ts';
import { domainOf } from './domain.ts';
import { idOf, keep, setAside } from './finish.ts';
import type { InputFile, ReadOptions } from './input.ts';
import type { MendedText } from './mend.ts';
import { lineSpans } from './paragraphs.ts';

const HEADER =
  /^(title|headline|date|published|publication[ _]date|date[ _]published|published[ _]time|published[ _](?:on|at)|pubdate|author|byline|by|source|outlet|publisher|site(?:[ _]name)?|url|link|url source|source[ _]url|canonical)\s*:\s+(\S.*)$/i;
/** What a program that reads pages writes between its header lines and the text. */
const HEADER_END = /^markdown content:$/i;
const FENCE = /^-{3,}$/;
/** Lines that a header between fences may have, whatever they say. */
const MOST_FENCED = 60;
const MOST_LINES = 20;
const ADDRESS = /^https?:\/\/\S+$/i;

/** A text file is one article. */
export function readPlain(file: InputFile, mended: MendedText, options: ReadOptions): Outcome<Clipping> {
  const { text } = mended;
  const lines = lineSpans(text);
  if (lines.length === 0) return setAside(file, 'empty', 'the file holds no text');
  if (lines.every((span) => ADDRESS.test(text.slice(...span))))
    return setAside(file, 'list of links', 'the file lists addresses, and nothing else');
  const header = readHeader(text, lines);
  const address = header.address(['url', 'url source', 'source url', 'canonical', 'link', 'source']);
  const url = address ? originalAddress(address) : (mended.url ?? null);
  const draft = {
    id: idOf(file.path),
    path: file.path,
    ...mended,
    ...(options.format === 'transcript' ? { layout: 'transcript' as const } : {}),
    title: header.fields.get('title') ?? header.fields.get('headline') ?? mended.title ?? null,
    hasHead: true,
    author: header.fields.get('author') ?? header.fields.get('byline') ?? header.fields.get('by') ?? null,
    outlet: header.named(['source', 'outlet', 'publisher', 'site', 'site name']) ?? domainOf(url),
    url,
    hints: [
      ...header.hints,
      ...(url ? [{ kind: 'url', name: 'url', value: url }] : []),
      { kind: 'file name', name: 'path', value: idOf(file.path) },
    ],
    marked: [...header.marked, ...(mended.marked ?? [])].sort((a, b) => a[0] - b[0]),
  };
  return keep(draft, options.boilerplate);
}

interface Header {
  readonly fields: ReadonlyMap<string, string>;
  readonly hints: readonly DateHint[];
  readonly marked: readonly Span[];
  /** The first of the named fields that holds a name, or an address. */
  readonly named: (names: readonly string[]) => string | null;
  readonly address: (names: readonly string[]) => string | null;
}

/** Lines such as "Date: 2019-03-01" at the very top; between `---` fences others may stand among them. */
function readHeader(text: string, lines: readonly Span[]): Header {
  const fields = new Map<string, string>();
  const hints: DateHint[] = [];
  const marked: Span[] = [];
  const fence = lines.slice(1, MOST_FENCED).findIndex((span) => FENCE.test(text.slice(...span))) + 1;
  const isFenced = fence > 0 && lines[0] !== undefined && FENCE.test(text.slice(...lines[0]));
  for (const [i, span] of lines.slice(0, Math.max(MOST_LINES, isFenced ? fence + 1 : 0)).entries()) {
    const line = text.slice(...span);
    const match = HEADER.exec(line);
    if (!match && !FENCE.test(line) && !(isFenced && i < fence) && !(fields.size > 0 && HEADER_END.test(line))) break;
    marked.push(span);
    if (!match) continue;
    const name = (match[1] ?? '').toLowerCase().replaceAll('_', ' ');
    const value = (match[2] ?? '').replace(/^["']|["']$/g, '');
    if (!fields.has(name)) fields.set(name, value);
    if (/date|published/.test(name)) hints.push({ kind: 'header line', name, value });
  }
  const pick = (names: readonly string[], isFit: (value: string) => boolean): string | null =>
    names.map((name) => fields.get(name)).find((value) => value !== undefined && isFit(value)) ?? null;
  return {
    fields,
    hints: fields.size > 0 ? hints : [],
    marked: fields.size > 0 ? marked : [],
    named: (names) => pick(names, (value) => !ADDRESS.test(value)),
    address: (names) => pick(names, (value) => ADDRESS.test(value)),
  };
}
