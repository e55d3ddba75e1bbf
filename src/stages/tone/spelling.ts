/** Spellings of one word are one word: British ones are read as American ones. */
import type { Compiled, Fault, Row } from '../../core/model/problems.ts';

/** The spelling under which a word is looked up and read. */
export type Spelling = (word: string) => string;

/** Rows of spellings.csv: `from` and `to`; a `*` at the end of both keeps what follows. */
export function compileSpelling(rows: readonly Row[]): Compiled<Spelling> {
  const faults: Fault[] = [];
  const whole = new Map<string, string>();
  const beginnings = new Map<string, string>();
  for (const { file, line, cells } of rows) {
    if (!cells.from || !cells.to) faults.push({ file, line, message: 'from and to must both be given, found an empty cell' });
    const [from, to] = [cells.from?.toLowerCase() ?? '', cells.to?.toLowerCase() ?? ''];
    if (from.endsWith('*')) beginnings.set(from.slice(0, -1), to.replace('*', ''));
    else whole.set(from, to);
  }
  const lengths = [...new Set([...beginnings.keys()].map((beginning) => beginning.length))].sort((a, b) => b - a);
  const shortest = Math.min(...[...whole.keys(), ...beginnings.keys()].map((word) => word.length));
  // Most words do not even begin like one that has another spelling.
  const starts = new Set([...whole.keys(), ...beginnings.keys()].map((word) => word.slice(0, shortest)));
  const value: Spelling = (word) => {
    const small = word.toLowerCase();
    if (!starts.has(small.slice(0, shortest))) return word;
    const spelled = whole.get(small) ?? replaceBeginning(small, lengths, beginnings);
    if (spelled === null) return word;
    return small === word ? spelled : `${spelled.charAt(0).toUpperCase()}${spelled.slice(1)}`;
  };
  return { value, faults };
}

function replaceBeginning(word: string, lengths: readonly number[], beginnings: ReadonlyMap<string, string>): string | null {
  for (const length of lengths) {
    const beginning = word.length >= length ? beginnings.get(word.slice(0, length)) : undefined;
    if (beginning !== undefined) return `${beginning}${word.slice(length)}`;
  }
  return null;
}
