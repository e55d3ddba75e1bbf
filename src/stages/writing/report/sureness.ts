/** How far the figures can be trusted. */
import { counted, thousands } from '../../../core/counted.ts';
import { html, type Markup } from '../html.ts';
import type { Published } from '../published.ts';
import { validationNote } from './figure.ts';
import { section } from './section.ts';

/** Codes that could not be used, as a reader should know. */
function leftOut({ validation }: Published): string {
  const { vanished = 0, changed = 0 } = validation ?? {};
  const gone = vanished === 0 ? [] : [`${counted(vanished, 'coded statement')} ${vanished === 1 ? 'is' : 'are'} no longer found`];
  const other =
    changed === 0 ? [] : [`${counted(changed, 'coded statement')} ${changed === 1 ? 'has' : 'have'} other words than the coders saw`];
  const told = [...gone, ...other];
  return told.length === 0 ? '' : `Left out: ${told.join('; ')}. `;
}

/** "How sure is this?" */
export function surenessSection(published: Published): Markup {
  const { trends, listing } = published;
  const relevant = trends.rows.year.reduce((sum, { group }) => sum + group.relevant, 0);
  const blank = listing.rows.filter((row) => row.tone !== null && row.isWithoutHits).length;
  const undated = trends.rows.year.find(({ group }) => group.period === 'undated')?.group.statements ?? 0;
  return section(
    'sure',
    'How sure is this?',
    html`<p><b>${published.validation?.sentence ?? validationNote(published)}</b> ${leftOut(published)}${
      (published.validation?.coded ?? 0) === 0
        ? html`On statements by presidents and officials, three of five labels agree with a careful reader's, and 8 % of those with a sign have the wrong one; on your texts it may be more or
less. Code a sample of your own: <code>detente sample</code> makes the sheet.`
        : null
    }</p>
<details><summary>What a mean does not say</summary><ul><li>Read single statements, not only their numbers: a mean over many is what the scores are for.</li>
<li>${counted(blank, 'statement')} of ${thousands(relevant)} about the two sides ${blank === 1 ? 'holds' : 'hold'} no term of the lexicon and ${blank === 1 ? 'counts' : 'count'} as 0.</li>
<li>Alpha is Krippendorff's: 1 where the coders agree in everything, 0 where they agree as by chance.</li>
<li>${counted(undated, 'statement')} without a date ${undated === 1 ? 'is' : 'are'} in no year.</li>
<li>Intervals take statements of one article together, and say how far a mean would move with other statements of the same sort. Errors of the scores are in the
corrected intervals alone, which need a coded sample.</li></ul></details>`,
  );
}
