/** chart-events.csv: the few events that charts mark on their time axis. */
import { parseDay } from '../../core/days.ts';
import type { Compiled, Fault, Tables } from '../../core/model/problems.ts';

/** An event that is marked on the time axis. */
export interface ChartEvent {
  /** '2014-03-18'. */
  readonly day: string;
  /** A word or two: it stands beside the line. */
  readonly label: string;
}

/** Letters of a label that has room above a chart. */
const LONGEST = 24;

/** Reads the rows (day, label, origin), by day; a job without the file has no events. */
export function compileChartEvents(tables: Tables): Compiled<readonly ChartEvent[]> {
  const events: ChartEvent[] = [];
  const faults: Fault[] = [];
  for (const { file, line, cells } of tables['chart-events'] ?? []) {
    const { day = '', label = '' } = cells;
    if (parseDay(day) === null) faults.push({ file, line, message: `day is ${day === '' ? 'empty' : day}, expected a day as 2014-03-18` });
    if (label === '' || label.length > LONGEST)
      faults.push({ file, line, message: `label has ${label.length} letters, expected 1 to ${LONGEST}: it stands above the chart` });
    events.push({ day, label });
  }
  return { value: events.sort((a, b) => (a.day < b.day ? -1 : 1)), faults };
}
