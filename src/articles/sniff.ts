/** Which format a file is in, by its first bytes and its name. */
import { decodeText } from './decode.ts';

/** Name of the format of a file, by its path and its first bytes (4 KB are enough). */
export function sniffFormat(path: string, head: Uint8Array): string {
  const text = decodeText(head)?.text ?? '';
  if (/\.(html?|xhtml)$/i.test(path) || /^\s*<(!doctype html|html)/i.test(text)) return 'html';
  if (/\.(jsonl|ndjson)$/i.test(path) || /^\s*\{"/.test(text)) return 'jsonl';
  return 'text';
}
