/** What the readers of all formats are given. */
import type { BoilerplateVocabulary } from './cleaning/vocabulary.ts';
import type { Documents } from './pdf/documents.ts';

/** A file as it lies on the disk. */
export interface InputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Numbers of the records, where the bytes are a piece of a web archive. */
  readonly records?: readonly number[];
}

/** How files are to be read. */
export interface ReadOptions {
  /** The job's `format`, where sniffing is not wanted. */
  readonly format?: string;
  /** Which column or field holds what: {text: 'body', date: 'day'}. */
  readonly columns?: Readonly<Record<string, string>>;
  readonly boilerplate: BoilerplateVocabulary;
  /** Documents that were opened; without it none is read. */
  readonly documents?: Documents;
}
