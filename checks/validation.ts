/**
 * How often the corrected means' 95 % intervals hold the truth, by simulation: tools/run checks/validation [DRAWS] [FIRST_SEED] [CODES...]
 * Corpora of 3,000 statements in articles of one to eight; the instrument is too flat, wrong by side and by year, calls some statements relevant that are
 * not and passes over others; a Poisson sample is coded by people, one in five among those that were passed over. Truth is the mean that coders would give
 * over all statements of the kind.
 */
import { studentQuantile95 } from '../src/core/distributions.ts';
import type { Interval } from '../src/core/model/trends.ts';
import { type Spread, spreadOf } from '../src/stages/validation/between.ts';
import { seededChance } from '../src/stages/validation/chance.ts';
import { correctRow, distanceFrom } from '../src/stages/validation/correct-row.ts';
import { fitModel, type Model } from '../src/stages/validation/model.ts';
import { effectiveCount, type Frame, type Observation, squaredErrorOf, weightedMean } from '../src/stages/validation/observation.ts';

const [draws = 1000, firstSeed = 1, ...sizes] = process.argv.slice(2).map(Number);
const STATEMENTS = 3000;
const YEARS = 10;
const PASSED_SHARE = 0.2;

/** One statement of a made corpus, before it is known whether it is coded. */
type Made = Omit<Observation, 'weight'>;

/** The coders' mean tone and the instrument's error, by side and year: a fall and a recovery, and an instrument that drifts. */
const levelOf = (side: number, year: number): number => (side === 0 ? 0.15 : -0.1) - 0.05 * year + (year > 6 ? 0.25 : 0);
const errorOf = (side: number, year: number): number => (side === 0 ? -0.1 : 0.04) + 0.012 * (year - 5) + (year % 3 === 0 ? 0.08 : -0.04);

function makeCorpus(chance: () => number): readonly Made[] {
  const normal = () => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
  const made: Made[] = [];
  for (let article = 0; made.length < STATEMENTS; article++) {
    const year = Math.floor(chance() * YEARS);
    const shared = 0.15 * normal();
    for (let left = 1 + Math.floor(chance() * 8); left > 0; left--) {
      const side = chance() < 0.55 ? 0 : 1;
      const felt = levelOf(side, year) + shared + 0.4 * normal();
      const coded = Math.max(-1, Math.min(1, Math.round(2 * felt) / 2));
      const isTrue = chance() < 0.55;
      const isCalled = chance() < (isTrue ? 0.94 - 0.08 * Math.abs(coded) : 0.15);
      const score = isCalled ? Math.tanh(0.65 * (isTrue ? coded : 0) + errorOf(side, year) + 0.28 * normal()) : 0;
      made.push({ isCalled, score, truth: isTrue ? 1 : 0, truthTone: isTrue ? coded : 0, article, side, year: 2000 + year });
    }
  }
  return made;
}

/** A Poisson sample of about so many, the years and sides drawn more evenly than they are. */
function drawSample(corpus: readonly Made[], size: number, chance: () => number): readonly Observation[] {
  const strata = new Map<string, number>();
  const keyOf = (item: Made) =>
    `${item.isCalled} ${item.side} ${item.year} ${item.isCalled ? Math.sign(Math.trunc(item.score / 0.2)) : ''}`;
  for (const item of corpus) strata.set(keyOf(item), (strata.get(keyOf(item)) ?? 0) + 1);
  const roots = (isCalled: boolean) =>
    [...strata].filter(([key]) => key.startsWith(String(isCalled))).reduce((sum, [, count]) => sum + Math.sqrt(count), 0);
  const total = { true: roots(true), false: roots(false) };
  return corpus.flatMap((item) => {
    const count = strata.get(keyOf(item)) ?? 1;
    const wanted = size * (item.isCalled ? 1 - PASSED_SHARE : PASSED_SHARE) * (Math.sqrt(count) / total[`${item.isCalled}`]);
    const probability = Math.min(1, wanted / count);
    return chance() < probability ? [{ ...item, weight: 1 / probability }] : [];
  });
}

function frameOf(corpus: readonly Made[]): Frame {
  const called = corpus.filter((item) => item.isCalled);
  const weighted = called.map((item) => ({ ...item, weight: 1 }));
  const mean = weightedMean(weighted, (item) => item.score);
  return {
    statements: corpus.length,
    relevant: called.length,
    mean,
    squaredError: squaredErrorOf(weighted, (item) => item.score - mean),
    articles: new Set(called.map((item) => item.article)).size,
    sides: [0, 1, 2].map((side) => called.filter((item) => item.side === side).length / called.length) as [number, number, number],
    year: weightedMean(weighted, (item) => item.year ?? 0),
  };
}

/** Which rows of a table there are. */
type Rows = ReadonlyMap<string, (item: Made) => boolean>;
const SIDES: Rows = new Map([0, 1].map((side) => [`side ${side}`, (item: Made) => item.side === side]));
const years = Array.from({ length: YEARS }, (_, year) => 2000 + year);
const TABLES: Readonly<Record<string, Rows>> = {
  whole: new Map([['whole', () => true]]),
  sides: SIDES,
  years: new Map(years.map((year) => [String(year), (item: Made) => item.year === year])),
  'sides by year': new Map(
    [0, 1].flatMap((side) => years.map((year) => [`${side} ${year}`, (item: Made) => item.side === side && item.year === year] as const)),
  ),
};

function spreadOfTable(rows: Rows, sample: readonly Observation[], model: Model): Spread {
  return spreadOf(
    [...rows.values()].flatMap((isMember) => {
      const called = sample.filter((item) => item.isCalled && isMember(item));
      if (called.length === 0) return [];
      const frame = frameOf(called);
      return [distanceFrom(model.predict(frame), called, model)];
    }),
  );
}

/** The coders' codes alone, as without an instrument. */
function labelsAlone(members: readonly Observation[]): (Interval & { readonly mean: number }) | null {
  const share = weightedMean(members, (item) => item.truth);
  if (members.length < 3 || share === 0) return null;
  const mean = weightedMean(members, (item) => item.truthTone) / share;
  const half =
    (studentQuantile95(Math.max(1, effectiveCount(members) - 1)) *
      Math.sqrt(squaredErrorOf(members, (item) => item.truthTone - mean * item.truth))) /
    share;
  return { mean, low: mean - half, high: mean + half };
}

interface Tally {
  rows: number;
  held: number;
  width: number;
  labels: number;
  labelsHeld: number;
  labelsWidth: number;
  published: number;
  error: number;
}

const truths = new Map<string, number>();
const large = Array.from({ length: 200 }, (_, i) => makeCorpus(seededChance(900_000 + i))).flat();
for (const rows of Object.values(TABLES))
  for (const [name, isMember] of rows) {
    const true_ = large.filter((item) => item.truth > 0 && isMember(item));
    truths.set(name, true_.reduce((sum, item) => sum + item.truthTone, 0) / true_.length);
  }

const within = (value: number, { low, high }: Interval) => low <= value && value <= high;

process.stdout.write('codes  table            rows/draw  corrected holds  width  bias   codes alone hold  width   published holds\n');
for (const size of sizes.length > 0 ? sizes : [100, 200, 400, 800]) {
  const tallies = new Map<string, Tally>();
  for (let draw = 0; draw < draws; draw++) {
    const chance = seededChance(firstSeed + draw * 7 + size * 1_000_003);
    const corpus = makeCorpus(chance);
    const sample = drawSample(corpus, size, chance);
    const model = fitModel(sample);
    if (model === null) continue;
    for (const [table, rows] of Object.entries(TABLES)) {
      const spread = spreadOfTable(rows, sample, model);
      for (const [name, isMember] of rows) {
        const members = sample.filter(isMember);
        const frame = frameOf(corpus.filter(isMember));
        const corrected = correctRow(frame, members, { model, spread });
        if (corrected === null) continue;
        const truth = truths.get(name) ?? Number.NaN;
        for (const key of [table, `${table}, ${corrected.basis}`]) {
          const tally = tallies.get(key) ?? {
            rows: 0,
            held: 0,
            width: 0,
            labels: 0,
            labelsHeld: 0,
            labelsWidth: 0,
            published: 0,
            error: 0,
          };
          tallies.set(key, tally);
          tally.rows++;
          tally.held += within(truth, corrected) ? 1 : 0;
          tally.width += corrected.high - corrected.low;
          tally.error += corrected.mean - truth;
          const half = studentQuantile95(frame.articles - 1) * Math.sqrt(frame.squaredError ?? 0);
          tally.published += Math.abs(frame.mean - truth) <= half ? 1 : 0;
          const labels = labelsAlone(members);
          if (labels !== null) {
            tally.labels++;
            tally.labelsHeld += within(truth, labels) ? 1 : 0;
            tally.labelsWidth += labels.high - labels.low;
          }
        }
      }
    }
  }
  for (const [table, t] of tallies) {
    const cells = [
      String(size).padStart(5),
      table.padEnd(22),
      (t.rows / draws).toFixed(1).padStart(6),
      `${((100 * t.held) / t.rows).toFixed(1)} %`.padStart(12),
      (t.width / t.rows).toFixed(3).padStart(8),
      (t.error / t.rows).toFixed(3).padStart(7),
      `${((100 * t.labelsHeld) / t.labels).toFixed(1)} %`.padStart(14),
      (t.labelsWidth / t.labels).toFixed(3).padStart(8),
      `${((100 * t.published) / t.rows).toFixed(1)} %`.padStart(14),
    ];
    process.stdout.write(`${cells.join(' ')}\n`);
  }
}
