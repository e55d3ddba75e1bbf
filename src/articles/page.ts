/** A web page → one clipping: main text by Readability, and everything that may tell its date. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Clipping, DateHint, Outcome } from '../model.ts';
import { clip, idOf } from './clip.ts';
import type { InputFile, ReadOptions } from './read.ts';

/** A web page is one article. */
export function readPage(file: InputFile, html: string, options: ReadOptions): Outcome<Clipping> {
  const { document } = parseHTML(html) as unknown as { document: any };
  const hints: DateHint[] = [];
  for (const meta of document.querySelectorAll('meta')) {
    const name = meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop') ?? '';
    const value = meta.getAttribute('content') ?? '';
    if (/date|time|publish/i.test(name) && value) hints.push({ kind: 'metadata', name, value });
  }
  const url = document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? null;
  if (url) hints.push({ kind: 'url', name: 'canonical', value: url });
  const title = document.title as string;
  const article = new Readability(document).parse();
  const text = (article?.textContent ?? '')
    .replace(/[ \t]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n\n')
    .trim();
  if (text === '') return { kept: [], problems: [{ path: file.path, place: '', code: 'empty', reason: 'the page holds no text' }] };
  return {
    kept: [clip({ id: idOf(file.path), path: file.path, text, title, url, hints, outlet: article?.siteName ?? null }, options.boilerplate)],
    problems: [],
  };
}
