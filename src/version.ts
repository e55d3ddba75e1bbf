/** Which detente this is. */
import { join } from 'node:path';
import { packageRoot, readUtf8 } from './disk.ts';

/** Version of the package. */
export function packageVersion(): string {
  const result = readUtf8(join(packageRoot, 'package.json'));
  return 'error' in result ? 'unknown' : (JSON.parse(result.text) as { version: string }).version;
}
