/** Folders, names and links: made, moved and removed, each so that it lasts. */
import { closeSync, fsyncSync, mkdirSync, mkdtempSync, openSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { FileFault, writing } from '../faults.ts';
import { kindOf } from './look.ts';

/** Makes a folder and those above it. */
export function makeFolder(path: string): void {
  writing(path, () => makeFolders(path));
}

/** Not `mkdirSync(path, { recursive: true })`: where a file system answers ENOENT although the parent is there, as /proc does, that never ends. */
function makeFolders(path: string): void {
  if (kindOf(path) === 'folder') return;
  const parent = dirname(path);
  if (parent !== path) makeFolders(parent);
  try {
    mkdirSync(path);
  } catch (error) {
    if (kindOf(path) !== 'folder') throw error;
  }
}

/** Removes a file or a folder with all that is in it; no fault where there is none. */
export function removePath(path: string): void {
  writing(path, () => rmSync(path, { recursive: true, force: true }));
}

/** Renames a file or folder over what has the new name, in one step, and makes the step last. */
export function movePath(from: string, to: string): void {
  writing(to, () => renameSync(from, to));
  syncPath(dirname(to));
}

/** Makes a folder of a name that nobody else has: the beginning that is given, and some letters after it. */
export function makeDraft(beginning: string): string {
  makeFolder(dirname(beginning));
  return writing(beginning, () => mkdtempSync(beginning));
}

/** Gives a folder its name in one step, and makes the step last. False where there is something of that name already; nothing is changed then. */
export function placeFolder(from: string, to: string): boolean {
  try {
    renameSync(from, to);
  } catch (error) {
    if (['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes((error as { readonly code?: string }).code ?? '')) return false;
    throw new FileFault(to, 'written', error);
  }
  syncPath(dirname(to));
  return true;
}

/** Makes or swaps a link in one step: whoever follows it sees the old target or the new one, never none. */
export function swapLink(link: string, target: string): void {
  const next = `${link}.next`;
  removePath(next);
  writing(link, () => symlinkSync(target, next));
  movePath(next, link);
}

/** Makes the names in a folder last, or the bytes of a file. */
export function syncPath(path: string): void {
  writing(path, () => {
    const opened = openSync(path, 'r');
    try {
      fsyncSync(opened);
    } finally {
      closeSync(opened);
    }
  });
}
