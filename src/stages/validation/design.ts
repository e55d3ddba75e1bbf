/** validation/<job>/design.json: what was drawn, from what, and with which chances. Whoever corrects a mean needs it, and nobody who codes should see it. */
import { createHash } from 'node:crypto';
import type { Fault } from '../../core/model/problems.ts';
import { combine, type Stratum } from './draw.ts';

/** One draw. */
export interface Draw {
  readonly number: number;
  readonly seed: number;
  readonly size: number;
  readonly overlap: number;
  readonly coders: readonly string[];
  readonly strata: readonly Stratum[];
  /** The statements that were in the store, and a hash over their ids; the last day on which one of them was first published. */
  readonly frame: { readonly statements: number; readonly sha256: string; readonly until: string | null };
  /** Hash of the lexicons and rules that labels come from. */
  readonly tone: string;
  readonly cells: readonly { readonly cell: string; readonly statements: number; readonly probability: number }[];
}

/** One drawn statement. */
export interface Drawn {
  readonly draw: number;
  readonly coders: readonly string[];
  /** Of being in any of the draws. */
  readonly probability: number;
  /** Hash of the words that the coders are shown. */
  readonly words: string;
}

export interface Design {
  readonly version: 1;
  readonly job: string;
  readonly draws: readonly Draw[];
  readonly statements: Readonly<Record<string, Drawn>>;
}

/** A hash of words as they are shown; white space does not count. */
export function hashWords(text: string): string {
  return createHash('sha256').update(text.replace(/\s+/g, ' ').trim()).digest('hex').slice(0, 16);
}

/**
 * The design with one draw more. `chanceOf` tells with which chance a statement was drawn by this draw, `chanceBefore` by all earlier ones together; a
 * statement that came later than a draw had no chance in it.
 */
export function extend(
  design: Design,
  draw: Draw,
  { drawn, chanceNow }: { readonly drawn: Readonly<Record<string, Drawn>>; readonly chanceNow: (id: string) => number },
): Design {
  const earlier = Object.entries(design.statements).map(([id, statement]) => {
    return [id, { ...statement, probability: combine(statement.probability, chanceNow(id)) }] as const;
  });
  const all = [...earlier, ...Object.entries(drawn)].sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...design, draws: [...design.draws, draw], statements: Object.fromEntries(all) };
}

/** Reads design.json. */
export function parseDesign(text: string, file: string): { readonly design: Design | null; readonly faults: readonly Fault[] } {
  const fault = (message: string) => ({ design: null, faults: [{ file, line: 1, message }] });
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return fault('not readable as JSON, expected the file that `detente sample` wrote');
  }
  const design = read as Partial<Design> | null;
  if (
    typeof design !== 'object' ||
    design === null ||
    design.version !== 1 ||
    !Array.isArray(design.draws) ||
    typeof design.statements !== 'object'
  )
    return fault('not a design of version 1, expected the file that `detente sample` wrote');
  const odd = Object.entries(design.statements ?? {}).find(([, { probability, words, coders }]) => {
    return !(typeof probability === 'number' && probability > 0 && probability <= 1 && typeof words === 'string' && Array.isArray(coders));
  });
  if (odd !== undefined)
    return fault(`statement ${odd[0]}: probability, words or coders are missing or out of range, expected what \`detente sample\` wrote`);
  return { design: design as Design, faults: [] };
}
