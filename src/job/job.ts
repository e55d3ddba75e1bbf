/** The job file: its text, and each fault in it. Paths in a job file are relative to the job file's own folder. */
import { dirname, resolve } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { nearestName } from '../core/edit-distance.ts';
import type { Compiled, Fault } from '../core/model/problems.ts';
import { checkJob, type Issue, type JobFile, jobKeys, jobOfRight } from './job-schema.ts';

/** A job, checked, with absolute paths. */
export interface Job extends JobFile {
  /** Absolute path of the job file. */
  readonly file: string;
  /** Absolute folder that relative paths start from. */
  readonly base: string;
}

/** Reads a job file's text. Every fault is listed as file:line; a text that was found right before is not looked through again. */
export function parseJob(text: string, file: string, isRight = false): Compiled<Job | null> {
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
  const content = contentOf(document);
  if ('error' in content) return { value: null, faults: [{ file, line: aliasLine(text), message: content.error }] };
  const parsed = isRight ? { job: jobOfRight(content.value) } : checkJob(content.value);
  if ('job' in parsed) return { value: { ...parsed.job, file, base: dirname(file) }, faults: [] };
  const faults = parsed.issues.flatMap((issue) => faultsOf(issue, { file, lineOf: (path) => lineOfPath(document, path, lineAt) }));
  return { value: null, faults };
}

/** The values of a document, or what is wrong with its aliases: one that nobody defined, or more of them than a job can need. */
function contentOf(
  document: ReturnType<typeof parseDocument>,
): { readonly value: Readonly<Record<string, unknown>> } | { readonly error: string } {
  try {
    return { value: document.toJS() ?? {} };
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return { error: `not readable as YAML (${found}), expected a value that begins with * or & to stand in quotation marks` };
  }
}

/** The first line on which a value begins with a star. */
function aliasLine(text: string): number {
  const line = text.split('\n').findIndex((candidate) => /(^|[\s[,:-])\*/.test(candidate));
  return line + 1 || 1;
}

/** Makes the paths of a job absolute. */
export function resolveIn(job: Job, path: string): string {
  return resolve(job.base, path);
}

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
  const known = jobKeys();
  const close = nearestName(key, known);
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
