/** Text exports of ProQuest: records between lines of underscores, each field behind its label. */
import { type ExportedArticle, paragraphsOf, trimmedLines } from './record.ts';

const RULE = /^[ \t]*(?:_{40,}|\*{40,}|-{40,}|={40,}|Document \d+ of \d+)[ \t]*$/gm;
const LABEL =
  /^(Author|Publication info|Abstract|Links|Full text|Subject|Location|People|Company \/ organization|Title|Publication title|Publication year|Publication date|Section|Publisher|Place of publication|Country of publication|Source type|Language of publication|Document type|ProQuest document ID|ProQuest document link|Document URL|Persistent link|Language|Year|Pages?|Start page|Date|Source|Copyright|Last updated|Database|Dateline|Volume|Issue|Pages|Publication subject|ISSN|Identifier \/ keyword|Column):(.*)$/i;
/** Headings of a report, which have lines of their own. */
const PART = /^(FULL TEXT|DETAILS|LINKS|ABSTRACT|INDEXING)$/;

/** "Lake Courier; Geneva [Geneva]05 Mar 2024: A.4." */
const OUTLET_OF_INFO = /^[^;:[\]]{2,80}/;
const DAY_OF_INFO = /\d{1,2} [A-Z][a-z]{2,8} \d{4}/;

/** True where the file says itself that it is such an export. */
export function isProquest(text: string): boolean {
  return (
    /^[ \t]*(?:Full text:|FULL TEXT[ \t]*$)/im.test(text) &&
    /^[ \t]*(?:ProQuest document (?:ID|link)|Publication info|Document URL):/im.test(text)
  );
}

/** The articles of an export; the contents at the top and the notes at the end are no records. */
export function readProquest(text: string): readonly (ExportedArticle | null)[] {
  return text
    .split(RULE)
    .filter((piece) => /^[ \t]*(?:Full text|ProQuest document (?:ID|link)):/im.test(piece))
    .map((piece) => readRecord(trimmedLines(piece)));
}

function readRecord(lines: readonly string[]): ExportedArticle | null {
  const fields = new Map<string, string[]>();
  let label = '';
  for (const line of lines) {
    const match = PART.exec(line) ?? LABEL.exec(line);
    if (match) label = (match[1] ?? '').toLowerCase();
    fields.set(label, [...(fields.get(label) ?? []), match ? (match[2] ?? '').trimStart() : line]);
  }
  const one = (name: string): string => paragraphsOf(fields.get(name) ?? []);
  const info = one('publication info');
  const date = one('publication date') || one('date') || (DAY_OF_INFO.exec(info)?.[0] ?? '');
  if (!fields.has('full text') || date === '') return null;
  return {
    title: one('title') || (lines.find((line) => line !== '' && !LABEL.test(line)) ?? ''),
    body: one('full text'),
    outlet: (one('publication title').split(';', 1)[0] ?? '').trim() || (OUTLET_OF_INFO.exec(info)?.[0].trim() ?? null),
    date,
    author: one('author') || null,
    url: one('document url') || one('persistent link') || one('proquest document link') || null,
    id: one('proquest document id') || null,
  };
}
