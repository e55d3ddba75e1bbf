/** A chart on the page: the picture for a wide and a narrow screen, buttons to save it, and its figures as a table. */
import { counted, thousands } from '../../../core/counted.ts';
import { drawChart } from '../charts/draw.ts';
import type { Spec } from '../charts/spec.ts';
import { html, type Markup, trusted, type Value } from '../html.ts';
import type { Published } from '../published.ts';
import { folds } from './section.ts';

/** Pixels of the two pictures. */
export const WIDE = 860;
export const NARROW = 342;

export interface Figure {
  /** File name of what is saved, without its ending. */
  readonly name: string;
  readonly draw: (width: number) => Spec;
  /** Under the chart, within the picture. */
  readonly source: string;
  /** Whether readers have checked the scores on these texts. */
  readonly validation: string;
  /** The figures of the chart. */
  readonly table: Markup;
  /** Where "past this chart" leads. */
  readonly next: string;
  /** Folded parts beside the figures. */
  readonly more?: Value;
}

/** The figure; the buttons need scripts and show only where there are some. */
export async function figure({ name, draw, source, validation, table, next, more = null }: Figure): Promise<Markup> {
  const [wide, narrow] = [await drawChart(draw(WIDE), source), await drawChart(draw(NARROW), source)];
  return html`<figure data-name="${name}"><p class="badge">${validation} <a class="skip" href="#${next}">past this chart</a></p>
<div class="wide">${trusted(wide)}</div><div class="narrow">${trusted(narrow)}</div>
${folds(
  html`<div class="tools" hidden><button type="button" data-save="png">PNG</button><button type="button" data-save="svg">SVG</button><button type="button" data-save="csv">CSV</button></div>`,
  html`<details><summary>The figures</summary>${table}</details>`,
  more,
)}</figure>
`;
}

/** Said beside every chart: whether people have coded statements of these texts. */
export function validationNote(published: Published): string {
  const coded = codedStatements(published);
  return coded === 0 ? 'Not validated on your texts.' : `Corrected by ${counted(coded, 'coded statement')} of these texts.`;
}

/** Said beside charts of means that stay as they were scored. */
export function uncorrectedNote(published: Published): string {
  const coded = codedStatements(published);
  return coded === 0 ? validationNote(published) : `As scored, not corrected by the ${counted(coded, 'coded statement')} of these texts.`;
}

/** Statements with a usable code; none where there is no sample. */
export function codedStatements({ validation }: Published): number {
  return validation?.coded ?? 0;
}

/** Outlets that a source names. */
const NAMED = 3;

/** "Source: Harbor Ledger, Meridian Wire and 5 more; detente 0.1.0, run 2026-11-29; n = 169 statements". */
export function sourceOf({ grouped, facts }: Published, statements: number): string {
  const counts = new Map<string, number>();
  for (const { outlet, articles } of grouped.coverage) if (outlet !== 'unknown') counts.set(outlet, (counts.get(outlet) ?? 0) + articles);
  const outlets = [...counts]
    .filter(([, articles]) => articles > 0)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([outlet]) => outlet);
  const more = outlets.length - NAMED;
  const names =
    outlets.length === 0
      ? 'articles without a named outlet'
      : `${outlets.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  return `Source: ${names}; detente ${facts.versions.detente ?? ''}, run ${facts.date}; n = ${thousands(statements)} statements.`;
}
