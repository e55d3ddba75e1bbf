import { getHeapStatistics } from 'node:v8';
import { expect, test } from 'vitest';
import { heapKeeper } from '../../src/night/heap.ts';

const used = (): number => getHeapStatistics().used_heap_size;

/** Objects that nobody holds, some ten megabytes of them. */
function waste(): void {
  let kept: readonly object[] = [];
  for (let round = 0; round < 4; round++) kept = Array.from({ length: 40_000 }, (_, i) => ({ round, i, text: `${round} ${i}` }));
  expect(kept.length).toBe(40_000);
}

test('what is no longer in use is given back where there is much of it', () => {
  const keep = heapKeeper({ worthALook: 30_000_000, untilTheNext: 8_000_000 });
  const held = Array.from({ length: 800_000 }, (_, i) => ({ i }));
  waste();
  const before = used();
  keep();
  const after = used();
  expect(after).toBeLessThanOrEqual(before);
  expect(held.length).toBe(800_000);
  // What is held is more than is worth a look: there is no other one until something comes up.
  keep();
  expect(used()).toBeGreaterThanOrEqual(after);
});
