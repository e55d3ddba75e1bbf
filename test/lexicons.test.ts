import { describe, expect, it } from 'vitest';
import { compileVocabulary, parseTables, readLexicons } from '../src/lexicons.ts';
import { readJob } from '../src/settings.ts';

describe('the bundled lexicons', () => {
  const job = readJob('jobs/nightly.yaml').value;
  if (job === null) throw new Error('jobs/nightly.yaml has faults');
  const files = readLexicons(job);
  const tables = parseTables(files.value);

  it('are read without a fault, row by row', () => {
    expect([...files.faults, ...tables.faults, ...compileVocabulary(tables.value, job.sides).faults]).toEqual([]);
  });
});
