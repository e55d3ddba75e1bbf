/**
 * Lines of the GDELT Global Quotation Graph through a whole night, the store included: quotes a second, and the memory at two lengths. A day of GDELT has 1.4 to 2.9 million quotes.
 *   tools/run bench/quotes [QUOTES] [THREADS]
 */
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeArticle } from '../tools/corpus.ts';
import { printFigure, runDetente, spell } from './measure.ts';

const [quotes = 20_000, threads = 2] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'detente-quotes-'));
/** Characters around a quote that GDELT gives. */
const AROUND = 100;

/** A page's line: its quotes, each with what stands before and behind it. */
function writeLine(number: number): { readonly line: string; readonly quotes: number } {
  const { day, outlet, title, text } = writeArticle(number);
  const found = [...text.matchAll(/“([^”]+)”/g)].map(({ 0: whole, 1: quote = '', index }) => ({
    pre: text.slice(Math.max(0, index - AROUND), index).replaceAll('\n', ' '),
    quote,
    post: text.slice(index + whole.length, index + whole.length + AROUND).replaceAll('\n', ' '),
  }));
  const url = `https://${outlet.toLowerCase().replaceAll(' ', '-')}.example/${number}`;
  return { line: JSON.stringify({ date: `${day}T10:00:00Z`, url, title, lang: 'ENGLISH', quotes: found }), quotes: found.length };
}

/** A night over a file of so many quotes. */
async function measure(wanted: number): Promise<void> {
  const path = join(folder, `${wanted}.jsonl`);
  const file = openSync(path, 'w');
  let written = 0;
  for (let number = 0; written < wanted; number++) {
    const { line, quotes } = writeLine(number);
    writeSync(file, `${line}\n`);
    written += quotes;
  }
  closeSync(file);
  const words = ['run', '--input', path, '--output', join(folder, `out-${wanted}`), '--threads', String(threads), '--date', '2026-01-01'];
  const { wall, seconds, megabytes } = await runDetente(words);
  const value = `${spell(written / wall)} a second`;
  printFigure({
    name: `GDELT: ${written.toLocaleString('en')} quotes, ${threads} threads`,
    value,
    beside: `${spell(written / seconds)} a processor second`,
    megabytes,
  });
}

try {
  await measure(Math.ceil(quotes / 4));
  await measure(quotes);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
