import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drawChart } from '../../../../src/stages/writing/charts/draw.ts';
import type { Spec } from '../../../../src/stages/writing/charts/spec.ts';
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
