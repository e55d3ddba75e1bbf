/** Everything that can be wrong in the rows of a job's lexicons; each row is compiled, and read as a text. */
import { readText } from '../core/language.ts';
import type { Fault } from '../core/model/problems.ts';
import { checkHeaders } from '../stages/lexicon-headers.ts';
import { misleadingTerms, termsOfAnyPair } from '../stages/tone/examples.ts';
import { rowsOfNamesAlone } from '../stages/tone/name-rows.ts';
import { neverMatching } from '../stages/tone/unreachable-rows.ts';
import { misleadingExamples } from '../stages/topics/vocabulary.ts';
import { compileVocabulary, type LexiconFile, parseTables } from '../stages/vocabulary.ts';

/** Every fault, in the order in which the rooms find them. */
export function faultsOfRows(files: readonly LexiconFile[], sides: readonly string[]): readonly Fault[] {
  const checked = checkHeaders(files);
  const tables = parseTables(checked.value);
  const vocabulary = compileVocabulary(tables.value, sides);
  const { tone } = vocabulary.value;
  return [
    ...checked.faults,
    ...tables.faults,
    ...vocabulary.faults,
    ...neverMatching(tone, readText),
    ...misleadingTerms(termsOfAnyPair(tone), tone),
    ...misleadingExamples(tables.value, readText),
    ...rowsOfNamesAlone(tone, tables.value, readText),
  ];
}
