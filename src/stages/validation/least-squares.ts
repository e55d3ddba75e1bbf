/** Weighted least squares on a few columns, with what is needed for the error of any prediction. */

type Vector = readonly number[];
type Matrix = readonly Vector[];

/** Coefficients, and the inverse of X'WX. */
export interface Fit {
  readonly coefficients: Vector;
  readonly inverse: Matrix;
}

/** Regresses y on the columns of each row. Null where the columns do not tell apart. Cost: rows × columns². */
export function fitWeighted(rows: Matrix, y: Vector, weights: Vector): Fit | null {
  const columns = rows[0]?.length ?? 0;
  const inverse = invert(crossProducts(rows, weights));
  if (inverse === null) return null;
  const moments = Array.from({ length: columns }, (_, j) =>
    rows.reduce((sum, row, i) => sum + (weights[i] ?? 0) * (row[j] ?? 0) * (y[i] ?? 0), 0),
  );
  return { coefficients: inverse.map((row) => dot(row, moments)), inverse };
}

/** Σ w x x'. */
export function crossProducts(rows: Matrix, weights: Vector): Matrix {
  const columns = rows[0]?.length ?? 0;
  return Array.from({ length: columns }, (_, j) =>
    Array.from({ length: columns }, (__, k) => rows.reduce((sum, row, i) => sum + (weights[i] ?? 0) * (row[j] ?? 0) * (row[k] ?? 0), 0)),
  );
}

/** x'y. */
export function dot(x: Vector, y: Vector): number {
  return x.reduce((sum, value, i) => sum + value * (y[i] ?? 0), 0);
}

/** x'Mx. */
export function quadratic(matrix: Matrix, x: Vector): number {
  return dot(
    x,
    matrix.map((row) => dot(row, x)),
  );
}

/** A M A, for the sandwich variance of coefficients. */
export function sandwich(bread: Matrix, filling: Matrix): Matrix {
  return multiply(multiply(bread, filling), bread);
}

function multiply(a: Matrix, b: Matrix): Matrix {
  return a.map((row) =>
    (b[0] ?? []).map((_, j) =>
      dot(
        row,
        b.map((other) => other[j] ?? 0),
      ),
    ),
  );
}

/** A pivot this small beside the largest one means that two columns say the same. */
const SINGULAR = 1e-9;

/** Gauss–Jordan with pivots; the matrices here have at most five rows. */
function invert(matrix: Matrix): Matrix | null {
  const size = matrix.length;
  const scale = Math.max(...matrix.flat().map(Math.abs));
  const rows = matrix.map((row, i) => [...row, ...Array.from({ length: size }, (_, j) => (i === j ? 1 : 0))]);
  for (let column = 0; column < size; column++) {
    const pivot = rows.slice(column).reduce((best, row, i) => {
      return Math.abs(row[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0) ? column + i : best;
    }, column);
    const chosen = rows[pivot];
    const replaced = rows[column];
    if (chosen === undefined || replaced === undefined || Math.abs(chosen[column] ?? 0) <= SINGULAR * scale) return null;
    rows[pivot] = replaced;
    const divisor = chosen[column] ?? 1;
    const lead = chosen.map((value) => value / divisor);
    rows[column] = lead;
    for (const [i, row] of rows.entries()) {
      const factor = row[column] ?? 0;
      if (i !== column && factor !== 0) rows[i] = row.map((value, j) => value - factor * (lead[j] ?? 0));
    }
  }
  return rows.map((row) => row.slice(size));
}
