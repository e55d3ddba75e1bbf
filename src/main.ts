#!/usr/bin/env node
/** argv → one command → exit code. Never process.exit(): it truncates piped output. */
import { buildProgram } from './cli/program.ts';
import { Stop } from './core/stop.ts';

try {
  await buildProgram().parseAsync(process.argv);
} catch (error) {
  process.exitCode = Stop.report(error);
}
