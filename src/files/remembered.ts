/** Names that outlast a command, in the folder for what can be done without. Nothing but a name is kept, so none can be torn, old or half written. */
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { makeFolder, removePath } from './disk/change.ts';
import { kindOf, listNames } from './disk/look.ts';

/** More are not kept: each is an edition of some lexicons with some version of detente. */
const MOST_NAMES = 64;

/** Where names are kept: `detente` in XDG_CACHE_HOME, else in the person's .cache. */
export function memoryFolder(environment: Readonly<Record<string, string | undefined>>): string {
  const named = environment.XDG_CACHE_HOME;
  return join(named !== undefined && isAbsolute(named) ? named : join(homedir(), '.cache'), 'detente', 'right');
}

/** Whether a name was kept. */
export function isRemembered(name: string, folder: string): boolean {
  return kindOf(join(folder, name)) === 'folder';
}

/** Keeps a name: an empty folder, made in one step however many do so at once. Where nothing may be written nothing is kept. */
export function remember(name: string, folder: string): void {
  try {
    const names = listNames(folder);
    if (names.length >= MOST_NAMES) for (const old of names) removePath(join(folder, old));
    makeFolder(join(folder, name));
  } catch {
    // The next command looks again.
  }
}
