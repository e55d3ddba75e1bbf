import { expect, it } from 'vitest';
import { readText } from '../../../src/core/language.ts';
import type { Tables } from '../../../src/core/model/problems.ts';
import { parseRows } from '../../../src/core/rows.ts';
import { attributeQuotations } from '../../../src/stages/speakers/attribute.ts';
import { compileRoster } from '../../../src/stages/speakers/roster.ts';
import { markedArticle, testTables } from './setting.ts';

const SPEAKERS = `id,name,aliases,side,role,gender,wikidata,note,origin
russian-foreign-ministry,Russian Foreign Ministry,Foreign Ministry,Russia,institution,,,,invented
russian-defense-ministry,Russian Defense Ministry,Defense Ministry|Defence Ministry,Russia,institution,,,,invented
oleg-zimin,Oleg Zimin,,Russia,official,male,,,invented
chinese-foreign-ministry,Chinese Foreign Ministry,,other,institution,,,,invented
`;
const tables: Tables = { ...testTables(), offices: [], speakers: parseRows(SPEAKERS, 'speakers.csv').value };
const roster = compileRoster(tables).value;

const said = ' said {it was late}.';
const cases: readonly (readonly [text: string, speaker: string, side: string | null])[] = [
  // The country is named, or one of its listed persons, and no other.
  [`Talks with Moscow went on.\n\n[The Foreign Ministry]${said}`, 'Russian Foreign Ministry', 'Russia'],
  [`WASHINGTON — Russians waited.\n\n[The Foreign Ministry]${said}`, 'Russian Foreign Ministry', 'Russia'],
  [`Oleg Zimin waited.\n\n[The Foreign Ministry]${said}`, 'Russian Foreign Ministry', 'Russia'],
  // Nothing tells of any country.
  [`Talks went on.\n\n[The Foreign Ministry]${said}`, 'Foreign Ministry', null],
  [`WASHINGTON — Talks went on.\n\n[The Foreign Ministry]${said}`, 'Foreign Ministry', null],
  // A report from a third country.
  [`BEIJING — Talks went on.\n\n[The Foreign Ministry]${said}`, 'Chinese Foreign Ministry', 'other'],
  [`Envoys meet\n\nKYIV, Ukraine (Wire) — Talks went on.\n\n[The Defense Ministry]${said}`, 'Ukrainian Defense Ministry', 'other'],
  [`BEIJING — Talks went on.\n\n[Foreign Ministry spokesman Hong Tao]${said}`, 'Hong Tao', 'other'],
  // One owner is named.
  [`China's Foreign Ministry was asked.\n\n[The Foreign Ministry]${said}`, 'Chinese Foreign Ministry', 'other'],
  [`The Polish Defence Ministry was asked.\n\n[The Defence Ministry]${said}`, 'Polish Defense Ministry', 'other'],
  // It is said whose it is.
  [`BEIJING — Talks went on.\n\n[The Russian Foreign Ministry]${said}`, 'Russian Foreign Ministry', 'Russia'],
  [`BEIJING — Talks went on. Russia's Foreign Ministry waited.\n\n[The Foreign Ministry]${said}`, 'Russian Foreign Ministry', 'Russia'],
  [`MOSCOW — The Chinese Foreign Ministry waited.\n\n[The Foreign Ministry]${said}`, 'Russian Foreign Ministry', 'Russia'],
  [
    `The Russian Foreign Ministry and the Chinese Foreign Ministry waited.\n\n[The Foreign Ministry]${said}`,
    'Russian Foreign Ministry',
    'Russia',
  ],
  // Several others: nobody knows which.
  [`The Polish Foreign Ministry and the Chinese Foreign Ministry waited.\n\n[The Foreign Ministry]${said}`, 'Foreign Ministry', null],
];

it.each(cases)('%j is said by %s of %s', (marked, name, side) => {
  const { article, quotations } = markedArticle(marked);
  const [attribution] = attributeQuotations(article, readText(article.text), { quotations, roster });
  expect([attribution?.speaker?.name, attribution?.speaker?.side]).toEqual([name, side]);
});
