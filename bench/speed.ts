/**
 * Texts a second of processor, each beside its peer in the same run: wink-nlp's bare reading, `sentiment`, the quotations of compromise.
 * Both of what finds quotations begin with a text and end with spans, its reading included. compromise finds words in marks; detente finds them with
 * their words of saying, and reported speech without marks. Dating and speakers are on neither side, and stand in the lines below.
 *   tools/run bench/speed [ARTICLES.jsonl] [STATEMENTS.jsonl] [PAGES]     lines with `text`, a folder of web pages; without paths, the bundled sample and invented pages
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Bench } from 'tinybench';
import webModel from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { readText } from '../src/core/language.ts';
import type { Clipping } from '../src/core/model/articles.ts';
import { listFiles } from '../src/files/disk/look.ts';
import { loadSettings } from '../src/job/load.ts';
import { asReadOn } from '../src/stages/articles/cleaning/inline.ts';
import { readClippings } from '../src/stages/articles/read.ts';
import { dateArticle, readArticle } from '../src/stages/pipeline.ts';
import { findQuotations } from '../src/stages/quotations/find.ts';
import { scoreText, scoreUtterance } from '../src/stages/scoring.ts';
import { printFigure, spell } from './measure.ts';
import { writePage } from './pages.ts';

const { vocabulary, job } = loadSettings('jobs/nightly.yaml');
const [articlesPath = '', statementsPath = '', pagesPath = ''] = process.argv.slice(2);
const { boilerplate } = vocabulary;
const files = articlesPath === '' ? listFiles(join(job.base, 'sample/articles')) : [articlesPath];
const clippings: readonly Clipping[] = files.flatMap(
  (path) => readClippings({ path, bytes: readFileSync(path) }, { boilerplate, ...(articlesPath !== '' && { format: 'jsonl' }) }).kept,
);
const reading = { vocabulary, reference: '2026-12-31' };
const articles = clippings.map((clipping) => dateArticle(clipping, reading));
const statements =
  statementsPath === ''
    ? clippings.flatMap((clipping) => readArticle(clipping, reading).utterances.map(({ passage }) => passage.text))
    : readFileSync(statementsPath, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => (JSON.parse(line) as { text: string }).text);
const pages: readonly { readonly path: string; readonly bytes: Uint8Array }[] =
  pagesPath === ''
    ? Array.from({ length: 40 }, (_, number) => ({ path: `${number}.html`, bytes: Buffer.from(writePage(number)) }))
    : listFiles(pagesPath).map((path) => ({ path, bytes: readFileSync(path) }));
const context = { speaker: null, side: 'US', date: null, cue: null, kind: null, content: null, background: [], around: '' } as const;
const require = createRequire(import.meta.url);
const Sentiment = require('sentiment') as new () => { analyze(text: string): unknown };
const compromise = require('compromise') as (text: string) => { quotations(): { out(form: 'array'): readonly string[] } };
const peer = new Sentiment();
/** Sentences and parts of speech, as detente has them from it, and nothing else. */
const bare = winkNLP(webModel, ['sbd', 'pos']);

interface Task {
  readonly name: string;
  readonly texts: number;
  readonly run: () => void;
  /** Name of the task it is held against. */
  readonly against?: string;
}

/** Each goes over all its texts once per iteration; texts a second = iterations a second × texts. */
const TASKS: readonly Task[] = [
  { name: 'articles: wink-nlp alone', texts: clippings.length, run: () => clippings.forEach(({ text }) => void bare.readDoc(text)) },
  {
    name: 'articles: quotations by compromise',
    texts: clippings.length,
    run: () => clippings.forEach(({ text }) => void compromise(text).quotations().out('array')),
  },
  {
    name: 'articles: quotations by detente',
    texts: articles.length,
    run: () =>
      articles.forEach((each) => void findQuotations(each, readText(asReadOn(each.text, each.boilerplate)), vocabulary.quotations)),
    against: 'articles: quotations by compromise',
  },
  {
    name: 'articles: read, date, extract, attribute',
    texts: clippings.length,
    run: () => clippings.forEach((each) => void readArticle(each, reading)),
    against: 'articles: wink-nlp alone',
  },
  {
    name: 'articles: the same, and score',
    texts: clippings.length,
    run: () =>
      clippings.forEach((each) => {
        for (const utterance of readArticle(each, reading).utterances) scoreUtterance(utterance, { vocabulary });
      }),
    against: 'articles: wink-nlp alone',
  },
  { name: 'statements: wink-nlp alone', texts: statements.length, run: () => statements.forEach((text) => void bare.readDoc(text)) },
  { name: 'statements: sentiment', texts: statements.length, run: () => statements.forEach((text) => void peer.analyze(text)) },
  {
    name: 'statements: tone with trace, and topics',
    texts: statements.length,
    run: () => statements.forEach((text) => void scoreText(text, context, { vocabulary })),
    against: 'statements: wink-nlp alone',
  },
  { name: 'web pages: read', texts: pages.length, run: () => pages.forEach((page) => void readClippings(page, { boilerplate })) },
  {
    name: 'web pages: read, with their statements',
    texts: pages.length,
    run: () =>
      pages.forEach((page) => {
        for (const each of readClippings(page, { boilerplate }).kept) readArticle(each, reading);
      }),
  },
];

/** Milliseconds of processor: others on the machine slow the clock, and not this. */
function now(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const bench = new Bench({ time: 4000, iterations: 3, warmupTime: 4000, warmupIterations: 2, now });
for (const { name, run } of TASKS) bench.add(name, run);
await bench.run();
const rates = new Map<string, number>();
for (const [index, { name, texts, against }] of TASKS.entries()) {
  const result = bench.tasks[index]?.result;
  if (result === undefined || !('latency' in result)) throw new Error(`${name}: not measured`);
  const rate = (texts * 1000) / result.latency.p50;
  rates.set(name, rate);
  const share = rate / (rates.get(against ?? '') ?? Number.NaN);
  const beside = against === undefined ? {} : { beside: `${spell(share)} of ${against.split(': ')[1]}` };
  printFigure({ name, value: `${spell(rate)} a second`, ...beside });
}
