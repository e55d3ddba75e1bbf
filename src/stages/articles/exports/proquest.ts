/** Text exports of ProQuest: records between lines of underscores, each field behind its label. */
import { type ExportedArticle, paragraphsOf, trimmedLines } from './record.ts';

const RULE = /^[ \t]*(?:_{40,}|\*{40,})[ \t]*$/gm;
const LABEL =
  /^(Author|Publication info|Abstract|Links|Full text|Subject|Location|People|Company \/ organization|Title|Publication title|Publication year|Publication date|Section|Publisher|Place of publication|Country of publication|Source type|Language of publication|Document type|ProQuest document ID|Document URL|Copyright|Last updated|Database|Dateline|Volume|Issue|Pages|Publication subject|ISSN|Identifier \/ keyword|Column):\s*(.*)$/i;

/** True where the file says itself that it is such an export. */
export function isProquest(text: string): boolean {
  return /^ProQuest document ID:/im.test(text) && /^Full text:/im.test(text);
}

/** The articles of an export; the contents at the top and the notes at the end are no records. */
export function readProquest(text: string): readonly (ExportedArticle | null)[] {
  return text
    .split(RULE)
    .filter((piece) => /^(?:Full text|ProQuest document ID):/im.test(piece))
    .map((piece) => readRecord(trimmedLines(piece)));
}

function readRecord(lines: readonly string[]): ExportedArticle | null {
  const fields = new Map<string, string[]>();
  let label = '';
  for (const line of lines) {
    const match = LABEL.exec(line);
    if (match) label = (match[1] ?? '').toLowerCase();
    fields.set(label, [...(fields.get(label) ?? []), match ? (match[2] ?? '') : line]);
  }
  const one = (name: string): string => paragraphsOf(fields.get(name) ?? []);
  if (!fields.has('full text') || !fields.has('publication date')) return null;
  return {
    title: one('title') || (lines.find((line) => line !== '' && !LABEL.test(line)) ?? ''),
    body: one('full text'),
    outlet: one('publication title') || null,
    date: one('publication date') || null,
    author: one('author') || null,
    url: one('document url') || null,
    id: one('proquest document id') || null,
  };
}
