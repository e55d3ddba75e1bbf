/** Which format a file is in, by its first bytes and its name. */
import { decodeText } from './decode.ts';

/** Endings that say the format; what the bytes say goes before them. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/\.(?:html?|xhtml)$/i, 'html'],
  [/\.(?:mhtml?|mht)$/i, 'mhtml'],
  [/\.(?:jsonl|ndjson|jsonlines)$/i, 'jsonl'],
  [/\.tsv$|\.tab$/i, 'table'],
  [/\.csv$/i, 'table'],
  [/\.(?:rss|atom)$/i, 'feed'],
];

/** What the first characters say. */
const OPENINGS: readonly (readonly [RegExp, string])[] = [
  [/^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:rss|feed|rdf:RDF)[\s>]/i, 'feed'],
  [/^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>])/i, 'html'],
  [/^(?:From:|MIME-Version:|Snapshot-Content-Location:|Subject:)[^\n]*\n(?:[^\n]*\n){0,20}Content-Type:\s*multipart\/related/i, 'mhtml'],
  [/^\s*\{"[^\r\n]*\}\s*(?:\r?\n\s*\{|$)/, 'jsonl'],
  [/^\s*\[\s*(?:\{|\])/, 'json'],
];

/** Name of the format of a file, by its path and its first bytes (4 KB are enough): gzip, zip, html, mhtml, jsonl, json, table, feed or text. */
export function sniffFormat(path: string, head: Uint8Array): string {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  if (head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5)) return 'zip';
  const text = decodeText(head.subarray(0, 4096))?.text ?? '';
  const opening = OPENINGS.find(([pattern]) => pattern.test(text))?.[1];
  const name = path.replace(/\.gz$/i, '');
  const ending = ENDINGS.find(([pattern]) => pattern.test(name))?.[1];
  if (opening === 'feed' || opening === 'mhtml' || (opening === 'html' && ending !== 'jsonl')) return opening;
  if (ending) return ending;
  if (opening) return opening;
  if (/^\s*\{\s*"/.test(text)) return /\.json$/i.test(name) && !/^\s*\{"[^\r\n]{4000}/.test(text) ? 'json' : 'jsonl';
  return 'text';
}
