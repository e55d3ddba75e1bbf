/** Text exports of Factiva: "Full Article" (bare header lines) and "Full Article plus Indexing" (two-letter codes). */
import { type ExportedArticle, paragraphsOf, trimmedLines } from './record.ts';

const END = /^[ \t]*Document ([A-Z]{2,10}[0-9A-Za-z]{18,30})[ \t]*$/gm;
const WORDS = /^[\d,.]+ words$/;
const DATE = /^\d{1,2} [A-Z][a-z]+ \d{4}$/;
const CODE = /^(SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|CT|RF|CO|IN|NS|RE|IPC|IPD|PUB|AN)(?:\s{1,6}(.*))?$/;

/** True where the file says itself that it is such an export. */
export function isFactiva(text: string): boolean {
  const ends = text.match(END);
  return ends !== null && (/^[ \t]*[\d,.]+ words[ \t]*$/m.test(text) || /^WC\s+[\d,.]+ words/m.test(text));
}

/** The articles of an export; null for one that is not laid out as expected. */
export function readFactiva(text: string): readonly (ExportedArticle | null)[] {
  const articles: (ExportedArticle | null)[] = [];
  let from = 0;
  for (const match of text.matchAll(END)) {
    const lines = trimmedLines(text.slice(from, match.index));
    articles.push((lines.some((line) => /^HD\s/.test(line)) ? readCoded : readBare)(lines, match[1] ?? ''));
    from = match.index + match[0].length;
  }
  return articles;
}

/** Headline, byline, "812 words", day, outlet, code, … copyright, blank, body. */
function readBare(lines: readonly string[], id: string): ExportedArticle | null {
  const words = lines.findIndex((line) => WORDS.test(line));
  const date = lines[words + 1] ?? '';
  const rights = lines.findIndex((line, i) => i > words && /^(?:\(c\)|©|copyright|all rights)/i.test(line));
  if (words < 1 || !DATE.test(date)) return null;
  const language = lines.findIndex((line, i) => i > words && /^(?:English|German|French|Russian|Spanish)$/.test(line));
  const start = Math.max(rights, language) + 1;
  if (start === 0) return null;
  const head = lines.slice(0, words).filter((line) => line !== '');
  const byline = head.find((line) => /^by\s/i.test(line)) ?? null;
  return {
    title: head.filter((line) => line !== byline).join(' '),
    body: paragraphsOf(lines.slice(start)),
    outlet: lines[words + 2] ?? null,
    date,
    author: byline?.replace(/^by\s+/i, '') ?? null,
    url: null,
    id,
  };
}

/** "HD  Headline" and so on; what follows a code belongs to it until the next. */
function readCoded(lines: readonly string[], id: string): ExportedArticle | null {
  const fields = new Map<string, string[]>();
  let code = '';
  for (const line of lines) {
    const match = CODE.exec(line);
    if (match) code = match[1] ?? '';
    fields.set(code, [...(fields.get(code) ?? []), match ? (match[2] ?? '') : line]);
  }
  const one = (name: string): string => paragraphsOf(fields.get(name) ?? []);
  if (!fields.has('PD') || !fields.has('SN')) return null;
  return {
    title: one('HD'),
    body: [one('LP'), one('TD')].filter((part) => part !== '').join('\n\n'),
    outlet: one('SN') || null,
    date: one('PD') || null,
    author: one('BY') || null,
    url: null,
    id,
  };
}
