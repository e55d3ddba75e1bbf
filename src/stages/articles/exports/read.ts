/** Text exports of news databases → clippings, where the layout is known beyond doubt. */
import type { Clipping } from '../../../core/model/articles.ts';
import type { Outcome } from '../../../core/model/problems.ts';
import { joinOutcomes, setAside } from '../finish.ts';
import type { ReadOptions } from '../input.ts';
import { isFactiva, readFactiva } from './factiva.ts';
import { isNexis, readNexis } from './nexis.ts';
import { isProquest, readProquest } from './proquest.ts';
import { type ExportedArticle, keepExported } from './record.ts';

interface ExportLayout {
  readonly format: string;
  readonly name: string;
  readonly isMet: (text: string) => boolean;
  readonly read: (text: string) => readonly (ExportedArticle | null)[];
}

const LAYOUTS: readonly ExportLayout[] = [
  { format: 'nexis', name: 'Nexis', isMet: isNexis, read: readNexis },
  { format: 'proquest', name: 'ProQuest', isMet: isProquest, read: readProquest },
  { format: 'factiva', name: 'Factiva', isMet: isFactiva, read: readFactiva },
];

/** The export format that a text says itself to be in, or null. */
export function sniffExport(text: string): string | null {
  return LAYOUTS.find(({ isMet }) => isMet(text))?.format ?? null;
}

/** Databases that print their records in layouts that are not known well enough, each by lines that only they have. */
const OTHERS: readonly (readonly [name: string, marks: readonly RegExp[]])[] = [
  ['NewsBank', [/^[ \t]*Record(?: Number)?: [0-9A-Za-z]{8,40}[ \t]*$/m, /newsbank|^[ \t]*OpenURL |Access World News|^[ \t]*Copyright/im]],
  [
    'NewsBank',
    [/^[ \t]*(?:OpenURL (?:Article Bookmark|Link)\b|CITATION \((?:MLA|APA|AGLC|CHICAGO) STYLE\))/im, /newsbank|Readability:|Record:/i],
  ],
  [
    'EBSCO',
    [/(?:search\.ebscohost|openurl\.ebsco|research\.ebsco)\.com|^[ \t]*Database:\s.{3,80}$/im, /^[ \t]*(?:Accession Number|AN)[: ]/m],
  ],
  ['EBSCO', [/^[ \t]*Persistent link to this record/im]],
  ['Gale', [/^[ \t]*(?:Gale )?Document Number:? ?(?:GALE\|)?[A-Z]{1,4}\d{6,}/m, /\bGale\b/]],
  ['Europresse', [/^[ \t]*(?:Document )?news[·.]\d{8}[·.][A-Z]{2,4}[·.]/m]],
  ['Nexis (a list of results without texts)', [/^[ \t]*Job Number:/m, /^[ \t]*(?:Client\/Matter|Search Terms):/m]],
];

/** The news database whose export a text is, where its layout is not known; null for any other text. Asked after `sniffExport`. */
export function otherExport(text: string): string | null {
  return OTHERS.find(([, marks]) => marks.every((mark) => mark.test(text)))?.[0] ?? null;
}

/** Reads an export in a named format. */
export function readExport(
  format: string,
  { path, text }: { readonly path: string; readonly text: string },
  options: ReadOptions,
): Outcome<Clipping> {
  const layout = LAYOUTS.find((each) => each.format === format);
  if (!layout) throw new Error(`no export format ${format}`);
  const articles = layout.isMet(text) ? layout.read(text) : [];
  if (articles.length === 0)
    return setAside({ path }, 'unknown layout', `the file is not laid out as ${layout.name} lays its text exports out`);
  const read = joinOutcomes(articles.map((article, i) => keepExported(article, { path, place: `record ${i + 1}`, options }, layout.name)));
  return { ...read, kept: read.kept.map((clipping) => ({ ...clipping, reader: format })) };
}
