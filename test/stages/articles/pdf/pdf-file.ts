/** Writes small PDFs: a page each, its lines where they are wanted. */
import { deflateSync } from 'node:zlib';

/** A line of text, in points from the lower left corner of a page of 612 to 792. */
export interface Line {
  readonly text: string;
  readonly x?: number;
  readonly y: number;
  readonly size?: number;
}

const MARKS: Readonly<Record<string, string>> = {
  '“': '\\223',
  '”': '\\224',
  '’': '\\222',
  '–': '\\226',
  '(': '\\(',
  ')': '\\)',
  '\\': '\\\\',
};

/** What draws lines. */
export function drawn(lines: readonly Line[]): string {
  return lines
    .map(
      ({ text, x = 72, y, size = 11 }) =>
        `BT /F1 ${size} Tf ${x} ${y} Td (${text.replace(/[“”’–()\\]/g, (mark) => MARKS[mark] ?? mark)}) Tj ET`,
    )
    .join('\n');
}

/** Lines below one another, from the top of the page or of a part of it. */
export function below(texts: readonly string[], from: Partial<Line> = {}): readonly Line[] {
  const { y = 700, size = 11 } = from;
  return texts.map((text, i) => ({ ...from, text, y: y - i * size * 1.2 }));
}

/** A stream with its head; packed where that is wanted. */
export function streamOf(content: string | Uint8Array, entries = ''): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([Buffer.from(`<<${entries}/Length ${bytes.length}>>\nstream\n`), bytes, Buffer.from('\nendstream')]);
}

/** A stream packed so many times. */
export function packedStream(content: Uint8Array, times = 1): Buffer {
  let bytes = Buffer.from(content);
  for (let i = 0; i < times; i++) bytes = deflateSync(bytes);
  return streamOf(bytes, `/Filter[${'/FlateDecode'.repeat(times)}]`);
}

/** A file of numbered objects with its table; the first is the root. */
export function fileOf(objects: readonly (string | Uint8Array)[], trailer = ''): Buffer {
  const parts = [Buffer.from('%PDF-1.4\n')];
  const places: number[] = [];
  let length = parts[0]?.length ?? 0;
  for (const [i, object] of objects.entries()) {
    const part = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(object as string), Buffer.from('\nendobj\n')]);
    places.push(length);
    length += part.length;
    parts.push(part);
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${length}\n%%EOF`,
    ),
  );
  return Buffer.concat(parts);
}

export const FONT = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>';
/** A page of a file whose second object is the tree of pages and whose third is the font. */
export const pageOf = (content: number): string =>
  `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents ${content} 0 R/Resources<</Font<</F1 3 0 R>>>>>>`;

/** A PDF with the given lines on each page. */
export function pdfOf(...pages: readonly (readonly Line[])[]): Buffer {
  return fileOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ')}]/Count ${pages.length}>>`,
    FONT,
    ...pages.flatMap((lines, i) => [pageOf(5 + 2 * i), packedStream(Buffer.from(drawn(lines), 'latin1'))]),
  ]);
}

/** A PDF of one page with a stream of its own. */
export function pdfWith(stream: Buffer, more: readonly (string | Uint8Array)[] = [], trailer = ''): Buffer {
  return fileOf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[4 0 R]/Count 1>>', FONT, pageOf(5), stream, ...more], trailer);
}
