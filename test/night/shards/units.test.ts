import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dealUnits, type Unit } from '../../../src/night/shards/units.ts';

const unit = (name: string, size: number): Unit => ({ path: name, file: `/${name}`, size, sha256: 'x' });

it('every unit goes to one shard, neighbours stay together, and no shard is larger than its share and its largest unit', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1_000_000), { maxLength: 40 }), fc.integer({ min: 1, max: 12 }), (sizes, shards) => {
      const units = sizes.map((size, index) => unit(String(index), size));
      const dealt = dealUnits(units, shards);
      expect(dealt).toHaveLength(shards);
      expect(dealt.flat()).toEqual(units);
      const weigh = (list: readonly Unit[]): number => list.reduce((sum, { size }) => sum + size + 2000, 0);
      const largest = Math.max(0, ...units.map((each) => weigh([each])));
      for (const list of dealt) expect(weigh(list)).toBeLessThanOrEqual(weigh(units) / shards + largest);
    }),
  );
});

it('a shard may be empty where there are more shards than inputs', () => {
  expect(dealUnits([unit('a', 10), unit('b', 10)], 4).map(({ length }) => length)).toEqual([0, 1, 0, 1]);
});
