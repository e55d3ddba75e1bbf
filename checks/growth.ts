/**
 * Files of each kind that hold one sign, or two, thousands of times between sentences of news: the time from bytes to statements may grow with the length of
 * such a run, not with its square. Pattern by pattern the same is held by test/patterns.test.ts; this meets loops and libraries too.
 *   tools/run checks/growth [LENGTH]   (characters of the longer run, 40,000 if not given); exit code 1 where a run costs over ten times one of an eighth
 */
import { loadSettings } from '../src/job/load.ts';
import { listArticles, readStatements } from '../src/stages/intake.ts';

const longest = Number(process.argv[2] ?? 40_000);
const SHARE = 8;
/** So much more than SHARE may a longer run cost, in processor milliseconds too. */
const MOST_TIMES = 10;
const NOISE_MS = 250;

const MARKS = [...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~“”‘’«»–—…•·'];
const BLANKS = [' ', '\t', '\n', '\r\n', '\u00a0', ' \n', '\n\n', '\u200b', '\u2028'];
const LETTERS = ['a', 'A', '1', 'é', '俄', '😀'];
const PAIRS = MARKS.flatMap((mark) => [`a${mark}`, `A${mark} `, ` ${mark} `, `1${mark}`]);
const WORDS = [
  'and ',
  'said ',
  'that he said ',
  'Ann Lee ',
  'MARSH: yes ',
  'of the ',
  'http://a.b ',
  '@a ',
  '2 May ',
  '<b>',
  '</p>',
  '&amp;',
  '](http',
];

const SENTENCE =
  'The envoys met in the old hall and spoke of the treaty for a long time. “We want talks with Norland,” said Ann Lee, a senator. ';
const before = SENTENCE.repeat(8);

const KINDS: Readonly<Record<string, (run: string) => string>> = {
  'a.txt': (run) => `Harbor Ledger\n\nTalks\n\n${before}${run}${SENTENCE}\n\n${before}`,
  'b.html': (run) =>
    `<html><head><title>Talks</title></head><body><article><p>${before}</p><p>${SENTENCE}${run}${SENTENCE}</p></article></body></html>`,
  'c.md': (run) => `# Talks\n\n${before}\n\n${run}${SENTENCE}\n`,
  'd.eml': (run) =>
    `From: a@b.example\nTo: c@d.example\nSubject: Talks\nDate: Tue, 5 Mar 2024 10:00:00 +0000\nMIME-Version: 1.0\n\n${before}\n${run}${SENTENCE}\n`,
  'e.srt': (run) => `1\n00:00:01,000 --> 00:00:04,000\nANN LEE: ${SENTENCE}\n\n2\n00:00:05,000 --> 00:00:09,000\n${run}${SENTENCE}\n`,
  'f.csv': (run) => `title,text,date\nTalks,"${`${before}${run}${SENTENCE}`.replaceAll('"', '""')}",2024-03-05\n`,
  'g.jsonl': (run) =>
    `${JSON.stringify({ title: `Talks ${run.slice(0, 200)}`, text: `${before}\n\n${run}${SENTENCE}`, date: '2024-03-05' })}\n`,
};

const { job, vocabulary } = loadSettings('jobs/nightly.yaml');
const options = { vocabulary, dateOrder: job.dateOrder, languages: job.languages, reference: '2026-01-01' };

async function cost(path: string, text: string): Promise<number> {
  const start = process.cpuUsage();
  const { kept } = await listArticles({ path, bytes: Buffer.from(text) }, options);
  for (const clipping of kept) readStatements(clipping, options);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const runs = [...MARKS, ...BLANKS, ...LETTERS, ...PAIRS, ...WORDS];
let slow = 0;
for (const [path, write] of Object.entries(KINDS)) {
  await cost(path, write(''));
  for (const piece of runs) {
    const of = (length: number): string => write(piece.repeat(Math.ceil(length / piece.length)));
    const short = await cost(path, of(longest / SHARE));
    const long = await cost(path, of(longest));
    if (long <= short * MOST_TIMES + NOISE_MS) continue;
    slow += 1;
    console.log(
      `${path}, ${JSON.stringify(piece)}: ${short.toFixed(0)} ms at ${longest / SHARE} characters, ${long.toFixed(0)} ms at ${longest}`,
    );
  }
}
console.log(`${Object.keys(KINDS).length * runs.length} runs, ${slow} cost more than they should`);
if (slow > 0) process.exitCode = 1;
