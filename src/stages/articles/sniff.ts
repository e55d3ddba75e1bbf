/** Which format a file is in, by its first bytes and its name. */
import { decodeText } from './decode.ts';
import { isTar } from './packing/tar.ts';
import { isHeader } from './records/header.ts';
import { endOfPrologue, xmlRoot } from './sniffing/foreign.ts';

/** Endings that say the format; what the bytes say goes before them. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/\.(?:html?|xhtml)$/i, 'html'],
  [/\.(?:mhtml?|mht)$/i, 'mhtml'],
  [/\.(?:jsonl|ndjson|jsonlines)$/i, 'jsonl'],
  [/\.tsv$|\.tab$/i, 'table'],
  [/\.csv$/i, 'table'],
  [/\.(?:rss|atom)$/i, 'feed'],
  [/\.(?:vtt|srt)$/i, 'subtitles'],
  [/\.eml$|\.mbox$/i, 'mail'],
];

/** What the first characters say. */
const OPENINGS: readonly (readonly [RegExp, string])[] = [
  [/^\s*WEBVTT\b/, 'subtitles'],
  [/^\s*\d{1,4}\s*\r?\n\d\d:\d\d:\d\d[,.]\d{3}\s-->\s/, 'subtitles'],
  [
    /^(?:From|To|Subject|Date|MIME-Version|Return-Path|Received|Delivered-To|Message-ID|X-[\w-]{1,40}):[^\n]*\n(?:[^\n]+\n){0,60}?(?:Message-ID: ?<|Received: (?:from|by) |Delivered-To: )/i,
    'mail',
  ],
  [/^(?:From:|MIME-Version:|Snapshot-Content-Location:|Subject:)[^\n]*\n(?:[^\n]*\n){0,20}Content-Type:\s*multipart\/related/i, 'mhtml'],
  [/^From \S{1,200} .{0,60}\d\d:\d\d.{0,40}\d{4}[^\n]{0,20}\n[\w-]{2,40}:/, 'mail'],
  [
    /^(?:From|To|Subject|Date|MIME-Version|Return-Path|Received|Delivered-To|Message-ID):[^\n]*\n(?:[^\n]+\n){0,40}?(?:MIME-Version: 1|Message-ID: ?<|Content-Transfer-Encoding:|Received: (?:from|by) |Return-Path:)/i,
    'mail',
  ],
  [/^\s*\{"[^\r\n]*\}[^\S\n]*(?:\n\s*(?:\{|$)|$)/, 'jsonl'],
  [/^\s*\[\s*(?:\{|\]|\[\s*["\d\]]|"(?:[^"\\\n]|\\.){0,4000}"\s*[,\]])/, 'json'],
];

/** Outermost elements of feeds and pages, with or without a prefix. */
const ROOTS: readonly (readonly [RegExp, string])[] = [
  [/^<(?:[\w-]+:)?(?:rss|feed|rdf)(?=[\s/>])/i, 'feed'],
  [/^<(?:!doctype\s+html|html|head|body)(?=[\s/>])/i, 'html'],
];
/** A piece of a page: at least two tags of text in its beginning. */
const FRAGMENT =
  /^<(?:p|div|article|section|main|h[1-6]|blockquote|figure|table|ul|span)\b[^<>]{0,1000}>[\s\S]*<\/?(?:p|div|br|article|section|h[1-6]|blockquote)\b/i;

/** A longer line names no columns. */
const LONGEST_HEADER = 1500;

/** Name of the format of a file, by its path and its first bytes (4 KB are enough): gzip, zip, bzip2, warc, pdf, html, mhtml, jsonl, json, table, feed, xml, subtitles, mail, tar or text. */
export function sniffFormat(path: string, head: Uint8Array): string {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  if (head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5)) return 'zip';
  if (head[0] === 0x42 && head[1] === 0x5a && head[2] === 0x68 && isBzip2Block(head)) return 'bzip2';
  if (isTar(head)) return 'tar';
  if (Buffer.from(head.subarray(0, 7)).toString('latin1').startsWith('WARC/1.')) return 'warc';
  if (isPdf(head)) return 'pdf';
  const text = decodeText(head.subarray(0, 4096))?.text ?? '';
  const opening = openingOf(text);
  const name = path.replace(/\.(?:gz|bz2)$/i, '');
  const ending = ENDINGS.find(([pattern]) => pattern.test(name))?.[1];
  if (opening === 'html' && (ending === 'jsonl' || ending === 'table')) return ending;
  if (opening !== null && opening !== 'jsonl' && opening !== 'json') return opening;
  if (ending) return ending;
  if (opening) return opening;
  if (isTableText(text)) return 'table';
  if (/^\s*\{\s*"/.test(text)) return /\.json$/i.test(name) && !/^\s*\{"[^\r\n]{4000}/.test(text) ? 'json' : 'jsonl';
  return 'text';
}

/** Excel's "Unicode Text", and tables without an ending: the first line names columns, and the next one has as many cells. */
function isTableText(text: string): boolean {
  const [first = '', second = ''] = text.split(/\r\n|\n|\r/, 2);
  if (first.length > LONGEST_HEADER) return false;
  const delimiter = ['\t', ';', '|', ','].find((each) => first.includes(each) && second.includes(each));
  return delimiter !== undefined && isHeader(first.split(delimiter).map((cell) => cell.replace(/^"|"$/g, '')));
}

function openingOf(text: string): string | null {
  const opening = OPENINGS.find(([pattern]) => pattern.test(text))?.[1];
  if (opening) return opening;
  const root = text.slice(endOfPrologue(text), endOfPrologue(text) + 4096);
  const named = ROOTS.find(([pattern]) => pattern.test(root))?.[1] ?? ROOTS.find(([pattern]) => pattern.test(text.trimStart()))?.[1];
  if (named) return named;
  if (xmlRoot(text) !== null) return 'xml';
  return FRAGMENT.test(root) ? 'html' : null;
}

/** Readers of PDF allow some bytes before its mark. */
function isPdf(head: Uint8Array): boolean {
  return /^[\s\S]{0,1000}?%PDF-\d/.test(Buffer.from(head.subarray(0, 1010)).toString('latin1'));
}

/** Behind "BZh" and a digit comes the mark of a block or of an empty file. */
function isBzip2Block(head: Uint8Array): boolean {
  const mark = Buffer.from(head.subarray(4, 10)).toString('hex');
  return mark === '314159265359' || mark === '177245385090';
}
