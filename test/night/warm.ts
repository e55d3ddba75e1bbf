/** Runs commands in a process that has loaded the program already; one process for all test files of a worker. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ended } from './nights.ts';

/** So many commands until a fresh process takes over. */
const LIFE = 60;

interface Warm {
  readonly requests: number;
  readonly answers: number;
  readonly end: () => void;
  commands: number;
}
let warm: Warm | undefined;

function start(): Warm {
  const folder = mkdtempSync(join(tmpdir(), 'detente-warm-'));
  const [requests = '', answers = ''] = ['requests', 'answers'].map((name) => join(folder, name));
  spawnSync('mkfifo', [requests, answers]);
  const env = { ...process.env, XDG_CACHE_HOME: folder };
  const child = spawn(process.execPath, [join(import.meta.dirname, 'warm-program.js'), requests, answers], { stdio: 'inherit', env });
  child.unref();
  const end = (): void => {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', end);
  return { answers: openSync(answers, 'r'), requests: openSync(requests, 'w'), end, commands: 0 };
}

/** The same as `detente` in a process of its own, as long as the command needs no environment, input or signal of its own. */
export function runWarm(words: readonly string[]): Ended {
  if (warm && warm.commands === LIFE) {
    warm.end();
    warm = undefined;
  }
  warm ??= start();
  warm.commands++;
  writeSync(warm.requests, `${JSON.stringify({ words })}\n`);
  const chunk = Buffer.alloc(65_536);
  const parts: Buffer[] = [];
  while (parts.at(-1)?.at(-1) !== 10) {
    const length = readSync(warm.answers, chunk);
    if (length === 0) throw new Error(`the program died of: detente ${words.join(' ')}`);
    parts.push(Buffer.from(chunk.subarray(0, length)));
  }
  return JSON.parse(Buffer.concat(parts).toString()) as Ended;
}
