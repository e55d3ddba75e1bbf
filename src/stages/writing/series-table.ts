/** series.csv: every line of yearly means, and the columns that tell how a line moves. */
import type { Series } from '../../core/model/trends.ts';
import { COUNT, type Column, REQUIRED, SHARE, type Table } from './column.ts';

const MOVES_TOO_LITTLE = 'Missing below eight dated years.';

/** Slope and level changes of the series that a row has. */
export function movementColumns<Row>(series: (row: Row) => Series | null): readonly Column<Row>[] {
  const movement = (row: Row) => series(row)?.movement ?? null;
  const slope = { type: 'number', unit: 'tone a year' } as const;
  return [
    {
      ...slope,
      name: 'slope',
      description: `Theil–Sen slope of the yearly means. ${MOVES_TOO_LITTLE}`,
      cell: (row) => movement(row)?.slope ?? null,
    },
    {
      ...slope,
      name: 'slope_low',
      description: `Lower end of its 95 % interval. ${MOVES_TOO_LITTLE}`,
      cell: (row) => movement(row)?.slopeInterval.low ?? null,
    },
    {
      ...slope,
      name: 'slope_high',
      description: `Upper end of its 95 % interval. ${MOVES_TOO_LITTLE}`,
      cell: (row) => movement(row)?.slopeInterval.high ?? null,
    },
    {
      ...{ name: 'mk_p', type: 'number', constraints: SHARE, cell: (row) => movement(row)?.p ?? null },
      description: `Two-sided p of Mann–Kendall's test for a monotone trend, ties corrected; it takes years for independent. ${MOVES_TOO_LITTLE}`,
    },
    {
      ...{ name: 'change_years', type: 'string', cell: (row) => movement(row)?.changeYears.join(' ') || null },
      description: `Years in which a new level begins, by least squares and BIC; a level lasts three years or more. Missing where one level, or a straight line, will do. ${MOVES_TOO_LITTLE}`,
    },
  ];
}

const CORRECTED_TOO_LITTLE = 'Missing where fewer than eight dated years have a corrected mean.';

/** The same of the corrected yearly means. */
export function correctedMovementColumns<Row>(series: (row: Row) => Series | null): readonly Column<Row>[] {
  const movement = (row: Row) => series(row)?.correctedMovement ?? null;
  const slope = { type: 'number', unit: 'tone a year' } as const;
  return [
    {
      ...{ ...slope, name: 'corrected_slope', cell: (row) => movement(row)?.slope ?? null },
      description: `Theil–Sen slope of the corrected yearly means. ${CORRECTED_TOO_LITTLE}`,
    },
    {
      ...{ ...slope, name: 'corrected_slope_low', cell: (row) => movement(row)?.slopeInterval.low ?? null },
      description: `Lower end of its 95 % interval. ${CORRECTED_TOO_LITTLE}`,
    },
    {
      ...{ ...slope, name: 'corrected_slope_high', cell: (row) => movement(row)?.slopeInterval.high ?? null },
      description: `Upper end of its 95 % interval. ${CORRECTED_TOO_LITTLE}`,
    },
    {
      ...{ name: 'corrected_mk_p', type: 'number', constraints: SHARE, cell: (row) => movement(row)?.p ?? null },
      description: `Two-sided p of Mann–Kendall's test on the corrected yearly means. ${CORRECTED_TOO_LITTLE}`,
    },
    {
      ...{ name: 'corrected_change_years', type: 'string', cell: (row) => movement(row)?.changeYears.join(' ') || null },
      description: `Years in which the corrected means begin a new level. Missing where one level, or a straight line, will do. ${CORRECTED_TOO_LITTLE}`,
    },
  ];
}

export const SERIES: Table<Series> = {
  name: 'series',
  title: 'Series',
  description:
    'One row per line of yearly means (all, a side, an outlet, and the speakers with eight years or the most statements): whether and how it moves.',
  primaryKey: ['kind', 'key'],
  foreignKeys: [],
  columns: [
    {
      name: 'kind',
      type: 'string',
      description: 'What the line is of.',
      constraints: { required: true, enum: ['all', 'side', 'speaker', 'outlet'] },
      cell: ({ kind }) => kind,
    },
    {
      name: 'key',
      type: 'string',
      description: 'all, the side, the speaker_id or the outlet.',
      constraints: REQUIRED,
      cell: ({ key }) => key,
    },
    { name: 'name', type: 'string', description: 'How to call it.', cell: ({ name }) => name },
    {
      name: 'relevant',
      type: 'integer',
      unit: 'statements',
      description: 'Dated relevant statements.',
      constraints: COUNT,
      cell: ({ relevant }) => relevant,
    },
    { name: 'first_year', type: 'integer', description: 'First year with a mean.', cell: ({ firstYear }) => firstYear },
    { name: 'last_year', type: 'integer', description: 'Last year with a mean.', cell: ({ lastYear }) => lastYear },
    {
      name: 'years',
      type: 'integer',
      unit: 'years',
      description: 'Dated years with a mean.',
      constraints: COUNT,
      cell: ({ years }) => years,
    },
    ...movementColumns<Series>((row) => row),
    ...correctedMovementColumns<Series>((row) => row),
  ],
};
