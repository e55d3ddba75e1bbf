/** Lines of exports that hold a day of publication and nothing else but a weekday, a time or an edition. */

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\\.?';
const WEEKDAY = '(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?,?\\s+)?';
const DAY = new RegExp(
  `^${WEEKDAY}(?:${MONTH}\\s+\\d{1,2},?\\s+\\d{4}|\\d{1,2}\\.?\\s+(?:de\\s+)?${MONTH}\\s+(?:de\\s+)?\\d{4}|\\d{4}-\\d\\d-\\d\\d)(?!\\d)`,
  'i',
);
const MONTH_ALONE = new RegExp(`^${MONTH}\\s+\\d{4}$`, 'i');
/** What may stand behind: "Tuesday", "10:31 PM GMT", "Final Edition", "Late Edition - Final". */
const LONGEST_REST = 45;

/** The day of such a line, or the month where there is no more; null for any other line. */
export function dayOfLine(line: string): string | null {
  const day = DAY.exec(line)?.[0];
  if (day === undefined) return MONTH_ALONE.test(line) ? line : null;
  const rest = line.slice(day.length);
  return rest.length <= LONGEST_REST && !/[.!?]$/.test(rest) ? day : null;
}
