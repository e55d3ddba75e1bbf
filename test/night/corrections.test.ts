import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { detente, readPublished, readTable, temporaryFolder, writeArticles, writeJob } from './nights.ts';

const DAY = ['--quiet', '--date', '2026-01-15'];
const HEADER = 'id,field,value,who,why\n';

it('corrections are laid over what was read, stand in the tables with who and why, survive a new reading, and are taken back with their row', () => {
  const folder = temporaryFolder();
  const job = writeJob(folder, ['corrections: corrections.csv']);
  const file = join(folder, 'corrections.csv');
  const latest = join(folder, 'out', 'desk', 'latest');
  writeArticles(folder, 3);
  writeFileSync(file, HEADER);
  expect(detente(['run', job, ...DAY]).code).toBe(0);
  const plain = readPublished(latest);
  const [first, second, third] = readTable(latest, 'statements.csv').map(({ id }) => id);

  const rows = [
    `${first},speaker,Marc Teller,Ann,the senator beside her spoke`,
    `${first},side,US,Ann,a US senator`,
    `${first},tone,-0.5,Ann,irony`,
    `${second},said,2023-11,Ann,told in the text`,
    `${third},statement,no,Bob,a caption`,
  ];
  writeFileSync(file, HEADER + rows.join('\n'));
  expect(detente(['run', job, ...DAY])).toEqual({ code: 0, out: '', err: '' });
  const corrected = readTable(latest, 'statements.csv');
  expect(corrected.map(({ id }) => id).sort()).toEqual([first, second].sort());
  expect(corrected.find(({ id }) => id === first)).toMatchObject({
    ...{ speaker: 'Marc Teller', speaker_id: 'marc-teller', side: 'US', tone: '-0.500000', label: 'negative' },
    corrections: 'speaker = Marc Teller (Ann: the senator beside her spoke); side = US (Ann: a US senator); tone = -0.5 (Ann: irony)',
  });
  expect(corrected.find(({ id }) => id === second)).toMatchObject({
    said: '2023-11',
    said_basis: 'correction',
    said_latest: '2023-11-30',
    year: '2023',
  });
  expect(readTable(latest, 'speaker_years.csv').map(({ speaker }) => speaker)).toContain('Marc Teller');

  writeArticles(folder, 4);
  expect(detente(['run', job, ...DAY]).code).toBe(0);
  expect(readTable(latest, 'statements.csv').find(({ id }) => id === first)).toMatchObject({ tone: '-0.500000' });

  writeArticles(folder, 3);
  writeFileSync(join(folder, 'job.yaml'), `${readFileSync(job, 'utf8')}missing: drop\n`);
  rmSync(join(folder, 'articles', '2024-03-04-talks.txt'));
  writeFileSync(file, HEADER);
  expect(detente(['run', job, ...DAY]).code).toBe(0);
  expect(readPublished(latest)).toEqual(plain);
});

it('a correction whose statement is gone is told of, and the night still ends with 0', () => {
  const folder = temporaryFolder();
  const job = writeJob(folder, ['corrections: corrections.csv']);
  writeArticles(folder, 1);
  writeFileSync(join(folder, 'corrections.csv'), `${HEADER}s0123456789abcde,tone,0.5,Ann,x\n`);
  expect(detente(['run', job, ...DAY])).toMatchObject({
    code: 0,
    err: expect.stringMatching(/one correction finds its statement no more: line 2/),
  });
});
