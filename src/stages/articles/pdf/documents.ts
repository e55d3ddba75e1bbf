/** The one step of reading that waits: opening documents by a library that works with promises. All else is read at once. */
import { createHash } from 'node:crypto';
import type { OpenedPdf } from '../../../core/model/documents.ts';

/** Gives what was opened of a document, by its bytes; null for one that was not opened yet. */
export type Documents = (bytes: Uint8Array) => OpenedPdf | null;

/** Opens a document. Never throws. */
export type OpenDocument = (bytes: Uint8Array) => Promise<OpenedPdf>;

/**
 * Reads, and where documents were asked for, opens those and reads again. Reading depends on bytes alone, so the second time asks for the same; inputs
 * without documents, which are nearly all, are read once and never wait.
 */
export async function withDocuments<T>(open: OpenDocument | undefined, read: (documents: Documents) => T): Promise<T> {
  const asked = new Map<string, Uint8Array>();
  const first = read((bytes) => {
    asked.set(nameOf(bytes), bytes);
    return null;
  });
  if (asked.size === 0 || open === undefined) return first;
  const opened = new Map<string, OpenedPdf>();
  for (const [name, bytes] of asked) opened.set(name, await open(bytes));
  return read((bytes) => opened.get(nameOf(bytes)) ?? null);
}

function nameOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
