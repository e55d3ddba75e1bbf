/** Stretches of years that a calibration leaves out in turn, so that a weight is judged on times that it was not taken from. */

/** As many as there are at most; fewer where the statements lie in fewer years. */
const MOST_PERIODS = 6;
const UNDATED = 'undated';

/** The period of each statement, as '2014–2016', by the year it was said in; periods hold about equally many statements and never cut a year. */
export function periodsOf(dates: readonly (string | null)[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const date of dates) if (date !== null) counts.set(date.slice(0, 4), (counts.get(date.slice(0, 4)) ?? 0) + 1);
  const years = [...counts.keys()].sort();
  const dated = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const names = new Map<string, string>();
  let open: string[] = [];
  let held = 0;
  let closed = 0;
  for (const year of years) {
    open.push(year);
    held += counts.get(year) ?? 0;
    if (held * MOST_PERIODS < dated * (closed + 1) && year !== years.at(-1)) continue;
    const name = open[0] === year ? year : `${open[0]}–${year}`;
    for (const each of open) names.set(each, name);
    open = [];
    closed = Math.max(closed + 1, Math.floor((held * MOST_PERIODS) / dated));
  }
  return dates.map((date) => (date === null ? UNDATED : (names.get(date.slice(0, 4)) ?? UNDATED)));
}
