/** Messages in MIME (RFC 2045 to 2047, 2231): header fields, and the parts that a reader may want. */
import { decodeText } from '../decode.ts';

/** One part that holds no other parts. */
export interface Part {
  /** In lower case, without parameters: 'text/html'. */
  readonly type: string;
  readonly charset: string | null;
  /** Name of the file that is attached, or null. */
  readonly name: string | null;
  readonly isAttached: boolean;
  /** Whether lines that end in a blank go on in the next one (RFC 3676). */
  readonly isFlowed: boolean;
  /** Address that the part was saved from. */
  readonly location: string | null;
  /** Out of its encoding for transfer. */
  readonly bytes: Uint8Array;
}

/** A message: what its header says, and its parts in order. */
export interface Message {
  readonly head: string;
  readonly parts: readonly Part[];
}

/** Parts in parts are opened so deep, and so many of them. */
const DEEPEST = 8;
const MOST_PARTS = 500;

/** Opens a message. `text` holds a byte a character (latin-1). Never throws. */
export function openMessage(text: string): Message {
  const parts: Part[] = [];
  gatherParts(text, parts, 0);
  return { head: headOf(text), parts };
}

function gatherParts(text: string, parts: Part[], depth: number): void {
  const head = headOf(text);
  const type = typeOf(head);
  const boundary = type.startsWith('multipart/') ? parameter(head, 'Content-Type', 'boundary') : null;
  if (boundary === null || depth >= DEEPEST) parts.push(partOf(head, type, bodyOf(text)));
  else for (const piece of piecesOf(text, boundary)) if (parts.length < MOST_PARTS) gatherParts(piece, parts, depth + 1);
}

/** What stands between the lines of a boundary; what stands before the first and behind the last is for programs that know no parts. */
function* piecesOf(text: string, boundary: string): Generator<string> {
  const mark = `\n--${boundary}`;
  let start = -1;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
    const behind = text.slice(at + mark.length, at + mark.length + 200);
    const line = /^(?:--)?[ \t]*(?:\r?\n|$)/.exec(behind);
    if (!line) continue;
    if (start >= 0) yield text.slice(start, at).replace(/\r$/, '');
    if (line[0].startsWith('--')) return;
    start = at + mark.length + line[0].length;
  }
  if (start >= 0) yield text.slice(start);
}

function partOf(head: string, type: string, body: string): Part {
  const disposition = field(head, 'Content-Disposition') ?? '';
  const name = parameter(head, 'Content-Disposition', 'filename') ?? parameter(head, 'Content-Type', 'name');
  return {
    type,
    charset: parameter(head, 'Content-Type', 'charset'),
    name: name === null ? null : decodeWords(name),
    isAttached: /^\s*attachment/i.test(disposition),
    isFlowed: parameter(head, 'Content-Type', 'format')?.toLowerCase() === 'flowed',
    location: field(head, 'Content-Location'),
    bytes: decodeBody(body, field(head, 'Content-Transfer-Encoding')?.toLowerCase() ?? ''),
  };
}

function decodeBody(body: string, encoding: string): Uint8Array {
  if (encoding.startsWith('base64')) return Buffer.from(body, 'base64');
  return Buffer.from(encoding.startsWith('quoted-printable') ? quotedPrintable(body) : body, 'latin1');
}

function quotedPrintable(text: string): string {
  return text
    .replace(/=[ \t]{0,100}\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Where the head of a message or part ends: at its first empty line. */
function endOfHead(text: string): number {
  return /^\r?\n/.test(text) ? 0 : (/\r?\n\r?\n/.exec(text)?.index ?? text.length);
}

/** The head with each field on a line of its own. */
function headOf(text: string): string {
  return text.slice(0, endOfHead(text)).replace(/\r?\n[ \t]+/g, ' ');
}

function bodyOf(text: string): string {
  return text.slice(endOfHead(text)).replace(/^(?:\r?\n){1,2}/, '');
}

function typeOf(head: string): string {
  return /^\s*([\w.+-]+\/[\w.+-]+)/.exec(field(head, 'Content-Type') ?? '')?.[1]?.toLowerCase() ?? 'text/plain';
}

/** The first field of a name as it stands, or null. */
export function field(head: string, name: string): string | null {
  return new RegExp(`^${name}:[ \\t]*(\\S[^\\r\\n]{0,4000})`, 'im').exec(head)?.[1]?.trim() ?? null;
}

function parameter(head: string, name: string, key: string): string | null {
  const value = field(head, name) ?? '';
  const extended = new RegExp(`;\\s*${key}\\*=[\\w-]{0,40}'[^']{0,40}'([^;\\s]{1,1000})`, 'i').exec(value)?.[1];
  if (extended !== undefined) return textOf(Buffer.from(quotedPrintable(extended.replaceAll('%', '=')), 'latin1'), null);
  const [, quoted, plain] = new RegExp(`;\\s*${key}\\s*=\\s*(?:"([^"]{0,1000})"|([^;\\s]{1,1000}))`, 'i').exec(value) ?? [];
  return quoted ?? plain ?? null;
}

/** A header field as people read it: "=?utf-8?B?…?=" decoded. */
export function decodeWords(value: string): string {
  const joined = value.replace(/(=\?[^?\s]{1,40}\?[BQ]\?[^?\s]{0,2000}\?=)\s+(?==\?)/gi, '$1');
  const decoded = joined.replace(/=\?([^?\s*]{1,40})(?:\*[^?\s]{0,20})?\?([BQ])\?([^?\s]{0,2000})\?=/gi, (_, charset, kind, word) => {
    const bytes = /b/i.test(kind) ? Buffer.from(word, 'base64') : Buffer.from(quotedPrintable(word.replaceAll('_', ' ')), 'latin1');
    return textOf(bytes, charset);
  });
  return decoded === value && /[\x80-\xff]/.test(value) ? textOf(Buffer.from(value, 'latin1'), null) : decoded;
}

function textOf(bytes: Uint8Array, charset: string | null): string {
  return decodeText(bytes, charset)?.text ?? '';
}
