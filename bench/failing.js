/** Loaded before detente by bench/faults.ts: notes every call that disk.ts makes to node:fs, and lets one of them fail. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';

const { FAULT_LOG, FAULT_CALL, FAULT_CODE } = process.env;
const CALLS = [
  'openSync',
  'writeSync',
  'fsyncSync',
  'closeSync',
  'renameSync',
  'mkdirSync',
  'rmSync',
  'symlinkSync',
  'readSync',
  'readFileSync',
  'readdirSync',
  'statSync',
  'readlinkSync',
];
const append = fs.appendFileSync;
let count = 0;

if (isMainThread) {
  for (const name of CALLS) {
    const real = fs[name];
    fs[name] = (...words) => {
      const site = /dist\/disk\.js:\d+:\d+/.exec(new Error().stack ?? '')?.[0];
      if (site) {
        count += 1;
        if (FAULT_LOG) append(FAULT_LOG, `${count} ${name} ${site}\n`);
        if (count === Number(FAULT_CALL)) throw Object.assign(new Error(`${FAULT_CODE}: injected`), { code: FAULT_CODE });
      }
      return real(...words);
    };
  }
  syncBuiltinESMExports();
}
