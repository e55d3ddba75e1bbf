/** Which terms moved the mean score between two years. */
import { INK, NEGATIVE, POSITIVE } from './palette.ts';
import { type ChartData, chart, type Spec } from './spec.ts';

/** The chart of terms.csv, for one year. */
export function termsChart(data: ChartData, { year, width }: { readonly year: number; readonly width: number }): Spec {
  const y = {
    field: 'term',
    type: 'nominal',
    sort: { field: 'change', op: 'sum', order: 'descending' },
    axis: { title: null, domain: false, ticks: false, labelColor: INK, labelLimit: 150 },
  };
  return chart(`Terms that moved the mean score most, ${year} against ${year - 1}`, data, {
    width,
    height: { step: 20 },
    transform: [
      { filter: `datum.year == ${year} && isValid(datum.change) && datum.change !== ''` },
      { calculate: 'abs(+datum.change)', as: 'size' },
      { window: [{ op: 'rank', as: 'place' }], sort: [{ field: 'size', order: 'descending' }, { field: 'term' }] },
      { filter: 'datum.place <= 16' },
    ],
    mark: { type: 'bar', height: 12 },
    encoding: {
      y,
      x: {
        field: 'change',
        type: 'quantitative',
        axis: { title: 'points per statement, change', tickCount: 5, labelExpr: "datum.value === 0 ? '0' : format(datum.value, '+.3~f')" },
      },
      color: { condition: { test: 'datum.change < 0', value: NEGATIVE }, value: POSITIVE },
      href: { field: 'href', type: 'nominal' },
      description: { field: 'note', type: 'nominal' },
    },
  });
}
