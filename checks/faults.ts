/**
 * Lets every call that files/disk/ makes to node:fs in a night fail, one after the other, with each of four errors: what was published before must stand or the
 * new run must be whole, a call that writes must end the night with 74, and the next night must be as if nothing had been.
 *   tools/run checks/faults [CODE,...] [FIRST] [LAST]     calls FIRST to LAST alone; needs a built dist/
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beginFault, type Call, endFault, type Fault } from './failing.ts';

const [codes = 'EIO,ENOSPC,EACCES,EMFILE', first = '1', last = '1000000'] = process.argv.slice(2);
const WRITES = new Set(['writeSync', 'fsyncSync', 'renameSync', 'mkdirSync', 'rmSync', 'symlinkSync']);
const DOCUMENTED = new Set([0, 2, 3, 4, 74]);
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'detente-faults-')));
// Loaded after failing.ts has put itself between files/disk/ and node:fs.
const { hashState, hashTables, SAMPLE, spendNight } = await import('./nights.ts');

/** A night that meets a fault; gives its exit code and the calls that files/disk/ made. */
async function night(
  place: string,
  fault: Fault = { call: 0, code: '' },
): Promise<{ readonly code: number; readonly calls: readonly Call[] }> {
  beginFault(fault);
  const code = await spendNight(place);
  return { code, calls: endFault() };
}

/** A place with a published night over some files, and others waiting. */
const ready = join(folder, 'ready');
const names = readdirSync(SAMPLE).slice(0, 6);
mkdirSync(join(ready, 'articles'), { recursive: true });
for (const name of names.slice(0, 3)) cpSync(join(SAMPLE, name), join(ready, 'articles', name));
await night(ready);
const before = hashTables(ready);
for (const name of names.slice(3)) cpSync(join(SAMPLE, name), join(ready, 'articles', name));

const fresh = (name: string): string => {
  const place = join(folder, name);
  rmSync(place, { recursive: true, force: true });
  cpSync(ready, place, { recursive: true, verbatimSymlinks: true });
  return place;
};
const calm = fresh('calm');
const { calls } = await night(calm);
const after = hashTables(calm);
if (calls.length === 0) throw new Error('No call of files/disk/ was seen: failing.ts looks for it in the wrong place');

/** States after which a night was seen to give the right tables. */
const sound = new Set<string>();
const wrong: string[] = [];
const ends = new Map<number, number>();
for (let call = Number(first); call <= Math.min(calls.length, Number(last)); call++) {
  for (const code of codes.split(',')) {
    const place = fresh('place');
    const { code: ended } = await night(place, { call, code });
    ends.set(ended, (ends.get(ended) ?? 0) + 1);
    const { name = '', place: site = '' } = calls[call - 1] ?? {};
    const told = `call ${call} (${name} at ${site}), ${code}: exit ${ended}`;
    const shown = hashTables(place);
    if (!DOCUMENTED.has(ended)) wrong.push(`${told}, a crash`);
    if (WRITES.has(name) && ended !== 74) wrong.push(`${told}, expected 74`);
    if (shown !== before && shown !== after && ended !== 3) wrong.push(`${told}, neither the old tables nor the new ones`);
    const state = hashState(place);
    if (sound.has(state)) continue;
    const next = await night(place);
    if (hashTables(place) === after) sound.add(state);
    else wrong.push(`${told}; the next night ended with ${next.code} and other tables`);
  }
}
process.chdir('/');
rmSync(folder, { recursive: true, force: true });
const tried = [...ends.values()].reduce((sum, count) => sum + count, 0);
const ended = [...ends].map(([code, count]) => `${count} with ${code}`).join(', ');
process.stdout.write(
  `${calls.length} calls a night, ${new Set(calls.map((call) => call.place)).size} places; ${tried} faults ended ${ended}; ${wrong.length} wrong\n`,
);
for (const line of wrong) process.stdout.write(`  ${line}\n`);
process.exitCode = wrong.length === 0 ? 0 : 1;
