/** Reference values of tools/reference_vectors.py: a second implementation, in numpy 2.4.6. */
import { readFileSync } from 'node:fs';
import type { Frame, Observation } from '../../../src/stages/validation/observation.ts';

interface Estimated {
  readonly mean: number;
  readonly squaredError: number;
}

interface Vectors {
  readonly alpha: readonly { readonly units: readonly (readonly number[])[]; readonly nominal: number; readonly ordinal: number }[];
  readonly clustered: { readonly squaredError: number; readonly low: number; readonly high: number };
  readonly job: {
    readonly items: readonly Omit<Observation, 'isCalled'>[];
    readonly statements: number;
    readonly dsl: number;
    readonly design: Readonly<
      Record<'slope' | 'mean' | 'variance' | 'frameMean' | 'frameError' | 'frameArticles' | 'frameYear' | 'frameSide', number>
    >;
    readonly row: { readonly mean: number; readonly side: number; readonly year: number };
    readonly predicted: Estimated & { readonly share: number };
  };
  readonly ppi: Readonly<Record<'y' | 'f' | 'all', readonly number[]>> & Readonly<Record<'lambda' | 'mean' | 'labelledOfAll', number>>;
  readonly spread: Estimated & {
    readonly rows: readonly (readonly [number, number])[];
    readonly own: readonly [number, number];
    readonly kept: number;
  };
}

export const VECTORS = JSON.parse(readFileSync('test/fixtures/validation-vectors.json', 'utf8')) as Vectors;

/** All statements of the reference job are called relevant. */
export const ITEMS: readonly Observation[] = VECTORS.job.items.map((item) => ({ ...item, isCalled: true }));

/** A row of which every statement is called relevant. */
export function frame(rest: Partial<Frame> & { readonly side?: number } = {}): Frame {
  const { side = 0, ...given } = rest;
  return {
    ...{ statements: 240, relevant: 240, mean: 0, squaredError: null, articles: 78, sides: [1 - side, side, 0], year: null },
    ...given,
  };
}
