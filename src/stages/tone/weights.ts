/** Calibrated weights back into the CSV that people edit: only the weight column changes, comments and order stay. */
import type { Change } from './calibrate.ts';
import type { MannerEstimate } from './estimate-manner.ts';
import { ANY } from './manner.ts';

/**
 * The text of one lexicon file with its weights replaced. The weight that a person gave is kept in the column `prior` (added where it is
 * missing), so that the next calibration starts from the same place and gives the same bytes.
 */
export function withWeights(csv: string, file: string, changes: readonly Change[]): string {
  const lines = csv.split('\n');
  const header = lines.findIndex((line) => line.trim() !== '');
  const names = cellsOf(lines[header] ?? '').map((cell) => cell.trim());
  const weightAt = names.indexOf('weight');
  if (weightAt < 0) return csv;
  const isPriorNew = !names.includes('prior');
  const priorAt = isPriorNew ? names.length : names.indexOf('prior');
  const byLine = new Map(changes.filter(({ term }) => term.row.file === file).map((change) => [change.term.row.line, change]));
  return lines
    .map((line, i) => {
      if (i === header) return isPriorNew ? `${trimEnd(line)},prior` : line;
      const change = byLine.get(i + 1);
      if (!change) return line;
      const cells = cellsOf(trimEnd(line));
      while (cells.length <= priorAt) cells.push('');
      cells[weightAt] = String(change.after);
      cells[priorAt] = String(change.term.prior);
      return cells.join(',');
    })
    .join('\n');
}

/** The text of manner.csv with its rows replaced; its comments stay. */
export function withManner(csv: string, { base, words }: MannerEstimate, statements: number): string {
  const comments = csv.split('\n').filter((line) => line.startsWith('#'));
  const rows = [{ word: ANY, factor: base, statements }, ...words.filter(({ factor }) => factor !== 1)];
  const lines = rows.map(({ word, factor, statements: count }) => `${quoted(word)},${factor},${count}`);
  return `${['word,factor,statements', ...comments, ...lines].join('\n')}\n`;
}

function quoted(cell: string): string {
  return /[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** The rows that moved most, readable: pattern, weight before and after, in how many statements. */
export function describeChanges(changes: readonly Change[], most: number): readonly string[] {
  return changes
    .filter(({ before, after }) => before !== after)
    .toSorted((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || compare(a.term.pattern, b.term.pattern))
    .slice(0, most)
    .map(({ term, before, after, statements }) => {
      const turned = before * after < 0 ? '  (sign turned)' : '';
      return `${before.toFixed(2).padStart(6)} → ${after.toFixed(2).padStart(5)}  ${term.pattern}  (${statements} statements)${turned}`;
    });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function trimEnd(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

/** The cells of one line as they are written, quotes included. */
function cellsOf(line: string): string[] {
  return (
    line
      .match(/(?:"(?:[^"]|"")*"|[^,"]*)(?:,|$)/g)
      ?.map((cell) => cell.replace(/,$/, ''))
      .slice(0, countCells(line)) ?? []
  );
}

function countCells(line: string): number {
  let commas = 0;
  let isQuoted = false;
  for (const letter of line) {
    if (letter === '"') isQuoted = !isQuoted;
    else if (letter === ',' && !isQuoted) commas++;
  }
  return commas + 1;
}
