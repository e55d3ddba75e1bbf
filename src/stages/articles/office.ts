/** What a zip file is that an office program wrote; a .docx → its paragraphs. */
import { decodeEntities } from './pages/entities.ts';
import type { Foreign } from './sniffing/foreign.ts';
import { walkXml } from './xml.ts';

/** Where a .docx keeps its text. */
export const DOCX_TEXT = 'word/document.xml';

/** Names of files that tell what an archive is; the first that is there decides. */
const PARTS: readonly (readonly [string, Foreign | 'docx'])[] = [
  [DOCX_TEXT, 'docx'],
  ['xl/workbook.xml', { code: 'spreadsheet', name: 'a spreadsheet (.xlsx)' }],
  ['xl/workbook.bin', { code: 'spreadsheet', name: 'a spreadsheet (.xlsb)' }],
  ['ppt/presentation.xml', { code: 'presentation', name: 'a presentation (.pptx)' }],
  ['META-INF/container.xml', { code: 'e-book', name: 'an e-book (.epub)' }],
  ['META-INF/MANIFEST.MF', { code: 'archive', name: 'a program (.jar, .apk)' }],
  ['Index/Document.iwa', { code: 'old office', name: 'a document of Apple Pages, Numbers or Keynote' }],
  ['content.xml', { code: 'odt', name: 'an OpenDocument file (.odt, .ods, .odp)' }],
];

/** What the names inside a zip file say: 'docx', a format that is not read, or null for an archive of files. */
export function officeKind(names: readonly string[]): Foreign | 'docx' | null {
  const found = PARTS.find(([name]) => names.includes(name));
  if (!found || (found[0] === 'content.xml' && !names.includes('mimetype') && !names.includes('META-INF/manifest.xml'))) return null;
  return found[1];
}

/** Text of a document.xml: a paragraph each, blank lines between. Deleted text, field codes and fallback copies are left out; a document type is not read. Null where its elements lie too deep in one another. */
export function docxText(xml: string): string | null {
  const paragraphs: string[] = [];
  let pieces: string[] = [];
  let from = 0;
  let skipped = 0;
  const endParagraph = (): void => {
    const paragraph = pieces.join('').trim();
    if (paragraph !== '') paragraphs.push(paragraph);
    pieces = [];
  };
  const isSound = walkXml(xml, {
    open: (tag, _, start) => {
      const name = localName(tag);
      from = start;
      if (SKIPPED.has(name)) skipped++;
      else if (skipped === 0) pieces.push(MARKS[name] ?? '');
    },
    close: (tag, end) => {
      const name = localName(tag);
      if (SKIPPED.has(name)) skipped--;
      else if (name === 't' && skipped === 0) pieces.push(decodeEntities(xml.slice(from, end)));
      else if (name === 'p') endParagraph();
    },
  });
  endParagraph();
  return isSound ? paragraphs.join('\n\n') : null;
}

function localName(tag: string): string {
  return tag.slice(tag.indexOf(':') + 1);
}

const SKIPPED: ReadonlySet<string> = new Set(['fallback', 'del', 'movefrom']);
const MARKS: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', nobreakhyphen: '-' };
