/** Stands between dist/files/disk/ and node:fs: counts every call that files there make, and lets one of them fail. Imported before detente is. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const CALLS = [
  ...['openSync', 'writeSync', 'fsyncSync', 'closeSync', 'renameSync', 'mkdirSync', 'rmSync', 'symlinkSync'],
  ...['readSync', 'readFileSync', 'readdirSync', 'statSync', 'statfsSync', 'readlinkSync'],
] as const;

/** One call of a file of dist/files/disk/. */
export interface Call {
  readonly name: string;
  /** File, line and column below dist/files/disk/. */
  readonly place: string;
}

/** Which call fails, counted from 1, and with which error; no call where it is 0. */
export interface Fault {
  readonly call: number;
  readonly code: string;
}

let fault: Fault | null = null;
let calls: Call[] = [];

/** Begins to count, and to fail. */
export function beginFault(next: Fault): void {
  fault = next;
  calls = [];
}

/** Ends it, and gives the calls that were made. */
export function endFault(): readonly Call[] {
  fault = null;
  return calls;
}

/** Notes a call; throws if it is the one that is to fail. */
function passCall(name: string): void {
  const caller = new Error().stack?.split('\n')[3] ?? '';
  const place = /dist\/files\/disk\/([a-z-]+\.js:\d+:\d+)/.exec(caller)?.[1];
  if (fault === null || place === undefined) return;
  calls.push({ name, place });
  if (calls.length === fault.call) throw Object.assign(new Error(`${fault.code}: injected`), { code: fault.code });
}

const functions = fs as unknown as Record<string, (...words: unknown[]) => unknown>;
for (const name of CALLS) {
  const real = functions[name];
  functions[name] = (...words) => {
    passCall(name);
    return real?.(...words);
  };
}
syncBuiltinESMExports();
