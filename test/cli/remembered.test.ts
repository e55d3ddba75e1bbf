import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { detenteAlone, temporaryFolder } from '../night/nights.ts';

const STORY = `On Friday the two sides met again.\n\n“We will lift the sanctions on Russia,” said Ellen Hathaway, a US senator. “Their envoys are welcome.”`;

/** Commands that need some of what lexicons give, or all of it. */
const COMMANDS: readonly (readonly [words: readonly string[], input: string])[] = [
  [['explain', '--speaker=Ellen Hathaway', '--side=US', 'We will lift the sanctions on Russia and welcome its envoys.'], ''],
  [
    ['score', '-'],
    '{"speaker":"the Russian foreign minister","date":"2018-03-02","text":"We want to mend our ties with the United States."}\n',
  ],
  [['extract', '-'], `${JSON.stringify({ outlet: 'Harbor Ledger', date: '2018-03-02', text: STORY })}\n`],
];

it('what a command prints is the same whether its job and lexicons are remembered as right, are new, or cannot be remembered', () => {
  const folder = temporaryFolder();
  const memory = join(folder, 'memory');
  const closed = join(folder, 'closed');
  writeFileSync(closed, 'a file where a folder would stand');
  const fresh = COMMANDS.map(([words, input]) => {
    rmSync(memory, { recursive: true, force: true });
    return detenteAlone(words, { XDG_CACHE_HOME: memory }, input);
  });
  expect(readdirSync(join(memory, 'detente', 'right'))).toHaveLength(2);
  expect(fresh.map(({ code, err }) => [code, err])).toEqual(COMMANDS.map(() => [0, '']));
  for (const home of [memory, closed])
    expect(COMMANDS.map(([words, input]) => detenteAlone(words, { XDG_CACHE_HOME: home }, input))).toEqual(fresh);
});

it('a fault that comes into a table which the command does not need stops it all the same', () => {
  const folder = temporaryFolder();
  const environment = { XDG_CACHE_HOME: join(folder, 'memory') };
  const job = join(folder, 'job.yaml');
  mkdirSync(join(folder, 'words'));
  writeFileSync(job, 'name: own\ninputs: [.]\nlexicons: [words]\n');
  writeFileSync(join(folder, 'words', 'tone.csv'), 'id,pattern,class,weight,origin\nthaw,thaw,valence,2,desk\n');
  const explain = () => detenteAlone(['explain', '--job', job, 'A thaw.'], environment);
  expect([explain().code, explain().code]).toEqual([0, 0]);
  writeFileSync(join(folder, 'words', 'events.csv'), 'day,name,phrases,kind,origin\nsoon,Fair,fair,planned,desk\n');
  expect(explain()).toMatchObject({ code: 2, err: expect.stringContaining('events.csv:2: day is "soon"') });
  expect(explain().code).toBe(2);
});
