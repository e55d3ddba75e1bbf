/** terms.csv, coverage.csv and problems.csv. */
import type { FeedState } from '../../core/feed-ledger.ts';
import type { CoverageRow } from '../../core/model/groups.ts';
import type { Problem } from '../../core/model/problems.ts';
import type { TermRow } from '../../core/model/trends.ts';
import { adviceOn, PROBLEM_KINDS } from '../../core/problem-kinds.ts';
import { COUNT, periodStart, periodYear, REQUIRED, type Table, TONE } from './column.ts';

export const TERMS: Table<TermRow> = {
  name: 'terms',
  title: 'Terms by year',
  description:
    'One row per row of the lexicon and year: how much each moved the tone. In the first year without it there is a row of zeros, so that the changes of a year add up.',
  primaryKey: ['term', 'period'],
  foreignKeys: [],
  columns: [
    {
      name: 'term',
      type: 'string',
      description: 'Id of the lexicon row.',
      constraints: REQUIRED,
      cell: ({ group }) => group.term,
    },
    {
      name: 'words',
      type: 'string',
      description: 'The words that it matched most often in the year, as printed; where two are as frequent, the first by code point.',
      constraints: REQUIRED,
      cell: ({ group }) => group.words,
    },
    { name: 'period', type: 'string', description: 'The year, or "undated".', constraints: REQUIRED, cell: ({ group }) => group.period },
    {
      name: 'period_start',
      type: 'date',
      description: 'First day of the year. Missing where undated.',
      cell: ({ group }) => periodStart(group.period),
    },
    {
      name: 'year',
      type: 'integer',
      description: 'The year as a number. Missing where undated.',
      cell: ({ group }) => periodYear(group.period),
    },
    {
      name: 'statements',
      type: 'integer',
      unit: 'statements',
      description: 'Relevant statements that hold it.',
      constraints: COUNT,
      cell: ({ group }) => group.statements,
    },
    {
      name: 'hits',
      type: 'integer',
      unit: 'hits',
      description: 'Times it was found in them.',
      constraints: COUNT,
      cell: ({ group }) => group.hits,
    },
    {
      name: 'shifted',
      type: 'integer',
      unit: 'hits',
      description: 'Times that a modifier (negation, hedge, ...) changed it.',
      constraints: COUNT,
      cell: ({ group }) => group.shifted,
    },
    {
      name: 'value_sum',
      type: 'number',
      unit: 'points',
      description: 'Raw points it added, after modifiers.',
      constraints: REQUIRED,
      cell: ({ group }) => Number(group.valueSum) / 1e6,
    },
    {
      name: 'points',
      type: 'number',
      unit: 'points a statement',
      description: 'value_sum per relevant statement of the year. Over all terms these add up to the mean raw score of the year.',
      cell: ({ points }) => points,
    },
    {
      name: 'change',
      type: 'number',
      unit: 'points a statement',
      description: 'points less those of the year before. Missing where that year has no relevant statement.',
      cell: ({ change }) => change,
    },
    {
      name: 'mean_tone',
      type: 'number',
      unit: 'tone',
      description: 'Mean tone of the statements that hold it. Missing in a year that it has vanished from.',
      constraints: TONE,
      cell: ({ meanTone }) => meanTone,
    },
  ],
};

/** A row of coverage beside the state of its outlet's feeds; null where no feed is known. */
export interface FedCoverage extends CoverageRow {
  readonly feed: FeedState | null;
}

export const COVERAGE: Table<FedCoverage> = {
  name: 'coverage',
  title: 'Coverage',
  description: 'One row per day and outlet: what came in. A feed that runs dry shows here.',
  primaryKey: ['period', 'outlet'],
  foreignKeys: [],
  columns: [
    {
      name: 'period',
      type: 'string',
      description: 'When the articles were published, as exactly as is known, or "undated".',
      constraints: REQUIRED,
      cell: ({ period }) => period,
    },
    {
      name: 'day',
      type: 'date',
      description: 'The day. Missing where only a month, a year or nothing is known.',
      cell: ({ period }) => (period.length === 10 ? period : null),
    },
    { name: 'outlet', type: 'string', description: 'The outlet, or unknown.', constraints: REQUIRED, cell: ({ outlet }) => outlet },
    { name: 'articles', type: 'integer', unit: 'articles', description: 'Articles.', constraints: COUNT, cell: ({ articles }) => articles },
    {
      name: 'statements',
      type: 'integer',
      unit: 'statements',
      description: 'Statements found in them, copies included.',
      constraints: COUNT,
      cell: ({ statements }) => statements,
    },
    {
      name: 'undated',
      type: 'integer',
      unit: 'statements',
      description: 'Those of them without a date.',
      constraints: COUNT,
      cell: ({ undated }) => undated,
    },
    {
      name: 'unattributed',
      type: 'integer',
      unit: 'statements',
      description: 'Those of them without a speaker.',
      constraints: COUNT,
      cell: ({ unattributed }) => unattributed,
    },
    {
      name: 'set_aside',
      type: 'integer',
      unit: 'inputs',
      description: 'Inputs or parts of them that were left out (problems.csv); their outlet is not known.',
      constraints: COUNT,
      cell: ({ setAside }) => setAside,
    },
    {
      name: 'feed',
      type: 'string',
      description:
        'How the feeds of the outlet fare when the run begins (`feeds` in the job): fresh, dry (readable, nothing new for 14 days), broken (three failures in a row), gone (410) or untried; the worst of several. Missing where no feed is known. The same in all rows of an outlet.',
      cell: ({ feed }) => feed,
    },
  ],
};

export const PROBLEMS: Table<Problem> = {
  name: 'problems',
  title: 'Problems',
  description: 'One row per thing that was left out, or read with a doubt (kind `note`), with the reason and what to do.',
  primaryKey: [],
  foreignKeys: [],
  columns: [
    { name: 'path', type: 'string', description: 'The input file.', constraints: REQUIRED, cell: ({ path }) => path },
    {
      name: 'place',
      type: 'string',
      description: 'Where in it, as "line 12". Missing for the whole file.',
      cell: ({ place }) => place || null,
    },
    { name: 'code', type: 'string', description: 'A stable word for the fault.', constraints: REQUIRED, cell: ({ code }) => code },
    { name: 'reason', type: 'string', description: 'What is there, and what was expected.', cell: ({ reason }) => reason },
    {
      name: 'kind',
      type: 'string',
      description: `The kind of fault: ${Object.entries(PROBLEM_KINDS)
        .map(([kind, meaning]) => `${kind} (${meaning})`)
        .join('; ')}.`,
      constraints: { ...REQUIRED, enum: Object.keys(PROBLEM_KINDS) },
      cell: ({ code }) => adviceOn(code).kind,
    },
    {
      name: 'advice',
      type: 'string',
      description: 'What to do about it.',
      constraints: REQUIRED,
      cell: ({ code }) => adviceOn(code).advice,
    },
  ],
};
