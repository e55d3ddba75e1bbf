/** How often the 95 % intervals hold the truth, and how often a level change is found where there is none, by simulation with a fixed seed. */

import { changeYears } from '../src/stages/trends/change-points.ts';
import { meanChange, toneInterval, wilsonShare } from '../src/stages/trends/interval.ts';
import type { Moments } from '../src/stages/trends/moments.ts';
import { shrinkMeans } from '../src/stages/trends/shrink.ts';
import { mannKendall, theilSen } from '../src/stages/trends/slope.ts';

const ROUNDS = 20_000;

/** Mulberry32: small, seeded, good enough for this. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const random = seeded(20260);
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Tones as they are: many zeros, the rest within [-1, 1]. */
const tone = (mean: number) => (random() < 0.3 ? mean : Math.max(-1, Math.min(1, mean + 0.35 * normal())));

function momentsOf(tones: readonly number[]): Moments {
  const mean = tones.reduce((a, b) => a + b, 0) / tones.length;
  const squares = tones.reduce((total, value) => total + (value - mean) ** 2, 0);
  const count = tones.length;
  const deviation = count < 2 ? null : Math.sqrt(squares / (count - 1));
  return { count, mean, deviation, articles: count, squaredError: deviation === null ? null : deviation ** 2 / count };
}

const sample = (count: number, draw: () => number) => Array.from({ length: count }, draw);

function shareOf(rounds: number, holds: () => boolean): string {
  let held = 0;
  for (let i = 0; i < rounds; i++) if (holds()) held++;
  return (held / rounds).toFixed(3);
}

function within(value: number, interval: { low: number; high: number } | null): boolean {
  return interval !== null && interval.low <= value && value <= interval.high;
}

function report(what: string, figure: string): void {
  process.stdout.write(`${what.padEnd(66)} ${figure}\n`);
}

for (const count of [3, 5, 10, 50]) {
  report(
    `t interval of a mean tone, n = ${count}, holds the truth`,
    shareOf(ROUNDS, () => within(0.1, toneInterval(momentsOf(sample(count, () => tone(0.1)))))),
  );
}
for (const [count, p] of [
  [5, 0.2],
  [10, 0.05],
  [40, 0.3],
] as const) {
  const hits = () => sample(count, random).filter((value) => value < p).length;
  report(
    `Wilson interval of a share of ${p}, n = ${count}`,
    shareOf(ROUNDS, () => within(p, wilsonShare(hits(), count))),
  );
}
for (const [before, after] of [
  [3, 3],
  [5, 20],
  [30, 30],
] as const) {
  const change = () => meanChange(momentsOf(sample(before, () => tone(0.1))), momentsOf(sample(after, () => tone(-0.1)))).interval;
  report(
    `Welch interval of a change, n = ${before} and ${after}`,
    shareOf(ROUNDS, () => within(-0.2, change())),
  );
}
for (const years of [8, 15, 25]) {
  const series = (slope: number) => sample(years, normal).map((noise, i) => ({ year: 2000 + i, value: slope * i + 0.1 * noise }));
  report(
    `Theil–Sen interval of a slope, ${years} years`,
    shareOf(4000, () => within(0.02, theilSen(series(0.02)).interval)),
  );
  report(
    `Mann–Kendall p < 0.05 where nothing moves, ${years} years`,
    shareOf(4000, () => mannKendall(series(0)).p < 0.05),
  );
  report(
    `a level change found where nothing changes, ${years} years`,
    shareOf(4000, () => changeYears(series(0)).length > 0),
  );
  const stepped = (step: number) => series(0).map(({ year, value }, i) => ({ year, value: value + (i * 2 >= years ? step : 0) }));
  const middle = 2000 + Math.ceil(years / 2);
  const isNear = (found: readonly number[]) => found.length === 1 && Math.abs((found[0] ?? 0) - middle) <= 1;
  report(
    `a step of three deviations found within a year, ${years} years`,
    shareOf(4000, () => isNear(changeYears(stepped(0.3)))),
  );
}

let raw = 0;
let shrunk = 0;
for (let i = 0; i < 2000; i++) {
  const truths = sample(12, () => 0.15 * normal());
  const groups = truths.map((truth) => momentsOf(sample(2 + Math.floor(random() * 8), () => truth + 0.4 * normal())));
  const means = shrinkMeans(groups);
  for (const [j, truth] of truths.entries()) {
    raw += ((groups[j]?.mean ?? 0) - truth) ** 2;
    shrunk += ((means[j] ?? 0) - truth) ** 2;
  }
}
report('mean squared error of thin means, raw', (raw / 24_000).toFixed(4));
report('mean squared error of thin means, shrunk', (shrunk / 24_000).toFixed(4));
