/** Large relations are worked on slice by slice, so that each fits into the memory of the store. */

/** Hexadecimal digits that decide to which slice a row belongs. */
const DIGITS = 4;

/** SQL conditions that cut so many rows into equal slices of about `size`, by the first digits of a column (or expression) that holds a hash. */
export function* slicesBy(column: string, count: number, size: number): Generator<string> {
  const all = 16 ** DIGITS;
  const parts = Math.min(all, Math.max(1, Math.ceil(count / size)));
  const bound = (part: number): string =>
    Math.ceil((all * part) / parts)
      .toString(16)
      .padStart(DIGITS, '0');
  for (let part = 0; part < parts; part++) {
    const from = part > 0 ? [`${column} >= '${bound(part)}'`] : [];
    const to = part < parts - 1 ? [`${column} < '${bound(part + 1)}'`] : [];
    yield [...from, ...to].join(' AND ') || 'true';
  }
}
