import { readFileSync } from 'node:fs';
import type { Clipping } from '../../../src/core/model/articles.ts';
import type { Outcome } from '../../../src/core/model/problems.ts';
import { parseRows } from '../../../src/core/rows.ts';
import { compileBoilerplate } from '../../../src/stages/articles/cleaning/vocabulary.ts';
import { type ReadOptions, readClippings } from '../../../src/stages/articles/read.ts';

const file = new URL('../../../lexicons/english/boilerplate.csv', import.meta.url);

/** boilerplate.csv as it stands. */
export const boilerplate = compileBoilerplate({ boilerplate: parseRows(readFileSync(file, 'utf8'), 'boilerplate.csv').value });

/** Reads content as if it lay under a path. */
export function read(path: string, content: string | Uint8Array, options: Partial<ReadOptions> = {}): Outcome<Clipping> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return readClippings({ path, bytes }, { boilerplate: boilerplate.value, ...options });
}

/** The only article of a file. */
export function readOne(path: string, content: string | Uint8Array, options: Partial<ReadOptions> = {}): Clipping {
  const { kept, problems } = read(path, content, options);
  const [clipping] = kept;
  if (!clipping || kept.length > 1 || problems.length > 0) throw new Error(`${kept.length} articles, ${JSON.stringify(problems)}`);
  return clipping;
}

/** What is marked as boilerplate, as strings. */
export function marked({ text, boilerplate }: Clipping): readonly string[] {
  return boilerplate.map((span) => text.slice(...span));
}
