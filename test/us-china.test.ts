import { describe, expect, it } from 'vitest';
import { readJob } from '../src/job/job-file.ts';
import { readLexicons } from '../src/job/lexicon-files.ts';
import { scoreTone } from '../src/stages/tone/score.ts';
import { readStatement } from '../src/stages/tone/statement.ts';
import { compileVocabulary, parseTables } from '../src/stages/vocabulary.ts';

const STATEMENTS: readonly [side: string, text: string, label: string][] = [
  ['China', 'Our cooperation with the United States grows, and we welcome it.', 'positive'],
  ['US', 'We had a very productive meeting with the Chinese side.', 'positive'],
  ['China', 'China is ready to talk with America on the basis of mutual respect.', 'positive'],
  ['US', 'We will lift the tariffs on Chinese goods.', 'positive'],
  ['US', 'Nobody in Washington wants a new cold war with Beijing.', 'positive'],
  ['US', 'China stole our technology, and it lied about it.', 'negative'],
  ['China', 'The United States imposes illegal sanctions on Chinese companies; this is bullying.', 'negative'],
  ['China', 'The American arms sales to Taiwan are a provocation, and those who play with fire get burned.', 'negative'],
  ['US', 'I refuse to negotiate with Beijing.', 'negative'],
  ['China', 'The Chinese delegation will arrive in Washington on Tuesday.', 'neutral'],
];

describe('another pair of countries', () => {
  const job = readJob('jobs/us-china.yaml').value;
  if (job === null) throw new Error('jobs/us-china.yaml has faults');
  const tables = parseTables(readLexicons(job).value).value;
  const { value, faults } = compileVocabulary(tables, job.sides);

  it('needs a folder of lexicons and a job, both without a fault', () => {
    expect(faults).toEqual([]);
    expect(job.sides).toEqual(['US', 'China']);
    expect(tables.speakers?.filter((row) => row.file.includes('us-china/') && row.cells.role?.includes('official'))).toHaveLength(23);
  });

  it.each(STATEMENTS)('a speaker of %s: "%s" is %s', (side, text, label) => {
    const context = { speaker: null, side, date: null, cue: null, kind: null, content: null, background: [], around: '' };
    expect(scoreTone(readStatement(text, value.tone), context, value.tone)).toMatchObject({ isRelevant: true, label });
  });

  it('knows nothing of the Russian side: a statement about Moscow is not relevant', () => {
    const context = { speaker: null, side: 'US', date: null, cue: null, kind: null, content: null, background: [], around: '' };
    expect(scoreTone(readStatement('Our cooperation with Moscow grows.', value.tone), context, value.tone).isRelevant).toBe(false);
  });
});
