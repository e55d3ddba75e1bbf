/**
 * Arbitrary text through reading, quotations and speakers: spans always slice inside the text, in order, without overlap.
 * usage: tools/run checks/fuzz [RUNS] [SEED]   (100,000 runs if not given)
 */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readText } from '../src/core/language.ts';
import type { Article, Span } from '../src/core/model/articles.ts';
import type { Row } from '../src/core/model/problems.ts';
import { parseRows } from '../src/core/rows.ts';
import { compileQuotationVocabulary, findQuotations } from '../src/stages/quotations/find.ts';
import { attributeQuotations } from '../src/stages/speakers/attribute.ts';
import { compileRoster } from '../src/stages/speakers/roster.ts';
import { ownSpans } from '../src/stages/statements/utter.ts';

const WORDS =
  `said says told added called that according to Hollis Mary Mr. HOLLIS: he who the of minister Russia U.S. " “ ” ' ‘ ’ '' « » , . : ; ? ! — - ( ) [ ] … \n \n\n
  <tweet= @mary 2018 Monday claim 😀 é a I not and but when asked as`.split(' ');
const tables: Record<string, Row[]> = {};
for (const folder of ['lexicons/english', 'lexicons/us-russia']) {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.csv'))) {
    const name = file.replace(/\.csv$/, '');
    tables[name] = [...(tables[name] ?? []), ...parseRows(readFileSync(`${folder}/${file}`, 'utf8'), file).value];
  }
}
const vocabulary = compileQuotationVocabulary(tables).value;
const roster = compileRoster(tables).value;

function articleOf(text: string, layout: 'article' | 'transcript'): Article {
  const paragraphs = [...text.matchAll(/[^\n]+/g)].map((match): Span => [match.index, match.index + match[0].length]);
  const empty = { title: null, outlet: null, author: null, url: null, boilerplate: [], given: [], published: null } as const;
  return { id: 'fuzz', path: 'fuzz', place: '', layout, text, paragraphs, ...empty };
}

function check(text: string, spans: readonly Span[]): void {
  for (const [start, end] of spans) {
    if (!(start >= 0 && end > start && end <= text.length))
      throw new Error(`span [${start}, ${end}] in a text of ${text.length} characters`);
  }
}

const mixed = fc.array(fc.constantFrom(...WORDS), { maxLength: 120 }).map((words) => words.join(' '));
const glued = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(''));
const texts = fc.oneof(mixed, glued, fc.string({ unit: 'grapheme', maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 200 }));
const runs = Number(process.argv[2] ?? 100_000);
const seed = process.argv[3] === undefined ? {} : { seed: Number(process.argv[3]) };

fc.assert(
  fc.property(texts, fc.constantFrom<'article' | 'transcript'>('article', 'transcript'), (text, layout) => {
    const article = articleOf(text, layout);
    const reading = readText(text);
    const quotations = findQuotations(article, reading, vocabulary);
    const spans = quotations.flatMap((quotation) => quotation.spans);
    check(text, spans);
    const sorted = quotations.flatMap(ownSpans).sort((a, b) => a[0] - b[0]);
    for (const [i, span] of sorted.entries())
      if (i > 0 && span[0] < (sorted[i - 1]?.[1] ?? 0)) throw new Error(`spans overlap at ${span[0]}`);
    for (const { cue, source, carrier } of quotations)
      check(
        text,
        [cue, source, carrier].filter((span) => span !== null),
      );
    attributeQuotations(article, reading, { quotations, roster });
  }),
  { numRuns: runs, ...seed },
);
console.log(`${runs} texts: every span slices inside its text, none but a nested one overlaps another`);
