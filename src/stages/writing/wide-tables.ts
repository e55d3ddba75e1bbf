/** Wide tables: a column a side, for programs that draw one line for each column. They hold what side_years.csv and side_months.csv hold. */
import { groupBy } from '../../core/group-by.ts';
import type { TrendRow } from '../../core/model/trends.ts';
import { COUNT, type Column, periodStart, REQUIRED, type Table, TONE } from './column.ts';

/** What was said in one period, by side. */
export interface WideRow {
  readonly period: string;
  readonly bySide: ReadonlyMap<string, TrendRow>;
}

/** The dated periods of trend rows in their order, each with the rows of its sides. */
export function wideRows(rows: readonly TrendRow[]): readonly WideRow[] {
  const dated = rows.filter(({ group }) => group.period !== 'undated');
  const periods = [...groupBy(dated, ({ group }) => group.period)].sort(([a], [b]) => (a < b ? -1 : 1));
  return periods.map(([period, members]) => ({ period, bySide: new Map(members.map((row) => [row.group.side ?? '', row])) }));
}

/** The wide tables of a job with these two sides. */
export function wideTables(sides: readonly string[]): { readonly years: Table<WideRow>; readonly months: Table<WideRow> } {
  return { years: wideTable('year', sides), months: wideTable('month', sides) };
}

function wideTable(length: 'year' | 'month', sides: readonly string[]): Table<WideRow> {
  const form = length === 'year' ? '2018' : '2018-03';
  return {
    name: `side_${length}s_wide`,
    title: `Sides by ${length}, a column a side`,
    description: `One row per ${length}; the same figures as side_${length}s.csv, for programs that draw a line for each column. What is undated is left out.`,
    primaryKey: ['period'],
    foreignKeys: [],
    columns: [
      {
        ...{ name: 'period', type: 'string', constraints: REQUIRED, cell: ({ period }) => period },
        description: `The ${length} in which it was said, as ${form}.`,
      },
      {
        ...{ name: 'period_start', type: 'date', cell: ({ period }) => periodStart(period) },
        description: `First day of the ${length}.`,
      },
      ...sides.map((side) => meanOf(side)),
      ...sides.flatMap((side) => restOf(side)),
    ],
  };
}

function meanOf(side: string): Column<WideRow> {
  return {
    ...{ name: side, type: 'number', unit: 'tone', constraints: TONE, cell: (row) => rowOf(row, side)?.mean ?? null },
    description: `Mean tone of the side ${side}. Missing where it has no relevant statement.`,
  };
}

function restOf(side: string): readonly Column<WideRow>[] {
  const toned = (name: string, description: string, cell: (row: TrendRow) => number | null): Column<WideRow> => ({
    ...{ name: `${side}_${name}`, type: 'number', unit: 'tone', description, constraints: TONE },
    cell: (row) => {
      const found = rowOf(row, side);
      return found === null ? null : cell(found);
    },
  });
  return [
    toned('low', `Lower end of its 95 % interval, as ci_low of the long table.`, ({ interval }) => interval?.low ?? null),
    toned('high', `Upper end of it, as ci_high.`, ({ interval }) => interval?.high ?? null),
    {
      ...{
        name: `${side}_n`,
        type: 'integer',
        unit: 'statements',
        constraints: COUNT,
        cell: (row) => rowOf(row, side)?.group.relevant ?? 0,
      },
      description: 'Relevant statements behind it; 0 where there are none.',
    },
    toned('corrected', 'Its mean corrected by coded statements, as corrected_mean.', ({ corrected }) => corrected?.mean ?? null),
    toned('corrected_low', 'Lower end of the interval of that.', ({ corrected }) => corrected?.low ?? null),
    toned('corrected_high', 'Upper end of it.', ({ corrected }) => corrected?.high ?? null),
  ];
}

function rowOf({ bySide }: WideRow, side: string): TrendRow | null {
  return bySide.get(side) ?? null;
}
