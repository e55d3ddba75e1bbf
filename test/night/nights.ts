/** Runs the built program as cron would, and reads what it published. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, onTestFinished } from 'vitest';
import { runWarm } from './warm.ts';

/** The built program. */
export const PROGRAM = join(import.meta.dirname, '..', '..', 'dist', 'main.js');

/** How a command ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs detente to its end: in a process that is warm already, or in one of its own where it needs an environment or an input. */
export function detente(words: readonly string[], environment: Readonly<Record<string, string>> = {}, input = ''): Ended {
  if (Object.keys(environment).length === 0 && input === '') return runWarm(words);
  return detenteAlone(words, environment, input);
}

/** Runs detente to its end in a process of its own. */
export function detenteAlone(words: readonly string[], environment: Readonly<Record<string, string>> = {}, input = ''): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...words], {
    encoding: 'utf8',
    input,
    env: { ...process.env, ...environment },
  });
  return { code: status, out: stdout, err: stderr };
}

/** A folder that goes with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'detente-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder that goes with the test file. */
export function heldFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'detente-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Every published file but run.json, which tells durations: name → content. */
export function readPublished(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'run.json')
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return new Map(names.map((name) => [name.slice(folder.length + 1), readFileSync(name, 'latin1')]));
}

/** The rows of a published table. */
export function readTable(folder: string, name: string): readonly Readonly<Record<string, string>>[] {
  return parse(readFileSync(join(folder, name)), { columns: true }) as readonly Readonly<Record<string, string>>[];
}

/** A job called desk over the folder `articles`, with the bundled lexicons and these further lines. */
export function writeJob(folder: string, lines: readonly string[]): string {
  const file = join(folder, 'job.yaml');
  const root = join(import.meta.dirname, '..', '..');
  const lexicons = ['english', 'us-russia'].map((name) => join(root, 'lexicons', name));
  writeFileSync(
    file,
    ['name: desk', 'inputs: [articles]', 'output: out', `lexicons: [${lexicons.join(', ')}]`, 'threads: 1', ...lines, ''].join('\n'),
  );
  return file;
}

/** So many articles with a statement each. */
export function writeArticles(folder: string, count: number): void {
  mkdirSync(join(folder, 'articles'), { recursive: true });
  for (let number = 1; number <= count; number++) {
    const text = `Harbor Ledger\n\nTalks, day ${number}\n\n“We want to resume the talks with Russia on point ${number} of the list,” said Ellen Hathaway, a US senator.\n`;
    writeFileSync(join(folder, 'articles', `2024-03-0${number}-talks.txt`), text);
  }
}
