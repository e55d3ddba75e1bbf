/** Faults of the disk, in words and as the end of a command. */
import { exitCodes, Stop } from '../core/stop.ts';

/** The error of a file operation in words. */
export function explainError(error: unknown): string {
  const code = (error as { code?: string }).code ?? '';
  const words: Readonly<Record<string, string>> = {
    ENOENT: 'no such file or folder',
    EACCES: 'no permission',
    EISDIR: 'a folder, expected a file',
    ENOSPC: 'the disk is full',
    EROFS: 'the file system is read-only',
    EMFILE: 'too many open files',
    EIO: 'the disk reported an error',
  };
  return words[code] ?? (error instanceof Error ? error.message : String(error));
}

/** A fault of the disk, at a path; ends the command unless somebody knows better. What follows from it is for the command to say. */
export class FileFault extends Stop {
  constructor(path: string, what: 'written' | 'read', error: unknown) {
    super(exitCodes.cannotWrite, `${path}: cannot be ${what} (${explainError(error)})`);
  }
}

/** Does something that writes; a fault of the disk stops the command. */
export function writing<T>(path: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw new FileFault(path, 'written', error);
  }
}

/** True where a file operation failed because there is nothing at its path. */
export function isAbsent(error: unknown): boolean {
  const { code } = error as { code?: string };
  return code === 'ENOENT' || code === 'ENOTDIR';
}
