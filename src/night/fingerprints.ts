/** What the results depend on beside the inputs: options, code, libraries and lexicons, as hashes that the store remembers. */
import { hash, identifyPart, versionOf } from '../files/own-code.ts';
import { packageVersion } from '../files/version.ts';
import type { Job } from '../job/job.ts';
import { contentsOf } from '../job/lexicon-files.ts';
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
    reader: identifyPart(READING, options, contentsOf(lexicons.filter((file) => !isTone(file)))),
    tone: identifyPart(SCORING, job.sides, contentsOf(lexicons.filter(isTone))),
    writer: identifyPart(WRITING, [], []),
    versions: { detente: packageVersion(), ...libraryVersions() },
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
  'htmlparser2',
  'parse5',
  'unpdf',
  '@duckdb/node-api',
  'csv-stringify',
];

function libraryVersions(): Readonly<Record<string, string>> {
  return Object.fromEntries(LIBRARIES.flatMap((name) => [[name, versionOf(name)]].filter(([, version]) => version !== null)));
}
