/** How well detente does on coded statements: precision, recall, labels, calibration; every share weighted to all statements by one over the chance of being drawn. */
import type { ConfusionRow } from '../../core/validation.ts';
import { type Answers, YES_NO, type YesNo } from './answers.ts';
import type { CodedPlace } from './correct.ts';
import { counts } from './labels.ts';

/** A coded statement with the answers of everybody who coded it. */
export interface Judged extends CodedPlace {
  readonly answers: readonly Answers[];
}

/** On the scale from -1 to 1 a mean of the coders from here on has a sign: half a step of theirs. */
const SIGNED = 0.25;

const LABELS = ['negative', 'neutral', 'positive'] as const;
type Label = (typeof LABELS)[number] | 'irrelevant';

/** The coders' label: what most call irrelevant is that, otherwise the sign of their mean. */
export function codedLabel({ coded }: CodedPlace): Label {
  if (coded.relevant < 0.5) return 'irrelevant';
  const mean = coded.tone / coded.relevant;
  return mean >= SIGNED ? 'positive' : mean <= -SIGNED ? 'negative' : 'neutral';
}

function scoredLabel({ place }: CodedPlace): Label {
  return place.label ?? 'irrelevant';
}

const weightOf = ({ coded }: CodedPlace): number => 1 / coded.probability;

/** Σ w over those that hold, against Σ w over all; null where there is nothing. */
export function weightedShare<T extends CodedPlace>(items: readonly T[], holds: (item: T) => number): number | null {
  const total = items.reduce((sum, item) => sum + weightOf(item), 0);
  return total === 0 ? null : items.reduce((sum, item) => sum + weightOf(item) * holds(item), 0) / total;
}

/** Share of yes to a question of the sheet, of the statements that it was answered for. */
export function shareOfYes(items: readonly Judged[], question: YesNo): number | null {
  const answered = items.filter(({ answers }) => answers.some((each) => each[question] !== null));
  return weightedShare(answered, ({ answers }) => {
    const given = answers.filter((each) => each[question] !== null);
    return given.filter((each) => each[question]).length / given.length;
  });
}

/** Precision, recall and F1 of what detente calls relevant. */
export function relevanceFigures(items: readonly Judged[]): Readonly<Record<'precision' | 'recall' | 'f1', number | null>> {
  const called = items.filter(({ place }) => place.tone !== null);
  const precision = weightedShare(called, ({ coded }) => coded.relevant);
  const true_ = items.reduce((sum, item) => sum + weightOf(item) * item.coded.relevant, 0);
  const found = called.reduce((sum, item) => sum + weightOf(item) * item.coded.relevant, 0);
  const recall = true_ === 0 ? null : found / true_;
  return {
    precision,
    recall,
    f1: precision === null || recall === null || precision + recall === 0 ? null : (2 * precision * recall) / (precision + recall),
  };
}

/** Labels of statements that both call relevant: share that is the same, mean F1 of the three, share of opposite signs among those that the coders give one. */
export function labelFigures(items: readonly Judged[]): Readonly<Record<'same' | 'macroF1' | 'wrongSign', number | null>> {
  const both = items.filter((item) => codedLabel(item) !== 'irrelevant' && scoredLabel(item) !== 'irrelevant');
  const of = (holds: (item: Judged) => boolean): number => both.filter(holds).reduce((sum, item) => sum + weightOf(item), 0);
  const f1 = LABELS.map((label) => {
    const [claimed, actual] = [of((item) => scoredLabel(item) === label), of((item) => codedLabel(item) === label)];
    return claimed + actual === 0
      ? null
      : (2 * of((item) => scoredLabel(item) === label && codedLabel(item) === label)) / (claimed + actual);
  }).filter((value) => value !== null);
  const signed = both.filter((item) => codedLabel(item) !== 'neutral');
  return {
    same: weightedShare(both, (item) => (scoredLabel(item) === codedLabel(item) ? 1 : 0)),
    macroF1: f1.length === 0 ? null : f1.reduce((sum, value) => sum + value, 0) / f1.length,
    wrongSign: weightedShare(signed, (item) => (scoredLabel(item) !== 'neutral' && scoredLabel(item) !== codedLabel(item) ? 1 : 0)),
  };
}

/** Fewer statements than this give no slope and no correlation. */
const FEWEST_TO_CALIBRATE = 10;

/** Detente's tone against the coders', of statements that both call relevant: mean difference, slope of the coders' on detente's, correlation. */
export function calibrationFigures(items: readonly Judged[]): Readonly<Record<'bias' | 'slope' | 'r', number | null>> {
  const both = items.filter(({ coded, place }) => coded.relevant >= 0.5 && place.tone !== null);
  const x = ({ place }: Judged): number => (place.tone ?? 0) / 1e6;
  const y = ({ coded }: Judged): number => coded.tone / coded.relevant;
  const bias = weightedShare(both, (item) => x(item) - y(item));
  const [meanX, meanY] = [weightedShare(both, x) ?? 0, weightedShare(both, y) ?? 0];
  const [xx, yy, xy] = [
    weightedShare(both, (item) => (x(item) - meanX) ** 2) ?? 0,
    weightedShare(both, (item) => (y(item) - meanY) ** 2) ?? 0,
    weightedShare(both, (item) => (x(item) - meanX) * (y(item) - meanY)) ?? 0,
  ];
  const isThin = both.length < FEWEST_TO_CALIBRATE || xx === 0 || yy === 0;
  return { bias, slope: isThin ? null : xy / xx, r: isThin ? null : xy / Math.sqrt(xx * yy) };
}

/** The coders' labels by detente's, all that occur. */
export function confusionOf(items: readonly Judged[]): readonly ConfusionRow[] {
  const names: readonly Label[] = [...LABELS, 'irrelevant'];
  const total = items.reduce((sum, item) => sum + weightOf(item), 0);
  return names.flatMap((coders) =>
    names.map((detente) => {
      const own = items.filter((item) => codedLabel(item) === coders && scoredLabel(item) === detente);
      return {
        coders,
        detente,
        statements: own.length,
        share: total === 0 ? 0 : own.reduce((sum, item) => sum + weightOf(item), 0) / total,
      };
    }),
  );
}

/** Answers to every question as numbers, one list per statement: what agreement is computed from. */
export function codesOf(answers: readonly (readonly Answers[])[]): Readonly<Record<YesNo | 'tone', readonly (readonly number[])[]>> {
  const given = (value: (answers: Answers) => number | null) =>
    answers.map((own) => own.map(value).filter((code) => code !== null)).filter((codes) => codes.length >= 2);
  const yesNo = Object.fromEntries(YES_NO.map((name) => [name, given((each) => (each[name] === null ? null : each[name] ? 1 : 0))]));
  return {
    ...(yesNo as unknown as Record<YesNo, readonly (readonly number[])[]>),
    tone: given((each) => (counts(each) ? each.tone : null)),
  };
}
