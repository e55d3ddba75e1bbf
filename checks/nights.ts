/** Nights within this process, which spares their start, and what they published; needs a built dist/. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where the sample's articles lie. */
export const SAMPLE = resolve('jobs/sample/articles');

const { runCommand } = await import(resolve('dist/cli/run.js'));
const { Stop } = await import(resolve('dist/core/stop.js'));

/** Spends a night over `articles` in a folder, with no word said; gives its exit code. */
export async function spendNight(place: string, { output = 'output', threads = 1 } = {}): Promise<number> {
  const { write } = process.stderr;
  process.stderr.write = () => true;
  process.chdir(place);
  process.exitCode = 0;
  try {
    await runCommand(undefined, { input: ['articles'], output, date: '2026-01-01', threads, quiet: true });
  } catch (error) {
    process.exitCode = Stop.report(error);
  } finally {
    process.stderr.write = write;
  }
  const code = Number(process.exitCode);
  process.exitCode = 0;
  return code;
}

/** One hash over the names and bytes of the files below a folder. */
export function hashFiles(root: string, isCounted: (name: string) => boolean): string {
  if (!existsSync(root)) return '';
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && isCounted(entry.name));
  const sum = createHash('sha256');
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort())
    sum.update(path.slice(root.length)).update(readFileSync(path));
  return sum.digest('hex');
}

/** One hash over all that is published but run.json, which tells times. */
export function hashTables(place: string, output = 'output'): string {
  return hashFiles(join(place, output, 'nightly', 'latest', '.'), (name) => name !== 'run.json');
}

/** One hash over all that a night leaves behind; holder.json tells who ran, run.json when. */
export function hashState(place: string): string {
  return hashFiles(join(place, 'output'), (name) => name !== 'holder.json' && name !== 'run.json') + hashTables(place);
}
