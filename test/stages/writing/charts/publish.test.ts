import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drawChart } from '../../../../src/stages/writing/charts/draw.ts';
import { chart, expressionOf, type Spec } from '../../../../src/stages/writing/charts/spec.ts';
import { publishTenYears } from '../made.ts';

/** The chart as a dashboard would draw it, with the published table in place of its address. */
function withTable(text: string | undefined, files: Readonly<Record<string, string>>): Spec {
  const spec = JSON.parse(text ?? '{}') as Spec & { data: { url: string } };
  const name = spec.data.url.replace('../', '');
  expect(Object.keys(files)).toContain(name);
  return { ...spec, data: { values: files[name], format: { type: 'csv' } } };
}

test('every published chart draws itself from the table that it names', async () => {
  const files = await publishTenYears();
  const marks = {
    sides: /aria-roledescription="point"/g,
    speakers: /aria-roledescription="point"/g,
    terms: /aria-roledescription="point"/g,
    coverage: /aria-roledescription="bar"/g,
  };
  for (const [name, mark] of Object.entries(marks)) {
    const svg = await drawChart(withTable(files[`charts/${name}.vl.json`], files));
    expect([name, (svg.match(mark) ?? []).length]).toEqual([name, expect.toSatisfy((count: number) => count >= 2)]);
  }
});

test('the dashboard example draws years.csv', async () => {
  const files = await publishTenYears();
  const svg = await drawChart(withTable(readFileSync('jobs/dashboard/years.vl.json', 'utf8'), files));
  expect((svg.match(/aria-roledescription="point"/g) ?? []).length).toBe(10);
});

test('a chart follows light and dark: its colours are variables of the page', async () => {
  const files = await publishTenYears();
  const svg = await drawChart(withTable(files['charts/sides.vl.json'], files));
  expect(svg).toContain('var(--side-1)');
  expect(svg).not.toMatch(/"#[0-9a-f]{6}"/);
});

test('a name is drawn whatever it is made of', async () => {
  const names = ['Ada\u2028Bell', 'Ada \u202eBell', '\u0000', '"]; x', '\\', '\\u0041', 'Łukasz 😀', '\ud800', '\r\n', '</script>'];
  for (const name of names) {
    const spec = chart(
      'names',
      { values: [{ at: 0 }] },
      {
        mark: 'point',
        encoding: { x: { field: 'at', type: 'ordinal', axis: { labelExpr: `${expressionOf([name])}[datum.value]` } } },
      },
    );
    await expect(drawChart(spec)).resolves.toContain('<svg');
  }
});
