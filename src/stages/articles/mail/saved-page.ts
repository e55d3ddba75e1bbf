/** .mhtml, a page saved as a mail message: its first HTML part, and the address it came from. */
import { decodeText } from '../decode.ts';
import { field, openMessage } from './mime.ts';

/** The page inside, and its address. */
export interface SavedPage {
  readonly html: string;
  readonly url: string | null;
}

/** Opens a saved page; null where it holds no HTML part. */
export function openMhtml(bytes: Uint8Array): SavedPage | null {
  const { head, parts } = openMessage(Buffer.from(bytes).toString('latin1'));
  const page = parts.find(({ type }) => type === 'text/html' || type === 'application/xhtml+xml');
  const html = page && decodeText(page.bytes, page.charset)?.text;
  return html === undefined ? null : { html, url: field(head, 'Snapshot-Content-Location') ?? page?.location ?? null };
}
