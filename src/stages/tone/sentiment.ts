/** The only door to `sentiment` (AFINN-165): the contrast column, with its known mistakes mended. */
// @ts-expect-error the package ships no types
import english from 'sentiment/languages/en/index.js';
// @ts-expect-error the package ships no types
import split from 'sentiment/lib/tokenize.js';
import type { Compiled, Fault, Row } from '../../core/model/problems.ts';
import { straightenApostrophes } from '../../core/patterns/pattern.ts';
import { wholeMillionths } from './millionths.ts';

// The package as a whole adds the emojis to its English labels.
import 'sentiment';

interface Language {
  readonly labels: Readonly<Record<string, number>>;
  readonly scoringStrategy: { apply(tokens: readonly string[], cursor: number, score: number): number };
}

/** Scores a text from -1 to 1: AFINN points per word, cut at the ends. */
export type GeneralSentiment = (text: string) => number;

/** AFINN's own range. */
const HIGHEST_VALUE = 5;

/** Rows of sentiment.csv: a word's value, everywhere or only before one of the `next` words ("united" before "states"). */
interface Override {
  readonly word: string;
  readonly value: number;
  readonly next: ReadonlySet<string>;
}

/**
 * A scorer with the overrides. Words, values and the rule for negators are the package's; its `analyze` would do too, but spends half
 * its time on lists that nobody reads. Curly apostrophes are straightened first: the package knows "don't", not "don’t".
 */
export function compileSentiment(rows: readonly Row[]): Compiled<GeneralSentiment> {
  const faults: Fault[] = [];
  const overrides = rows.map((row) => readOverride(row, faults)).filter((override) => override !== null);
  const { labels, scoringStrategy } = english as Language;
  const everywhere = overrides.filter(({ next }) => next.size === 0);
  const before = new Map(overrides.filter(({ next }) => next.size > 0).map((override) => [override.word, override]));
  const values = new Map([...Object.entries(labels), ...everywhere.map(({ word, value }) => [word, value] as const)]);
  const score: GeneralSentiment = (text) => {
    const tokens = split(straightenApostrophes(text)) as readonly string[];
    let sum = 0;
    for (let i = tokens.length - 1; i >= 0; i--) {
      const value = values.get(tokens[i] as string);
      if (value === undefined) continue;
      const override = before.get(tokens[i] as string);
      sum += scoringStrategy.apply(tokens, i, override?.next.has(tokens[i + 1] ?? '') ? override.value : value);
    }
    return Math.max(-1, Math.min(1, wholeMillionths(sum / tokens.length)));
  };
  return { value: score, faults };
}

function readOverride(row: Row, faults: Fault[]): Override | null {
  const word = row.cells.word?.toLowerCase() ?? '';
  const value = Number(row.cells.value);
  if (word === '' || /\s/.test(word)) {
    faults.push({ file: row.file, line: row.line, message: `word must be a single word, found "${word}"` });
    return null;
  }
  if (!row.cells.value || !Number.isFinite(value) || Math.abs(value) > HIGHEST_VALUE) {
    faults.push({
      file: row.file,
      line: row.line,
      message: `value must be from -${HIGHEST_VALUE} to ${HIGHEST_VALUE}, found "${row.cells.value ?? ''}"`,
    });
    return null;
  }
  const next = new Set(
    (row.cells.next ?? '')
      .toLowerCase()
      .split('|')
      .map((cell) => cell.trim())
      .filter((cell) => cell !== ''),
  );
  return { word, value, next };
}
