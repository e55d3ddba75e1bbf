/** All that `detente validate` says, and the summary that the page shows. */
import { studentQuantile95 } from '../../core/distributions.ts';
import { groupBy } from '../../core/group-by.ts';
import type { Corrected, PlacedStatement, TrendRow } from '../../core/model/trends.ts';
import type { AgreementRow, DisagreementRow, FigureRow, ValidationSummary } from '../../core/validation.ts';
import { agreementOf, alphaOf } from './alpha.ts';
import { type Answers, YES_NO } from './answers.ts';
import { frameOf, observe, spreadOfRows } from './correct.ts';
import { correctRow } from './correct-row.ts';
import { calibrationFigures, codedLabel, codesOf, type Judged, labelFigures, relevanceFigures, shareOfYes } from './figures.ts';
import { counts, type Labels } from './labels.ts';
import { fitModel } from './model.ts';
import { effectiveCount, type Observation, squaredErrorOf, weightedMean } from './observation.ts';
import { summarySentence } from './sentence.ts';
import type { CodedRow } from './sheet.ts';

/** What a report is made from. `rows` are of all statements and of each side, over all time. */
export interface ReportRequest {
  readonly labels: Labels;
  readonly rows: readonly CodedRow[];
  readonly sides: readonly string[];
  readonly whole: readonly TrendRow[];
  readonly bySide: readonly TrendRow[];
}

/** The tables of a validation. */
export interface ValidationReport {
  readonly summary: ValidationSummary;
  readonly agreement: readonly AgreementRow[];
  readonly figures: readonly FigureRow[];
  readonly disagreements: readonly DisagreementRow[];
  readonly judged: readonly Judged[];
}

/** What the page says of the validation: without the intervals of agreement, which take their time. */
export function summariseValidation(request: ReportRequest): ValidationSummary {
  return summaryOf(judgedOf(request), request);
}

/** Works all tables out. */
export function reportOf(request: ReportRequest): ValidationReport {
  const byId = groupBy(request.rows, ({ id }) => id);
  const judged = judgedOf(request);
  return {
    judged,
    agreement: agreementRows(judged),
    figures: figureRows(judged, request),
    disagreements: disagreementsOf(judged, byId),
    summary: summaryOf(judged, request),
  };
}

function judgedOf(request: ReportRequest): readonly Judged[] {
  const byId = groupBy(request.rows, ({ id }) => id);
  return request.labels.statements.map((statement) => ({
    ...statement,
    answers: (byId.get(statement.coded.id) ?? []).map(({ answers }) => answers),
  }));
}

function agreementRows(judged: readonly Judged[]): readonly AgreementRow[] {
  const codes = codesOf(judged.map(({ answers }) => answers));
  return [...YES_NO, 'tone' as const].map((question) => {
    const own = codes[question];
    const pairs = own.flatMap((unit) => unit.flatMap((one, i) => unit.slice(i + 1).map((other) => one === other)));
    return {
      question,
      statements: own.length,
      coders: Math.max(0, ...own.map((unit) => unit.length)),
      same: pairs.length === 0 ? null : pairs.filter(Boolean).length / pairs.length,
      nominal: agreementOf(own, 'nominal'),
      ordinal: agreementOf(own, 'ordinal'),
    };
  });
}

/** Words of a statement that is called short, and of one that is called long. */
const SHORT = 12;
const LONG = 35;

const DIVISIONS: readonly (readonly [group: string, nameOf: (place: PlacedStatement) => string])[] = [
  ['whole', () => 'all'],
  ['side', ({ side }) => side],
  ['kind', ({ kind }) => kind],
  ['outlet', ({ outlet }) => outlet],
  ['period', ({ year }) => year],
  ['length', ({ text }) => lengthName(text.split(/\s+/).length)],
];

function lengthName(words: number): string {
  return words <= SHORT ? `up to ${SHORT} words` : words <= LONG ? `${SHORT + 1} to ${LONG} words` : `more than ${LONG} words`;
}

function figureRows(judged: readonly Judged[], request: ReportRequest): readonly FigureRow[] {
  return DIVISIONS.flatMap(([group, nameOf]) => {
    const values = [...groupBy(judged, ({ place }) => nameOf(place))].sort(([a], [b]) => (a < b ? -1 : 1));
    return values.map(([value, own]) => ({ group, value, ...figuresOf(own), ...meansOf(group, value, judged, request) }));
  });
}

function figuresOf(own: readonly Judged[]) {
  const relevance = relevanceFigures(own);
  const labels = labelFigures(own);
  return {
    coded: own.length,
    statementPrecision: shareOfYes(own, 'is_statement'),
    speakerPrecision: shareOfYes(own, 'speaker_right'),
    datePrecision: shareOfYes(own, 'date_right'),
    ...{ relevancePrecision: relevance.precision, relevanceRecall: relevance.recall, relevanceF1: relevance.f1 },
    ...{ sameLabel: labels.same, macroF1: labels.macroF1, wrongSign: labels.wrongSign },
    ...calibrationFigures(own),
  };
}

const NO_MEANS = { mean: null, corrected: null, codesAlone: null };

function meansOf(
  group: string,
  value: string,
  judged: readonly Judged[],
  request: ReportRequest,
): Pick<FigureRow, 'mean' | 'corrected' | 'codesAlone'> {
  const isSide = group === 'side';
  if (group !== 'whole' && !isSide) return NO_MEANS;
  const row = isSide ? request.bySide.find((each) => each.group.side === value) : request.whole[0];
  const all = judged.map((statement) => observe(statement, request.sides, isSide));
  const members = all.filter((_, i) => !isSide || judged[i]?.place.side === value);
  if (row === undefined) return NO_MEANS;
  return { mean: row.mean, corrected: correctedOf(row, members, all), codesAlone: codesAlone(members) };
}

function correctedOf(row: TrendRow, members: readonly Observation[], all: readonly Observation[]): Corrected | null {
  const model = fitModel(all);
  return model && correctRow(frameOf(row), members, { model, spread: spreadOfRows([members], model) });
}

/** The mean by the codes alone, as without detente: what a correction is to be narrower than. */
function codesAlone(members: readonly Observation[]): FigureRow['codesAlone'] {
  const share = members.length < 3 ? 0 : weightedMean(members, (item) => item.truth);
  if (share === 0) return null;
  const mean = weightedMean(members, (item) => item.truthTone) / share;
  const error = Math.sqrt(squaredErrorOf(members, (item) => item.truthTone - mean * item.truth)) / share;
  const half = studentQuantile95(Math.max(1, effectiveCount(members) - 1)) * error;
  return { mean, low: Math.max(-1, mean - half), high: Math.min(1, mean + half) };
}

/** Coders differ where a yes meets a no, or two tones lie two steps apart; the coders and detente, where their labels do. */
function disagreementsOf(judged: readonly Judged[], byId: ReadonlyMap<string, readonly CodedRow[]>): readonly DisagreementRow[] {
  return judged.flatMap((statement): readonly DisagreementRow[] => {
    const { place, coded } = statement;
    const rows = byId.get(coded.id) ?? [];
    const told = { id: coded.id, speaker: place.speaker, said: place.said, text: place.text };
    const list = (value: (answers: Answers) => string): string =>
      rows.map(({ coder, answers }) => `${coder}: ${value(answers)}`).join('; ');
    const yesNo = YES_NO.filter(
      (question) => new Set(rows.map(({ answers }) => answers[question]).filter((value) => value !== null)).size > 1,
    );
    const tones = rows.flatMap(({ answers }) => (counts(answers) && answers.tone !== null ? [answers.tone] : []));
    const between = { ...told, between: 'coders' as const, detente: null };
    const spoken = (value: boolean | null): string => (value === null ? 'no answer' : value ? 'yes' : 'no');
    const label = place.label ?? 'irrelevant';
    return [
      ...yesNo.map((question) => ({ ...between, question, coders: list((answers) => spoken(answers[question])) })),
      ...(Math.max(...tones) - Math.min(...tones) >= 2
        ? [{ ...between, question: 'tone', coders: list((answers) => String(answers.tone ?? 'no answer')) }]
        : []),
      ...(codedLabel(statement) === label
        ? []
        : [
            {
              ...told,
              between: 'detente' as const,
              question: 'label',
              coders: `${codedLabel(statement)} (${list((answers) => String(answers.tone ?? 'no tone'))})`,
              detente: label,
            },
          ]),
    ];
  });
}

function summaryOf(judged: readonly Judged[], request: ReportRequest): ValidationSummary {
  const { labels, rows, bySide, sides } = request;
  const facts = {
    coded: judged.length,
    coders: new Set(rows.map(({ coder }) => coder)).size,
    twice: judged.filter(({ answers }) => answers.length >= 2).length,
    alpha: alphaOf(codesOf(judged.map(({ answers }) => answers)).tone, 'ordinal'),
    sameLabel: labelFigures(judged).same,
    sides: sides.map((side) => ({
      side,
      mean: bySide.find(({ group }) => group.side === side)?.mean ?? null,
      corrected: meansOf('side', side, judged, request).corrected,
    })),
    vanished: labels.vanished.length,
    changed: labels.changed.length,
  };
  return { ...facts, sentence: summarySentence(facts) };
}
