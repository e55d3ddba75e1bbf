/** Text exports of LexisNexis: the older layout ("1 of 25 DOCUMENTS") and that of Nexis Uni ("End of Document"). */
import { dayOfLine } from './day-line.ts';
import { type ExportedArticle, paragraphsOf, trimmedLines } from './record.ts';

const COUNTER = /^[ \t]*\d+ of \d+ DOCUMENTS?[ \t]*$/m;
const END = /^[ \t]*(?:End of Document|Ende des Dokuments|Fin du document|Fin del documento)[ \t]*$/im;
const BODY = /^(?:Body|Volltext|Corps|Cuerpo):?$/i;
const BODY_LINE = /^[ \t]*Body:?[ \t]*$/im;
const LENGTH = /^LENGTH:\s*[\d,.]+\s+words/i;
const LABEL = /^([A-Z][A-Z-]{2,24}):(.*)$/;
const UNI_LABEL =
  /^(?:Section|Length|Byline|Dateline|Highlight|Graphic|Load-Date|Language|Copyright|Rubrik|Länge|Rubrique|Longueur)(?::|\s|$)/i;
const CLOSING = /^(?:Load-Date:|Update:|Date de chargement:|Fecha de carga:|Classification:?$|Graphic:?$|Correction-Date:|Notes?:?$)/i;
const OLD_CLOSING =
  /^(?:LANGUAGE|LOAD-DATE|URL|GRAPHIC|PUBLICATION-TYPE|SUBJECT|DOCUMENT-TYPE|CORRECTION-DATE|JOURNAL-CODE|COUNTRY|ORGANIZATION|CORRECTION):/;
/** The cover sheet of a delivery, and what it prints on every sheet. */
const COVER =
  /^(?:Page \d+ of \d+$|User Name:|Date and Time:|Job Number:|Documents? ?\(\d+\)|\d+\.\s|Client\/Matter:|Search (?:Terms|Type):|Narrowed by:|Content Type\s|Print Range|\|?\s*About LexisNexis|Bookmark_\d+$)/i;
const COVER_FOOT = /About LexisNexis|Copyright © \d{4} LexisNexis/i;
const AMENDED = /^(?:Correction|Clarification|Editor['’]s Note)(?: Appended)?$/i;

/** True where the file says itself that it is such an export. */
export function isNexis(text: string): boolean {
  return isOld(text) || (END.test(text) && (/^[ \t]*Load-Date:/m.test(text) || BODY_LINE.test(text)));
}

function isOld(text: string): boolean {
  return COUNTER.test(text.slice(0, 4000)) || (/^[ \t]*LENGTH:\s*[\d,.]+\s+words/m.test(text) && /^[ \t]*LOAD-DATE:/m.test(text));
}

/** The articles of an export; null for one that is not laid out as expected. */
export function readNexis(text: string): readonly (ExportedArticle | null)[] {
  if (!isOld(text)) return piecesOf(text, END).map((piece) => readUni(trimmedLines(piece)));
  if (COUNTER.test(text)) return piecesOf(text, COUNTER).flatMap((piece, i) => (i === 0 ? [] : [readOld(trimmedLines(piece))]));
  // Without counters nothing tells where one article ends.
  const lines = trimmedLines(text);
  return [lines.filter((line) => LENGTH.test(line)).length === 1 ? readOld(lines) : null];
}

/** Between the marks; what stands before the first is kept even where it is empty. */
function piecesOf(text: string, mark: RegExp): readonly string[] {
  return text
    .split(new RegExp(mark.source, 'gim'))
    .filter((piece, i) => i === 0 || piece.trim() !== '')
    .filter((piece, i) => mark === COUNTER || i > 0 || piece.trim() !== '');
}

/** Outlet, day, headline, labels up to LENGTH, body, labels to the end. */
function readOld(lines: readonly string[]): ExportedArticle | null {
  const length = lines.findIndex((line) => LENGTH.test(line));
  const day = lines.findIndex((line) => dayOfLine(line) !== null);
  if (length < 0 || day < 0 || day > length) return null;
  const labels = labelsOf(lines);
  const headline = lines
    .slice(day + 1, length)
    .filter((line, i, all) => line !== '' && !AMENDED.test(line) && !all.slice(0, i + 1).some((each) => LABEL.test(each)));
  const after = lines.slice(length + 1);
  const close = after.findIndex((line) => OLD_CLOSING.test(line));
  const body = (close < 0 ? after : after.slice(0, close)).filter((line) => !/^(?:DATELINE|HIGHLIGHT|BYLINE|SECTION):/.test(line));
  return {
    title: headline.filter((line) => !/\bEdition\b/.test(line)).join(' '),
    body: paragraphsOf(body),
    outlet: lines.slice(0, day).find((line) => line !== '' && !/^copyright/i.test(line)) ?? null,
    date: dayOfLine(lines[day] ?? ''),
    author: labels.get('BYLINE') ?? null,
    url: labels.get('URL') ?? null,
    id: null,
  };
}

function labelsOf(lines: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    lines.flatMap((line) => {
      const match = LABEL.exec(line);
      return match ? [[match[1] ?? '', (match[2] ?? '').trimStart()] as const] : [];
    }),
  );
}

/** Headline, outlet, day, labels, "Body", text, Load-Date. */
function readUni(lines: readonly string[]): ExportedArticle | null {
  const body = lines.findIndex((line) => BODY.test(line));
  if (body < 0) return null;
  const close = lines.findIndex((line, i) => i > body && CLOSING.test(line));
  const head = withoutCover(lines.slice(0, body)).filter((line) => line !== '');
  const labels = head.findIndex((line, i) => i > 1 && UNI_LABEL.test(line));
  // A headline may begin with a date; the day of publication is the last before the labels.
  const day = head.findLastIndex((line, i) => (labels < 0 || i < labels) && dayOfLine(line) !== null);
  if (day < 2) return null;
  const byline = head.find((line) => /^(?:Byline|By-line|Autor|Auteur):/i.test(line));
  return {
    title: head
      .slice(0, day - 1)
      .filter((line) => !AMENDED.test(line))
      .join(' '),
    body: paragraphsOf(lines.slice(body + 1, close < 0 ? undefined : close).filter((line) => !/^Page \d+ of \d+$/i.test(line))),
    outlet: head[day - 1] ?? null,
    date: dayOfLine(head[day] ?? ''),
    author: byline ? byline.replace(/^[^:]*:\s*/, '') : null,
    url: null,
    id: null,
  };
}

/** The head of the first article stands behind the cover sheet. */
function withoutCover(head: readonly string[]): readonly string[] {
  const foot = head.findLastIndex((line) => COVER_FOOT.test(line));
  const end = foot >= 0 ? foot : head.findLastIndex((line) => /^(?:Client\/Matter:|Search (?:Terms|Type):|Narrowed by:)/i.test(line));
  return head.slice(end + 1).filter((line) => dayOfLine(line) !== null || !COVER.test(line));
}
