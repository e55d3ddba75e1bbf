/** What a job file may say, and the only door to zod. It takes longer to load than a command of one line has, so it is loaded for files that are not known to be right. */
import { createRequire } from 'node:module';
import type { z } from 'zod';
import { FORMATS } from '../stages/articles/formats.ts';

/** What a job is told where its file is silent. */
const DEFAULTS = {
  output: '../output',
  sides: ['US', 'Russia'] as [string, string],
  languages: ['en'] as string[],
  threads: 2,
  deadline: 20,
  missing: 'keep',
  maxProblems: 0.2,
  onProblems: 'report',
  keepRuns: 30,
  excel: false,
} as const;

const require = createRequire(import.meta.url);

function makeSchema() {
  const { z } = require('zod') as typeof import('zod');
  return z
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
      output: z.string().min(1).default(DEFAULTS.output).describe('Folder under which output/<name> is written'),
      lexicons: z
        .array(z.string().min(1))
        .min(1)
        .describe(
          'Folders with CSV files, or single CSV files; files of one name are joined in this order. `detente:english` is a folder of the bundled lexicons',
        ),
      sides: z
        .tuple([z.string().min(1), z.string().min(1)])
        .default(DEFAULTS.sides)
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
      languages: z.array(z.string()).default(DEFAULTS.languages).describe('Languages that are read; articles in others are set aside'),
      threads: z.number().int().min(1).max(64).default(DEFAULTS.threads).describe('Worker threads'),
      deadline: z.number().positive().default(DEFAULTS.deadline).describe('Seconds that one article may take before it is set aside'),
      missing: z.enum(['keep', 'drop']).default(DEFAULTS.missing).describe('What becomes of the statements of an input that is gone'),
      maxProblems: z
        .number()
        .min(0)
        .max(1)
        .default(DEFAULTS.maxProblems)
        .describe('Share of inputs that may be set aside before nothing is published'),
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
        .default(DEFAULTS.onProblems)
        .describe(
          'Exit code of a run that set some inputs aside: report gives 3, succeed gives 0, for schedulers that take any other code for a failure',
        ),
      keepRuns: z.number().int().min(1).default(DEFAULTS.keepRuns).describe('Published runs to keep'),
      excel: z.boolean().default(DEFAULTS.excel).describe('Begin every CSV with a byte order mark, for Excel'),
    })
    .describe('A detente job');
}

let made: ReturnType<typeof makeSchema> | null = null;
function schemaOf(): ReturnType<typeof makeSchema> {
  made ??= makeSchema();
  return made;
}

/** A job file that is right, with all that it leaves out. */
export type JobFile = z.infer<ReturnType<typeof makeSchema>>;

/** One thing that is wrong in a job file. */
export type Issue = z.core.$ZodIssue;

/** A job file's content, checked, or what is wrong in it. */
export function checkJob(content: unknown): { readonly job: JobFile } | { readonly issues: readonly Issue[] } {
  const { success, data, error } = schemaOf().safeParse(content);
  return success ? { job: data } : { issues: error.issues };
}

/** The keys that a job file may have, in order. */
export function jobKeys(): readonly string[] {
  return Object.keys(schemaOf().shape);
}

/** The same job that the check gives, of content that was found right before: keys in order, defaults, no blanks around the title. */
export function jobOfRight(content: Readonly<Record<string, unknown>>): JobFile {
  const given: Readonly<Record<string, unknown>> = { ...DEFAULTS, ...content };
  const entries = KEYS.filter((key) => given[key] !== undefined).map((key) => [key, given[key]] as const);
  const job = Object.fromEntries(entries) as JobFile;
  return job.title === undefined ? job : { ...job, title: job.title.trim() };
}

/** As the schema has them; a test holds the two together. */
const KEYS: readonly (keyof JobFile)[] = [
  ...([
    'name',
    'title',
    'inputs',
    'output',
    'lexicons',
    'sides',
    'format',
    'columns',
    'dateOrder',
    'languages',
    'threads',
    'deadline',
  ] as const),
  ...(['missing', 'maxProblems', 'feeds', 'validation', 'corrections', 'onProblems', 'keepRuns', 'excel'] as const),
];

/** JSON Schema of a job file, for completion in editors. */
export function jobJsonSchema(): unknown {
  const { z } = require('zod') as typeof import('zod');
  return z.toJSONSchema(schemaOf(), { io: 'input' });
}
