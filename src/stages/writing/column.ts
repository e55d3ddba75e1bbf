/** A table as data: what its columns are called, what they mean, and how a row fills them. CSV, data package and dictionary are all made from this. */
import { dayNumber, isoDay, weekdayOf } from '../../core/days.ts';
import type { Cell } from '../../core/model/groups.ts';

/** Types of the Frictionless Table Schema, https://specs.frictionlessdata.io/table-schema/ */
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'array';

export interface Column<Row> {
  readonly name: string;
  readonly type: ColumnType;
  /** One sentence; says when the cell is missing. */
  readonly description: string;
  /** 'tone', 'tone a year', 'share', 'statements', ...; absent where a unit makes no sense. */
  readonly unit?: string;
  readonly constraints?: Constraints;
  readonly cell: (row: Row) => Cell;
}

export interface Constraints {
  readonly required?: boolean;
  readonly unique?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly string[];
}

export interface ForeignKey {
  readonly fields: string;
  readonly table: string;
  readonly reference: string;
}

export interface Table<Row> {
  /** File name without its ending. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly columns: readonly Column<Row>[];
}

export const REQUIRED: Constraints = { required: true };
/** Bounds of a tone. */
export const TONE: Constraints = { minimum: -1, maximum: 1 };
/** Bounds of a share. */
export const SHARE: Constraints = { minimum: 0, maximum: 1 };
/** Bounds of a count that is always given. */
export const COUNT: Constraints = { required: true, minimum: 0 };

/** First day of a year, month or week, '2018-03' → '2018-03-01', '2018-W12' → '2018-03-19'; null where there is none. */
export function periodStart(period: string): string | null {
  if (/^\d{4}-\d\d-\d\d$/.test(period)) return period;
  if (/^\d{4}-\d\d$/.test(period)) return `${period}-01`;
  const week = /^(\d{4})-W(\d\d)$/.exec(period);
  if (week) return mondayOf(Number(week[1]), Number(week[2]));
  return /^\d{4}$/.test(period) ? `${period}-01-01` : null;
}

/** '2018-03' → 2018; null for 'undated'. */
export function periodYear(period: string): number | null {
  return /^\d{4}/.test(period) ? Number(period.slice(0, 4)) : null;
}

/** ISO 8601: weeks begin on Monday, and the first one of a year has January 4 in it. */
function mondayOf(year: number, week: number): string {
  const fourth = dayNumber(year, 1, 4) as number;
  return isoDay(fourth - ((weekdayOf(fourth) + 6) % 7) + 7 * (week - 1));
}
