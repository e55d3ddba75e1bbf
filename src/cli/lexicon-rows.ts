/** Everything that can be wrong in the rows of a job's lexicons; each row is compiled, and read as a text. */
import { readText } from '../core/language.ts';
import type { Fault } from '../core/model/problems.ts';
import { compileFiles } from '../job/lexicons.ts';
import { misleadingTerms, termsOfAnyPair } from '../stages/tone/examples.ts';
import { rowsOfNamesAlone } from '../stages/tone/name-rows.ts';
import { neverMatching } from '../stages/tone/unreachable-rows.ts';
import { misleadingExamples } from '../stages/topics/vocabulary.ts';
import type { LexiconFile } from '../stages/vocabulary.ts';

/** Every fault, in the order in which the rooms find them. */
export function faultsOfRows(files: readonly LexiconFile[], sides: readonly string[]): readonly Fault[] {
  const { value, tables, faults } = compileFiles(files, sides);
  return [
    ...faults,
    ...neverMatching(value.tone, readText),
    ...misleadingTerms(termsOfAnyPair(value.tone), value.tone),
    ...misleadingExamples(tables, readText),
    ...rowsOfNamesAlone(value.tone, tables, readText),
  ];
}
