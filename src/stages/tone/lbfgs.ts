/** Minimises a smooth convex function without randomness: limited-memory BFGS, Nocedal & Wright (2006), algorithms 7.4 and 3.1. */

/** Value and gradient at a point. */
export type Objective = (point: Float64Array) => { readonly value: number; readonly gradient: Float64Array };

/** Pairs of steps that are remembered. */
const MEMORY = 8;
/** A step is long enough when it brings this share of what the slope promises. */
const SUFFICIENT = 1e-4;
const MOST_HALVINGS = 30;

/** The point where the gradient is (nearly) zero, from `start`, in at most `steps` steps. */
export function minimise(objective: Objective, start: Float64Array, steps: number): Float64Array {
  let point = start;
  let { value, gradient } = objective(point);
  const moves: Float64Array[] = [];
  const turns: Float64Array[] = [];
  for (let step = 0; step < steps; step++) {
    const direction = descent(gradient, moves, turns);
    const slope = dot(direction, gradient);
    if (!(slope < -1e-9)) break;
    const next = search(objective, { point, value, direction, slope });
    if (!next) break;
    const move = combine(next.point, point, -1);
    const turn = combine(next.gradient, gradient, -1);
    if (dot(move, turn) > 1e-12) {
      moves.push(move);
      turns.push(turn);
      if (moves.length > MEMORY) {
        moves.shift();
        turns.shift();
      }
    }
    const gain = value - next.value;
    ({ point, value, gradient } = next);
    if (gain < 1e-7 * Math.max(1, Math.abs(value))) break;
  }
  return point;
}

/** The two-loop recursion: minus the gradient, bent by what the last steps taught. */
function descent(gradient: Float64Array, moves: readonly Float64Array[], turns: readonly Float64Array[]): Float64Array {
  let direction: Float64Array = gradient.map((slope) => -slope);
  const shares: number[] = [];
  for (let i = moves.length - 1; i >= 0; i--) {
    const [move, turn] = [moves[i] as Float64Array, turns[i] as Float64Array];
    const share = dot(move, direction) / dot(move, turn);
    shares[i] = share;
    direction = combine(direction, turn, -share);
  }
  const last = moves.length - 1;
  if (last >= 0) {
    const [move, turn] = [moves[last] as Float64Array, turns[last] as Float64Array];
    const scale = dot(move, turn) / dot(turn, turn);
    direction = direction.map((part) => part * scale);
  }
  for (let i = 0; i < moves.length; i++) {
    const [move, turn] = [moves[i] as Float64Array, turns[i] as Float64Array];
    const back = dot(turn, direction) / dot(move, turn);
    direction = combine(direction, move, (shares[i] ?? 0) - back);
  }
  return direction;
}

interface Line {
  readonly point: Float64Array;
  readonly value: number;
  readonly direction: Float64Array;
  readonly slope: number;
}

/** Halves the step until the value falls enough. */
function search(objective: Objective, { point, value, direction, slope }: Line) {
  let length = 1;
  for (let halving = 0; halving < MOST_HALVINGS; halving++) {
    const next = combine(point, direction, length);
    const found = objective(next);
    if (found.value <= value + SUFFICIENT * length * slope) return { point: next, ...found };
    length /= 2;
  }
  return null;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** a + factor × b. */
function combine(a: Float64Array, b: Float64Array, factor: number): Float64Array {
  return a.map((value, i) => value + factor * (b[i] as number));
}
