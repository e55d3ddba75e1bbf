import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { detente, heldFolder, readTable } from '../night/nights.ts';

const folder = heldFolder();
const JOB = 'jobs/us-china.yaml';
let statements: readonly Readonly<Record<string, string>>[];

beforeAll(() => {
  expect(detente(['run', JOB, '--output', folder, '--date', '2026-01-15']).code).toBe(0);
  statements = readTable(join(folder, 'us-china', 'latest'), 'statements.csv');
});

/** The words of a command line as a shell cuts them. */
function wordsOf(command: string): readonly string[] {
  return [...command.matchAll(/(?:[^\s']|'[^']*')+/g)].map(([word]) =>
    word.replaceAll("'\\''", '\u0000').replaceAll("'", '').replaceAll('\u0000', "'"),
  );
}

const figureOf = (out: string): readonly string[] =>
  out.split('\n').filter((line) => /^(about both sides|\s+(sum of|tone|no tone|topics|names|"))/.test(line));

it('a published statement is explained as it was published, and the command that it ends with gives the same figures from the words alone', () => {
  const some = [statements.find(({ passage }) => passage !== ''), statements.find(({ tone }) => Number(tone) < 0)].filter(
    (each) => each !== undefined,
  );
  expect(some.length).toBeGreaterThan(0);
  for (const { id = '', tone, terms } of some) {
    const published = detente(['explain', '--id', id, '--job', JOB, '--output', folder]);
    expect(published).toMatchObject({ code: 0, err: '' });
    expect(published.out).not.toContain('lexicons have changed');
    expect(published.out.includes(`tone ${Number(tone) < 0 ? '−' : '+'}${Math.abs(Number(tone)).toFixed(2)}`) || tone === '').toBe(true);
    for (const [row] of (terms ?? '').matchAll(/\[[^\]]+\]/g)) expect(published.out).toContain(row);
    const command = /the same from its words: detente (.*)$/m.exec(published.out)?.[1] ?? '';
    const [name = '', ...rest] = wordsOf(command);
    const again = detente([name, '--job', JOB, ...rest]);
    expect(again).toMatchObject({ code: 0, err: '' });
    expect(figureOf(again.out)).toEqual(figureOf(published.out));
  }
});

it.each([
  [['--id', 's0'], /s0: no such statement in .*, expected an id of statements\.csv/],
  [[], /expected either a statement or --id with its id/],
  [['--article-about', 'US,Mars', 'We want talks.'], /--article-about Mars: expected US or China/],
  [['--part', 'peace', 'We want talks.'], /--part "peace": not in the statement/],
])('explain %j is answered with exit code 2 and what was expected', (words, message) => {
  const ended = detente(['explain', '--job', JOB, ...(words[0] === '--id' ? ['--output', folder] : []), ...words]);
  expect(ended.code).toBe(2);
  expect(ended.err).toMatch(message);
});
