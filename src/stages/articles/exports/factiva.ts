/** Exports of Factiva: "Full Article" (bare header lines) and "Full Article plus Indexing" (two-letter codes). */
import { dayOfLine } from './day-line.ts';
import { type ExportedArticle, paragraphsOf, trimmedLines } from './record.ts';

const END = /^[ \t]*(?:AN[ \t]{1,6})?Document ([A-Z][A-Z0-9]{1,9}[0-9A-Za-z]{18,30})[ \t]*$/gm;
const WORDS = /^[\d,.]+ words$/;
const TIME = /^\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AP]M)?(?:\s+[A-Z]{2,5})?$/i;
const RIGHTS = /^(?:\(c\)|©|copyright|all rights)/i;
const LANGUAGE =
  /^(?:English|German|French|Russian|Spanish|Ukrainian|Chinese(?: - \w+)?|Arabic|Italian|Portuguese|Dutch|Polish|Turkish|Japanese|Korean|Swedish|Danish|Norwegian|Finnish|Czech|Slovak|Hungarian|Romanian|Bulgarian|Greek|Hebrew|Persian|Hindi|Indonesian|Malay|Thai|Vietnamese|Croatian|Serbian|Slovenian|Estonian|Latvian|Lithuanian|Catalan)$/;
const CODE = /^(SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|CT|RF|CO|IN|NS|RE|IPC|IPD|PUB|AN)(?:\s{1,6}(.*))?$/;
/** A section in capitals above the headline. */
const SECTION = /^[\p{Lu}\d&,/ -]{2,30}$/u;
/** Lines between the count of words and the text. */
const MOST_HEAD_LINES = 14;

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
    const isRepeated = articles.length > 0 && lines.every((line) => line === '');
    if (!isRepeated) articles.push((lines.some((line) => /^HD(?:\s|$)/.test(line)) ? readCoded : readBare)(lines, match[1] ?? ''));
    from = match.index + match[0].length;
  }
  return articles;
}

/** Headline, byline, "812 words", day, time, outlet, code, … language, copyright, body. */
function readBare(lines: readonly string[], id: string): ExportedArticle | null {
  const words = lines.findIndex((line) => WORDS.test(line));
  if (words < 1) return null;
  const facts = lines.flatMap((line, index) => (index > words && line !== '' ? [{ line, index }] : [])).slice(0, MOST_HEAD_LINES);
  const date = dayOfLine(facts[0]?.line ?? '');
  const outlet = facts.find(({ line }, i) => i > 0 && !TIME.test(line));
  const start = Math.max(
    facts.find(({ line }) => RIGHTS.test(line))?.index ?? -1,
    facts.find(({ line }) => LANGUAGE.test(line))?.index ?? -1,
  );
  if (date === null || start < 0) return null;
  const head = lines.slice(0, words).filter((line) => line !== '');
  const byline = head.find((line) => /^by\s/i.test(line)) ?? null;
  const headline = head.filter((line) => line !== byline);
  const hasSection = headline.length > 1 && SECTION.test(headline[0] ?? '') && !SECTION.test(headline[1] ?? '');
  return {
    title: headline.slice(hasSection ? 1 : 0).join(' '),
    body: paragraphsOf(lines.slice(start + 1)),
    outlet: outlet && outlet.index < start ? outlet.line : null,
    date,
    author: byline?.replace(/^by\s+/i, '') ?? null,
    url: null,
    id,
  };
}

/** "HD  Headline" and so on, or the code on a line of its own; what follows a code belongs to it until the next. */
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
