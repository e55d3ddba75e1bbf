/**
 * How the rooms from reading to attribution, and scoring, stand up to text made to be slow: generators for articles and for statements, each at three sizes.
 * usage: tools/run checks/hostile [LARGEST]   (characters, 1,000,000 if not given). Exit code 1 where a megabyte takes over 2 s.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { readText } from '../src/core/language.ts';
import type { Article } from '../src/core/model/articles.ts';
import type { Row, Tables } from '../src/core/model/problems.ts';
import { parseRows } from '../src/core/rows.ts';
import { compileQuotationVocabulary, findQuotations } from '../src/stages/quotations/find.ts';
import { attributeQuotations } from '../src/stages/speakers/attribute.ts';
import { compileRoster } from '../src/stages/speakers/roster.ts';
import { compileToneLexicon } from '../src/stages/tone/lexicon.ts';
import { scoreTone } from '../src/stages/tone/score.ts';
import { readStatement } from '../src/stages/tone/statement.ts';

const LIMIT_MS_PER_MEGABYTE = 2000;
const WORDS = 'said the minister told reporters that Mary Hollis of the union , according to him who called it'.split(' ');

/** Each repeats or mixes its piece until the text is long enough. */
const PIECES: Readonly<Record<string, string>> = {
  'straight marks': '"',
  'straight marks with spaces': '" a " b ',
  'opening marks': '“',
  'opening marks, never closed': '“Well said Hollis, ',
  'pairs of apostrophes': "''a'' ",
  'apostrophes at word starts': "'a ",
  'quoted words without a stop': '"a" and ',
  'quotation, subject, verb': '"Yes," Hollis said. ',
  'subjects without end': 'the head of the head of ',
  appositions: 'Hollis, a judge, of Bern, ',
  'commas and verbs of saying': 'said, told, added, ',
  brackets: '(((()((',
  dashes: ' — a -- ',
  'capital names': 'Mary Hollis ',
  'turns in capitals': 'HOLLIS: Yes.\n',
  'colons and capitals': 'A: B: C: ',
  'runs without white space': 'a-',
  'letters beyond the basic plane': '😀“𝒬” ',
  'markup and attributes': '<tweet author="@a" date="b">',
};

function textOf(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}

function proseOf(length: number): string {
  let text = '';
  for (let i = 0; text.length < length; i++) text += `${WORDS[(i * 7 + (i >> 4)) % WORDS.length]} `;
  return text.slice(0, length);
}

function articleOf(text: string): Article {
  const paragraphs = [...text.matchAll(/[^\n]+/g)].map((match) => [match.index, match.index + match[0].length] as const);
  const empty = { title: null, outlet: null, author: null, url: null, boilerplate: [], given: [], published: null } as const;
  return { id: 'hostile', path: 'hostile', place: '', layout: 'article', text, paragraphs, ...empty };
}

function tablesOf(...folders: readonly string[]): Tables {
  const tables: Record<string, Row[]> = {};
  for (const folder of folders) {
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.csv'))) {
      const rows = parseRows(readFileSync(`${folder}/${file}`, 'utf8'), `${folder}/${file}`).value;
      const name = file.replace(/\.csv$/, '');
      tables[name] = [...(tables[name] ?? []), ...rows];
    }
  }
  return tables;
}

/** The same for statements: what scoring compares with one another inside a sentence. */
const STATEMENT_PIECES: Readonly<Record<string, string>> = {
  'names without end': 'Mary Hollis ',
  'known names': 'Russia and the United States ',
  'titles without a name': 'secretary of state ',
  'words before a title': 'former new ',
  'quoted good words': '"good" ',
  negators: 'not good no threat ',
  'reversers and their objects': 'lift sanctions ',
  'hedges and conditions': 'perhaps if very good ',
  'good and bad': 'good bad ',
  relations: 'our two countries ',
  pronouns: 'we they you ',
  clauses: 'we agree, and they agree, ',
  apostrophes: "'s ’t can?t ",
};

const tables = tablesOf('lexicons/english', 'lexicons/us-russia');
const vocabulary = compileQuotationVocabulary(tables).value;
const roster = compileRoster(tables).value;
const tone = compileToneLexicon(tables, ['US', 'Russia']).value;
const CONTEXT = { speaker: null, side: 'US', date: null, cue: null, kind: null, content: null, background: [], around: '' } as const;

/** Processor time, so that other work on the machine does not count. */
function timed<T>(work: () => T): readonly [T, number] {
  const start = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(start);
  return [result, (user + system) / 1000];
}

const largest = Number(process.argv[2] ?? 1_000_000);
const sizes = [largest / 100, largest / 10, largest].map(Math.round);
let isTooSlow = false;
console.log(
  `${'text'.padEnd(34)}${'size'.padStart(10)}${'reading'.padStart(10)}${'quotations'.padStart(12)}${'speakers'.padStart(10)}  ms`,
);
for (const [name, piece] of [...Object.entries(PIECES), ['prose of reporting words', ''] as const]) {
  for (const size of sizes) {
    const text = piece === '' ? proseOf(size) : textOf(piece, size);
    const article = articleOf(text);
    const [reading, readMs] = timed(() => readText(text));
    const [quotations, findMs] = timed(() => findQuotations(article, reading, vocabulary));
    const [, attributeMs] = timed(() => attributeQuotations(article, reading, { quotations, roster }));
    const total = readMs + findMs + attributeMs;
    const isSlow = total > Math.max(1, size / 1_000_000) * LIMIT_MS_PER_MEGABYTE;
    isTooSlow ||= isSlow;
    const cells = [readMs, findMs, attributeMs].map((ms, i) => ms.toFixed(0).padStart(i === 1 ? 12 : 10)).join('');
    console.log(`${name.padEnd(34)}${String(size).padStart(10)}${cells}${isSlow ? '  too slow' : ''}`);
  }
}
console.log(`\n${'statement'.padEnd(34)}${'size'.padStart(10)}${'reading'.padStart(10)}${'tone'.padStart(10)}  ms`);
for (const [name, piece] of Object.entries(STATEMENT_PIECES)) {
  for (const size of sizes.map((each) => each / 5)) {
    const [reading, readMs] = timed(() => readStatement(textOf(piece, size), tone));
    const [, scoreMs] = timed(() => scoreTone(reading, CONTEXT, tone));
    const isSlow = readMs + scoreMs > Math.max(1, size / 1_000_000) * LIMIT_MS_PER_MEGABYTE;
    isTooSlow ||= isSlow;
    const cells = [readMs, scoreMs].map((ms) => ms.toFixed(0).padStart(10)).join('');
    console.log(`${name.padEnd(34)}${String(size).padStart(10)}${cells}${isSlow ? '  too slow' : ''}`);
  }
}
if (isTooSlow) process.exitCode = 1;
