import { expect, it } from 'vitest';
import { isoDay } from '../../../src/core/days.ts';
import { parseRows } from '../../../src/core/rows.ts';
import { compileCalendar } from '../../../src/stages/dates/calendar.ts';
import { officeEvidence } from '../../../src/stages/dates/office-years.ts';
import { wordsOf } from '../../../src/stages/dates/tokens.ts';
import { clippingOf } from './clipping.ts';

const OFFICES = `office,phrases,side,person,from,to,origin
US president,,US,ada-roe,2001-01-20,2005-01-20,invented
US president,,US,ada-roe,2011-01-20,2013-01-20,invented
German chancellor,,other,ida-low,2004-05-01,,invented
`;
const calendar = compileCalendar({ offices: parseRows(OFFICES, 'offices.csv').value }).value;

/** The stretches of days in which a text may stand; Infinity has no day. */
function rangesOf(text: string): readonly string[] {
  const day = (number: number) => (Number.isFinite(number) ? isoDay(number) : '…');
  return officeEvidence(wordsOf(clippingOf(text)), calendar).flatMap(({ ranges }) => ranges.map(([from, to]) => `${day(from)} ${day(to)}`));
}

it.each([
  // In office: during each term.
  ['President Ada Roe spoke.', ['2001-01-20 2005-01-20', '2011-01-20 2013-01-20']],
  ['Chancellor Low spoke.', ['2004-05-01 …']],
  // Out of it: behind each term, up to the next one.
  ['Former President Ada Roe spoke.', ['2005-01-20 2011-01-19', '2013-01-20 …']],
  ['The onetime president Roe spoke.', ['2005-01-20 2011-01-19', '2013-01-20 …']],
  // Elected, and not yet sworn in.
  ['President-elect Ada Roe spoke.', ['2000-11-04 2001-01-20', '2010-11-04 2011-01-20']],
  // Somebody else, or nobody who holds it.
  ['Acting President Roe spoke.', []],
  ['President Lund spoke.', []],
  ['Ada Roe spoke to a former president.', []],
])('%j was written in %j', (text, expected) => {
  expect(rangesOf(text)).toEqual(expected);
});
