/** What the results depend on beside the inputs: options, code, libraries and lexicons, as hashes that the store remembers. */
import { createHash } from 'node:crypto';
import { dirname, join, sep } from 'node:path';
import { exitCodes, Stop } from '../core/stop.ts';
import { listNames, packageRoot } from '../files/disk/look.ts';
import { readUtf8 } from '../files/disk/read.ts';
import { packageVersion } from '../files/version.ts';
import type { Job } from '../job/job.ts';
import type { LexiconFile } from '../stages/vocabulary.ts';
import type { LexiconFact } from '../stages/writing/publish.ts';

/** Hashes and versions of a run. */
export interface Editions {
  /** Changes with anything that reading an article depends on. */
  readonly reader: string;
  /** Changes with anything that a score depends on. */
  readonly tone: string;
  /** Changes with the code that publishes. */
  readonly writer: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly lexicons: readonly LexiconFact[];
}

/** What a job says and the files that it names. */
export interface EditionFacts {
  readonly job: Job;
  readonly lexicons: readonly LexiconFile[];
  /** Names of the tables that the tone room alone reads. */
  readonly toneTables: ReadonlySet<string>;
  /** The run's date. */
  readonly date: string;
}

/** What reads an article (PDFs in a thread of their own), and what is never entered from there: a change in how scores come about reads nothing again. */
const READING = { entries: ['night/worker.js', 'files/pdf/thread.js'], closed: /^stages\/(tone\/|topics\/|scoring\.js$)/ };
/** What scores a statement; the words of its language are the only thing that it shares with reading. */
const SCORING = {
  entries: ['stages/scoring.js', 'stages/tone/lexicon.js', 'stages/tone/background.js', 'stages/topics/vocabulary.js'],
  closed: /^stages\/pipeline\.js$/,
};

/** What writes the tables and the page. */
const WRITING = { entries: ['night/publish.js'] };

/** Works the hashes out. A lexicon that only the tone room reads changes `tone`; all others change `reader`. */
export function identifyEditions({ job, lexicons, toneTables, date }: EditionFacts): Editions {
  const isTone = (file: LexiconFile): boolean => toneTables.has(file.table);
  // What a text alone tells about its day ends with the year of the run.
  const options = [job.format, job.columns, job.dateOrder, job.languages, job.deadline, date.slice(0, 4)];
  return {
    reader: identifyPart(
      READING,
      options,
      lexicons.filter((file) => !isTone(file)),
    ),
    tone: identifyPart(SCORING, job.sides, lexicons.filter(isTone)),
    writer: identifyPart(WRITING, [], []),
    versions: { detente: packageVersion(), ...libraryVersions() },
    lexicons: lexicons.map((file) => ({
      path: file.path,
      rows: file.text.split('\n').filter((line) => line.trim() !== '').length - 1,
      sha256: hash([file.text]),
    })),
  };
}

/** A hash of a part of the program with its libraries, of what it is told, and of the lexicons that it reads. */
export function identifyPart(part: Part, told: unknown, files: readonly LexiconFile[]): string {
  const { sources, packages } = closureOf(join(import.meta.dirname, '..'), part);
  const code = sources.flat();
  return hash([JSON.stringify(told), ...packages.flatMap((name) => [name, versionOf(name) ?? '']), ...code, ...contentOf(files)]);
}

/** Libraries whose version can change what comes out. */
const LIBRARIES = [
  'wink-nlp',
  'wink-eng-lite-web-model',
  'sentiment',
  '@mozilla/readability',
  'linkedom',
  'parse5',
  'unpdf',
  '@duckdb/node-api',
  'csv-stringify',
];

function libraryVersions(): Readonly<Record<string, string>> {
  return Object.fromEntries(LIBRARIES.flatMap((name) => [[name, versionOf(name)]].filter(([, version]) => version !== null)));
}

/** A library's version, wherever npm has put it: in the package's own node_modules or in one further up; null where there is none. */
function versionOf(name: string): string | null {
  for (let folder = packageRoot; ; folder = dirname(folder)) {
    const file = join(folder, 'node_modules', name, 'package.json');
    if (listNames(dirname(file)).includes('package.json')) return (JSON.parse(readOwn(file)) as { readonly version: string }).version;
    if (folder === dirname(folder)) return null;
  }
}

/** Where a part of the program begins, and which sources are left out with all that only they import. */
export interface Part {
  readonly entries: readonly string[];
  readonly closed?: RegExp;
}

/** All that a part of the program imports, directly or not. */
export interface Closure {
  /** Names below the program's folder with their texts, sorted. */
  readonly sources: readonly (readonly [name: string, text: string])[];
  readonly packages: readonly string[];
}

const IMPORT = /^\s*(?:import|export)\s(?:[^'";]*\sfrom\s+)?['"]([^'"]+)['"]|\b(?:import|require)\(\s*['"]([^'"]+)['"]\s*\)/gm;

/** Follows the imports of compiled sources below a folder; `read` gives a source's text. */
export function closureOf(folder: string, { entries, closed }: Part, read: (path: string) => string = readOwn): Closure {
  const texts = new Map<string, string>();
  const packages = new Set<string>();
  const waiting = [...entries];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (texts.has(name) || closed?.test(name)) continue;
    const text = read(join(folder, name));
    texts.set(name, text);
    for (const [, stated, dynamic] of text.matchAll(IMPORT)) {
      const target = stated ?? dynamic ?? '';
      if (target.startsWith('.')) waiting.push(join(dirname(name), target).replaceAll(sep, '/'));
      else if (!target.startsWith('node:')) packages.add(packageOf(target));
    }
  }
  return { sources: [...texts].sort(([a], [b]) => (a < b ? -1 : 1)), packages: [...packages].sort() };
}

/** '@scope/name/file' → '@scope/name'. */
function packageOf(target: string): string {
  return target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');
}

/** A file of detente itself: without it a hash would be wrong, and everything would be read again. */
function readOwn(path: string): string {
  const read = readUtf8(path);
  if ('error' in read) throw new Stop(exitCodes.cannotWrite, `${path}: ${read.error}; nothing was done`);
  return read.text;
}

function contentOf(files: readonly LexiconFile[]): readonly string[] {
  return files.flatMap((file) => [file.table, file.text]);
}

function hash(parts: readonly string[]): string {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(`${part.length}:`).update(part);
  return sum.digest('hex');
}
