/** Compares what two runs have published, byte by byte. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names of the files that one folder has and the other has not, or with other bytes; run.json tells times and is left out. */
export function differences(one: string, other: string): readonly string[] {
  const names = new Set([...namesIn(one), ...namesIn(other)]);
  return [...names].sort().filter((name) => bytesOf(join(one, name)) !== bytesOf(join(other, name)));
}

function namesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'run.json')
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

function bytesOf(path: string): string | null {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return null;
  }
}
