#!/usr/bin/env node
/** argv → one command → exit code. Never process.exit(): it truncates piped output. */
import { buildProgram } from './program.ts';
import { Stop } from './stop.ts';

try {
  await buildProgram().parseAsync(process.argv);
} catch (error) {
  process.exitCode = Stop.report(error);
}
