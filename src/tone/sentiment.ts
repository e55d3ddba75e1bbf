/** The only door to `sentiment` (AFINN-165): the contrast column, with its known mistakes mended. */
// @ts-expect-error the package ships no types
import Sentiment from 'sentiment';
// @ts-expect-error the package ships no types
import english from 'sentiment/languages/en/index.js';
import type { Compiled, Fault, Row } from '../model.ts';
import { straightenApostrophes } from './pattern.ts';

interface Language {
  readonly labels: Record<string, number>;
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
 * A scorer with the overrides. `extras` would leak into every later call, so each vocabulary is a language of its own, named after what it holds.
 * Curly apostrophes are straightened first: the package knows "don't", not "don’t".
 */
export function compileSentiment(rows: readonly Row[]): Compiled<GeneralSentiment> {
  const faults: Fault[] = [];
  const overrides = rows.map((row) => readOverride(row, faults)).filter((override) => override !== null);
  const code = `detente ${JSON.stringify(overrides.map(({ word, value, next }) => [word, value, [...next]]))}`;
  const scorer = new Sentiment();
  scorer.registerLanguage(code, languageWith(overrides));
  const score: GeneralSentiment = (text) => {
    const { comparative } = scorer.analyze(straightenApostrophes(text), { language: code }) as { comparative: number };
    return Math.max(-1, Math.min(1, Math.round(comparative * 1e6) / 1e6)) + 0;
  };
  return { value: score, faults };
}

function languageWith(overrides: readonly Override[]): Language {
  const { labels, scoringStrategy } = english as Language;
  const everywhere = overrides.filter(({ next }) => next.size === 0);
  const before = new Map(overrides.filter(({ next }) => next.size > 0).map((override) => [override.word, override]));
  return {
    labels: { ...labels, ...Object.fromEntries(everywhere.map(({ word, value }) => [word, value])) },
    scoringStrategy: {
      apply(tokens, cursor, score) {
        const override = before.get(tokens[cursor] ?? '');
        const isBefore = override?.next.has(tokens[cursor + 1] ?? '') === true;
        return scoringStrategy.apply(tokens, cursor, isBefore ? override.value : score);
      },
    },
  };
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
