import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { studentQuantile95 } from '../../../src/core/distributions.ts';
import { drawToward, spreadOf } from '../../../src/stages/validation/between.ts';
import { correctRow, FEWEST_FOR_DESIGN } from '../../../src/stages/validation/correct-row.ts';
import { FEWEST_CODED, fitModel, type Model } from '../../../src/stages/validation/model.ts';
import type { Observation } from '../../../src/stages/validation/observation.ts';
import { frame, ITEMS, VECTORS } from './vectors.ts';

const { job, ppi, spread } = VECTORS;
const model = fitModel(ITEMS) as Model;
const rows = spread.rows.map(([mean, squaredError]) => ({ mean, squaredError }));
const basis = { model, spread: spreadOf(rows) };
const whole = frame({
  mean: job.design.frameMean,
  squaredError: job.design.frameError,
  side: job.design.frameSide,
  year: job.design.frameYear,
});

describe('against the second implementation', () => {
  test('slope and corrected mean of a row with many coded statements', () => {
    expect(model.slope).toBeCloseTo(job.design.slope, 10);
    expect(correctRow(whole, ITEMS, basis)?.mean).toBeCloseTo(job.design.mean, 10);
  });

  test('its variance, with the statements of one article taken together', () => {
    const found = correctRow(whole, ITEMS, basis);
    const half = ((found?.high ?? 0) - (found?.low ?? 0)) / 2;
    const weights = ITEMS.reduce((sum, { weight }) => sum + weight, 0);
    const effective = weights ** 2 / ITEMS.reduce((sum, { weight }) => sum + weight ** 2, 0);
    // The degrees of freedom lie between those of the codes and those of both parts together.
    const most = Math.sqrt(job.design.variance) * studentQuantile95(effective - 1);
    const least = Math.sqrt(job.design.variance) * studentQuantile95(effective + job.design.frameArticles);
    expect(half).toBeLessThanOrEqual(most);
    expect(half).toBeGreaterThanOrEqual(least);
  });

  test("it is the ratio of the means of DSL's design-adjusted outcomes", () => {
    expect(correctRow(whole, ITEMS, basis)?.mean).toBeCloseTo(job.dsl, 10);
  });

  test('what the model expects of a row, with its sandwich variance', () => {
    const found = model.predict(frame({ mean: job.row.mean, side: job.row.side, year: job.row.year }));
    expect(found.mean).toBeCloseTo(job.predicted.mean, 10);
    expect(found.share).toBeCloseTo(job.predicted.share, 10);
    expect(found.squaredError).toBeCloseTo(job.predicted.squaredError, 10);
  });

  test('with equal chances the mean is that of PPI++, whose lambda is the slope times the share of what is not coded', () => {
    const mean = ppi.all.reduce((sum, score) => sum + score, 0) / ppi.all.length;
    const items = ppi.y.map(
      (code, i): Observation => ({
        ...{ weight: 5, isCalled: true, score: ppi.f[i] ?? 0, truth: 1, truthTone: code, article: i, side: 0, year: null },
      }),
    );
    const own = fitModel(items) as Model;
    const found = correctRow(frame({ mean, squaredError: 0.001 }), items, { model: own, spread: basis.spread });
    expect(own.slope * (1 - ppi.labelledOfAll)).toBeCloseTo(ppi.lambda, 10);
    expect(found?.mean).toBeCloseTo(ppi.mean, 10);
  });

  test('a row drawn toward the model, the spread between rows integrated out', () => {
    const [mean, squaredError] = spread.own;
    const found = drawToward({ mean, squaredError }, spreadOf(rows));
    expect(found.mean).toBeCloseTo(spread.mean, 10);
    expect(found.squaredError).toBeCloseTo(spread.squaredError, 10);
    expect(found.kept).toBeCloseTo(spread.kept, 10);
  });
});

const few = ITEMS.slice(0, 6);

test('from thirty coded statements a row is corrected by them alone, below that with the help of the others', () => {
  expect(correctRow(whole, ITEMS.slice(0, FEWEST_FOR_DESIGN), basis)?.basis).toBe('design');
  expect(correctRow(whole, ITEMS.slice(0, FEWEST_FOR_DESIGN - 1), basis)).toMatchObject({ basis: 'pooled', coded: FEWEST_FOR_DESIGN - 1 });
});

test('a row without coded statements, or without relevant ones, is not corrected', () => {
  expect(correctRow(whole, [], basis)).toBeNull();
  expect(correctRow({ ...whole, relevant: 0 }, few, basis)).toBeNull();
});

test('below ten coded statements that detente calls relevant nothing is corrected', () => {
  expect(fitModel(ITEMS.slice(0, FEWEST_CODED - 1))).toBeNull();
  expect(fitModel(ITEMS.slice(0, FEWEST_CODED))).not.toBeNull();
});

test('an instrument without error keeps its mean, and its interval is that of the scores', () => {
  const exact = ITEMS.map((item) => ({ ...item, truth: 1, truthTone: item.score }));
  const found = correctRow(whole, exact, { model: fitModel(exact) as Model, spread: basis.spread });
  const half = studentQuantile95(whole.articles - 1) * Math.sqrt(whole.squaredError ?? 0);
  expect(found?.mean).toBeCloseTo(whole.mean, 10);
  expect(found?.low).toBeCloseTo(whole.mean - half, 6);
});

test('an instrument that is wrong by the same everywhere is put right by as much', () => {
  const shifted = ITEMS.map((item) => ({ ...item, truth: 1, truthTone: item.score - 0.1 }));
  for (const members of [shifted, shifted.slice(0, 5)]) {
    const found = correctRow(whole, members, { model: fitModel(shifted) as Model, spread: spreadOf([{ mean: 0, squaredError: 1e-6 }]) });
    expect(found?.mean).toBeCloseTo(whole.mean - 0.1, 2);
  }
});

test('statements that detente passes over move the mean by their number and by what their tone differs', () => {
  const passed = Array.from(
    { length: 20 },
    (_, i): Observation => ({
      ...{ weight: 30, isCalled: false, score: 0, truth: i < 4 ? 1 : 0, truthTone: i < 4 ? -1 : 0, article: 1000 + i, side: 0, year: 2012 },
    }),
  );
  const all = [...ITEMS, ...passed];
  const wider = { ...whole, statements: 240 + 600 };
  const found = correctRow(wider, all, { model: fitModel(all) as Model, spread: basis.spread });
  // 240 statements of which `share` count, and a fifth of 600 that were passed over, each with a tone of -1.
  const share = ITEMS.reduce((sum, { weight, truth }) => sum + weight * truth, 0) / ITEMS.reduce((sum, { weight }) => sum + weight, 0);
  expect(found?.mean).toBeCloseTo((job.design.mean * 240 * share - 120) / (240 * share + 120), 6);
});

test('the corrected mean lies within its interval and the scale, whatever the codes', () => {
  const code = fc.constantFrom(-1, -0.5, 0, 0.5, 1);
  fc.assert(
    fc.property(
      fc.array(code, { minLength: ITEMS.length, maxLength: ITEMS.length }),
      fc.integer({ min: 1, max: ITEMS.length }),
      (codes, count) => {
        const items = ITEMS.map((item, i) => ({ ...item, truth: 1, truthTone: codes[i] ?? 0 }));
        const found = correctRow(whole, items.slice(0, count), { model: fitModel(items) as Model, spread: basis.spread });
        expect(found?.low).toBeLessThanOrEqual(found?.mean ?? -2);
        expect(found?.mean).toBeLessThanOrEqual(found?.high ?? -2);
        expect(found?.low).toBeGreaterThanOrEqual(-1);
        expect(found?.high).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 30 },
  );
});
