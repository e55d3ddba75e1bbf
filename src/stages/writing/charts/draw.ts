/** The only door to vega and vega-lite: a spec → SVG, without a browser. */
import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { escapeHtml } from '../html.ts';
import { VARIABLES } from './palette.ts';
import { type Spec, wrapText } from './spec.ts';

/** SVG for the page: it scales, follows light and dark, says what each point is, and holds nothing but shapes, text and links within the page. */
export async function drawChart(spec: Spec, footer = ''): Promise<string> {
  const view = new vega.View(vega.parse(compile(spec as unknown as TopLevelSpec).spec), { renderer: 'none', logger: SILENT });
  const svg = await view.toSVG();
  view.finalize();
  const label = escapeHtml(String(spec.description));
  return withTitles(withVariables(withFooter(svg, footer))).replace('<svg ', () => `<svg role="group" aria-label="${label}" `);
}

/** Warnings about empty data are no news: a chart without data is not drawn. */
const SILENT = { level: () => SILENT, error: () => SILENT, warn: () => SILENT, info: () => SILENT, debug: () => SILENT } as never;

/** Widths of letters in ems, of a common sans serif: without a canvas Vega takes 0.8 for every letter, and leaves room for half as much again. */
const WIDTHS: readonly (readonly [letters: RegExp, ems: number])[] = [
  [/[ijlI.,:;'’|!()[\] ]/, 0.35],
  [/[ftr/-]/, 0.42],
  [/[mwMW%@]/, 0.95],
  [/[A-Z&]/, 0.74],
];

/** Pixels of a text at a font size. */
function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const letter of text) ems += WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? 0.63;
  return ems * size;
}

// The types of vega do not know its door for exactly this.
const { textMetrics } = vega as unknown as { textMetrics: { width: (item: { readonly fontSize?: number }, text: unknown) => number } };
textMetrics.width = ({ fontSize }, text) => textWidth(String(text ?? ''), fontSize ?? 11);

const FOOTER_LETTER = 5.6;
const FOOTER_LINE = 14;

/** The source under the chart, within the picture, so that a screenshot carries it. */
function withFooter(svg: string, footer: string): string {
  const size = /width="([\d.]+)" height="([\d.]+)" viewBox="0 0 [\d.]+ [\d.]+"/.exec(svg);
  if (footer === '' || size === null) return svg;
  const [found, width = '0', height = '0'] = size;
  const lines = wrapText(footer, Number(width) / FOOTER_LETTER);
  const tall = Number(height) + lines.length * FOOTER_LINE + 8;
  const texts = lines.map(
    (line, i) => `<text x="0" y="${Number(height) + 12 + i * FOOTER_LINE}" font-size="11" fill="#5b6672">${escapeHtml(line)}</text>`,
  );
  return svg
    .replace(found, () => `width="${width}" height="${tall}" viewBox="0 0 ${width} ${tall}"`)
    .replace(/<\/svg>\s*$/, () => `<g font-family="system-ui, sans-serif">${texts.join('')}</g></svg>`);
}

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
