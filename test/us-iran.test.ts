import { describe, expect, it } from 'vitest';
import { readText } from '../src/core/language.ts';
import { readJob } from '../src/job/job-file.ts';
import { readLexicons } from '../src/job/lexicon-files.ts';
import { scoreText } from '../src/stages/scoring.ts';
import { misleadingExamples } from '../src/stages/topics/vocabulary.ts';
import { compileVocabulary, parseTables } from '../src/stages/vocabulary.ts';

const STATEMENTS: readonly [side: string, text: string, label: string, topics: readonly string[]][] = [
  ['US', 'We welcome this goodwill gesture by Iran.', 'positive', []],
  ['Iran', 'If it comes to direct talks, Iran is ready to cooperate with the United States.', 'positive', []],
  ['US', 'We will return to the deal with Iran, and we will release the funds.', 'positive', []],
  ['US', 'Iran is a state sponsor of terror, and all options are on the table.', 'negative', []],
  ['Iran', 'This is economic terrorism by the United States.', 'negative', []],
  ['Iran', 'Death to America, they shouted at the Great Satan.', 'negative', []],
  ['US', 'Iran exchanged four prisoners with America on Monday.', 'neutral', ['prisoners']],
];

describe('a pair made from lexicons/README.md alone', () => {
  const job = readJob('jobs/us-iran.yaml').value;
  if (job === null) throw new Error('jobs/us-iran.yaml has faults');
  const tables = parseTables(readLexicons(job).value).value;
  const { value, faults } = compileVocabulary(tables, job.sides);
  const own = (table: string) => (tables[table] ?? []).filter(({ file }) => file.includes('us-iran/'));

  it('needs small lists and a job, all without a fault', () => {
    expect([...faults, ...misleadingExamples(tables, readText)]).toEqual([]);
    expect(job.sides).toEqual(['US', 'Iran']);
    expect(own('tone')).toHaveLength(20);
    expect(own('speakers').length).toBeLessThan(20);
  });

  it.each(STATEMENTS)('a speaker of %s: "%s" is %s', (side, text, label, topics) => {
    const context = { speaker: null, side, date: null, cue: null, kind: null, content: null, background: job.sides, around: '' };
    expect(scoreText(text, context, { vocabulary: value }).score).toMatchObject({ isRelevant: true, label, topics });
  });

  it('knows nothing of another pair: a statement about Moscow is not relevant', () => {
    const context = { speaker: null, side: 'US', date: null, cue: null, kind: null, content: null, background: [], around: '' };
    expect(scoreText('Our cooperation with Moscow grows.', context, { vocabulary: value }).score.isRelevant).toBe(false);
  });
});
