/** The doorway of the room: one file in, its articles out, with what was set aside and why. Nothing here throws on a file's content. */
import type { Clipping, Outcome } from '../model.ts';
import type { BoilerplateVocabulary } from './cleaning/vocabulary.ts';
import { decodeText } from './decode.ts';
import { readPage } from './pages/page.ts';
import { readPlain } from './plain.ts';
import { readJsonLines } from './records.ts';
import { sniffFormat } from './sniff.ts';

export { type BoilerplateVocabulary, compileBoilerplate } from './cleaning/vocabulary.ts';

/** A file as it lies on the disk. */
export interface InputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** How files are to be read. */
export interface ReadOptions {
  /** The job's `format`, where sniffing is not wanted. */
  readonly format?: string;
  /** Which column or field holds what: {text: 'body', date: 'day'}. */
  readonly columns?: Readonly<Record<string, string>>;
  readonly boilerplate: BoilerplateVocabulary;
}

/** Reads every article of a file. */
export function readClippings(file: InputFile, options: ReadOptions): Outcome<Clipping> {
  const decoded = decodeText(file.bytes);
  if (!decoded)
    return { kept: [], problems: [{ path: file.path, place: '', code: 'not text', reason: 'the file is binary, expected text' }] };
  const format = options.format ?? sniffFormat(file.path, file.bytes.subarray(0, 4096));
  if (format === 'html') return readPage(file, decoded.text, options);
  if (format === 'jsonl') return readJsonLines(file, decoded.text, options);
  return readPlain(file, decoded.text, options);
}
