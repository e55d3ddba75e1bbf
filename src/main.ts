#!/usr/bin/env node
/** argv → one command → exit code. Never process.exit(): it truncates piped output. */
import { buildProgram } from './cli/program.ts';
import { Stop } from './core/stop.ts';

// A reader that has seen enough, as `head`, closes the pipe: that is no fault.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: Error & { readonly code?: string }) => {
    if (error.code !== 'EPIPE') throw error;
  });

try {
  await buildProgram().parseAsync(process.argv);
} catch (error) {
  process.exitCode = Stop.report(error);
}
