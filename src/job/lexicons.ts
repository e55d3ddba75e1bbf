/** From the job's CSV files to the vocabularies that they make. */
import type { Compiled, Tables } from '../core/model/problems.ts';
import { knownRight } from '../files/known-right.ts';
import { checkHeaders } from '../stages/lexicon-headers.ts';
import { compileVocabulary, type LexiconFile, openVocabulary, parseTables, type Vocabulary } from '../stages/vocabulary.ts';
import type { Job } from './job.ts';
import { contentsOf, readLexicons } from './lexicon-files.ts';

/** What finds faults in rows as they are compiled. */
const COMPILING = { entries: ['stages/lexicon-headers.js', 'stages/vocabulary.js'] };

/**
 * Everything a job's lexicons give, or all that is wrong with them. Files that were compiled without a fault before are known by a hash of their contents and
 * of what compiles them; of these each room is compiled when it is asked for, so a command that needs one of them does not wait for all.
 */
export function loadVocabulary(job: Job): Compiled<Vocabulary> & { readonly files: readonly LexiconFile[] } {
  const { value: files, faults } = readLexicons(job);
  const known = knownRight(COMPILING, job.sides, contentsOf(files));
  if (faults.length === 0 && known.isRight) return { value: openVocabulary(files, job.sides), faults, files };
  const compiled = compileFiles(files, job.sides);
  const all = [...faults, ...compiled.faults];
  if (all.length === 0) known.remember();
  return { value: compiled.value, faults: all, files };
}

/** What lexicon files give, with their tables and all that is wrong in their headers and rows. */
export function compileFiles(files: readonly LexiconFile[], sides: readonly string[]): Compiled<Vocabulary> & { readonly tables: Tables } {
  const checked = checkHeaders(files);
  const tables = parseTables(checked.value);
  const vocabulary = compileVocabulary(tables.value, sides);
  return { ...vocabulary, tables: tables.value, faults: [...checked.faults, ...tables.faults, ...vocabulary.faults] };
}
