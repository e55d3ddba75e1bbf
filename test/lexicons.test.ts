import { describe, expect, it } from 'vitest';
import { readText } from '../src/core/language.ts';
import { readJob } from '../src/job/job-file.ts';
import { readLexicons } from '../src/job/lexicon-files.ts';
import { neverMatching } from '../src/stages/tone/unreachable-rows.ts';
import { compileVocabulary, parseTables } from '../src/stages/vocabulary.ts';

describe('the bundled lexicons', () => {
  const job = readJob('jobs/nightly.yaml').value;
  if (job === null) throw new Error('jobs/nightly.yaml has faults');
  const files = readLexicons(job);
  const tables = parseTables(files.value);

  it('are read without a fault, row by row', () => {
    expect([...files.faults, ...tables.faults, ...compileVocabulary(tables.value, job.sides).faults]).toEqual([]);
  });

  it('have no tone row that can never match, because others take its words first', () => {
    expect(neverMatching(compileVocabulary(tables.value, job.sides).value.tone, readText)).toEqual([]);
  });

  it('say where a row comes from, wherever they have a column for it', () => {
    const silent = Object.values(tables.value)
      .flat()
      .filter((row) => row.cells.origin === '')
      .map((row) => `${row.file}:${row.line}`);
    expect(silent).toEqual([]);
  });
});
