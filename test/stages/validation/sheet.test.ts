import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTone, readYesNo } from '../../../src/stages/validation/answers.ts';
import { type Design, extend, hashWords, parseDesign } from '../../../src/stages/validation/design.ts';
import { assign, combine, isDrawn, probabilitiesOf, shuffled } from '../../../src/stages/validation/draw.ts';
import { coderOf, readSheet } from '../../../src/stages/validation/sheet.ts';

describe('a cell is understood as people and spreadsheets leave it', () => {
  test.each([
    ...['yes', 'Yes ', 'Y', 'ja', 'J', 'x', 'X', 'TRUE', 'wahr', '1'].map((text) => [text, true] as const),
    ...['no', 'NO', 'nein', 'n', 'False', '0', "'no"].map((text) => [text, false] as const),
    ...['', '  '].map((text) => [text, null] as const),
  ])('%j is %j', (text, value) => expect(readYesNo(text)).toEqual({ value }));

  test.each([
    ['-2', -2],
    ['−2', -2],
    ['-2,0', -2],
    ["'-1", -1],
    ['+1', 1],
    ['1.0', 1],
    [' 2 ', 2],
    ['0', 0],
    ['-0', 0],
    ['', null],
  ])('%j is a tone of %j', (text, value) => expect(readTone(text)).toEqual({ value }));

  test.each(['3', '-5', '1.5', 'two', '1-2', '50 %'])('%j is no tone', (text) => expect(readTone(text)).toHaveProperty('expected'));
  test.each(['maybe', '2', 'yes and no'])('%j is neither yes nor no', (text) => expect(readYesNo(text)).toHaveProperty('expected'));
});

const drawn = (coders: readonly string[]) => ({ draw: 1, coders, probability: 0.5, words: 'aa' });
const design: Design = {
  version: 1,
  job: 'demo',
  draws: [],
  statements: { s1: drawn(['ann', 'bob']), s2: drawn(['ann']), s3: drawn(['bob']) },
};
const HEADER = 'id,who,when,text,context,is_statement,speaker_right,about_relations,tone,date_right,note';
const read = (text: string, coder = 'ann') => readSheet(text, 'ann.csv', { coder, design });
const messages = (text: string) => read(text).faults.map(({ line, message }) => `${line}: ${message}`);

describe('a sheet', () => {
  test('with commas, semicolons or tabs, a byte order mark, capitals in its header and columns moved gives the same rows', () => {
    const expected = read(`${HEADER}\ns1,A,2018,t,c,yes,yes,yes,-2,yes,\n`).rows;
    expect(expected).toHaveLength(1);
    expect(
      read('\ufeffTone;Is Statement;ID;speaker right;about-relations;date_right;note;When;who\r\n"-2,0";X;s1;ja;1;TRUE;;2018;A\r\n').rows,
    ).toEqual(expected);
    expect(
      read('id\twho\twhen\ttone\tis_statement\tspeaker_right\tabout_relations\tdate_right\ns1\tA\t2018\t−2\ty\ty\ty\ty\n').rows,
    ).toEqual(expected);
  });

  test('half filled gives what is filled and counts the rest, which is no mistake', () => {
    const sheet = read(`${HEADER}\ns1,A,2018,t,c,yes,yes,no,,yes,\ns2,A,2018,t,c,,,,,,\n,,,,,,,,,,\n`);
    expect(sheet).toMatchObject({ open: 1, faults: [] });
    expect(sheet.rows.map(({ id }) => id)).toEqual(['s1']);
  });

  test.each([
    [
      'an id that was never drawn',
      's9,A,2018,t,c,yes,yes,yes,1,yes,',
      '2: `s9` is not a statement of this sample, expected an id of design.json',
    ],
    ["another coder's statement", 's3,A,2018,t,c,yes,yes,yes,1,yes,', "2: `s3` was given to bob, expected a statement of ann's sheet"],
    ['a tone outside of the scale', 's1,A,2018,t,c,yes,yes,yes,5,yes,', '2: `tone` is `5`, expected -2, -1, 0, 1 or 2'],
    [
      'a statement about the two sides without a tone',
      's1,A,2018,t,c,yes,yes,yes,,yes,',
      '2: `tone` is empty, expected -2 to 2 for a statement about the two sides',
    ],
    ['no word on whether it is about the two sides', 's1,A,2018,t,c,yes,yes,,,yes,', '2: `about_relations` is empty, expected yes or no'],
    ['an answer that is neither yes nor no', 's1,A,2018,t,c,perhaps,yes,yes,1,yes,', '2: `is_statement` is `perhaps`, expected yes or no'],
    ['answers without an id', ',A,2018,t,c,yes,yes,yes,1,yes,', '2: answers without an id, expected the id of the statement'],
  ])('tells %s with its line', (_, row, message) => expect(messages(`${HEADER}\n${row}\n`)).toEqual([message]));

  test('tells a statement that stands in it twice, and a column that is gone', () => {
    expect(messages(`${HEADER}\ns1,A,2018,t,c,yes,yes,no,,yes,\ns1,A,2018,t,c,yes,yes,no,,yes,\n`)).toEqual([
      '3: `s1` stands in line 2 already, expected each statement once',
    ]);
    expect(messages('id,tone\ns1,1\n')[0]).toMatch(/^1: no column `is_statement`/);
  });

  test('words that are no statement need no further answer', () => {
    expect(read(`${HEADER}\ns1,A,2018,t,c,no,,,,,\n`)).toMatchObject({ faults: [], rows: [{ id: 's1' }] });
  });

  test.each([
    ['ann.csv', 'ann'],
    ['ann-2.csv', 'ann'],
    ['Jean-Luc.CSV', 'Jean-Luc'],
  ])('%s is the sheet of %s', (name, coder) => expect(coderOf(name)).toBe(coder));
});

describe('a draw', () => {
  const cells = [
    { key: 'big', isRelevant: true, statements: 10_000 },
    { key: 'small', isRelevant: true, statements: 100 },
    { key: 'tiny', isRelevant: true, statements: 2 },
    { key: 'none', isRelevant: false, statements: 5000 },
  ];

  test('has the wanted size, a fifth of it from what is called irrelevant, and thin cells in full', () => {
    const chances = probabilitiesOf(cells, 400);
    const expected = (keys: readonly string[]) =>
      cells.filter(({ key }) => keys.includes(key)).reduce((sum, { key, statements }) => sum + statements * (chances.get(key) ?? 0), 0);
    expect(expected(['big', 'small', 'tiny'])).toBeCloseTo(320, 6);
    expect(expected(['none'])).toBeCloseTo(80, 6);
    expect(chances.get('tiny')).toBe(1);
    expect(chances.get('small')).toBeGreaterThan(chances.get('big') ?? 1);
  });

  test('does not depend on order, and draws about as many as it should', () => {
    const ids = Array.from({ length: 20_000 }, (_, i) => `s${i}`);
    const draw = { seed: 7, number: 1 };
    const one = ids.filter((id) => isDrawn(id, 0.1, draw));
    expect(
      ids
        .toReversed()
        .filter((id) => isDrawn(id, 0.1, draw))
        .toReversed(),
    ).toEqual(one);
    expect(Math.abs(one.length - 2000)).toBeLessThan(4 * Math.sqrt(20_000 * 0.1 * 0.9));
    const both = one.filter((id) => isDrawn(id, 0.1, { seed: 7, number: 2 })).length;
    expect(Math.abs(both - 200)).toBeLessThan(60);
  });

  test('gives the overlap to everybody and the rest in turn, in an order that has nothing to do with the statements', () => {
    const items = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
    expect(shuffled(items, 3)).toEqual(shuffled(items.toReversed(), 3));
    expect([...assign(['a', 'b', 'c', 'd'], ['ann', 'bob'], 2).values()]).toEqual([['ann', 'bob'], ['ann', 'bob'], ['ann'], ['bob']]);
  });

  test('a second one raises the chances of what was drawn before, never beyond certainty', () => {
    const draw = {
      ...{ number: 2, seed: 1, size: 1, overlap: 0, coders: ['ann'], strata: [] },
      ...{ frame: { statements: 3, sha256: '', until: null }, tone: '', cells: [] },
    };
    const both = extend(design, draw, { drawn: { s4: drawn(['ann']) }, chanceNow: () => 0.5 });
    expect(both.statements.s1?.probability).toBe(0.75);
    expect(Object.keys(both.statements)).toEqual(['s1', 's2', 's3', 's4']);
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b) => combine(a, b) <= 1 && combine(a, b) >= Math.max(a, b) - 1e-12,
      ),
    );
  });

  test('its design is read back as it was written, and what is no design is told', () => {
    expect(parseDesign(JSON.stringify(design), 'design.json')).toEqual({ design, faults: [] });
    for (const text of ['', '{}', '[]', 'null', '{"version":1,"draws":[],"statements":{"s1":{"probability":2}}}'])
      expect(parseDesign(text, 'design.json').faults).toHaveLength(1);
  });

  test('the hash of words does not see white space, and sees every letter', () => {
    expect(hashWords('We  will\ntalk. ')).toBe(hashWords('We will talk.'));
    expect(hashWords('We will talk.')).not.toBe(hashWords('We will walk.'));
  });
});
