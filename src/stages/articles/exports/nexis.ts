/** Text exports of LexisNexis: the older layout ("1 of 25 DOCUMENTS") and that of Nexis Uni ("End of Document"). */
import { type ExportedArticle, paragraphsOf, trimmedLines } from './record.ts';

const COUNTER = /^[ \t]*\d+ of \d+ DOCUMENTS?[ \t]*$/m;
const END = /^[ \t]*End of Document[ \t]*$/m;
const LABEL = /^([A-Z][A-Z-]{2,24}):\s*(.*)$/;
const UNI_LABEL = /^(Section|Length|Byline|Dateline|Highlight|Graphic|Load-Date|Language|Copyright)(?::\s*(.*)|\s.*)$/;
const DATE = /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{1,2},\s+\d{4}\b/;

/** True where the file says itself that it is such an export. */
export function isNexis(text: string): boolean {
  return COUNTER.test(text.slice(0, 4000)) || (END.test(text) && /^[ \t]*Load-Date:/m.test(text));
}

/** The articles of an export; null for one that is not laid out as expected. */
export function readNexis(text: string): readonly (ExportedArticle | null)[] {
  const isOld = COUNTER.test(text.slice(0, 4000));
  const pieces = text.split(isOld ? new RegExp(COUNTER.source, 'gm') : new RegExp(END.source, 'gm'));
  const records = (isOld ? pieces.slice(1) : pieces).filter((piece) => piece.trim() !== '');
  return records.map((piece) => (isOld ? readOld(trimmedLines(piece)) : readUni(trimmedLines(piece))));
}

/** Outlet, day, headline, labels up to LENGTH, body, labels to the end. */
function readOld(lines: readonly string[]): ExportedArticle | null {
  const length = lines.findIndex((line) => /^LENGTH:\s*\d+ words/i.test(line));
  const day = lines.findIndex((line) => DATE.test(line));
  if (length < 0 || day < 0 || day > length) return null;
  const labels = labelsOf(lines);
  const headline = lines
    .slice(day + 1, length)
    .filter((line, i, all) => line !== '' && !all.slice(0, i + 1).some((each) => LABEL.test(each)));
  const after = lines.slice(length + 1);
  const close = after.findIndex((line) =>
    /^(?:LANGUAGE|LOAD-DATE|URL|GRAPHIC|PUBLICATION-TYPE|SUBJECT|DOCUMENT-TYPE|CORRECTION-DATE):/.test(line),
  );
  const body = (close < 0 ? after : after.slice(0, close)).filter((line) => !/^(?:DATELINE|HIGHLIGHT|BYLINE|SECTION):/.test(line));
  return {
    title: headline.filter((line) => !/\bEdition\b/.test(line)).join(' '),
    body: paragraphsOf(body),
    outlet: lines.slice(0, day).find((line) => line !== '' && !/^copyright/i.test(line)) ?? null,
    date: DATE.exec(lines[day] ?? '')?.[0] ?? null,
    author: labels.get('BYLINE') ?? null,
    url: labels.get('URL') ?? null,
    id: null,
  };
}

function labelsOf(lines: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    lines.flatMap((line) => {
      const match = LABEL.exec(line);
      return match ? [[match[1] ?? '', match[2] ?? ''] as const] : [];
    }),
  );
}

/** Headline, outlet, day, labels, "Body", text, Load-Date. */
function readUni(lines: readonly string[]): ExportedArticle | null {
  const filled = lines.filter((line) => line !== '');
  const body = lines.indexOf('Body');
  const close = lines.findIndex((line, i) => i > body && /^(?:Load-Date|Graphic|Classification):?/.test(line));
  if (body < 0 || close < 0 || filled.length < 5) return null;
  const head = lines.slice(0, body).filter((line) => line !== '');
  const day = head.findIndex((line) => DATE.test(line));
  if (day < 2) return null;
  const byline = head.find((line) => line.startsWith('Byline:'));
  return {
    title: head
      .slice(0, day - 1)
      .filter((line) => !UNI_LABEL.test(line))
      .join(' '),
    body: paragraphsOf(lines.slice(body + 1, close)),
    outlet: head[day - 1] ?? null,
    date: DATE.exec(head[day] ?? '')?.[0] ?? null,
    author: byline ? byline.replace(/^Byline:\s*/, '') : null,
    url: null,
    id: null,
  };
}
