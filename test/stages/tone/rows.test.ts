import { describe, expect, test } from 'vitest';
import { readText } from '../../../src/core/language.ts';
import type { Row } from '../../../src/core/model/problems.ts';
import { Matcher } from '../../../src/core/patterns/matcher.ts';
import { Symbols } from '../../../src/core/patterns/symbols.ts';
import { matchableWords } from '../../../src/core/patterns/words.ts';
import { fits, slotsOf } from '../../../src/stages/tone/scene.ts';
import { readStatement } from '../../../src/stages/tone/statement.ts';
import { readTerm, type Term } from '../../../src/stages/tone/terms.ts';
import { neverMatching } from '../../../src/stages/tone/unreachable-rows.ts';
import { bundled } from './bundled.ts';
import { contextOf } from './made.ts';

const { value: lexicon, faults } = bundled;

/** Every row is tried alone: whether another row takes its words first is a test of its own. */
function isHit(row: Row, text: string): boolean {
  const symbols = new Symbols();
  const alone = new Matcher<Term>(symbols);
  const { read } = readTerm(row, ['US', 'Russia']);
  if (read === null) return false;
  alone.add(read.parts, read.term);
  const reading = readStatement(text, lexicon);
  // An example of a row that names the speaker's own side is said by an American.
  const side = read.term.pattern.includes('<own side>') ? 'US' : null;
  const context = contextOf({ side: read.term.speakerSide || side });
  const words = matchableWords(reading, symbols, slotsOf(reading, context));
  return alone.find(words, (term, from, to) => fits(term, words, { reading, context, from, to })).length > 0;
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
