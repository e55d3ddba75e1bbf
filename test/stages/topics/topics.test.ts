import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readText } from '../../../src/core/language.ts';
import type { Tables } from '../../../src/core/model/problems.ts';
import { parseRows } from '../../../src/core/rows.ts';
import { findTopics } from '../../../src/stages/topics/topics.ts';
import { compileTopics, misleadingExamples } from '../../../src/stages/topics/vocabulary.ts';

const HEADER = 'id,name,pattern,example_hit,example_miss,origin,note';

function tablesOf(...lines: readonly string[]): Tables {
  return { topics: parseRows([HEADER, ...lines].join('\n'), 'topics.csv').value };
}

function topicsIn(text: string, tables: Tables): readonly string[] {
  return findTopics(readText(text), compileTopics(tables).value);
}

const MADE = tablesOf(
  'trade,Trade,[tariff|trade],,,,',
  'north-korea,North Korea,north korea*,,,,',
  'korea,Korea,korea*,,,,',
  'trade,,soybean,,,,',
  'missions,Missions,embassy,,,,',
);

describe('the topics of a statement', () => {
  test.each<[text: string, topics: readonly string[]]>([
    ['They cut the tariffs.', ['trade']],
    ['Soybeans were sold.', ['trade']],
    ['Nothing of note was said.', []],
    ['Tariffs, trade and soybeans are one matter.', ['trade']],
    ['The embassies were closed.', ['missions']],
    ['Korea comes before trade in this sentence.', ['trade', 'korea']],
    ['North Korean missiles flew.', ['north-korea']],
    ['South Korea is another country than North Korea.', ['north-korea', 'korea']],
    ['The hotelier trades.', ['trade']],
  ])('"%s" speaks of %j', (text, expected) => {
    expect(topicsIn(text, MADE)).toEqual(expected);
  });

  test('are none where a job has no topics.csv', () => {
    expect(topicsIn('They cut the tariffs.', {})).toEqual([]);
  });
});

describe('topics.csv', () => {
  test.each<[lines: readonly string[], message: string]>([
    [['Trade,Trade,tariff,,,,'], 'id must be lower-case letters, digits and hyphens, found "Trade"'],
    [['trade,,tariff,,,,'], 'name is empty, expected what readers call the topic "trade"'],
    [
      ['trade,Trade,tariff,,,,', 'trade,Commerce,goods,,,,'],
      'name of the topic "trade" is "Commerce" here and "Trade" before, expected one name',
    ],
    [['trade,Trade,[tariff,,,,'], 'pattern: brackets do not match in "[tariff"'],
    [['trade,Trade,,,,,'], 'pattern: the pattern is empty or has a choice of nothing'],
    [
      ['trade,Trade,tariff,,,,', 'goods,Goods,[goods|tariff],,,,'],
      '"[goods|tariff]" holds words that stand already in line 2, expected them once',
    ],
  ])('%j is a fault', (lines, message) => {
    expect(compileTopics(tablesOf(...lines)).faults).toEqual([{ file: 'topics.csv', line: lines.length + 1, message }]);
  });

  test('is told that a topic weighs nothing', () => {
    const rows = parseRows('id,name,pattern,weight\ntrade,Trade,tariff,-1', 'topics.csv').value;
    expect(compileTopics({ topics: rows }).faults[0]?.message).toBe('a topic has no weight, found "-1"; what weighs stands in tone.csv');
  });

  test('is held to its own examples', () => {
    const rows = tablesOf('trade,Trade,tariff,The goods came.,A tariff is high.,,');
    expect(misleadingExamples(rows, readText).map(({ line, message }) => `${line}: ${message}`)).toEqual([
      '2: example_hit "The goods came." does not show the topic trade, expected words of the pattern',
      '2: example_miss "A tariff is high." shows the topic trade, expected none of its words',
    ]);
  });

  test.each(['us-russia', 'us-china'])('of %s has no fault, and every row an example, a counterexample, an origin and a note', (pair) => {
    const file = `lexicons/${pair}/topics.csv`;
    const tables = { topics: parseRows(readFileSync(file, 'utf8'), file).value };
    expect([...compileTopics(tables).faults, ...misleadingExamples(tables, readText)]).toEqual([]);
    const columns = ['example_hit', 'example_miss', 'origin', 'note'];
    expect(tables.topics.filter(({ cells }) => columns.some((column) => !cells[column])).map(({ line }) => line)).toEqual([]);
  });
});
