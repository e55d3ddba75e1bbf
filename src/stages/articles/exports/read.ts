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
