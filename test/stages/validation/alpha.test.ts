import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agreementOf, alphaOf } from '../../../src/stages/validation/alpha.ts';
import { VECTORS } from './vectors.ts';

test.each(VECTORS.alpha)(
  'alpha of coders with gaps is that of the reference, nominal $nominal and ordinal $ordinal',
  ({ units, nominal, ordinal }) => {
    expect(alphaOf(units, 'nominal')).toBeCloseTo(nominal, 12);
    expect(alphaOf(units, 'ordinal')).toBeCloseTo(ordinal, 12);
  },
);

test("Krippendorff's own example of four observers gives the figures that he prints: .743 nominal, .815 ordinal", () => {
  const [example] = VECTORS.alpha;
  expect(alphaOf(example?.units ?? [], 'nominal')).toBeCloseTo(0.743, 3);
  expect(alphaOf(example?.units ?? [], 'ordinal')).toBeCloseTo(0.815, 3);
});

test('full agreement is 1, codes that never vary have none, a statement that one coder read does not count', () => {
  expect(
    alphaOf(
      [
        [1, 1],
        [2, 2],
      ],
      'ordinal',
    ),
  ).toBe(1);
  expect(
    alphaOf(
      [
        [1, 1],
        [1, 1],
      ],
      'ordinal',
    ),
  ).toBeNull();
  expect(agreementOf([[1], [2]], 'nominal')).toEqual({ alpha: null, interval: null, statements: 0 });
});

test('neither the order of the statements nor that of the coders changes alpha', () => {
  const codes = fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(codes, { minLength: 2, maxLength: 20 }), (units) => {
      const turned = units.map((unit) => unit.toReversed()).toReversed();
      for (const metric of ['nominal', 'ordinal'] as const) {
        const [one, other] = [alphaOf(units, metric), alphaOf(turned, metric)];
        if (one === null || other === null) expect(one).toBe(other);
        else expect(other).toBeCloseTo(one, 9);
      }
    }),
  );
});

test('the bootstrap interval holds alpha and is the same every time', () => {
  const [, drawn] = VECTORS.alpha;
  const one = agreementOf(drawn?.units ?? [], 'ordinal');
  expect(one).toEqual(agreementOf(drawn?.units ?? [], 'ordinal'));
  expect(one.interval?.low).toBeLessThan(one.alpha ?? 0);
  expect(one.interval?.high).toBeGreaterThan(one.alpha ?? 1);
});
