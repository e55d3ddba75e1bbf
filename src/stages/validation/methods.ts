/** methods.md: text for the methods section of a paper, with the figures of this job and the references. */
import type { AgreementRow, ExternalRow, FigureRow, ValidationSummary } from '../../core/validation.ts';
import type { Design } from './design.ts';
import { IRRELEVANT_SHARE } from './draw.ts';
import { decimals, LEAST_ALPHA } from './sentence.ts';

/** What the text is made from. */
export interface MethodsFacts {
  readonly design: Design;
  readonly summary: ValidationSummary;
  readonly agreement: readonly AgreementRow[];
  readonly figures: readonly FigureRow[];
  readonly external: readonly ExternalRow[];
  readonly version: string;
}

/** The text as Markdown. */
export function writeMethods({ design, summary, agreement, figures, external, version }: MethodsFacts): string {
  const frame = design.draws.at(-1)?.frame.statements ?? 0;
  const strata = [...new Set(design.draws.flatMap((draw) => draw.strata))].join(', ');
  const sizes = design.draws.map(({ size, seed }) => `${size} (seed ${seed})`).join(' and ');
  const reliability = agreement.filter(({ statements }) => statements > 0).map(describeAgreement);
  const whole = figures.find(({ group }) => group === 'whole');
  return `# Methods: how the tones were validated and corrected

Statements, speakers, dates and tone were found by detente ${version} with the lexicons that run.json names. Of ${frame} distinct statements a Poisson sample of
about ${sizes} was drawn with probabilities known for each stratum (${strata || 'none'}; power allocation), ${Math.round(100 * IRRELEVANT_SHARE)} % of it among statements that were
scored as not relevant. ${summary.coders} coder(s), blind to the scores, coded ${summary.coded} of them in random order; ${summary.twice} were coded by more than one.
${summary.vanished + summary.changed === 0 ? '' : `${summary.vanished + summary.changed} codes are left out, since the statement is no longer found or has other words than were shown.\n`}
Agreement (Krippendorff's alpha; interval by bootstrap over statements, 1,000 draws): ${reliability.join('; ') || 'not measured, nothing was coded twice'}.${
    summary.alpha !== null && summary.alpha < LEAST_ALPHA
      ? ` The tone's alpha is below ${decimals(LEAST_ALPHA)}: no conclusion should rest on these codes.`
      : ''
  }

Weighted to all statements, ${describeFigures(whole)}
${describeExternal(external)}
Means were corrected for the errors of the instrument. For each row of a table, the mean that coders would give over all of its statements is estimated as a
ratio of two design-weighted totals (tone of the statements that count, and their number); the scores of all statements enter as an auxiliary variable with
the coefficient of least variance (power tuning of prediction-powered inference). Words that are no statement, or not this speaker's, count for
nothing; statements that the instrument passed over enter by their share in the sample. Rows with 30 or more coded statements are corrected by these alone
(corrected_basis: design). Others are predicted by a regression of the codes on score, side and year over all coded statements and moved toward their own
codes as far as rows are found to differ, the variance between rows averaged over a flat prior (pooled). The 95 % intervals hold the sampling of
statements, clustered by article, and the errors of the instrument; by simulation they hold the truth in 93 to 97 % (docs/VALIDATION.md of the software).
The codes themselves are taken as the truth: where coders disagree, their mean.

## References

- Angelopoulos, A. N., Duchi, J. C., & Zrnic, T. (2023). PPI++: Efficient prediction-powered inference. arXiv:2311.01453.
- Bankier, M. D. (1988). Power allocations: Determining sample sizes for subnational areas. The American Statistician, 42(3), 174–177.
- Birkenmaier, L., Lechner, C. M., & Wagner, C. (2024). The search for solid ground in text as data: A systematic review of validation practices and practical
  recommendations for validation. Communication Methods and Measures, 18(3), 249–277.
- Egami, N., Hinck, M., Stewart, B. M., & Wei, H. (2023). Using imperfect surrogates for downstream inference: Design-based supervised learning for social
  science applications of large language models. NeurIPS 36. arXiv:2306.04746.
- Grimmer, J., & Stewart, B. M. (2013). Text as data: The promise and pitfalls of automatic content analysis methods for political texts. Political Analysis,
  21(3), 267–297.
- Krippendorff, K. (2011). Computing Krippendorff's alpha-reliability. University of Pennsylvania.
- Liang, K.-Y., & Zeger, S. L. (1986). Longitudinal data analysis using generalized linear models. Biometrika, 73(1), 13–22.
- Morris, C. N. (1983). Parametric empirical Bayes inference: Theory and applications. Journal of the American Statistical Association, 78(381), 47–55.
- Särndal, C.-E., Swensson, B., & Wretman, J. (1992). Model assisted survey sampling. Springer.
- Song, H., et al. (2020). In validations we trust? The impact of imperfect human annotations as a gold standard on the quality of validation of automated
  content analysis. Political Communication, 37(4), 550–572.
`;
}

function describeAgreement({ question, statements, nominal, ordinal }: AgreementRow): string {
  const { alpha, interval } = question === 'tone' ? ordinal : nominal;
  const value =
    alpha === null
      ? 'no variation'
      : `${decimals(alpha)}${interval === null ? '' : ` [${decimals(interval.low)}, ${decimals(interval.high)}]`}`;
  return `${question} ${value} on ${statements} statements`;
}

function describeExternal(rows: readonly ExternalRow[]): string {
  const compared = rows.filter(({ r }) => r !== null);
  if (compared.length === 0) return '';
  const parts = compared.map(({ series, side, years, r, interval, changes }) => {
    const bounds = interval === null ? '' : ` [${decimals(interval.low)}, ${decimals(interval.high)}]`;
    const steps = changes === null ? '' : `, of changes ${decimals(changes)}`;
    return `${series} with ${side === null ? 'all statements' : `statements of ${side}`} r = ${decimals(r ?? 0)}${bounds} over ${years} years${steps}`;
  });
  return `\nYearly means were compared with series from elsewhere (Pearson's r; interval by Fisher's z, which takes years for independent): ${parts.join('; ')}.\n`;
}

function describeFigures(row: FigureRow | undefined): string {
  if (row === undefined) return 'nothing can be said yet.';
  const percent = (name: string, share: number | null): readonly string[] =>
    share === null ? [] : [`${name} ${Math.round(100 * share)} %`];
  const parts = [
    ...percent('words taken for a statement are one in', row.statementPrecision),
    ...percent('the speaker is right in', row.speakerPrecision),
    ...percent('the date in', row.datePrecision),
    ...percent('relevance has a precision of', row.relevancePrecision),
    ...percent('and a recall of', row.relevanceRecall),
    ...percent('the label (negative, neutral, positive) is that of the coders in', row.sameLabel),
    ...(row.bias === null ? [] : [`the tone is ${decimals(Math.abs(row.bias))} too ${row.bias < 0 ? 'low' : 'high'} on average`]),
    ...(row.slope === null || row.r === null
      ? []
      : [`the coders' tone rises by ${decimals(row.slope)} with each point of it (r = ${decimals(row.r)})`]),
  ];
  return `${parts.join(', ')}.`;
}
