/** The columns that all trend tables share. */
import type { Group } from '../../core/model/groups.ts';
import type { Share, TrendRow } from '../../core/model/trends.ts';
import { COUNT, type Column, periodStart, periodYear, REQUIRED, SHARE, TONE } from './column.ts';

type Columns = readonly Column<TrendRow>[];

const SAMPLING_ONLY =
  'It says how far the mean of these scores would move with other statements of the same sort (statements of one article are taken together); errors of the scores are not in it, corrected_low and corrected_high have them.';
const TOO_THIN =
  'Missing where the relevant statements are from fewer than three articles: an interval would cover nearly the whole scale.';
const NOTHING_RELEVANT = 'Missing where nothing is relevant.';

/** How each stretch of time is written. */
const FORMS = { year: '2018', month: '2018-03', week: '2018-W12 (ISO 8601, from Monday)' } as const;

/** Which stretch of time a row is about. */
export function periodColumns(length: keyof typeof FORMS): Columns {
  const form = FORMS[length];
  return [
    {
      name: 'period',
      type: 'string',
      description: `The ${length} in which it was said, as ${form}, or "undated".`,
      constraints: REQUIRED,
      cell: ({ group }) => group.period,
    },
    {
      name: 'period_start',
      type: 'date',
      description: `First day of the ${length}, for dashboards that need a date. Missing where undated.`,
      cell: ({ group }) => periodStart(group.period),
    },
    {
      name: 'year',
      type: 'integer',
      description: `The ${length === 'week' ? 'year that the week belongs to' : 'year'} as a number. Missing where undated.`,
      cell: ({ group }) => periodYear(group.period),
    },
  ];
}

/** Who speaks. */
export const SPEAKER_COLUMNS: Columns = [
  {
    name: 'speaker_id',
    type: 'string',
    description: 'The speaker, as in speakers.csv.',
    constraints: REQUIRED,
    cell: ({ group }) => group.speakerId,
  },
  { name: 'speaker', type: 'string', description: "The speaker's name.", cell: ({ group }) => group.speaker },
  {
    name: 'side',
    type: 'string',
    description:
      "The side the speaker was on at the latest of these statements: one of the job's sides, other (a third country), or unknown.",
    cell: ({ group }) => group.side,
  },
  {
    name: 'role',
    type: 'string',
    description: 'official, former official, institution, expert, media or other, at the latest of these statements.',
    cell: ({ group }) => group.role,
  },
];

const counts: Columns = [
  counted('statements', 'Distinct statements. A statement is one observation, however many outlets carry it.', (group) => group.statements),
  counted('speakers', 'Distinct speakers who are named.', (group) => group.speakers),
  counted(
    'relevant',
    'Statements about relations between the two sides; only these have a tone. The n of every figure that follows.',
    (group) => group.relevant,
  ),
  counted(
    'without_hits',
    'Relevant statements in which no row of the lexicon weighs: their tone is 0 for want of evidence, and they count in every figure.',
    (group) => group.withoutHits,
  ),
];

const tone: Columns = [
  toned('mean', `Mean tone. ${NOTHING_RELEVANT}`, ({ mean }) => mean),
  toned('median', `Median tone. ${NOTHING_RELEVANT}`, ({ median }) => median),
  {
    ...toned('sd', 'Sample standard deviation of the tone. Missing below two relevant statements.', ({ deviation }) => deviation),
    constraints: { minimum: 0 },
  },
  toned(
    'ci_low',
    `Lower end of the 95 % t interval of the mean, not beyond -1. ${SAMPLING_ONLY} ${TOO_THIN}`,
    ({ interval }) => interval?.low ?? null,
  ),
  toned(
    'ci_high',
    `Upper end of the 95 % t interval of the mean, not beyond 1. ${SAMPLING_ONLY} ${TOO_THIN}`,
    ({ interval }) => interval?.high ?? null,
  ),
  toned(
    'shrunk_mean',
    'The mean drawn toward the mean of the other rows of its period (years: of all years), the more the fewer its statements: compare thin rows by this one. Missing where there are fewer than three rows to compare, or none with two statements.',
    ({ shrunk }) => shrunk,
  ),
];

const balance: Columns = [
  counted('positive', 'Relevant statements labelled positive.', (group) => group.positive),
  counted('neutral', 'Relevant statements labelled neutral.', (group) => group.neutral),
  counted('negative', 'Relevant statements labelled negative.', (group) => group.negative),
  ...shared('positive', (row) => row.positive),
  ...shared('neutral', (row) => row.neutral),
  ...shared('negative', (row) => row.negative),
  toned('net_tone', `(positive − negative) / relevant. ${NOTHING_RELEVANT}`, ({ net }) => net),
  {
    name: 'log_ratio',
    type: 'number',
    unit: 'log odds',
    description: `log((positive + ½) / (negative + ½)), comparable across years of different volume (Lowe et al. 2011). ${NOTHING_RELEVANT}`,
    cell: ({ logRatio }) => logRatio,
  },
  toned(
    'mean_sentiment',
    `Mean of a general sentiment score (AFINN) over the same statements, for contrast: it knows nothing of the two sides. ${NOTHING_RELEVANT}`,
    ({ sentiment }) => sentiment,
  ),
];

/** Difference from the year before; not in tables that have no periods. */
export const CHANGE_COLUMNS: Columns = [
  changed(
    'change',
    'Mean less that of the same period one calendar year before. Missing where either has no relevant statement.',
    ({ change }) => change?.difference ?? null,
  ),
  changed(
    'change_low',
    "Lower end of Welch's 95 % interval of the change, clustered by article; errors of the scores are not in it. Missing where either is from fewer than three articles.",
    ({ change }) => change?.interval?.low ?? null,
  ),
  changed(
    'change_high',
    "Upper end of Welch's 95 % interval of the change, clustered by article; errors of the scores are not in it. Missing where either is from fewer than three articles.",
    ({ change }) => change?.interval?.high ?? null,
  ),
];

const UNCORRECTED = 'Missing where nobody has coded statements of the row, or too few of the job.';

/** What coded statements correct in a mean. They stand at the end of a table, so that readers of older columns go on. */
export const CORRECTED_COLUMNS: Columns = [
  toned(
    'corrected_mean',
    `The mean that people would give if they coded every statement of the row, estimated from those that they did code (docs/VALIDATION.md). ${UNCORRECTED}`,
    ({ corrected }) => corrected?.mean ?? null,
  ),
  toned(
    'corrected_low',
    `Lower end of its 95 % interval, which holds the errors of the scores as well as the chance of other statements. ${UNCORRECTED}`,
    ({ corrected }) => corrected?.low ?? null,
  ),
  toned(
    'corrected_high',
    `Upper end of its 95 % interval, which holds the errors of the scores as well as the chance of other statements. ${UNCORRECTED}`,
    ({ corrected }) => corrected?.high ?? null,
  ),
  {
    ...{ name: 'coded', type: 'integer', unit: 'statements', constraints: COUNT, cell: ({ corrected }) => corrected?.coded ?? 0 },
    description: 'Coded statements of the row that the correction rests on.',
  },
  {
    ...{ name: 'corrected_basis', type: 'string', cell: ({ corrected }) => corrected?.basis ?? 'none' },
    description:
      "design: 30 or more statements of the row are coded, and they decide. pooled: fewer are; the job's other coded statements help, and the interval is wider for it. none: no correction.",
    constraints: { required: true, enum: ['design', 'pooled', 'none'] },
  },
];

const reach: Columns = [
  counted('articles', 'Distinct articles that carried these statements, copies included.', (group) => group.articles),
  counted('outlets', 'Distinct named outlets that carried them.', (group) => group.outlets),
];

/** Every statistic of a trend row, in published order. */
export const STATISTIC_COLUMNS: Columns = [...counts, ...tone, ...balance, ...reach];

function counted(name: string, description: string, count: (group: Group) => number): Column<TrendRow> {
  return {
    name,
    type: 'integer',
    unit: name.startsWith('without') ? 'statements' : name,
    description,
    constraints: COUNT,
    cell: ({ group }) => count(group),
  };
}

function toned(name: string, description: string, cell: (row: TrendRow) => number | null): Column<TrendRow> {
  return { name, type: 'number', unit: 'tone', description, constraints: TONE, cell };
}

function changed(name: string, description: string, cell: (row: TrendRow) => number | null): Column<TrendRow> {
  return { name, type: 'number', unit: 'tone', description, constraints: { minimum: -2, maximum: 2 }, cell };
}

function shared(label: string, share: (row: TrendRow) => Share | null): Columns {
  const column = (name: string, description: string, cell: (row: TrendRow) => number | null): Column<TrendRow> => ({
    name: `share_${label}${name}`,
    type: 'number',
    unit: 'share',
    description,
    constraints: SHARE,
    cell,
  });
  return [
    column('', `Share of relevant statements labelled ${label}. ${NOTHING_RELEVANT}`, (row) => share(row)?.share ?? null),
    column('_low', `Lower end of its 95 % Wilson interval. ${NOTHING_RELEVANT}`, (row) => share(row)?.low ?? null),
    column('_high', `Upper end of its 95 % Wilson interval. ${NOTHING_RELEVANT}`, (row) => share(row)?.high ?? null),
  ];
}
