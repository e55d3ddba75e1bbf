/** From the command line to a checked job and the files that it reads. */
import type { Identifiers } from '../core/model/statements.ts';
import { exitCodes, Stop } from '../core/stop.ts';
import { readUtf8 } from '../files/disk/read.ts';
import { readInputText } from '../files/disk/standard-input.ts';
import { type InputPath, listInputs } from '../files/inputs.ts';
import type { Job } from '../job/job.ts';
import { loadSettings } from '../job/load.ts';
import type { NightRequest, NightSettings } from '../night/request.ts';
import { speakerNamed } from '../stages/speakers/by-name.ts';
import type { Roster } from '../stages/speakers/roster.ts';
import { changeJob, type JobChanges } from './prepare.ts';

/** What the command line says of inputs. */
export interface InputOptions {
  readonly input?: readonly string[];
  /** File with the names of inputs, a line each (or with NUL between them); - is standard input. */
  readonly filesFrom?: string;
}

/** The names of inputs that the command line gives; undefined where the job's own are meant. */
export function namedInputs({ input, filesFrom }: InputOptions): readonly string[] | undefined {
  if (filesFrom === undefined) return input;
  const read = filesFrom === '-' ? { text: readInputText() } : readUtf8(filesFrom);
  if ('error' in read) throw new Stop(exitCodes.usage, `${filesFrom}: ${read.error}, expected a list of files`);
  const names = read.text.split(read.text.includes('\0') ? '\0' : /\r?\n/).filter((name) => name !== '');
  if (names.length === 0) throw new Stop(exitCodes.usage, `${filesFrom}: names no file, expected a list of files`);
  return [...(input ?? []), ...names];
}

/** The inputs of a job, or those that were named, or a stop that lists names with nothing behind them. */
export function findInputs(job: Job, named: readonly string[] | undefined, output: string): readonly InputPath[] {
  const { inputs, missing } = named ? listInputs(named, process.cwd(), output) : listInputs(job.inputs, job.base, output);
  const missed = missing.map((name) => `${name}: no such file or folder, or nothing in it; expected articles`);
  if (missed.length > 0) throw new Stop(exitCodes.usage, missed[0] ?? '', missed.slice(1));
  return inputs;
}

/** What the roster has of each speaker that other registers know, by id. */
function identifiersOf({ byId }: Roster): Readonly<Record<string, Identifiers>> {
  const listed = [...byId.values()].filter(({ wikidata, country }) => wikidata !== null || country !== null);
  return Object.fromEntries(listed.map(({ speaker, wikidata, country }) => [speaker.id, { wikidata, country }]));
}

/** A checked job, and who is meant by a name that a person writes. */
type LoadedNight = NightSettings & Pick<NightRequest, 'speakerOf'>;

/** A checked job as a night takes it. The vocabulary itself is left to the threads once it is known to be free of faults. */
export function loadForNight(path: string | undefined, named: readonly string[] | undefined, changes: JobChanges): LoadedNight {
  const { job, lexicons, vocabulary } = loadSettings(path, named);
  // What a function names is held as long as the function.
  const { roster } = vocabulary;
  return {
    job: changeJob(job, changes),
    lexicons,
    toneTables: vocabulary.toneTables,
    topics: vocabulary.topics.list,
    events: vocabulary.events,
    identifiers: identifiersOf(roster),
    speakerOf: (name) => speakerNamed(name, null, roster),
  };
}
