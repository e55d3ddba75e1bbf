/** How well scores agree with labels: the figures that a calibration reports. */

/** A statement's label as coded and as scored; a blank score counts as wrong. */
export interface Judged {
  readonly coded: number;
  readonly scored: number | null;
}

/** Shares from 0 to 1, except alpha, which can be below 0. */
export interface Figures {
  readonly statements: number;
  readonly accuracy: number;
  /** Mean of the F1 of negative, neutral and positive. */
  readonly macroF1: number;
  /** Mean of the shares of negative, neutral and positive statements that were recognised: accuracy if each label were equally common. */
  readonly meanRecall: number;
  /** Share of polar statements that were given the opposite sign. */
  readonly wrongSign: number;
  /** Krippendorff's alpha over the three labels as an interval scale. */
  readonly alpha: number;
}

const LABELS: readonly number[] = [-1, 0, 1];

/** The figures over all statements; alpha reads a blank as neutral. */
export function figuresOf(judged: readonly Judged[]): Figures {
  const polar = judged.filter(({ coded }) => coded !== 0);
  const wrong = polar.filter(({ coded, scored }) => scored !== null && coded * scored < 0);
  return {
    statements: judged.length,
    accuracy: share(judged.filter(({ coded, scored }) => coded === scored).length, judged.length),
    macroF1: LABELS.reduce((sum, label) => sum + f1(judged, label), 0) / LABELS.length,
    meanRecall: LABELS.reduce((sum, label) => sum + recall(judged, label), 0) / LABELS.length,
    wrongSign: share(wrong.length, polar.length),
    alpha: alphaOf(judged),
  };
}

function f1(judged: readonly Judged[], label: number): number {
  const right = judged.filter(({ coded, scored }) => coded === label && scored === label).length;
  const claimed = judged.filter(({ scored }) => scored === label).length;
  const actual = judged.filter(({ coded }) => coded === label).length;
  return share(2 * right, claimed + actual);
}

function recall(judged: readonly Judged[], label: number): number {
  const actual = judged.filter(({ coded }) => coded === label);
  return share(actual.filter(({ scored }) => scored === label).length, actual.length);
}

/** Krippendorff (2011), interval metric, two observers without gaps. */
function alphaOf(judged: readonly Judged[]): number {
  const values = judged.flatMap(({ coded, scored }) => [coded, scored ?? 0]);
  const mean = share(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );
  const observed = share(
    judged.reduce((sum, { coded, scored }) => sum + (coded - (scored ?? 0)) ** 2, 0),
    judged.length,
  );
  const expected = share(2 * values.reduce((sum, value) => sum + (value - mean) ** 2, 0), values.length - 1);
  return expected === 0 ? 1 : 1 - observed / expected;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
