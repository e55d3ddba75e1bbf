/** How the figures came about, and with which versions. */

import { thousands } from '../../../core/counted.ts';
import { html, type Markup } from '../html.ts';
import type { Published } from '../published.ts';
import { tablesOf } from '../tables.ts';
import { folds, section, table } from './section.ts';

/** "Method". */
export function methodSection(published: Published): Markup {
  const { lexicons, versions } = published.facts;
  return section(
    'method',
    'Method and versions',
    folds(html`<details><summary>How the figures came about</summary><p>Programs found quoted and reported speech in the articles, who said it and when, by rules and word lists that anyone can read and change; no statement was written or
judged by a language model. A statement's tone is made of the terms that it holds, turned by negation, reversal, hedges and contrast, and squeezed into −1 to +1. Statements that
are not about relations between the two sides have no tone and are in no mean.</p>
<ul><li>One distinct statement is one observation; copies in other outlets count as reach only.</li>
<li>Intervals are 95 %: Student's t for means (from three statements, not beyond the scale), Welch's for changes, Wilson's for shares.</li>
<li>A shrunk mean is drawn toward the mean of its period, the more the fewer its statements (DerSimonian and Laird): use it to compare thin rows.</li>
<li>Trends need eight dated years: Theil–Sen slope with interval, Mann–Kendall test with ties corrected. Levels come from exact least squares with a penalty (BIC) and last
three years or more. All of these take years for independent.</li>
<li>Means of thin years swing widely, and what outlets choose to quote is not all that was said. A mean is about the quoted statements, not about policy.</li></ul>
<p>Every column is explained in the data dictionary (output/README.md, datapackage.json); every statement in statements.csv names its article, offsets, rule and terms.</p></details>
<details><summary>How to cite</summary><p>${citation(published)}</p></details>
<details><summary>The tables beside this page</summary><ul>${tablesOf(published.facts.sides).map(
      ({ name, title }) => html`<li>${title}: <a href="${name}.csv">${name}.csv</a>, <a href="${name}.parquet">.parquet</a></li>`,
    )}<li>What each column means: <a href="datapackage.json">datapackage.json</a></li></ul></details>
<details><summary>Versions and lexicons</summary>${table(
      'Versions',
      [
        { name: 'what', cell: ([name]) => name },
        { name: 'version', cell: ([, version]) => version },
      ],
      Object.entries(versions),
    )}${table(
      'Lexicons',
      [
        { name: 'file', cell: ({ path }) => path },
        { name: 'rows', isNumber: true, cell: ({ rows }) => thousands(rows) },
        { name: 'SHA-256', cell: ({ sha256 }) => html`<span class="hash">${sha256.slice(0, 16)}</span>` },
      ],
      lexicons,
    )}</details>`),
  );
}

function citation({ facts }: Published): string {
  const lexicons = facts.lexicons.map(({ sha256 }) => sha256.slice(0, 8)).join(' ');
  return `${facts.title}. Computed by detente ${facts.versions.detente ?? ''}, run of ${facts.date}; lexicons ${lexicons}.`;
}
