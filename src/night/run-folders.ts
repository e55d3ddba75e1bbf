/** The folders of the runs of a job: output/<job>/runs/<stamp>, and `latest` that leads to one of them. */
import { join } from 'node:path';
import { parseRows } from '../core/rows.ts';
import { movePath, removePath } from '../files/disk/change.ts';
import { kindOf, linkTarget, listNames, sizeOf } from '../files/disk/look.ts';
import { readUtf8 } from '../files/disk/read.ts';
import type { RunBefore } from '../stages/writing/facts.ts';

/** A name for the folder of a run that is not taken: the stamp itself, or with a number after it. */
export function freeStamp(folder: string, stamp: string): string {
  const taken = new Set(listNames(join(folder, 'runs')));
  let number = 1;
  const name = (): string => (number === 1 ? stamp : `${stamp}.${String(number).padStart(3, '0')}`);
  while (taken.has(name())) number += 1;
  return name();
}

/** Drafts of runs that did not end are removed, and the oldest runs beyond `keep`; never the one that `latest` shows. */
export function pruneRuns(folder: string, keep: number): void {
  const runs = join(folder, 'runs');
  const names = listNames(runs);
  const shown = linkTarget(join(folder, 'latest'))?.split('/').at(-1);
  const done = names.filter((name) => !name.startsWith('.'));
  const old = done.slice(0, Math.max(0, done.length - keep)).filter((name) => name !== shown);
  for (const name of [...names.filter((name) => name.startsWith('.')), ...old]) removePath(join(runs, name));
}

/** Whether the run that is shown is there with all its files, as long as its run.json says. */
export function isShownWhole(folder: string): boolean {
  const latest = join(folder, 'latest');
  const read = readUtf8(join(latest, 'run.json'));
  if (linkTarget(latest) === null || 'error' in read) return false;
  try {
    const { files } = JSON.parse(read.text) as { readonly files: Readonly<Record<string, { readonly size: number }>> };
    return Object.entries(files).every(([name, { size }]) => sizeOf(join(latest, name)) === size);
  } catch {
    return false;
  }
}

/** What the last published run said that this one needs to know: the outlets that it found to have fallen off. */
export function previousStory(folder: string): { readonly fallOffs: readonly string[] } {
  const read = readUtf8(join(folder, 'latest', 'run.json'));
  if ('error' in read) return { fallOffs: [] };
  return { fallOffs: fallOffsOf(read.text) };
}

/** Outlets that a run.json names; none where it was cut short or is another file of that name: a warning may then be given twice. */
function fallOffsOf(text: string): readonly string[] {
  try {
    const { fallOffs } = JSON.parse(text) as { readonly fallOffs?: readonly { readonly outlet: string }[] };
    return (fallOffs ?? []).map(({ outlet }) => outlet);
  } catch {
    return [];
  }
}

/** Makes way for the link `latest`: a folder of that name, as a copy of the output may hold, becomes a run of its own. Gives its new path, or null. */
export function clearLatest(folder: string): string | null {
  const latest = join(folder, 'latest');
  if (linkTarget(latest) !== null || kindOf(latest) === null) return null;
  const kept = join(folder, 'runs', freeStamp(folder, 'latest-as-found'));
  movePath(latest, kept);
  return kept;
}

/** What the run that is shown was made with, and the yearly means that it published; null where there is none or its run.json cannot be read. */
export function runBefore(folder: string): RunBefore | null {
  const read = readUtf8(join(folder, 'latest', 'run.json'));
  if ('error' in read) return null;
  try {
    const { date, versions, lexicons } = JSON.parse(read.text) as Partial<RunBefore>;
    if (date === undefined || versions === undefined || lexicons === undefined) return null;
    return { date, versions, lexicons, means: readMeans(join(folder, 'latest', 'side_years.csv')) };
  } catch {
    return null;
  }
}

function readMeans(path: string): RunBefore['means'] {
  const read = readUtf8(path);
  if ('error' in read) return [];
  return parseRows(read.text, path).value.map(({ cells }) => ({
    side: cells.side ?? '',
    period: cells.period ?? '',
    mean: cells.mean === undefined || cells.mean === '' ? null : Number(cells.mean),
  }));
}
