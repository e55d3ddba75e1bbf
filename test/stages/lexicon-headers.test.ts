import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { checkHeaders } from '../../src/stages/lexicon-headers.ts';

/** The faults of one lexicon file with these lines. */
function faultsOf(table: string, ...lines: readonly string[]): readonly string[] {
  return checkHeaders([{ path: `${table}.csv`, table, text: `${lines.join('\n')}\n` }]).faults.map(
    ({ line, message }) => `${line}: ${message}`,
  );
}

it.each([
  ['another name than a table has', 'ton', ['id,pattern,class,weight'], /^1: no table is called `ton`, expected `tone`$/],
  [
    'a name that is like none',
    'zebra',
    ['id,pattern'],
    /^1: no table is called `zebra`, expected one of anchors, .*, or tone-… for rows of tone$/,
  ],
  ['the name of a property that every object has', 'constructor', ['word,kind'], /^1: no table is called `constructor`/],
  [
    'a row in the place of the header',
    'given-names',
    ['Sancho'],
    /^1: no column `name` in the header \(found `Sancho`\), expected `name`, `gender`, `note`$/,
  ],
  [
    'several rows and no header',
    'tone',
    ['warm,warm to*,valence,1', 'cool,cool off,valence,-1'],
    /^1: no column `id`, `pattern`, `class`, `weight` in the header/,
  ],
  ['a needed column in capitals', 'places', ['Name', 'North Marsh'], /^1: no column `name` in the header \(found `Name`\)/],
  [
    'a column with a slip in its name',
    'tone',
    ['id,pattern,class,weight,scop', 'warm,warm,valence,1,back'],
    /^1: unknown column `scop`, expected `scope`$/,
  ],
  ['a header below a comment', 'sides', ['# whose side', '', 'country,party', 'Utopia,US'], /^3: no column `side` in the header/],
])('a lexicon with %s is a fault', (_what, table, lines, expected) => {
  expect(faultsOf(table, ...lines)).toEqual([expect.stringMatching(expected)]);
});

it.each([
  ['columns of its own', 'tone', ['id,pattern,class,weight,desk,checked by', 'warm,warm,valence,1,east,Ann']],
  ['a sister of tone.csv', 'tone-desk', ['id,pattern,class,weight', 'warm,warm,valence,1']],
  ['a comment above the header', 'places', ['# villages', 'name', 'North Marsh']],
  ['semicolons', 'sides', ['country;side', 'Utopia;US']],
  ['a header and nothing else', 'institutions', ['word,kind']],
  ['nothing', 'given-names', ['']],
])('a lexicon with %s is none', (_what, table, lines) => {
  expect(faultsOf(table, ...lines)).toEqual([]);
});

it('a file with a fault in its header gives no rows, so its faults are told once', () => {
  const file = (table: string) => ({ path: `${table}.csv`, table, text: 'name\nNorth Marsh\n' });
  expect(checkHeaders([file('places'), file('sides')]).value.map(({ table }) => table)).toEqual(['places']);
});

it('every table that comes with detente has the columns that are known, so one letter less in a name is told', () => {
  for (const folder of ['lexicons', 'jobs/sample', 'jobs/us-china', 'jobs/us-iran'])
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((each) => each.endsWith('.csv'))) {
      const text = readFileSync(join(folder, name), 'utf8');
      const table = basename(name, '.csv');
      expect(checkHeaders([{ path: name, table, text }]).faults).toEqual([]);
      const [header = '', ...rest] = text.split('\n');
      const longest = header.split(',').sort((a, b) => b.length - a.length)[0] ?? '';
      const slipped = [header.replace(longest, longest.slice(0, -1)), ...rest].join('\n');
      expect(checkHeaders([{ path: name, table, text: slipped }]).faults, `${name}: ${longest}`).toHaveLength(1);
    }
});
