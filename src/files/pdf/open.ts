/** A PDF → the pieces of text on its pages. The only door to unpdf, which is Mozilla's pdf.js in one file; loaded when a PDF is met. Nothing in the file is run or fetched. */
import { getDocument } from 'unpdf/pdfjs';
import type { OpenedPdf, PdfPage, Piece } from '../../core/model/documents.ts';
import { withinBudget } from './budget.ts';

/** Most pages of a document. */
export const MOST_PAGES = 2000;
/** Most pieces of text on one page: a page of small print has some thousand. */
export const MOST_PIECES = 50_000;
/** Most bytes that a document may unpack to, with all copies made of them on the way. */
export const MOST_MEMORY = 256 * 1024 * 1024;

/** Most forms that the pages of a document may draw, one in the other. */
const MOST_FORMS = 20_000;
/** Tables that the library keeps for each form. */
const TABLES_OF_A_FORM = 10;

type Document = Awaited<ReturnType<typeof getDocument>['promise']>;

/** Opens a PDF. Never throws on a file's content, and takes possession of the bytes. */
export async function openPdf(data: Uint8Array, mostForms = MOST_FORMS): Promise<OpenedPdf> {
  return withinBudget({ bytes: MOST_MEMORY, tables: mostForms * TABLES_OF_A_FORM }, async (budget) => {
    const opened = await openWith(data);
    if (budget.exceeded === 'forms')
      return { code: 'too complex', reason: `its pages draw more than ${mostForms} forms, one in the other` };
    return budget.exceeded === 'memory' ? { code: 'too large', reason: `the document unpacks to more than ${MOST_MEMORY} bytes` } : opened;
  });
}

async function openWith(data: Uint8Array): Promise<OpenedPdf> {
  const task = getDocument({ data, isEvalSupported: false, useSystemFonts: false, disableFontFace: true, enableXfa: false, verbosity: 0 });
  try {
    return await readPages(await task.promise);
  } catch (error) {
    return faultOf(error);
  } finally {
    await task.destroy().catch(() => {});
  }
}

async function readPages(document: Document): Promise<OpenedPdf> {
  const count = document.numPages;
  if (count > MOST_PAGES) return { code: 'too large', reason: `the document has ${count} pages, expected at most ${MOST_PAGES}` };
  const pages: PdfPage[] = [];
  for (let number = 1; number <= count; number++) {
    const page = await readPage(document, number);
    if (page === null) return { code: 'too complex', reason: `page ${number} has more than ${MOST_PIECES} pieces of text` };
    pages.push(page);
  }
  return { pages };
}

/** The pieces of a page; null where there are too many. */
async function readPage(document: Document, number: number): Promise<PdfPage | null> {
  const page = await document.getPage(number);
  const turn = page.getViewport({ scale: 1 }).transform;
  const reader = page.streamTextContent({ includeMarkedContent: false }).getReader();
  const pieces: Piece[] = [];
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    for (const item of next.value.items) {
      const piece = 'str' in item ? pieceOf(item, turn) : null;
      if (piece) pieces.push(piece);
    }
    if (pieces.length > MOST_PIECES) {
      await reader.cancel(new Error('too many pieces'));
      return null;
    }
  }
  page.cleanup();
  return { pieces };
}

/** A piece as it stands on the page when that is held upright; null for blanks, for what is set at an angle, and for a place that is no number. */
function pieceOf(
  { str, width, transform }: { readonly str: string; readonly width: number; readonly transform: readonly number[] },
  turn: readonly number[],
): Piece | null {
  if (str.trim() === '') return null;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform;
  const [va = 1, vb = 0, vc = 0, vd = -1, ve = 0, vf = 0] = turn;
  const across = va * a + vc * b;
  const aslant = vb * a + vd * b;
  const left = va * e + vc * f + ve;
  const base = vb * e + vd * f + vf;
  const size = Math.round(Math.hypot(c, d) * 10) / 10;
  if (across <= 0 || Math.abs(aslant) > across * 0.1) return null;
  return [left, base, size, width].every(Number.isFinite) && size > 0
    ? { text: str, left, right: left + Math.max(0, width), base, size }
    : null;
}

/** Kinds of fault by the names of the library's errors. */
const FAULTS: Readonly<Record<string, { readonly code: string; readonly reason: string }>> = {
  PasswordException: { code: 'locked', reason: 'the document is encrypted and asks for a password' },
};

function faultOf(error: unknown): OpenedPdf {
  const name = error instanceof Error ? error.name : '';
  return (
    FAULTS[name] ?? { code: 'bad pdf', reason: `the document is broken or cut off${name === '' || name === 'Error' ? '' : ` (${name})`}` }
  );
}
