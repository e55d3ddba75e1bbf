/** Which terms moved the mean score between two years: what each added per statement in either. */
import { INK, MUTED, NEGATIVE, POSITIVE } from './palette.ts';
import { type ChartData, chart, type Heading, headingOf, type Spec, TARGET } from './spec.ts';

export interface TermsOptions {
  readonly year: number;
  readonly width: number;
  readonly heading: Heading;
}

/** The chart of terms.csv, for one year. On the page `label` holds the words as printed, and `counts` the statements of both years. */
export function termsChart(data: ChartData, { year, width, heading }: TermsOptions): Spec {
  const names = width < 500 ? 120 : 170;
  const counts = 84;
  const y = {
    ...{ field: 'shown', type: 'nominal', title: null, sort: { field: 'order', op: 'min' } },
    axis: { domain: false, ticks: false, labelColor: INK, labelLimit: names - 8, labelFontSize: 12 },
  };
  const x = {
    ...{ field: 'now', type: 'quantitative', title: null },
    axis: {
      tickCount: 5,
      grid: true,
      orient: 'top',
      domain: false,
      ticks: false,
      labelExpr: "datum.value === 0 ? '0' : (datum.value < 0 ? '−' : '+') + format(abs(datum.value), '.3~f')",
    },
  };
  const color = { condition: { test: 'datum.now + datum.before < 0', value: NEGATIVE }, value: POSITIVE };
  const point = (field: string, filled: boolean) => ({
    mark: { type: 'point', filled, opacity: 1, size: filled ? 60 : 40, strokeWidth: 1.5, aria: false },
    encoding: { y, x: { ...x, field }, color },
  });
  const target = { y, x, href: { field: 'href', type: 'nominal' }, description: { field: 'note', type: 'nominal' } };
  return chart(`${heading.title}. ${heading.subtitle}`, data, {
    title: headingOf(heading, width),
    ...{ width: width - names - counts, height: { step: 25 } },
    transform: [
      { filter: `datum.year == ${year} && isValid(datum.change) && datum.change !== ''` },
      { calculate: '+datum.points', as: 'now' },
      { calculate: '+datum.points - +datum.change', as: 'before' },
      { calculate: 'abs(+datum.change)', as: 'size' },
      { calculate: 'isValid(datum.label) ? datum.label : datum.term', as: 'shown' },
      { window: [{ op: 'row_number', as: 'order' }], sort: [{ field: 'size', order: 'descending' }, { field: 'term' }] },
      { filter: 'datum.order <= 14' },
    ],
    layer: [
      {
        mark: { type: 'rule', color: MUTED, strokeDash: [2, 2], opacity: 0.7, aria: false },
        encoding: { x: { datum: 0, type: 'quantitative' } },
      },
      {
        mark: { type: 'rule', strokeWidth: 2, opacity: 0.45, aria: false },
        encoding: { y, x: { ...x, field: 'before' }, x2: { field: 'now' }, color },
      },
      point('before', false),
      point('now', true),
      { mark: TARGET, encoding: target },
      {
        mark: { type: 'text', align: 'right', fontSize: 11, color: MUTED, aria: false },
        encoding: { y, x: { value: width - names }, text: { field: 'counts', type: 'nominal' } },
      },
    ],
  });
}
