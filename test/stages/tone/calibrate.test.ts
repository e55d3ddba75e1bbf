import { describe, expect, test } from 'vitest';
import { parseRows } from '../../../src/core/rows.ts';
import { calibrate, type Labelled } from '../../../src/stages/tone/calibrate.ts';
import { compileToneLexicon } from '../../../src/stages/tone/lexicon.ts';
import { readStatement } from '../../../src/stages/tone/statement.ts';
import { describeChanges, withWeights } from '../../../src/stages/tone/weights.ts';
import { contextOf, lexiconOf, tablesOf } from './made.ts';

const YEARS = ['2014', '2016', '2018'];

/** So many statements in each of some years. */
function coded(count: number, text: (i: number) => string, tone: number | null, years: readonly string[] = YEARS): readonly Labelled[] {
  return years.flatMap((date) =>
    Array.from({ length: count }, (_, i) => ({ reading: readStatement(text(i), lexicon), context: contextOf({ date }), tone })),
  );
}

const TERMS = ['dialogue,object,0.2', 'quarrel,object,-0.2', 'schedule,valence,1.5', 'harvest,valence,1', 'ferry,valence,1'];
const lexicon = lexiconOf(TERMS);
const labelled = [
  ...coded(6, (i) => `Moscow and Washington want dialogue on day ${i}.`, 1),
  ...coded(6, (i) => `Moscow and Washington quarrel on day ${i}.`, -1),
  ...coded(6, (i) => `Moscow and Washington keep the schedule on day ${i}.`, 0),
  // Four in each period are too few to be heard.
  ...coded(4, (i) => `Moscow and Washington see the harvest on day ${i}.`, 0),
  // Good in one period and bad in another.
  ...coded(6, (i) => `Moscow and Washington open the ferry on day ${i}.`, 1, ['2014']),
  ...coded(6, (i) => `Moscow and Washington close the ferry on day ${i}.`, -1, ['2016']),
  ...coded(1, () => 'The weather is fine.', null),
];
const found = calibrate(labelled, lexicon);
const moved = Object.fromEntries(found.changes.map(({ term, after }) => [term.pattern, after]));

describe('calibration', () => {
  test('moves weights to where the labels are', () => {
    expect(moved.dialogue).toBeGreaterThan(0.2);
    expect(moved.quarrel).toBeLessThan(-0.2);
    expect(moved.schedule).toBeLessThan(1.5);
  });

  test('leaves a row alone that no period has five statements of, or on which periods do not agree', () => {
    expect(Object.keys(moved).sort()).toEqual(['dialogue', 'quarrel', 'schedule']);
  });

  test('keeps the sign of every weight, and stays near it', () => {
    for (const { before, after } of found.changes) {
      expect(before * after).toBeGreaterThan(0);
      expect(Math.abs(after - before)).toBeLessThanOrEqual(0.6 + 0.5 * Math.abs(before) + 1e-9);
    }
  });

  test('judges each period by weights from the others, and is better where no figure falls', () => {
    expect(found.periods.map(({ period }) => period)).toEqual(YEARS);
    expect(found.after.accuracy).toBeGreaterThan(found.before.accuracy);
    expect(found.isBetter).toBe(true);
  });

  test('leaves statements aside that are not about the two sides', () => {
    expect(found.before.statements).toBe(labelled.length - 3);
  });

  test('gives the same weights whatever the order of the statements', () => {
    const shuffled = labelled.map((_, i) => labelled[(i * 11) % labelled.length] as Labelled);
    expect(new Set(shuffled).size).toBe(labelled.length);
    expect(calibrate(shuffled, lexicon)).toEqual(found);
  });

  test('moves nothing where all statements are of one period, or where labels contradict each other', () => {
    expect(
      calibrate(
        coded(30, (i) => `Moscow and Washington want dialogue on day ${i}.`, 1, ['2014']),
        lexicon,
      ),
    ).toMatchObject({ isBetter: false, changes: [] });
    const text = (i: number) => `Moscow and Washington want dialogue on day ${i}.`;
    expect(calibrate([...coded(6, text, 1, ['2014', '2018']), ...coded(6, text, -1, ['2016'])], lexicon)).toMatchObject({
      isBetter: false,
    });
  });
});

describe('moved weights in a lexicon file', () => {
  const HEADER = 'pattern,class,weight,note';
  const csv = [
    HEADER,
    'dialogue,object,0.2,"wanted, by both"',
    '# a comment, with a comma',
    '',
    'quarrel,object,-0.2,',
    'schedule, valence, "1.5" ,kept',
    'harvest,valence,1,',
    '',
  ].join('\r\n');

  /** The text of a file after a calibration with the same statements. */
  function written(text: string): string {
    const rows = parseRows(text, 'tone.csv').value;
    const { value } = compileToneLexicon({ ...tablesOf([]), tone: rows }, ['US', 'Russia']);
    return withWeights(text, 'tone.csv', calibrate(labelled, value).changes);
  }

  test('change, and not another byte: comments, blank lines, quotes, blanks, line ends and order stay', () => {
    const masked = (text: string) => text.replace(/-?\d+(?:[.,]\d+)?/g, '#');
    const after = written(csv);
    expect(masked(after)).toBe(masked(csv));
    expect(after.split('\r\n').flatMap((line, i) => (line === csv.split('\r\n')[i] ? [] : [i]))).toEqual([1, 4, 5]);
    expect(parseRows(after, 'tone.csv').value.map(({ cells }) => Number(cells.weight))).toEqual([
      moved.dialogue,
      moved.quarrel,
      moved.schedule,
      1,
    ]);
  });

  test('have a decimal comma where the file is separated by semicolons and has them', () => {
    const semicolons = 'pattern;class;weight;note\ndialogue;object;0,2;wanted, by both\nharvest;valence;1;\n';
    expect(parseRows(semicolons, 'tone.csv').value[0]?.cells).toEqual({
      pattern: 'dialogue',
      class: 'object',
      weight: '0.2',
      note: 'wanted, by both',
    });
    expect(written(semicolons)).toMatch(/^pattern;class;weight;note\ndialogue;object;\d,\d+;wanted, by both\nharvest;valence;1;\n$/);
  });

  test('keep the first weight in a column prior, where the file has one', () => {
    const after = written('pattern,class,weight,prior\ndialogue,object,0.2,\nquarrel,object,-0.2,-0.9\n');
    expect(after).toMatch(/^pattern,class,weight,prior\ndialogue,object,[\d.]+,0.2\nquarrel,object,-[\d.]+,-0.9\n$/);
  });

  test('are told row by row', () => {
    expect(describeChanges(found.changes, 1)).toHaveLength(1);
    expect(describeChanges(found.changes, 10).join('\n')).toMatch(/ 1\.50 → .*: schedule {2}\(18 statements\)/);
  });
});
