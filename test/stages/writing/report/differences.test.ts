import { describe, expect, test } from 'vitest';
import { differences, listDifferences } from '../../../../src/stages/writing/report/differences.ts';

const lexicon = (path: string, rows = 10, sha256 = 'a') => ({ path, rows, sha256 });
const made = (...lexicons: ReturnType<typeof lexicon>[]) => ({ versions: { detente: '0.1.0' }, lexicons });

describe('what a run was made with that the run before was not', () => {
  test.each([
    ['nothing', made(lexicon('own/tone.csv')), made(lexicon('own/tone.csv')), []],
    ['other rows', made(lexicon('own/tone.csv')), made(lexicon('own/tone.csv', 1012, 'b')), ['own/tone.csv changed (10 to 1,012 rows)']],
    ['a file more', made(), made(lexicon('own/tone.csv')), ['own/tone.csv is new']],
    ['a file less', made(lexicon('own/tone.csv')), made(), ['own/tone.csv is gone']],
    [
      'a folder that was moved',
      made(lexicon('own/tone.csv'), lexicon('own/gate.csv')),
      made(lexicon('../x/tone.csv'), lexicon('../x/gate.csv')),
      [],
    ],
    [
      'a folder moved and a file edited',
      made(lexicon('own/tone.csv')),
      made(lexicon('../x/tone.csv', 11, 'b')),
      ['../x/tone.csv changed (10 to 11 rows)'],
    ],
    [
      'two files of one name, told apart by their folders',
      made(lexicon('a/en/tone.csv'), lexicon('a/fr/tone.csv', 10, 'f')),
      made(lexicon('b/en/tone.csv'), lexicon('b/fr/tone.csv', 10, 'f')),
      [],
    ],
    [
      'two files of one name that nothing tells apart',
      made(lexicon('a/tone.csv'), lexicon('b/tone.csv')),
      made(lexicon('c/tone.csv')),
      ['c/tone.csv is new', 'a/tone.csv is gone', 'b/tone.csv is gone'],
    ],
  ])('%s', (_, before, now, expected) => expect(differences(before, now)).toEqual(expected));

  test('another version', () =>
    expect(
      differences({ versions: { detente: '0.1.0' }, lexicons: [] }, { versions: { detente: '0.2.0', wink: '2' }, lexicons: [] }),
    ).toEqual(['detente 0.1.0 is now 0.2.0', 'wink 2 is new']));
});

test.each([
  [['a', 'b'], 'a; b'],
  [['a', 'b', 'c', 'd', 'e', 'f', 'g'], 'a; b; c; d; e; f; g'],
  [['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], 'a; b; c; d; e; f; and 2 more'],
])('of many differences the first ones are told: %j', (all, expected) => expect(listDifferences(all)).toBe(expected));
