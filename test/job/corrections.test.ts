import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readCorrections } from '../../src/job/corrections.ts';
import { type Job, parseJob } from '../../src/job/job.ts';

const ID = 's0123456789abcde';
const OTHER = 's0123456789abcdf';

function read(text: string) {
  const base = mkdtempSync(join(tmpdir(), 'detente-corrections-'));
  onTestFinished(() => rmSync(base, { recursive: true, force: true }));
  writeFileSync(join(base, 'corrections.csv'), text);
  const job = parseJob('name: desk\ninputs: [articles]\nlexicons: [english]\ncorrections: corrections.csv\n', 'job.yaml').value as Job;
  return readCorrections({ ...job, base });
}

const rows = (...lines: readonly string[]): string => `id,field,value,who,why\n${lines.map((line) => `${line}\n`).join('')}`;

it.each([
  [`${ID},tone,-0.5,Ann,irony`, { field: 'tone', value: '-0.5' }],
  [`${ID},tone,1,Ann,irony`, { value: '1' }],
  [`${ID},speaker,Ellen Hathaway,Ann,"wrong name, see title"`, { value: 'Ellen Hathaway', why: 'wrong name, see title' }],
  [`${ID},speaker,,Ann,nobody is named`, { value: '' }],
  [`${ID},side,Russia,Ann,dual citizen`, { value: 'Russia' }],
  [`${ID},role,former official,Ann,left in May`, { value: 'former official' }],
  [`${ID},said,2018-12,Ann,told last month`, { value: '2018-12' }],
  [`${ID},relevant,no,Ann,about tennis`, { value: 'no' }],
  [`${ID},statement,no,Ann,a caption`, { value: 'no' }],
])('reads %s', (line, expected) => {
  expect(read(rows(line))).toMatchObject({ value: [{ id: ID, line: 2, ...expected }], faults: [] });
});

it('reads what a spreadsheet writes with semicolons, a byte order mark and a decimal comma', () => {
  expect(read(`\ufeffid;field;value;who;why\r\n${ID};tone;-0,5;Ann;irony\r\n`)).toMatchObject({ value: [{ value: '-0.5' }], faults: [] });
});

it.each([
  ['12,tone,0.5,Ann,x', /:2: id is "12", expected the id of a statement/],
  [`${ID},mood,0.5,Ann,x`, /:2: field is "mood", expected one of speaker, side/],
  [`${ID},tone,1.5,Ann,x`, /:2: value is "1.5", expected a number from -1 to 1/],
  [`${ID},tone,,Ann,x`, /:2: value is empty, expected a number from -1 to 1/],
  [`${ID},side,France,Ann,x`, /:2: value is "France", expected US, Russia, other or nothing/],
  [`${ID},role,spy,Ann,x`, /:2: value is "spy", expected one of official/],
  [`${ID},said,2018-13-01,Ann,x`, /:2: value is "2018-13-01", expected a day, month or year/],
  [`${ID},said,2018-02-31,Ann,x`, /:2: value is "2018-02-31", expected a day, month or year/],
  [`${ID},relevant,perhaps,Ann,x`, /:2: value is "perhaps", expected yes or no/],
  [`${ID},statement,yes,Ann,x`, /:2: value is "yes", expected no/],
  [`${ID},tone,0.5,,x`, /:2: who is empty, expected a name/],
  [`${ID},tone,0.5,Ann,`, /:2: why is empty, expected a reason/],
])('refuses %s', (line, expected) => {
  const { faults } = read(rows(line));
  expect(faults.map((fault) => `${fault.file}:${fault.line}: ${fault.message}`).join('\n')).toMatch(expected);
});

it('lists every fault at once, a cell set twice among them, and a missing column', () => {
  const twice = rows(`${ID},tone,0.5,Ann,x`, `${ID},tone,0.4,Bob,y`, `${OTHER},mood,1,Ann,x`);
  expect(read(twice).faults.map(({ line }) => line)).toEqual([3, 4]);
  expect(read(`id,field,value\n${ID},tone,0.5\n`).faults[0]?.message).toMatch(/no column who, why/);
});

it('a job that names no file has no corrections; one that names a missing file is told so', () => {
  const job = parseJob('name: desk\ninputs: [articles]\nlexicons: [english]\n', 'job.yaml').value as Job;
  expect(readCorrections(job)).toEqual({ value: [], faults: [] });
  expect(readCorrections({ ...job, base: tmpdir(), corrections: 'no-such.csv' }).faults[0]?.message).toMatch(
    /no-such\.csv.*expected a CSV file/,
  );
});
