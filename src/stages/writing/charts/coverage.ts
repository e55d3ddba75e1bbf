/** What came in, month by month. */
import { MUTED } from './palette.ts';
import { type ChartData, chart, type Spec } from './spec.ts';

/** The chart of coverage.csv, summed by month. */
export function coverageChart(data: ChartData, width: number): Spec {
  return chart('Articles by month of publication', data, {
    width,
    height: 120,
    transform: [
      { filter: 'length(datum.period) >= 7 && datum.period !== "undated"' },
      { calculate: 'slice(datum.period, 0, 7)', as: 'month' },
      { calculate: '+slice(datum.period, 0, 4) + (+slice(datum.period, 5, 7) - 0.5) / 12', as: 'time' },
      { aggregate: [{ op: 'sum', field: 'articles', as: 'articles' }], groupby: ['month', 'time'] },
    ],
    mark: { type: 'bar', color: MUTED, width: { expr: 'max(1, min(12, width / 40))' } },
    encoding: {
      x: {
        field: 'time',
        type: 'quantitative',
        scale: { zero: false, nice: false, padding: 10 },
        axis: { title: null, format: 'd', tickMinStep: 1, grid: false },
      },
      y: { field: 'articles', type: 'quantitative', axis: { title: 'articles', tickCount: 3, tickMinStep: 1, format: 'd' } },
      description: { field: 'month', type: 'nominal' },
    },
  });
}
