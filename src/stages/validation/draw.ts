/** Which statements people are to code: a Poisson sample whose probabilities are known, drawn by a hash, the same in any order, shard or night. */
import { createHash } from 'node:crypto';

const BYTES = 6;
const RANGE = 2 ** (8 * BYTES);

/**
 * A number from 0 up to 1 that belongs to a statement under a seed. It depends on nothing else, so a draw is the same in any order, shard or night.
 * 48 bits of SHA-256.
 */
function chanceOf(seed: number, id: string): number {
  return createHash('sha256').update(`${seed}\n${id}`).digest().readUIntBE(0, BYTES) / RANGE;
}

/** What a sample may be spread over. */
export const STRATA = ['side', 'year', 'label', 'role'] as const;
export type Stratum = (typeof STRATA)[number];

/** How statements divide: each property with its value, 'irrelevant' as the label of a statement without a tone. */
export type Properties = Readonly<Record<Stratum, string>>;

/** One cell of the strata, how many statements it has, and with which chance each of them is drawn. */
export interface Cell {
  readonly key: string;
  readonly isRelevant: boolean;
  readonly statements: number;
}

/** Of the draw, so much is from statements that detente calls irrelevant: they tell what it misses. */
export const IRRELEVANT_SHARE = 0.2;

/** The cell of a statement. */
export function cellKey(properties: Properties, strata: readonly Stratum[]): string {
  // What is relevant is always told apart, since the two are drawn with chances of their own.
  const relevance = properties.label === 'irrelevant' ? 'irrelevant' : 'relevant';
  return [...(strata.includes('label') ? [] : [relevance]), ...strata.map((name) => properties[name])].join(' · ');
}

/**
 * The probability of each cell, so that about `size` statements are drawn. A cell's part grows with the root of its statements (power allocation, Bankier
 * 1988, https://doi.org/10.1080/00031305.1988.10475556): large cells give more, thin ones still enough to be corrected.
 */
export function probabilitiesOf(cells: readonly Cell[], size: number): ReadonlyMap<string, number> {
  const [relevant, irrelevant] = [cells.filter((cell) => cell.isRelevant), cells.filter((cell) => !cell.isRelevant)];
  const rest = irrelevant.length === 0 ? 0 : relevant.length === 0 ? 1 : IRRELEVANT_SHARE;
  return new Map([...allocate(relevant, size * (1 - rest)), ...allocate(irrelevant, size * rest)]);
}

function allocate(cells: readonly Cell[], size: number): readonly (readonly [key: string, probability: number])[] {
  let full: ReadonlySet<string> = new Set();
  for (;;) {
    const left = size - sum(cells.filter(({ key }) => full.has(key)).map(({ statements }) => statements));
    const open = cells.filter(({ key }) => !full.has(key));
    const roots = sum(open.map(({ statements }) => Math.sqrt(statements)));
    const probabilityOf = ({ statements }: Cell): number => (left / roots) * (1 / Math.sqrt(statements));
    const filled = open.filter((cell) => probabilityOf(cell) >= 1);
    if (filled.length === 0) return cells.map((cell) => [cell.key, full.has(cell.key) ? 1 : probabilityOf(cell)]);
    full = new Set([...full, ...filled.map(({ key }) => key)]);
  }
}

/** Whether a statement is drawn. Each draw has chances of its own, so that a second one is independent of the first. */
export function isDrawn(id: string, probability: number, draw: { readonly seed: number; readonly number: number }): boolean {
  return chanceOf(draw.seed, `${draw.number}\n${id}`) < probability;
}

/** The chance of being in the first sample, in the second, or in both. */
export function combine(one: number, other: number): number {
  return 1 - (1 - one) * (1 - other);
}

/** Statements in an order that has nothing to do with what they are, another one for each reader; without a reader, the order in which they are given out. */
export function shuffled<T extends { readonly id: string }>(items: readonly T[], seed: number, reader = ''): readonly T[] {
  const places = items.map((item) => ({ item, place: chanceOf(seed, `order${reader}\n${item.id}`) }));
  return places.sort((a, b) => a.place - b.place).map(({ item }) => item);
}

/** Who codes which: the first `overlap` are everybody's, the others go round. Items come in random order. */
export function assign(ids: readonly string[], coders: readonly string[], overlap: number): ReadonlyMap<string, readonly string[]> {
  return new Map(ids.map((id, i) => [id, i < overlap ? coders : [coders[i % coders.length] ?? '']]));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
