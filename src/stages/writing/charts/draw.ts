/** The only door to vega and vega-lite: a spec → SVG, without a browser. */
import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { escapeHtml } from '../report/html.ts';
import { VARIABLES } from './palette.ts';
import type { Spec } from './spec.ts';

/** SVG for the page: it scales, follows light and dark, says what each point is, and holds nothing but shapes, text and links within the page. */
export async function drawChart(spec: Spec): Promise<string> {
  const view = new View(parse(compile(spec as unknown as TopLevelSpec).spec), { renderer: 'none', logger: SILENT });
  const svg = await view.toSVG();
  view.finalize();
  const label = escapeHtml(String(spec.description));
  return withTitles(withVariables(svg)).replace('<svg ', () => `<svg role="group" aria-label="${label}" `);
}

/** Warnings about empty data are no news: a chart without data is not drawn. */
const SILENT = { level: () => SILENT, error: () => SILENT, warn: () => SILENT, info: () => SILENT, debug: () => SILENT } as never;

function withVariables(svg: string): string {
  return svg.replace(/"(#[0-9a-f]{6})"/g, (whole, color: string) =>
    VARIABLES[color] === undefined ? whole : `"var(${VARIABLES[color]})"`,
  );
}

/** What a screen reader says a mouse shows too. */
function withTitles(svg: string): string {
  return svg.replace(
    /(<path aria-label="([^"]*)" role="graphics-symbol" aria-roledescription="(?:point|bar)"[^>]*)\/>/g,
    '$1><title>$2</title></path>',
  );
}
