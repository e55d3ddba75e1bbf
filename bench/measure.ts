/** What every bench shares: a run of detente with its cost, and a line of the one table that all of them print. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { resolve } from 'node:path';

const PROGRAM = resolve('dist/main.js');
/** Clock ticks of /proc in a second. */
const TICKS = 100;

/** What a process cost. */
export interface Cost {
  /** Of processor, those of its children included. */
  readonly seconds: number;
  /** From its start to its end. */
  readonly wall: number;
  /** The most that this one process held, as far as a look ten times a second sees it. */
  readonly megabytes: number;
}

/** Runs detente to its end; `input` is what it reads from its standard input. */
export function runDetente(words: readonly string[], input = ''): Promise<Cost> {
  return runNode([PROGRAM, ...words], input);
}

/** Runs Node to its end. */
export async function runNode(words: readonly string[], input = ''): Promise<Cost> {
  const [before, began] = [childSeconds(), performance.now()];
  const child = spawn(process.execPath, words, { stdio: ['pipe', 'ignore', 'inherit'] });
  child.stdin.end(input);
  let megabytes = 0;
  const timer = setInterval(() => {
    try {
      const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
      megabytes = Math.max(megabytes, Number(peak ?? 0) / 1024);
    } catch {
      // It has just ended.
    }
  }, 100);
  const code = await new Promise<number | null>((done) => child.on('exit', done));
  clearInterval(timer);
  if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}`);
  return { seconds: childSeconds() - before, wall: (performance.now() - began) / 1000, megabytes };
}

/** Processor seconds of all children that have ended. */
function childSeconds(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[13]) + Number(fields[14])) / TICKS;
}

/** One line of the table. */
export interface Figure {
  readonly name: string;
  /** '123 a second', '21.4 s'. */
  readonly value: string;
  /** What it is held against in the same run: '.17 of wink-nlp alone'. */
  readonly beside?: string;
  readonly megabytes?: number;
}

/** Prints a line of the table with the machine's load meanwhile. */
export function printFigure({ name, value, beside = '', megabytes = 0 }: Figure): void {
  const memory = megabytes > 0 ? `${Math.round(megabytes)} MB` : '';
  const load = (loadavg()[0] ?? 0).toFixed(1);
  process.stdout.write(`${name.padEnd(52)} ${value.padStart(18)}  ${beside.padEnd(34)} ${memory.padStart(8)}  load ${load.padStart(4)}\n`);
}

/** A number as people read it. */
export function spell(value: number): string {
  return value >= 10 ? Math.round(value).toLocaleString('en') : value.toFixed(2);
}

/** The middle one, or the lower of the two in the middle. */
export function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[(values.length - 1) >> 1] ?? Number.NaN;
}
