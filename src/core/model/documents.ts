/** What is known of a PDF when it has been opened: pieces of text and where they stand. */

/** Some characters that were set together. Lengths are in points, from the upper left corner of the page. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Where the line stands on which the letters stand. */
  readonly base: number;
  /** Size of the letters. */
  readonly size: number;
}

/** The pieces of a page, in the order in which the file has them. */
export interface PdfPage {
  readonly pieces: readonly Piece[];
}

/** A PDF that was opened, or why it was not. */
export type OpenedPdf = { readonly pages: readonly PdfPage[] } | { readonly code: string; readonly reason: string };
