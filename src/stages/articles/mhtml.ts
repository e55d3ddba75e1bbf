/** .mhtml, a page saved as a mail message: its first HTML part, and the address it came from. */
import { decodeText } from './decode.ts';

/** The page inside, and its address. */
export interface SavedPage {
  readonly html: string;
  readonly url: string | null;
}

/** Opens a saved page; null where it holds no HTML part. */
export function openMhtml(bytes: Uint8Array): SavedPage | null {
  const text = Buffer.from(bytes).toString('latin1');
  const headEnd = blankLine(text, 0);
  const head = unfold(text.slice(0, headEnd));
  const boundary = /boundary="?([^"\r\n;]{1,200})"?/i.exec(head)?.[1];
  const url = header(head, 'Snapshot-Content-Location');
  if (boundary === undefined) return openPart(text, url);
  for (const part of text.slice(headEnd).split(`--${boundary}`)) {
    const page = openPart(part.replace(/^\r?\n/, ''), url);
    if (page) return page;
  }
  return null;
}

function openPart(part: string, url: string | null): SavedPage | null {
  const end = blankLine(part, 0);
  const head = unfold(part.slice(0, end));
  if (!/^content-type:\s*(?:text\/html|application\/xhtml)/im.test(head)) return null;
  const charset = /charset="?([\w-]{1,40})"?/i.exec(head)?.[1] ?? null;
  const body = part.slice(end).replace(/^\s+/, '');
  const encoding = header(head, 'Content-Transfer-Encoding')?.toLowerCase();
  const bytes =
    encoding === 'base64'
      ? Buffer.from(body, 'base64')
      : Buffer.from(encoding === 'quoted-printable' ? quotedPrintable(body) : body, 'latin1');
  const html = decodeText(bytes, charset)?.text;
  return html === undefined ? null : { html, url: url ?? header(head, 'Content-Location') };
}

function quotedPrintable(text: string): string {
  return text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function blankLine(text: string, from: number): number {
  const match = /\r?\n\r?\n/g;
  match.lastIndex = from;
  return match.exec(text)?.index ?? text.length;
}

function unfold(head: string): string {
  return head.replace(/\r?\n[ \t]+/g, ' ');
}

function header(head: string, name: string): string | null {
  return new RegExp(`^${name}:\\s*(\\S[^\\r\\n]{0,2000})`, 'im').exec(head)?.[1]?.trim() ?? null;
}
