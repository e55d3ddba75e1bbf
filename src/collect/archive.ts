/** The archive files: one a day, appended to, record by record. A file that a kill cut short is cut back to its last whole record. */
import { join } from 'node:path';
import { kindOf, listNames, sizeOf } from '../files/disk/look.ts';
import { readBytes } from '../files/disk/read.ts';
import { appendBytes, truncateFile } from '../files/disk/write.ts';
import { type Described, describeRecord, soundMembers } from './records.ts';

const NAME = /^collected-\d{4}-\d{2}-\d{2}\.warc\.gz$/;
/** Bytes of a file that is looked through. */
const LARGEST = 2 * 1024 * 1024 * 1024;

/** The newest file, and how much of it was whole when the ledger was last written. */
export interface Checkpoint {
  readonly name: string;
  readonly size: number;
}

/** 'collected-2026-11-29.warc.gz' for a time. */
export function archiveName(now: number): string {
  return `collected-${new Date(now).toISOString().slice(0, 10)}.warc.gz`;
}

/**
 * Cuts the newest file back to its last whole record, and gives what is told of the pages that were written after the
 * checkpoint: the index of pages may not have heard of them.
 */
export function mendArchive(folder: string, checkpoint: Checkpoint | null): readonly Described[] {
  const pages: Described[] = [];
  for (const name of listNames(folder).filter((each) => NAME.test(each) && each >= (checkpoint?.name ?? ''))) {
    const path = join(folder, name);
    const start = name === checkpoint?.name && checkpoint.size <= sizeOf(path) ? checkpoint.size : 0;
    const read = readBytes(path, LARGEST);
    if ('error' in read) continue;
    let end = start;
    let told: Described | null = null;
    for (const member of soundMembers(read.bytes.subarray(start))) {
      end = start + member.end;
      const record = describeRecord(member.content);
      if (record.type === 'metadata') told = record;
      else if (told !== null && told.refersTo === record.id) pages.push(told);
    }
    if (end < read.bytes.length) truncateFile(path, end);
  }
  return pages;
}

/** Appends whole records to the file of the day and makes them last; a new file begins with `info`. */
export function appendRecords(folder: string, name: string, records: Uint8Array, info: () => Uint8Array): void {
  const path = join(folder, name);
  appendBytes(path, kindOf(path) === null || sizeOf(path) === 0 ? Buffer.concat([info(), records]) : records);
}
