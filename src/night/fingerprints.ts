/** What the results depend on beside the inputs: versions, code and lexicons, as hashes that the store remembers. */
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { exitCodes, Stop } from '../core/stop.ts';
import { listFiles, listNames, packageRoot, readUtf8 } from '../files/disk.ts';
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
  readonly versions: Readonly<Record<string, string>>;
  readonly lexicons: readonly LexiconFact[];
}

/** What a job says and the files that it names. */
export interface EditionFacts {
  readonly job: Job;
  readonly lexicons: readonly LexiconFile[];
  /** Names of the tables that the tone room alone reads. */
  readonly toneTables: ReadonlySet<string>;
}

/** Sources whose change alters scores alone; those of the rooms behind it alter nothing that the store keeps. */
const TONE_SOURCES = /^(stages\/(tone|topics)|core\/patterns)\//;
const LATER_SOURCES = /^stages\/(store|trends|validation|writing)\//;
const READING_SOURCES =
  /^stages\/(articles|dates|quotations|speakers|statements)\/|^(core\/language|stages\/pipeline|core\/rows|stages\/vocabulary|night\/rows|night\/worker)\.js$/;

/** Works the hashes out. A lexicon that only the tone room reads changes `tone`; all others change `reader`. */
export function identifyEditions({ job, lexicons, toneTables }: EditionFacts): Editions {
  const sources = readSources();
  const version = packageVersion();
  const isTone = (file: LexiconFile): boolean => toneTables.has(file.table);
  const options = JSON.stringify([job.format, job.columns, job.dateOrder, job.languages]);
  const shared = [version, ...sources.filter(([name]) => /^core\/language\.js$/.test(name)).flat()];
  return {
    reader: hash([
      ...shared,
      options,
      ...sources.filter(([name]) => READING_SOURCES.test(name)).flat(),
      ...contentOf(lexicons.filter((file) => !isTone(file))),
    ]),
    tone: hash([
      ...shared,
      job.sides.join('\n'),
      ...sources.filter(([name]) => TONE_SOURCES.test(name)).flat(),
      ...contentOf(lexicons.filter(isTone)),
    ]),
    versions: { detente: version, ...libraryVersions() },
    lexicons: lexicons.map((file) => ({
      path: file.path,
      rows: file.text.split('\n').filter((line) => line.trim() !== '').length - 1,
      sha256: hash([file.text]),
    })),
  };
}

/** Libraries whose version can change what comes out. */
const LIBRARIES = [
  'wink-nlp',
  'wink-eng-lite-web-model',
  'sentiment',
  '@mozilla/readability',
  'linkedom',
  'parse5',
  '@duckdb/node-api',
  'csv-stringify',
];

function libraryVersions(): Readonly<Record<string, string>> {
  const versions: Record<string, string> = {};
  for (const name of LIBRARIES) {
    const file = join(packageRoot, 'node_modules', name, 'package.json');
    if (listNames(dirname(file)).includes('package.json'))
      versions[name] = (JSON.parse(readOwn(file)) as { readonly version: string }).version;
  }
  return versions;
}

function readSources(): readonly (readonly [name: string, text: string])[] {
  const root = join(import.meta.dirname, '..');
  return listFiles(root)
    .filter((path) => path.endsWith('.js') && !LATER_SOURCES.test(path.slice(root.length + 1)))
    .map((path) => {
      return [path.slice(root.length + 1), readOwn(path)];
    });
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
