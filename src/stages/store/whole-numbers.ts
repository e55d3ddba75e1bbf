/** Columns of whole numbers: their order, how often each occurs, and sums that are exact. */

/** Pairs of numbers, as columns. */
export interface Pairs {
  readonly number: Int32Array;
  readonly other: Int32Array;
}

/** Pairs in the order of these rows. */
export function sortPairs({ number, other }: Pairs, rows: Int32Array): Pairs {
  return { number: rows.map((row) => number[row] as number), other: rows.map((row) => other[row] as number) };
}

/** The places of values in the order of these, which are whole numbers below a bound; those below zero are left out. */
export function inOrder(values: Int32Array, bound: number): Int32Array {
  const counts = new Int32Array(bound);
  let kept = 0;
  for (let place = 0; place < values.length; place++) {
    const value = values[place] as number;
    if (value < 0) continue;
    raise(counts, value);
    kept += 1;
  }
  const next = startsOf(counts);
  const places = new Int32Array(kept);
  for (let place = 0; place < values.length; place++) {
    const value = values[place] as number;
    if (value < 0) continue;
    places[next[value] as number] = place;
    raise(next, value);
  }
  return places;
}

/** Where each stretch begins when so many come behind each other, and at last where all end. */
export function startsOf(counts: Int32Array): Int32Array {
  const starts = new Int32Array(counts.length + 1);
  for (let place = 0; place < counts.length; place++) starts[place + 1] = (starts[place] as number) + (counts[place] as number);
  return starts;
}

/** Adds one. */
export function raise(counts: Int32Array, place: number): void {
  counts[place] = (counts[place] as number) + 1;
}

/** Adds a value. */
export function add(sums: Float64Array, place: number, value: number): void {
  sums[place] = (sums[place] as number) + value;
}

/** Whole numbers of which nobody knows how many there will be. */
export class Whole {
  #held = new Int32Array(1024);
  #size = 0;

  push(value: number): void {
    if (this.#size === this.#held.length) {
      const longer = new Int32Array(2 * this.#size);
      longer.set(this.#held);
      this.#held = longer;
    }
    this.#held[this.#size++] = value;
  }

  values(): Int32Array {
    return this.#held.slice(0, this.#size);
  }
}

/** Sums of products of whole numbers that are exact whatever their size: floating point as long as that is, and whole numbers beyond. */
export class ExactSums {
  readonly #low: Float64Array;
  readonly #beyond = new Map<number, bigint>();

  constructor(size: number) {
    this.#low = new Float64Array(size);
  }

  /** Adds the product of two whole numbers, each exact by itself. */
  add(place: number, a: number, b: number): void {
    const before = this.#low[place] as number;
    const sum = before + a * b;
    if (Math.abs(sum) + Math.abs(before) <= Number.MAX_SAFE_INTEGER) {
      this.#low[place] = sum;
      return;
    }
    this.#beyond.set(place, (this.#beyond.get(place) ?? 0n) + BigInt(before) + BigInt(a) * BigInt(b));
    this.#low[place] = 0;
  }

  of(place: number): bigint {
    return BigInt(this.#low[place] as number) + (this.#beyond.get(place) ?? 0n);
  }
}
