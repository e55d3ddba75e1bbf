/** The words that moved the tone between the last two years. */

import { counted, thousands } from '../../../core/counted.ts';
import type { ChartRecord } from '../charts/spec.ts';
import { termsChart } from '../charts/terms.ts';
import { lastComparedYear, type MovedTerm, movedTerms } from '../chosen.ts';
import { html, type Markup } from '../html.ts';
import type { Published } from '../published.ts';
import { figure, sourceOf, uncorrectedNote } from './figure.ts';
import { signed } from './numbers.ts';
import { findLink, foldedOnPhone, section, table } from './section.ts';

/** Statements of both years that a word needs to be named in the title. */
const FIRM = 5;

const SUBTITLE =
  'Points that a word added per statement, before they are brought to the scale: hollow the year before, full this year, with the statements of both. Blue: for cooperation, orange: against it, over both years.';

/** "Words that moved the tone". */
export async function termsSection(published: Published): Promise<Markup> {
  const { trends, listing } = published;
  const year = lastComparedYear(trends.terms);
  const moved = year === null ? [] : movedTerms(trends.terms, year);
  if (year === null || moved.length === 0)
    return section('terms', 'Words that moved the tone', html`<p class="empty">There are no two years in a row to compare yet.</p>`);
  const wordsOf = ({ row }: MovedTerm) => listing.words.get(row.group.term) ?? row.group.term;
  const isShared = (term: MovedTerm) => moved.some((other) => other !== term && wordsOf(other) === wordsOf(term));
  const values = moved.map((term) => ({
    ...recordOf(term, wordsOf(term), year),
    // Rows that match the same words keep a line each.
    ...(isShared(term) && { label: `${wordsOf(term)} (${term.row.group.term})` }),
  }));
  const first = moved.find(({ row, before }) => row.group.statements + (before?.group.statements ?? 0) >= FIRM);
  const title =
    first === undefined
      ? `Words that moved the tone of ${year}, in few statements each`
      : `“${wordsOf(first)}” moved the tone of ${year} most, ${(first.row.change ?? 0) < 0 ? 'down' : 'up'} from ${year - 1}`;
  return section(
    'terms',
    'Words that moved the tone',
    foldedOnPhone(
      'Show the chart',
      await figure({
        name: 'words',
        draw: (width) => termsChart({ values }, { year, width, heading: { title, subtitle: SUBTITLE } }),
        source: sourceOf(published, trends.rows.year.find(({ group }) => group.period === String(year))?.group.relevant ?? 0),
        validation: uncorrectedNote(published),
        table: table(
          `The ${moved.length} terms that moved the score most, ${year} against ${year - 1}; those seen once are in terms.csv`,
          [
            {
              name: 'words',
              cell: (term) =>
                html`<a href="${findLink({ word: wordsOf(term), year: String(year) })}">${wordsOf(term)}</a> <span class="row">${term.row.group.term}</span>`,
            },
            { name: 'change', isNumber: true, cell: ({ row }) => signed(row.change, 3) },
            { name: `points, ${year}`, isNumber: true, cell: ({ row }) => signed(row.points, 3) },
            { name: `statements, ${year - 1}`, isNumber: true, cell: ({ before }) => thousands(before?.group.statements ?? 0) },
            { name: `statements, ${year}`, isNumber: true, cell: ({ row }) => thousands(row.group.statements) },
            { name: 'changed by a modifier', isNumber: true, cell: ({ row }) => thousands(row.group.shifted) },
          ],
          moved,
        ),
        next: 'find',
      }),
    ),
  );
}

function recordOf({ row, before }: MovedTerm, words: string, year: number): ChartRecord {
  const { term, statements } = row.group;
  const earlier = before?.group.statements ?? 0;
  return {
    ...{ year, term, label: words, change: row.change, points: row.points, href: findLink({ word: words, year: String(year) }) },
    counts: `${thousands(earlier)} → ${thousands(statements)}`,
    note: `${words} (${term}): ${signed(row.change, 3)} points per statement; ${counted(earlier, 'statement')} in ${year - 1}, ${thousands(statements)} in ${year}`,
  };
}
