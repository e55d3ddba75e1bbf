/** The job file: its schema, its check, its defaults. Paths in a job file are relative to the job file's own folder. */
import { dirname, resolve } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Compiled, Fault } from '../core/model/problems.ts';
import { FORMATS } from '../stages/articles/formats.ts';

const schema = z
  .strictObject({
    name: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]*$/, 'lower-case letters, digits and hyphens')
      .describe('Names the folder of the output: output/<name>'),
    title: z
      .string()
      .trim()
      .min(1)
      .max(120)
      .optional()
      .describe('Heading of the page, as "How Washington and Moscow talk"; made from the sides where absent'),
    inputs: z.array(z.string().min(1)).min(1).describe('Files, folders or globs with articles'),
    output: z.string().min(1).default('../output').describe('Folder under which output/<name> is written'),
    lexicons: z
      .array(z.string().min(1))
      .min(1)
      .describe(
        'Folders with CSV files, or single CSV files; files of one name are joined in this order. `detente:english` is a folder of the bundled lexicons',
      ),
    sides: z
      .tuple([z.string().min(1), z.string().min(1)])
      .default(['US', 'Russia'])
      .describe('The two sides whose cooperation is scored, as in anchors.csv and speakers.csv'),
    format: z
      .enum(FORMATS as [string, ...string[]])
      .optional()
      .describe('Reader to use for all inputs; sniffed where absent'),
    columns: z
      .record(z.string(), z.string())
      .optional()
      .describe('For CSV and JSON inputs: which column holds text, title, date, outlet, url, id, speaker'),
    dateOrder: z.enum(['dmy', 'mdy']).optional().describe('How 04/03/2019 is read; left unresolved where absent'),
    languages: z.array(z.string()).default(['en']).describe('Languages that are read; articles in others are set aside'),
    threads: z.number().int().min(1).max(64).default(2).describe('Worker threads'),
    deadline: z.number().positive().default(20).describe('Seconds that one article may take before it is set aside'),
    missing: z.enum(['keep', 'drop']).default('keep').describe('What becomes of the statements of an input that is gone'),
    maxProblems: z.number().min(0).max(1).default(0.2).describe('Share of inputs that may be set aside before nothing is published'),
    feeds: z
      .string()
      .min(1)
      .optional()
      .describe(
        'Folder that `detente collect` writes to; coverage.csv and the page tell by its ledger which feeds are dry and which are broken',
      ),
    validation: z
      .string()
      .min(1)
      .optional()
      .describe('Folder of a sample that people have coded (detente sample); means are corrected by it'),
    corrections: z
      .string()
      .min(1)
      .optional()
      .describe('CSV file with what a person has set right in single statements: id, field, value, who, why'),
    onProblems: z
      .enum(['report', 'succeed'])
      .default('report')
      .describe(
        'Exit code of a run that set some inputs aside: report gives 3, succeed gives 0, for schedulers that take any other code for a failure',
      ),
    keepRuns: z.number().int().min(1).default(30).describe('Published runs to keep'),
    excel: z.boolean().default(false).describe('Begin every CSV with a byte order mark, for Excel'),
  })
  .describe('A detente job');

export type JobFile = z.infer<typeof schema>;

/** A job, checked, with absolute paths. */
export interface Job extends JobFile {
  /** Absolute path of the job file. */
  readonly file: string;
  /** Absolute folder that relative paths start from. */
  readonly base: string;
}

/** JSON Schema of a job file, for completion in editors. */
export function jobJsonSchema(): unknown {
  return z.toJSONSchema(schema, { io: 'input' });
}

/** Reads a job file's text. Every fault is listed as file:line. */
export function parseJob(text: string, file: string): Compiled<Job | null> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  if (document.errors.length > 0) {
    const faults = document.errors.map((error) => ({
      file,
      line: lineAt(error.pos[0]),
      message: `not readable as YAML (${error.message}), expected \`key: value\` lines`,
    }));
    return { value: null, faults };
  }
  const parsed = schema.safeParse(document.toJS() ?? {});
  if (parsed.success) return { value: { ...parsed.data, file, base: dirname(file) }, faults: [] };
  const faults = parsed.error.issues.flatMap((issue) => faultsOf(issue, { file, lineOf: (path) => lineOfPath(document, path, lineAt) }));
  return { value: null, faults };
}

/** Makes the paths of a job absolute. */
export function resolveIn(job: Job, path: string): string {
  return resolve(job.base, path);
}

type Issue = z.core.$ZodIssue;
type Place = { readonly file: string; readonly lineOf: (path: readonly PropertyKey[]) => number };

function faultsOf(issue: Issue, place: Place): readonly Fault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      file: place.file,
      line: place.lineOf([...issue.path, key]),
      message: `unknown key \`${key}\`, expected ${suggestKey(key)}`,
    }));
  }
  const name = issue.path.map(String).join('.') || 'the job';
  return [{ file: place.file, line: place.lineOf(issue.path), message: `\`${name}\`: ${lowerFirst(issue.message)}` }];
}

function suggestKey(key: string): string {
  const known = Object.keys(schema.shape);
  const close = known.find((name) => editDistance(name.toLowerCase(), key.toLowerCase()) <= 2);
  return close ? `\`${close}\`` : `one of ${known.join(', ')}`;
}

function lowerFirst(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}

function lineOfPath(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[], lineAt: (offset: number) => number): number {
  for (let depth = path.length; depth > 0; depth--) {
    const parent = depth === 1 ? document.contents : document.getIn(path.slice(0, depth - 1), true);
    const pair = (parent as { items?: readonly { key?: { value?: unknown; range?: readonly number[] } }[] } | null)?.items?.find(
      (item) => item.key?.value === path[depth - 1],
    );
    if (pair?.key?.range) return lineAt(pair.key.range[0] ?? 0);
  }
  return 1;
}

/** Levenshtein distance between two short words. */
export function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(substitution, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
