/** report.html: the page to read in the morning, whole in one file. */
import { createHash } from 'node:crypto';
import { html, trusted } from '../html.ts';
import type { Published } from '../published.ts';
import { arrivalsSection } from './arrivals.ts';
import { compareSection } from './compare.ts';
import { coverageSection } from './coverage.ts';
import { findSection, LISTED_HERE, listedData } from './find.ts';
import { headline, stickyBar } from './headline.ts';
import { methodSection } from './method.ts';
import { pageScript } from './script.ts';
import { speakersSection } from './speakers.ts';
import { strongestSection } from './strongest.ts';
import { STYLE } from './style.ts';
import { surenessSection } from './sureness.ts';
import { termsSection } from './terms.ts';
import { topicsSection } from './topics.ts';
import { yearlySection } from './yearly.ts';

const CONTENTS: readonly (readonly [id: string, name: string])[] = [
  ['years', 'Years'],
  ['sure', 'How sure'],
  ['speakers', 'Speakers'],
  ['strongest', 'Statements'],
  ['terms', 'Words'],
  ['find', 'Find'],
  ['coverage', 'Coverage'],
  ['method', 'Data, cite'],
];

/** The whole page. Its policy lets nothing in but its own style and script, named by their hashes: no request, no frame, no form, no foreign code. */
export async function* writeReport(published: Published): AsyncIterable<string | Uint8Array> {
  const page = await drawPage(published);
  const place = page.indexOf(LISTED_HERE) + LISTED_HERE.length;
  yield page.slice(0, place);
  yield* listedData(published.listing);
  yield page.slice(place);
}

/** The page but for the data of the statements that can be searched. */
async function drawPage(published: Published): Promise<string> {
  const script = pageScript();
  const policy = `default-src 'none'; img-src data:; style-src '${hashOf(STYLE)}'; script-src '${hashOf(script)}'; base-uri 'none'; form-action 'none'`;
  const body = [
    arrivalsSection(published),
    await yearlySection(published),
    surenessSection(published),
    await speakersSection(published),
    compareSection(published),
    strongestSection(published),
    topicsSection(published),
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
<body>${stickyBar(published, CONTENTS)}<main>${headline(published)}${body}</main>
<footer><p>${title}. Made by detente ${published.facts.versions.detente ?? ''}; the tables beside this page hold every figure on it.</p></footer>
<script>${trusted(script)}</script></body></html>
`.markup;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}
