/** Which outlet brought how many articles in which month: an outlet that falls silent is a row that ends. */
import { INK } from './palette.ts';
import { type ChartData, chart, type Heading, headingOf, type Spec } from './spec.ts';

const ROW = 18;

/** A field of outlets and months; `months` and `outlets` give the order of columns and rows. */
export function outletsChart(
  data: ChartData,
  parts: { readonly width: number; readonly heading: Heading; readonly months: readonly string[]; readonly outlets: readonly string[] },
): Spec {
  const { width, heading, months, outlets } = parts;
  const isNarrow = width < 500;
  const names = isNarrow ? 90 : 170;
  return chart(`${heading.title}. ${heading.subtitle}`, data, {
    title: headingOf(heading, width),
    ...{ width: width - names - 10, height: outlets.length * ROW },
    transform: [{ calculate: "datum.outlet + ', ' + datum.month + ': ' + datum.articles + ' articles'", as: 'label' }],
    mark: { type: 'rect', color: INK },
    encoding: {
      x: {
        ...{ field: 'month', type: 'ordinal', scale: { domain: months, paddingInner: 0.1 } },
        axis: {
          title: null,
          labelAngle: 0,
          labelOverlap: true,
          ticks: false,
          domain: false,
          values: months.filter((month) => /-0[17]$/.test(month)),
        },
      },
      y: {
        ...{ field: 'outlet', type: 'nominal', scale: { domain: outlets, paddingInner: 0.15 } },
        axis: { title: null, labelLimit: names - 8, ticks: false, domain: false },
      },
      // Few and many are told apart where one outlet brings a hundred times what another does.
      opacity: { field: 'articles', type: 'quantitative', scale: { type: 'log', range: [0.18, 0.95], nice: false }, legend: null },
      description: { field: 'label', type: 'nominal' },
    },
  });
}
