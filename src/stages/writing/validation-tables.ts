/** agreement.csv, validation.csv, confusion.csv, disagreements.csv and external.csv, beside the sheets of a sample. */
import type { Interval } from '../../core/model/trends.ts';
import type { AgreementRow, ConfusionRow, DisagreementRow, ExternalRow, FigureRow } from '../../core/validation.ts';
import type { Column } from './column.ts';
import { formatHeader, formatRows } from './csv.ts';

type Cell = string | number | null;

function column<Row>(name: string, type: Column<Row>['type'], cell: (row: Row) => Cell): Column<Row> {
  return { name, type, description: '', cell };
}
const text = <Row>(name: string, cell: (row: Row) => string | null) => column(name, 'string', cell);
const count = <Row>(name: string, cell: (row: Row) => number | null) => column(name, 'integer', cell);
const figure = <Row>(name: string, cell: (row: Row) => number | null) => column(name, 'number', cell);

/** A figure with the two ends of its interval. */
function bounded<Row>(name: string, value: (row: Row) => number | null, interval: (row: Row) => Interval | null): readonly Column<Row>[] {
  return [
    figure(name, value),
    figure(`${name}_low`, (row: Row) => interval(row)?.low ?? null),
    figure(`${name}_high`, (row: Row) => interval(row)?.high ?? null),
  ];
}

const AGREEMENT: readonly Column<AgreementRow>[] = [
  text('question', ({ question }) => question),
  count('statements', ({ statements }) => statements),
  count('coders', ({ coders }) => coders),
  figure('same_answer', ({ same }) => same),
  ...bounded<AgreementRow>(
    'alpha_nominal',
    ({ nominal }) => nominal.alpha,
    ({ nominal }) => nominal.interval,
  ),
  ...bounded<AgreementRow>(
    'alpha_ordinal',
    ({ ordinal }) => ordinal.alpha,
    ({ ordinal }) => ordinal.interval,
  ),
];

const FIGURES: readonly Column<FigureRow>[] = [
  text('group', ({ group }) => group),
  text('value', ({ value }) => value),
  count('coded', ({ coded }) => coded),
  figure('statement_precision', ({ statementPrecision }) => statementPrecision),
  figure('speaker_precision', ({ speakerPrecision }) => speakerPrecision),
  figure('date_precision', ({ datePrecision }) => datePrecision),
  figure('relevance_precision', ({ relevancePrecision }) => relevancePrecision),
  figure('relevance_recall', ({ relevanceRecall }) => relevanceRecall),
  figure('relevance_f1', ({ relevanceF1 }) => relevanceF1),
  figure('label_accuracy', ({ sameLabel }) => sameLabel),
  figure('label_macro_f1', ({ macroF1 }) => macroF1),
  figure('wrong_sign', ({ wrongSign }) => wrongSign),
  figure('bias', ({ bias }) => bias),
  figure('slope', ({ slope }) => slope),
  figure('r', ({ r }) => r),
  figure('mean', ({ mean }) => mean),
  ...bounded<FigureRow>(
    'corrected',
    ({ corrected }) => corrected?.mean ?? null,
    ({ corrected }) => corrected,
  ),
  text('corrected_basis', ({ corrected }) => corrected?.basis ?? null),
  ...bounded<FigureRow>(
    'codes_alone',
    ({ codesAlone }) => codesAlone?.mean ?? null,
    ({ codesAlone }) => codesAlone,
  ),
];

const CONFUSION: readonly Column<ConfusionRow>[] = [
  text('coders', ({ coders }) => coders),
  text('detente', ({ detente }) => detente),
  count('statements', ({ statements }) => statements),
  figure('share', ({ share }) => share),
];

const DISAGREEMENTS: readonly Column<DisagreementRow>[] = [
  text('id', ({ id }) => id),
  text('between', ({ between }) => between),
  text('question', ({ question }) => question),
  text('coders', ({ coders }) => coders),
  text('detente', ({ detente }) => detente),
  text('speaker', ({ speaker }) => speaker),
  text('said', ({ said }) => said),
  text('text', (row) => row.text),
];

const EXTERNAL: readonly Column<ExternalRow>[] = [
  text('series', ({ series }) => series),
  text('side', ({ side }) => side),
  count('years', ({ years }) => years),
  count('first_year', ({ first }) => first),
  count('last_year', ({ last }) => last),
  ...bounded<ExternalRow>(
    'r',
    ({ r }) => r,
    ({ interval }) => interval,
  ),
  figure('r_changes', ({ changes }) => changes),
  figure('r_corrected', ({ corrected }) => corrected),
];

/** Rows of the tables; external.csv is written where there is a series from elsewhere. */
export interface ValidationRows {
  readonly agreement: readonly AgreementRow[];
  readonly figures: readonly FigureRow[];
  readonly confusion: readonly ConfusionRow[];
  readonly disagreements: readonly DisagreementRow[];
  readonly external: readonly ExternalRow[];
}

/** File name → CSV. */
export function validationTables({
  agreement,
  figures,
  confusion,
  disagreements,
  external,
}: ValidationRows): Readonly<Record<string, string>> {
  const csv = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string =>
    `${formatHeader(columns, false)}${formatRows(columns, rows)}`;
  return {
    'agreement.csv': csv(AGREEMENT, agreement),
    'validation.csv': csv(FIGURES, figures),
    'confusion.csv': csv(CONFUSION, confusion),
    'disagreements.csv': csv(DISAGREEMENTS, disagreements),
    ...(external.length > 0 && { 'external.csv': csv(EXTERNAL, external) }),
  };
}
