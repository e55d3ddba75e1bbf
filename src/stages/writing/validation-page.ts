/** validation.html: how far the tables can be relied on, in the style of the report. */
import type { ConfusionRow, ExternalRow, FigureRow, ValidationSummary } from '../../core/validation.ts';
import { html, type Markup, trusted } from './html.ts';
import { section, table } from './report/section.ts';
import { STYLE } from './report/style.ts';
import type { ValidationRows } from './validation-tables.ts';

/** The page, whole in one file, without scripts. */
export function writeValidationPage(job: string, summary: ValidationSummary, rows: ValidationRows): string {
  const body = [
    agreementSection(rows),
    figuresSection(rows.figures),
    meansSection(rows.figures),
    ...(rows.external.length > 0 ? [externalSection(rows.external)] : []),
    confusionSection(rows.confusion),
    disagreementSection(rows),
  ];
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark"><title>Validation of ${job}</title><link rel="icon" href="data:,"><style>${trusted(STYLE)}</style></head>
<body><header><h1>Validation of ${job}</h1><p class="lead">${summary.sentence}</p></header><main>${body}</main>
<footer><p>methods.md beside this page has text for a methods section, the CSV files have every figure.</p></footer></body></html>
`.markup;
}

const decimal = (value: number | null): string => (value === null ? '–' : value.toFixed(2));
const percent = (share: number | null): string => (share === null ? '–' : `${Math.round(100 * share)} %`);
const between = (interval: { readonly low: number; readonly high: number } | null): string =>
  interval === null ? '–' : `${decimal(interval.low)} to ${decimal(interval.high)}`;

function agreementSection({ agreement }: ValidationRows): Markup {
  return section(
    'agreement',
    'How well the coders agree',
    table(
      "Krippendorff's alpha by question",
      [
        { name: 'question', cell: ({ question }) => question.replaceAll('_', ' ') },
        { name: 'coded twice', isNumber: true, cell: ({ statements }) => statements },
        { name: 'same answer', isNumber: true, cell: ({ same }) => percent(same) },
        { name: 'alpha, nominal', isNumber: true, cell: ({ nominal }) => decimal(nominal.alpha) },
        { name: '95 % interval', isNumber: true, cell: ({ nominal }) => between(nominal.interval) },
        { name: 'alpha, ordinal', isNumber: true, cell: ({ ordinal }) => decimal(ordinal.alpha) },
        { name: '95 % interval', isNumber: true, cell: ({ ordinal }) => between(ordinal.interval) },
      ],
      agreement,
    ),
  );
}

function figuresSection(figures: readonly FigureRow[]): Markup {
  return section(
    'figures',
    'How well detente does',
    html`<p>Shares are weighted to all statements of the job.</p>`,
    table(
      'Figures by group',
      [
        { name: 'group', cell: ({ group }) => group },
        { name: '', cell: ({ value }) => value },
        { name: 'coded', isNumber: true, cell: ({ coded }) => coded },
        { name: 'is a statement', isNumber: true, cell: (row) => percent(row.statementPrecision) },
        { name: 'speaker right', isNumber: true, cell: (row) => percent(row.speakerPrecision) },
        { name: 'date right', isNumber: true, cell: (row) => percent(row.datePrecision) },
        { name: 'relevance, P', isNumber: true, cell: (row) => percent(row.relevancePrecision) },
        { name: 'R', isNumber: true, cell: (row) => percent(row.relevanceRecall) },
        { name: 'same label', isNumber: true, cell: (row) => percent(row.sameLabel) },
        { name: 'wrong sign', isNumber: true, cell: (row) => percent(row.wrongSign) },
        { name: 'bias', isNumber: true, cell: (row) => decimal(row.bias) },
        { name: 'slope', isNumber: true, cell: (row) => decimal(row.slope) },
        { name: 'r', isNumber: true, cell: (row) => decimal(row.r) },
      ],
      figures,
    ),
  );
}

function meansSection(figures: readonly FigureRow[]): Markup {
  return section(
    'means',
    'Means, corrected',
    table(
      'Mean tone by detente, corrected, and by the codes alone',
      [
        { name: '', cell: ({ group, value }) => (group === 'whole' ? 'all statements' : value) },
        { name: 'detente', isNumber: true, cell: ({ mean }) => decimal(mean) },
        { name: 'corrected', isNumber: true, cell: ({ corrected }) => decimal(corrected?.mean ?? null) },
        { name: '95 % interval', isNumber: true, cell: ({ corrected }) => between(corrected) },
        { name: 'codes alone', isNumber: true, cell: ({ codesAlone }) => decimal(codesAlone?.mean ?? null) },
        { name: '95 % interval', isNumber: true, cell: ({ codesAlone }) => between(codesAlone) },
      ],
      figures.filter(({ mean }) => mean !== null),
    ),
  );
}

function externalSection(external: readonly ExternalRow[]): Markup {
  return section(
    'external',
    'Beside series from elsewhere',
    html`<p>Correlation of yearly means with what external-series.csv has. Two series that both fall for years correlate whatever they measure; changes from one year to the next tell more. The interval takes years for independent and is too narrow rather than too wide.</p>`,
    table(
      'Correlations',
      [
        { name: 'series', cell: ({ series }) => series },
        { name: 'side', cell: ({ side }) => side ?? 'all statements' },
        { name: 'years', isNumber: true, cell: ({ years }) => years },
        { name: 'from', isNumber: true, cell: ({ first }) => first ?? '–' },
        { name: 'to', isNumber: true, cell: ({ last }) => last ?? '–' },
        { name: 'r', isNumber: true, cell: ({ r }) => decimal(r) },
        { name: '95 % interval', isNumber: true, cell: ({ interval }) => between(interval) },
        { name: 'r of changes', isNumber: true, cell: ({ changes }) => decimal(changes) },
        { name: 'r, corrected', isNumber: true, cell: ({ corrected }) => decimal(corrected) },
      ],
      external,
    ),
  );
}

function confusionSection(confusion: readonly ConfusionRow[]): Markup {
  return section(
    'confusion',
    "The coders' label and detente's",
    table(
      'Statements by both labels',
      [
        { name: 'coders', cell: ({ coders }) => coders },
        { name: 'detente', cell: ({ detente }) => detente },
        { name: 'statements', isNumber: true, cell: ({ statements }) => statements },
        { name: 'of all', isNumber: true, cell: ({ share }) => percent(share) },
      ],
      confusion.filter(({ statements }) => statements > 0),
    ),
  );
}

/** The page shows so many; disagreements.csv has them all. */
const SHOWN = 100;

function disagreementSection({ disagreements }: ValidationRows): Markup {
  return section(
    'disagreements',
    'Where they differ',
    html`<p>${disagreements.length} in all; disagreements.csv lists every one.</p>`,
    table(
      'Disagreements',
      [
        { name: 'between', cell: (row) => (row.between === 'coders' ? 'coders' : 'coders and detente') },
        { name: 'question', cell: ({ question }) => question.replaceAll('_', ' ') },
        { name: 'coders', cell: ({ coders }) => coders },
        { name: 'detente', cell: ({ detente }) => detente ?? '' },
        { name: 'who', cell: ({ speaker }) => speaker ?? '' },
        { name: 'text', cell: ({ text }) => text },
      ],
      disagreements.slice(0, SHOWN),
    ),
  );
}
