import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { detente, heldFolder, readTable } from '../night/nights.ts';

type Row = Record<string, string>;

const base = heldFolder();
const job = join(base, 'job.yaml');
const folder = join(base, 'validation', 'desk');
const latest = join(base, 'output', 'desk', 'latest');

const SPEAKERS = [
  ['Ada Bell', 'the American envoy'],
  ['Oleg Tarn', 'the Russian envoy'],
] as const;
/** What one of the two says of the other's country, from hostile to friendly. */
const SAID = [
  ['We condemn COUNTRY and its hostile threats', -2],
  ['We blame COUNTRY for the delay of the inspections', -1],
  ['The delegation from COUNTRY arrives at the airport on the same afternoon', 0],
  ['We hope for better relations with COUNTRY after the summit', 1],
  ['We thank COUNTRY for its trust and welcome our cooperation', 2],
] as const;
const codeOf = (text: string): number => SAID.find(([words]) => text.startsWith(words.split(' COUNTRY')[0] ?? ''))?.[1] ?? 0;

/** Twelve articles, each with five statements of either side. */
function writeArticles(change = (text: string) => text): void {
  for (let i = 0; i < 12; i++) {
    const paragraphs = SPEAKERS.flatMap(([name, office], side) =>
      SAID.map(([words]) => `“${words.replace('COUNTRY', side === 0 ? 'Russia' : 'America')} in round ${i + 1},” said ${name}, ${office}.`),
    );
    writeFileSync(join(base, 'articles', `${2012 + i}-03-05-talks.txt`), change(`Talks, round ${i + 1}\n\n${paragraphs.join('\n\n')}\n`));
  }
}

const sheet = (name: string): Row[] => {
  const text = readFileSync(join(folder, name), 'utf8');
  return parse(text, { columns: true, bom: true, delimiter: text.includes('id;who') ? ';' : ',' });
};
const code = ({ text = '' }: Row, lean: number): Row => {
  const tone = Math.max(-2, Math.min(2, codeOf(text) + lean));
  return { is_statement: 'yes', speaker_right: 'x', about_relations: 'Ja', tone: `${tone},0`, date_right: '1', note: 'seen; noted' };
};
/** A coder fills every row that `isRead` names; `lean` makes every fifth code milder. */
function fill(name: string, isRead: (place: number) => boolean, lean: 0 | 1): void {
  const rows = sheet(name).map((row, i) => (isRead(i) ? { ...row, ...code(row, i % 5 === 0 ? lean : 0) } : row));
  writeFileSync(join(folder, name), `\ufeff${stringify(rows, { header: true, delimiter: ';' })}`);
}

beforeAll(() => {
  for (const name of ['articles', 'lexicons']) mkdirSync(join(base, name));
  writeFileSync(
    join(base, 'lexicons', 'speakers.csv'),
    'id,name,aliases,side,role,gender\nada-bell,Ada Bell,,US,official,female\noleg-tarn,Oleg Tarn,,Russia,official,male\n',
  );
  writeFileSync(
    job,
    "name: desk\ninputs: [articles]\noutput: output\nlexicons: ['detente:english', 'detente:us-russia', lexicons]\nvalidation: validation/desk\nthreads: 1\n",
  );
  writeArticles();
});

/** The steps follow on each other, as a desk takes them. */
describe('a desk validates its job', { timeout: 600_000 }, () => {
  it('a job that names a sample which is not there is told so', () => {
    expect(detente(['run', job])).toMatchObject({ code: 2, err: expect.stringContaining('`validation`: no design.json') });
  });

  it('after a first night without it, a sample is drawn: blind, with context, each coder in an order of their own', () => {
    const named = readFileSync(job, 'utf8');
    writeFileSync(job, named.replace(/validation:.*\n/, ''));
    expect(detente(['run', job, '--date', '2026-01-15'])).toMatchObject({ code: 0, err: '' });
    expect(readTable(latest, 'side_years.csv').every((row) => row.corrected_mean === '' && row.corrected_basis === 'none')).toBe(true);
    writeFileSync(job, named);
    const drawn = detente(['sample', job, '--size', '60', '--overlap', '200', '--coders', 'ann,bob', '--seed', '5']);
    expect(drawn).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(folder).sort()).toEqual(['ann.csv', 'bob.csv', 'codebook.md', 'design.json']);
    const [ann, bob] = [sheet('ann.csv'), sheet('bob.csv')];
    expect(Object.keys(ann[0] ?? {})).not.toEqual(expect.arrayContaining([expect.stringMatching(/score|label|sentiment/)]));
    expect(ann.every((row) => row.tone === '' && row.context?.includes(`⟦${row.text}⟧`))).toBe(true);
    expect(ann.map((row) => row.id)).not.toEqual(bob.map((row) => row.id));
    expect(ann.map((row) => row.id).sort()).toEqual(bob.map((row) => row.id).sort());
  });

  it('a sheet without any code yet corrects nothing, and validate says what is missing', () => {
    expect(detente(['check', job])).toEqual({ code: 0, out: '', err: '' });
    expect(detente(['validate', job])).toMatchObject({ code: 2, err: expect.stringContaining('no row of a sheet is filled in yet') });
  });

  it('half-filled sheets, saved with semicolons and decimal commas, are used as far as they go', () => {
    fill('ann.csv', () => true, 0);
    fill('bob.csv', (place) => place % 2 === 0, 1);
    expect(detente(['check', job])).toEqual({ code: 0, out: '', err: '' });
    const { code: ended, out } = detente(['validate', job]);
    expect(ended).toBe(0);
    expect(out).toMatch(
      /^On \d+ statements coded by two coders \(alpha \.\d\d\) detente's label agrees with theirs in \d+ %; .*corrected means are drawn\.\n/,
    );
    expect(out).toMatch(/\n\d+ rows are still to be coded\.\n/);
    expect(readdirSync(folder)).toEqual(
      expect.arrayContaining(['agreement.csv', 'confusion.csv', 'disagreements.csv', 'methods.md', 'validation.csv', 'validation.html']),
    );
  });

  it('series from elsewhere are set beside the yearly means, and a mistake in them is told by its line', () => {
    const path = join(folder, 'external-series.csv');
    const years = Array.from({ length: 12 }, (_, i) => 2012 + i);
    writeFileSync(
      path,
      `series;side;year;value\n${years.map((year, i) => `harbour poll;US;${year};${i % 3},5`).join('\n')}\npoll;Norland;2012;4\n`,
    );
    expect(detente(['check', job])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/external-series\.csv:14: `side` is `Norland`, expected US, Russia or nothing/),
    });
    writeFileSync(path, readFileSync(path, 'utf8').replace('poll;Norland;2012;4\n', ''));
    expect(detente(['check', job])).toEqual({ code: 0, out: '', err: '' });
    expect(detente(['validate', job]).out).toContain('external.csv');
    const [row] = parse(readFileSync(join(folder, 'external.csv')), { columns: true, bom: true }) as Row[];
    expect(row).toMatchObject({ series: 'harbour poll', side: 'US', years: '12', first_year: '2012', last_year: '2023' });
    expect(readFileSync(join(folder, 'validation.html'), 'utf8')).toContain('Beside series from elsewhere');
  });

  it('the next night publishes corrected columns, reads no article again, and the page says what they rest on', () => {
    expect(detente(['run', job, '--date', '2026-01-16'])).toMatchObject({ code: 0, err: '' });
    const story = JSON.parse(readFileSync(join(latest, 'run.json'), 'utf8'));
    expect(story).toMatchObject({ inputs: { read: 0 }, validation: { coders: 2, vanished: 0, changed: 0 } });
    const rows = readTable(latest, 'side_years.csv').filter((row) => Number(row.coded) > 0);
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      expect(['design', 'pooled']).toContain(row.corrected_basis);
      expect(Number(row.corrected_low)).toBeLessThanOrEqual(Number(row.corrected_mean));
      expect(Number(row.corrected_mean)).toBeLessThanOrEqual(Number(row.corrected_high));
    }
    expect(readFileSync(join(latest, 'report.html'), 'utf8')).toContain(story.validation.sentence.replaceAll("'", '&#39;'));
  });

  it('calibrate refuses the sample, by id or by words, and says which and why', () => {
    const { code: ended, err } = detente(['calibrate', join(folder, 'ann.csv'), '--job', job]);
    expect(ended).toBe(2);
    expect(err).toMatch(
      /\d+ statements belong to the validation sample and are left out, since weights learned from the sample would make the means/,
    );
    expect(err).toContain(sheet('ann.csv')[0]?.id);
    expect(err).toContain('0 statements with a tone besides, expected at least 50');
    const line = JSON.stringify({ text: sheet('ann.csv')[0]?.text, tone: 1 });
    expect(detente(['calibrate', '-', '--job', job], {}, `${line}\n`).err).toContain('1 statement belongs to the validation sample');
  });

  it('a statement that changed or vanished is reported and left out, and the night ends well', () => {
    const shown = sheet('ann.csv').map((row) => row.text ?? '');
    const gone = shown.find((text) => text.includes('in round 3')) ?? '';
    expect(gone).not.toBe('');
    writeArticles((text) => text.replace(gone, gone.replace('in round 3', 'in the third round')));
    expect(detente(['run', job, '--date', '2026-01-17'])).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(readFileSync(join(latest, 'run.json'), 'utf8'))).toMatchObject({ validation: { vanished: 1 } });
    expect(readFileSync(join(latest, 'report.html'), 'utf8')).toContain('1 coded statement is no longer found');
    expect(detente(['validate', job]).out).toMatch(/1 coded statement is no longer in the store, left out: s[0-9a-f]+/);
  });

  it('a statement whose id has become another is found by its words, speaker and day, and is not drawn again', () => {
    const id = sheet('ann.csv').find((row) => row.text?.includes('in round 5'))?.id ?? '';
    for (const name of ['ann.csv', 'bob.csv', 'design.json']) {
      const text = readFileSync(join(folder, name), 'utf8');
      expect(text).toContain(id);
      writeFileSync(join(folder, name), text.replaceAll(id, 's0000000000000000'));
    }
    const { out } = detente(['validate', job]);
    expect(out).toContain(
      '1 coded statement has another id than when it was drawn, and was found by its words, speaker and day: s0000000000000000\n',
    );
    expect(out).toMatch(/1 coded statement is no longer in the store/);
  });

  it('a second sample adds sheets, joins its chances to the first, and loses nothing that was coded', () => {
    const before = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
    const first = JSON.parse(before.get('design.json') ?? '');
    const drawn = detente(['sample', job, '--size', '30', '--overlap', '5', '--coders', 'ann,cem', '--seed', '5']);
    expect(drawn).toMatchObject({ code: 0, err: '' });
    expect(drawn.out).toContain('ann-2.csv, cem.csv, design.json');
    for (const name of ['ann.csv', 'bob.csv', 'codebook.md']) expect(readFileSync(join(folder, name), 'utf8')).toBe(before.get(name));
    const { draws, statements } = JSON.parse(readFileSync(join(folder, 'design.json'), 'utf8'));
    expect(draws).toHaveLength(2);
    for (const [id, drawnFirst] of Object.entries<Record<string, number>>(first.statements))
      expect(statements[id].probability).toBeGreaterThanOrEqual(drawnFirst.probability ?? 1);
    for (const { id } of sheet('ann-2.csv')) expect(first.statements).not.toHaveProperty([id ?? '']);
    const words = Object.values<Record<string, string>>(statements).map((each) => each.words);
    expect(new Set(words).size).toBe(words.length);
    fill('cem.csv', () => true, 0);
    expect(detente(['check', job])).toEqual({ code: 0, out: '', err: '' });
    expect(detente(['validate', job]).out).toContain('coded by three coders');
  });

  it('mistakes in a sheet stop check and night, each with file and line', () => {
    const text = readFileSync(join(folder, 'bob.csv'), 'utf8');
    writeFileSync(
      join(folder, 'bob.csv'),
      `${text.trimEnd().replace(/;yes;x;Ja;-?\d,0;/, ';yes;x;Ja;7;')}\nsffffffffffffffff;;;;;yes;yes;yes;1;yes;\n`,
    );
    for (const command of ['check', 'run']) {
      const { code: ended, err } = detente([command, job]);
      expect(ended).toBe(2);
      expect(err).toMatch(/bob\.csv:\d+: `tone` is `7`, expected -2, -1, 0, 1 or 2/);
      expect(err).toMatch(/bob\.csv:\d+: `sffffffffffffffff` is not a statement of this sample/);
    }
  });
});
