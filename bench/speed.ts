/**
 * Articles and statements a second on one core, beside wink-nlp's own reading and `sentiment` in the same run.
 *   tools/run bench/speed ARTICLES.jsonl STATEMENTS.jsonl     lines with `text`; without paths, the bundled sample is read again and again
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Bench } from 'tinybench';
import { readText } from '../src/core/language.ts';
import type { Clipping } from '../src/core/model/articles.ts';
import { listFiles } from '../src/files/disk/look.ts';
import { loadSettings } from '../src/job/load.ts';
import { readClippings } from '../src/stages/articles/read.ts';
import { readArticle } from '../src/stages/pipeline.ts';
import { scoreTone } from '../src/stages/tone/score.ts';
import { readStatement } from '../src/stages/tone/statement.ts';

const { vocabulary, job } = loadSettings('jobs/nightly.yaml');
const [articlesPath, statementsPath] = process.argv.slice(2);
const options = { boilerplate: vocabulary.boilerplate, ...(articlesPath && { format: 'jsonl' }) };
const files = articlesPath ? [articlesPath] : listFiles(join(job.base, 'sample/articles'));
const clippings: readonly Clipping[] = files.flatMap((path) => readClippings({ path, bytes: readFileSync(path) }, options).kept);
const statements = statementsPath
  ? readFileSync(statementsPath, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => (JSON.parse(line) as { text: string }).text)
  : clippings.flatMap((clipping) => readArticle(clipping, { vocabulary, reference: '2026-12-31' }).utterances.map(({ text }) => text));
const context = { speaker: null, side: 'US', date: null, cue: null, kind: null, content: null, background: [], around: '' } as const;
const Sentiment = createRequire(import.meta.url)('sentiment') as new () => { analyze(text: string): unknown };
const peer = new Sentiment();

/** Each task goes over all its texts once per iteration; texts a second = iterations a second × texts. */
const tasks: readonly (readonly [name: string, texts: number, run: () => void])[] = [
  ['articles: wink-nlp alone', clippings.length, () => clippings.forEach(({ text }) => void readText(text))],
  [
    'articles: read, date, extract, attribute',
    clippings.length,
    () => clippings.forEach((each) => void readArticle(each, { vocabulary, reference: '2026-12-31' })),
  ],
  ['statements: wink-nlp alone', statements.length, () => statements.forEach((text) => void readText(text))],
  [
    'statements: tone with trace',
    statements.length,
    () => statements.forEach((text) => void scoreTone(readStatement(text, vocabulary.tone), context, vocabulary.tone)),
  ],
  ['statements: sentiment (peer)', statements.length, () => statements.forEach((text) => void peer.analyze(text))],
];

const bench = new Bench({ time: 4000, iterations: 3, warmupIterations: 1 });
for (const [name, , run] of tasks) bench.add(name, run);
await bench.run();
for (const [index, [name, texts]] of tasks.entries()) {
  const result = bench.tasks[index]?.result;
  if (result === undefined || !('latency' in result)) throw new Error(`${name}: not measured`);
  console.log(
    `${name.padEnd(42)} ${Math.round((texts * 1000) / result.latency.p50)
      .toLocaleString('en')
      .padStart(8)} a second (median of ${result.latency.samplesCount})`,
  );
}
