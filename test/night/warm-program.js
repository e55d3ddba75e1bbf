/**
 * The built program in a process that stays: runs one command after the other, as main.ts does each in a process of its own, and answers with exit code and output.
 * Loading the program anew for each of some hundred commands takes longer than all that they do.
 *
 * node warm-program.js REQUESTS ANSWERS    two named pipes; a request is a line of JSON, {words}, an answer one of {code, out, err}
 */
import { createReadStream, openSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { buildProgram } from '../../dist/cli/program.js';
import { Stop } from '../../dist/core/stop.js';

const [, , requests, answers] = process.argv;
const program = new URL('../../dist/main.js', import.meta.url).pathname;

/** What a stream is given from now on, instead of being written. */
function capture(stream) {
  const written = [];
  stream.write = (chunk, encoding, done) => {
    written.push(Buffer.from(chunk));
    (typeof encoding === 'function' ? encoding : done)?.();
    return true;
  };
  return written;
}
const written = [capture(process.stdout), capture(process.stderr)];

const channel = openSync(answers, 'w');
for await (const line of createInterface({ input: createReadStream(requests) })) {
  const { words } = JSON.parse(line);
  process.argv = [process.execPath, program, ...words];
  process.exitCode = undefined;
  try {
    await buildProgram().parseAsync(process.argv);
  } catch (error) {
    process.exitCode = Stop.report(error);
  }
  const [out, err] = written.map((chunks) => Buffer.concat(chunks.splice(0)).toString());
  const answer = Buffer.from(`${JSON.stringify({ code: process.exitCode ?? 0, out, err })}\n`);
  for (let at = 0; at < answer.length; ) at += writeSync(channel, answer, at);
}
// Nobody asks any more: a worker that is stopped from outside removes nothing itself.
rmSync(dirname(requests), { recursive: true, force: true });
