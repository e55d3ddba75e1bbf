/** The lexicons that come with the project, for tests of what they say together. */
import { readFileSync } from 'node:fs';
import type { Tables } from '../../../src/core/model/problems.ts';
import { parseRows } from '../../../src/core/rows.ts';
import { compileToneLexicon } from '../../../src/stages/tone/lexicon.ts';

const FILES = [
  'english/tone',
  'english/modifiers',
  'english/spellings',
  'english/titles',
  'english/demonyms',
  'us-russia/anchors',
  'us-russia/sentiment',
];

const tables: Tables = Object.fromEntries(
  FILES.map((file) => [
    file.slice(file.indexOf('/') + 1),
    parseRows(readFileSync(`lexicons/${file}.csv`, 'utf8'), `lexicons/${file}.csv`).value,
  ]),
);

/** The bundled tone lexicon with its faults. */
export const bundled = compileToneLexicon(tables, ['US', 'Russia']);
