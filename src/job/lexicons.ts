/** From the job's CSV files to the vocabularies that they make. */
import type { Compiled } from '../core/model/problems.ts';
import { compileVocabulary, type LexiconFile, parseTables, type Vocabulary } from '../stages/vocabulary.ts';
import type { Job } from './job.ts';
import { readLexicons } from './lexicon-files.ts';

/** Everything a job's lexicons give, or all that is wrong with them. */
export function loadVocabulary(job: Job): Compiled<Vocabulary> & { readonly files: readonly LexiconFile[] } {
  const files = readLexicons(job);
  const tables = parseTables(files.value);
  const vocabulary = compileVocabulary(tables.value, job.sides);
  return { value: vocabulary.value, faults: [...files.faults, ...tables.faults, ...vocabulary.faults], files: files.value };
}
