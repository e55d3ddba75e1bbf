/** What came in, month by month; what is dated to a year only has bars of its own. */
import { MUTED, OTHER_COLOR } from './palette.ts';
import { type ChartData, chart, type Heading, headingOf, type Spec } from './spec.ts';

const LEFT = 50;

/** The chart of coverage.csv, summed by month and, for what has no month, by year. */
export function coverageChart(data: ChartData, { width, heading }: { readonly width: number; readonly heading: Heading }): Spec {
  const x = {
    ...{ field: 'time', type: 'quantitative', scale: { zero: false, nice: false, padding: 10 } },
    axis: { title: null, format: 'd', tickMinStep: 1, grid: false, tickCount: width < 500 ? 5 : 10 },
  };
  const bars = (title: string, height: number, rest: Spec, mark: Spec): Spec => ({
    ...{ width: width - LEFT, height, ...rest },
    mark: { type: 'bar', ...mark },
    encoding: {
      x,
      y: { field: 'articles', type: 'quantitative', axis: { title, tickCount: 2, tickMinStep: 1, format: 'd' } },
      description: { field: 'label', type: 'nominal' },
    },
  });
  const summed = { aggregate: [{ op: 'sum', field: 'articles', as: 'articles' }], groupby: ['period', 'time'] };
  const label = { calculate: "datum.period + ': ' + datum.articles + ' articles'", as: 'label' };
  return chart(`${heading.title}. ${heading.subtitle}`, data, {
    title: headingOf(heading, width),
    spacing: 6,
    vconcat: [
      bars(
        'by month',
        90,
        {
          transform: [
            { filter: 'length(datum.period) >= 7 && datum.period !== "undated"' },
            { calculate: 'slice(datum.period, 0, 7)', as: 'period' },
            { calculate: '+slice(datum.period, 0, 4) + (+slice(datum.period, 5, 7) - 0.5) / 12', as: 'time' },
            summed,
            label,
          ],
        },
        { color: MUTED, width: 3 },
      ),
      bars(
        'year only',
        34,
        {
          transform: [{ filter: 'length(datum.period + "") === 4' }, { calculate: '+datum.period + 0.5', as: 'time' }, summed, label],
        },
        { color: OTHER_COLOR, opacity: 0.7, width: 8 },
      ),
    ],
    resolve: { scale: { x: 'shared', y: 'independent' } },
  });
}
