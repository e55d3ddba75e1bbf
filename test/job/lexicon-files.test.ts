import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseJob } from '../../src/job/job.ts';
import { readLexicons } from '../../src/job/lexicon-files.ts';
import { temporaryFolder } from '../night/nights.ts';

const TEXT = 'name,note\nJürgen,given\n';

/** What a job reads of one lexicon file with these bytes. */
function read(bytes: Uint8Array) {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'lex'));
  writeFileSync(join(folder, 'lex', 'given-names.csv'), bytes);
  const { value: job } = parseJob('name: desk\ninputs: [in]\nlexicons: [lex]\n', 'job.yaml');
  if (job === null) throw new Error('the job is right');
  return readLexicons({ ...job, base: folder });
}

it.each([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with its mark', Buffer.from(`\uFEFF${TEXT}`)],
  ['UTF-16 with its mark, as spreadsheets write "Unicode Text"', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
  ['the other UTF-16 with its mark', Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16()],
])('a lexicon in %s is read', (_what, bytes) => {
  expect(read(bytes)).toMatchObject({ value: [{ text: TEXT }], faults: [] });
});

it('a lexicon in the encoding of one country is a fault of its line: no letter is guessed', () => {
  expect(read(Buffer.from(TEXT, 'latin1'))).toEqual({
    value: [],
    faults: [
      {
        file: join('lex', 'given-names.csv'),
        line: 2,
        message: expect.stringMatching(/^not in UTF-8, expected a file that was saved as UTF-8/),
      },
    ],
  });
});
