/**
 * A night on a disk of every size, in steps, from one that holds the last output and nothing more to one on which it ends: it must end with 74 and leave what
 * was published before as it is, or be whole; and the next night, with room, must be as if nothing had been. Mounts a tmpfs, so it needs root.
 *   tools/run checks/full-disk [STEP in kB]     needs a built dist/
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashState, hashTables, SAMPLE, spendNight } from './nights.ts';

const step = Number(process.argv[2] ?? 50);
/** Sizes in kB: enough for any night over these articles; and how many nights that end well in a row are believed. */
const AMPLE = 500_000;
const BELIEVED = 20;
const DISK_FULL = 74;
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'detente-full-disk-')));
const disk = join(folder, 'disk');
mkdirSync(disk);

function mount(...words: readonly string[]): void {
  const { status, stderr } = spawnSync('mount', [...words, disk], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

function unmount(): void {
  process.chdir('/');
  const { status, stderr } = spawnSync('umount', [disk], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** A published night over some files, others waiting; and the tables before and after they are read. */
const names = readdirSync(SAMPLE).slice(0, 6);
const ready = join(folder, 'ready');
mkdirSync(join(ready, 'articles'), { recursive: true });
const add = (some: readonly string[]) => some.forEach((name) => void cpSync(join(SAMPLE, name), join(ready, 'articles', name)));
add(names.slice(0, 3));
const empty = join(folder, 'empty');
cpSync(join(ready, 'articles'), join(empty, 'articles'), { recursive: true });
await spendNight(ready);
const first = hashTables(ready);
add(names.slice(3));
const calm = join(folder, 'calm');
cpSync(ready, calm, { recursive: true, verbatimSymlinks: true });
await spendNight(calm);
const second = hashTables(calm);

const wrong: string[] = [];
const ends = new Map<number, number>();
const sound = new Set<string>();

/** A night with so much room; gives its exit code, or null where not even what was there before has room. */
async function nightWithin(
  size: number,
  from: string,
  tables: { readonly before: string; readonly after: string },
): Promise<number | null> {
  mount('-t', 'tmpfs', '-o', `size=${size}k`, 'tmpfs');
  try {
    cpSync(from, disk, { recursive: true, verbatimSymlinks: true });
  } catch {
    unmount();
    return null;
  }
  try {
    const code = await spendNight(disk);
    ends.set(code, (ends.get(code) ?? 0) + 1);
    const shown = hashTables(disk);
    if (code !== 0 && code !== DISK_FULL) wrong.push(`${size} kB: exit ${code}, expected 0 or ${DISK_FULL}`);
    if (shown !== tables.after && (code === 0 || shown !== tables.before)) wrong.push(`${size} kB: exit ${code} and other tables`);
    const state = hashState(disk);
    if (!sound.has(state)) {
      mount('-o', `remount,size=${AMPLE}k`);
      const next = await spendNight(disk);
      if (hashTables(disk) === tables.after) sound.add(state);
      else wrong.push(`${size} kB: the next night, with room, ended with ${next} and other tables`);
    }
    return code;
  } finally {
    unmount();
  }
}

try {
  for (const [from, tables] of [
    [empty, { before: '', after: first }],
    [ready, { before: first, after: second }],
  ] as const) {
    let well = 0;
    for (let size = step; well < BELIEVED; size += step) well = (await nightWithin(size, from, tables)) === 0 ? well + 1 : 0;
  }
} finally {
  process.chdir('/');
  rmSync(folder, { recursive: true, force: true });
}
const tried = [...ends.values()].reduce((sum, count) => sum + count, 0);
process.stdout.write(
  `${tried} sizes in steps of ${step} kB ended ${[...ends].map(([code, count]) => `${count} with ${code}`).join(', ')}; ${wrong.length} wrong\n`,
);
for (const line of wrong) process.stdout.write(`  ${line}\n`);
process.exitCode = wrong.length === 0 ? 0 : 1;
