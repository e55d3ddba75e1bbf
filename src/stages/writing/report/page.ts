/** report.html: the page to read in the morning, whole in one file. */
import { createHash } from 'node:crypto';
import type { TrendRow } from '../../../core/model.ts';
import type { Published } from '../published.ts';
import { arrivalsSection } from './arrivals.ts';
import { coverageSection } from './coverage.ts';
import { explorerScript } from './explorer.ts';
import { findSection } from './find.ts';
import { html, type Markup, trusted } from './html.ts';
import { methodSection } from './method.ts';
import { counted, thousands } from './numbers.ts';
import { speakersSection } from './speakers.ts';
import { strongestSection } from './strongest.ts';
import { STYLE } from './style.ts';
import { termsSection } from './terms.ts';
import { yearlySection } from './yearly.ts';

const CONTENTS: readonly (readonly [id: string, name: string])[] = [
  ['new', 'What came in'],
  ['years', 'Years'],
  ['speakers', 'Speakers'],
  ['strongest', 'Strongest statements'],
  ['terms', 'Terms'],
  ['find', 'Find statements'],
  ['coverage', 'Coverage'],
  ['method', 'Method'],
];

/** The whole page. Its policy lets nothing in but its own style and script, named by their hashes: no request, no frame, no form, no foreign code. */
export async function writeReport(published: Published): Promise<string> {
  const script = explorerScript();
  const policy = `default-src 'none'; img-src data:; style-src '${hashOf(STYLE)}'; script-src '${hashOf(script)}'; base-uri 'none'; form-action 'none'`;
  const body = [
    arrivalsSection(published),
    await yearlySection(published),
    await speakersSection(published),
    strongestSection(published),
    await termsSection(published),
    findSection(published),
    await coverageSection(published),
    methodSection(published),
  ];
  const { title, date } = published.facts;
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">
<title>${title}, ${date}</title><link rel="icon" href="data:,"><style>${trusted(STYLE)}</style></head>
<body>${opening(published)}<main>${body}</main>
<footer><p>${title}. Made by detente ${published.facts.versions.detente ?? ''}; the tables beside this page hold every figure on it.</p></footer>
<script>${trusted(script)}</script></body></html>
`.markup;
}

function opening({ trends, grouped, facts }: Published): Markup {
  const dated = trends.rows.year.filter(({ group }) => group.period !== 'undated');
  const [first, last] = [dated[0]?.group.period, dated.at(-1)?.group.period];
  const of = (count: (row: TrendRow) => number) => trends.rows.year.reduce((total, row) => total + count(row), 0);
  const articles = grouped.coverage.reduce((total, row) => total + row.articles, 0);
  const outlets = new Set(grouped.coverage.filter((row) => row.articles > 0 && row.outlet !== 'unknown').map(({ outlet }) => outlet)).size;
  const relevant = of((row) => row.group.relevant);
  const span = first === undefined ? '' : first === last ? ` of ${first}` : ` of ${first} to ${last}`;
  return html`<header><h1>${facts.title}</h1><p class="note">${facts.date}</p>
<p class="lead">${counted(grouped.total, 'distinct statement')}${span}, found in ${counted(articles, 'article')}; ${thousands(relevant)} of them
${relevant === 1 ? 'is' : 'are'} about relations between the two sides, ${facts.sides.join(' and ')}, and ${relevant === 1 ? 'has' : 'have'} a tone.</p>
<dl class="facts">${fact('articles', articles)}${fact('named outlets', outlets)}${fact('speakers', trends.rows.total.length)}${fact('undated', undated(trends.rows.year))}${fact('set aside', grouped.problems.length)}</dl>
<nav aria-label="On this page">${CONTENTS.map(([id, name]) => html`<a href="#${id}">${name}</a>`)}</nav></header>
`;
}

function undated(rows: readonly TrendRow[]): number {
  return rows.find(({ group }) => group.period === 'undated')?.group.statements ?? 0;
}

function fact(name: string, count: number): Markup {
  return html`<div><dt>${name}</dt><dd>${thousands(count)}</dd></div>`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}
