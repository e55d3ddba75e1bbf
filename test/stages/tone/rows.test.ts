import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readText } from '../../../src/core/language.ts';
import type { Row, Tables } from '../../../src/core/model.ts';
import { parseRows } from '../../../src/core/rows.ts';
import { cueOf } from '../../../src/stages/tone/cue.ts';
import { compileToneLexicon } from '../../../src/stages/tone/lexicon.ts';
import { layOut } from '../../../src/stages/tone/scene.ts';
import { neverMatching } from '../../../src/stages/tone/unreachable-rows.ts';
import { contextOf } from './made.ts';

const FILES = ['us-russia/tone', 'us-russia/tone-talk', 'english/modifiers', 'us-russia/anchors', 'us-russia/sentiment'];
const tables: Tables = Object.fromEntries(
  FILES.map((file) => [
    file.slice(file.indexOf('/') + 1),
    parseRows(readFileSync(`lexicons/${file}.csv`, 'utf8'), `lexicons/${file}.csv`).value,
  ]),
);
const { value: lexicon, faults } = compileToneLexicon(tables, ['US', 'Russia']);

/** Every row is tried alone: whether another row takes its words first is a test of its own. */
function isHit(row: Row, text: string): boolean {
  const alone = compileToneLexicon({ tone: [row] }, ['US', 'Russia']).value;
  const side = { US: 'US', RU: 'Russia' }[row.cells.side ?? ''] ?? null;
  if (row.cells.class === 'attribution') return cueOf(contextOf({ cue: text, kind: 'indirect' }), alone) !== null;
  const { bearers, modifiers } = layOut(readText(text), contextOf({ side }), alone);
  return bearers.length > 0 || Object.values(modifiers).some((group) => group.size > 0);
}

describe('the tone lexicon', () => {
  test('has no faults', () => {
    expect(faults).toEqual([]);
  });

  test('has no row that can never match', () => {
    expect(neverMatching(lexicon, readText).map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([]);
  });

  const rows = lexicon.entries.map(({ row }) => row);

  test('every row matches its own example', () => {
    expect(rows.filter((row) => row.cells.example_hit && !isHit(row, row.cells.example_hit)).map(describeRow)).toEqual([]);
  });

  test('no row matches its counterexample', () => {
    expect(rows.filter((row) => row.cells.example_miss && isHit(row, row.cells.example_miss)).map(describeRow)).toEqual([]);
  });
});

function describeRow({ file, line, cells }: Row): string {
  return `${file}:${line} ${cells.pattern}: hit "${cells.example_hit}", miss "${cells.example_miss}"`;
}
