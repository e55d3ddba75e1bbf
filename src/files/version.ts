/** Which detente this is. */
import { join } from 'node:path';
import { exitCodes, Stop } from '../core/stop.ts';
import { packageRoot } from './disk/look.ts';
import { readUtf8 } from './disk/read.ts';

/** Version of the package. */
export function packageVersion(): string {
  const path = join(packageRoot, 'package.json');
  const result = readUtf8(path);
  if ('error' in result) throw new Stop(exitCodes.cannotWrite, `${path}: ${result.error}; nothing was done`);
  return (JSON.parse(result.text) as { version: string }).version;
}
