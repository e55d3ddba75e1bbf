import { expect, test } from 'vitest';
import { warnings } from '../../../../src/stages/writing/report/findings.ts';

type Published = Parameters<typeof warnings>[0];

/** The newest statements of a year, as far as a warning looks at them. */
const published = (articles: readonly { readonly outlet: string; readonly title: string | null }[]): Published =>
  ({
    facts: { sides: ['US', 'Russia'] },
    trends: { rows: { side: [{ group: { side: 'US', year: 2019, period: '2019', relevant: articles.length } }] } },
    listing: {
      rows: articles.map((article, i) => ({
        ...{ tone: 0, said: '2019-12-24', side: 'US', speaker: `Speaker ${i}`, path: 'news.jsonl', url: null, ...article },
      })),
    },
  }) as unknown as Published;

const many = (count: number, title: (i: number) => string | null, outlet = (i: number) => `Outlet ${i}`) =>
  Array.from({ length: count }, (_, i) => ({ outlet: outlet(i), title: title(i) }));

test.each([
  ['articles of one file without a title, which differ by outlet', many(12, () => null), []],
  ['few articles', many(3, (i) => `Title ${i}`), ['2019 rests on 3 articles only.']],
  [
    'many statements from one article',
    [
      ...many(11, (i) => `Title ${i}`),
      ...many(
        9,
        () => 'Harbour talks',
        () => 'The Quay',
      ),
    ],
    ['45 % of the statements of 2019 come from one article: “Harbour talks”.'],
  ],
])('warns of %s', (_, articles, expected) => {
  expect(warnings(published(articles))).toEqual(expected);
});
