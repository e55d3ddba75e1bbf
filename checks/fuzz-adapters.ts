/**
 * Every reader under byte mutation: what comes in is read or set aside, counts reconcile, spans lie in the text, nothing throws.
 * usage: tools/run checks/fuzz-adapters [COUNT] [SEED]   (mutations per format, 100,000 if not given). Exit code 1 at the first breach, with the bytes that made it.
 */
import { readFileSync } from 'node:fs';
import { deflateRawSync, gzipSync } from 'node:zlib';
import type { Clipping, Span } from '../src/core/model/articles.ts';
import type { Outcome } from '../src/core/model/problems.ts';
import { parseRows } from '../src/core/rows.ts';
import { compileBoilerplate } from '../src/stages/articles/cleaning/vocabulary.ts';
import { readClippings } from '../src/stages/articles/read.ts';
import { compileCalendar } from '../src/stages/dates/calendar.ts';
import { datePublished } from '../src/stages/dates/publish.ts';

const COUNT = Number(process.argv[2] ?? 100_000);
const SEED = Number(process.argv[3] ?? 20_181_222);

const STORY =
  'Envoys meet again in the old town\n\nMOSCOW, May 14, 2019 (Agency) — “We’re ready,” Marta Klein said on Tuesday.\n\nBoth sides will meet again, a spokesman added.\n\nRead more\n\n© 2020 Post';
const PAGE = `<!DOCTYPE html><html lang="en"><head><title>Envoys meet - Post</title><meta property="article:published_time" content="2019-05-14T10:00:00Z"><script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2019-05-14"}</script></head><body><nav><a href="/">Home</a></nav><h1>Envoys meet</h1><time datetime="2019-05-14">May 14</time><p>The two envoys met on Tuesday &amp; spoke for an hour behind closed doors.</p><p>“We are ready,” Marta Klein said, and both sides will meet again.</p></body></html>`;
const RECORD = { id: 'a', text: STORY, date: '2019-05-14', url: 'https://post.example/2019/05/14/a' };
const GDELT = {
  date: '2020-01-02T03:04:05Z',
  url: 'https://post.example/x',
  title: 'T',
  lang: 'ENGLISH',
  quotes: [{ pre: 'He said', quote: 'We are ready', post: 'on Monday' }],
};
const QUOTE = {
  quoteID: '2019-01-01-000001',
  quotation: 'We are ready',
  speaker: 'Marta Klein',
  date: '2019-01-01',
  probas: [['Marta Klein', '0.8']],
  urls: ['http://a.example/b'],
};
const ARTICLE = {
  articleID: 'a',
  articleLength: 9,
  date: '2019-01-01',
  quotations: [{ quotation: 'We are ready', leftContext: 'He said', rightContext: '', globalTopSpeaker: 'None', globalProbas: [] }],
};
const lines = (...values: readonly unknown[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('');

/** A valid file of each format. */
const FILES: Readonly<Record<string, readonly [path: string, content: string | Uint8Array]>> = {
  text: ['a.txt', STORY],
  'text in UTF-16': ['a.txt', Buffer.from(`\ufeff${STORY}`, 'utf16le')],
  transcript: ['a.txt', 'PRESIDENT KLEIN: Good morning.\n\nQ. Will there be talks?\n\nA. There will.\n\nMR. ROE: I agree.\n'],
  'front matter': ['a.txt', `---\ntitle: T\ndate: 2019-05-14\n---\n${STORY}`],
  page: ['a.html', PAGE],
  'saved page': [
    'a.mhtml',
    `MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n${PAGE.replaceAll('=', '=3D')}\n--b--`,
  ],
  'JSON lines': ['a.jsonl', lines(RECORD, RECORD, RECORD)],
  'JSON list': ['a.json', JSON.stringify([RECORD, RECORD])],
  GDELT: ['a.gqg.json', lines(GDELT, GDELT)],
  'Quotebank quotations': ['quotes-2019.json', lines(QUOTE, QUOTE)],
  'Quotebank articles': ['quotebank-2019.json', lines(ARTICLE, ARTICLE)],
  table: ['a.csv', `id,date,text\n1,2019-05-14,"${STORY.replaceAll('"', '""')}"\n2,2019-05-15,Short text.\n`],
  RSS: [
    'a.xml',
    `<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title><item><title>T</title><link>http://a.example</link><pubDate>Tue, 14 May 2019 10:00:00 GMT</pubDate><description><![CDATA[<p>One &amp; two.</p>]]></description></item></channel></rss>`,
  ],
  Atom: [
    'a.atom',
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry><title>T</title><published>2019-05-14</published><content>&lt;p&gt;One.&lt;/p&gt;</content></entry></feed>',
  ],
  Nexis: [
    'a.txt',
    `   1 of 1 DOCUMENTS\n\n   The Post\n\n   March 14, 2018 Wednesday\n\nEnvoys Meet\n\nLENGTH: 12 words\n\n${STORY}\n\nLOAD-DATE: March 14, 2018\n`,
  ],
  Factiva: [
    'a.txt',
    `Envoys Meet\nBy Ann Lee\n12 words\n14 March 2018\nThe Post\nEnglish\nCopyright 2018\n\n${STORY}\n\nDocument INVP000020180314ee3e0002t\n`,
  ],
  ProQuest: [
    'a.txt',
    `${'_'.repeat(60)}\n\nFull text: ${STORY}\n\nTitle: Envoys Meet\n\nPublication date: Mar 14, 2018\n\nProQuest document ID: 123\n\n${'_'.repeat(60)}\n`,
  ],
  gzip: ['a.txt.gz', gzipSync(STORY)],
  zip: ['a.zip', zipOf('a.txt', Buffer.from(STORY))],
};

/** Formats in which every line that is not blank is one record. */
const ONE_PER_LINE = new Set(['JSON lines', 'GDELT', 'Quotebank quotations', 'Quotebank articles']);
const INTERESTING = [0x00, 0x0a, 0x0d, 0x22, 0x26, 0x2c, 0x3c, 0x3e, 0x5b, 0x5c, 0x7b, 0x7d, 0x80, 0x93, 0xc2, 0xe2, 0xef, 0xfe, 0xff];

const rows = (path: string) => parseRows(readFileSync(`lexicons/${path}`, 'utf8'), path).value;
const boilerplate = compileBoilerplate({ boilerplate: rows('english/boilerplate.csv') }).value;
const calendar = compileCalendar({ events: rows('us-russia/events.csv'), offices: rows('us-russia/offices.csv') }).value;

let state = SEED;
/** Mulberry32, from 0 up to `below`. */
function random(below: number): number {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
}

/** One to eight edits: a byte changed, put in or taken out, a stretch repeated, moved or cut off. */
function mutate(original: Uint8Array): Buffer {
  let bytes = Buffer.from(original);
  for (let edits = 1 + random(8); edits > 0 && bytes.length > 0; edits--) {
    const at = random(bytes.length);
    const length = 1 + random(Math.min(40, bytes.length - at));
    const byte = Buffer.from([random(2) === 0 ? (INTERESTING[random(INTERESTING.length)] ?? 0) : random(256)]);
    const kind = random(6);
    if (kind === 0) bytes[at] = byte[0] ?? 0;
    else if (kind === 1) bytes = Buffer.concat([bytes.subarray(0, at), byte, bytes.subarray(at)]);
    else if (kind === 2) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    else if (kind === 3) bytes = Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]);
    else if (kind === 4) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(0, length), bytes.subarray(at)]);
    else if (random(4) === 0) bytes = bytes.subarray(0, at);
  }
  return bytes;
}

/** What is wrong with an outcome, or null. */
function breachOf(format: string, bytes: Buffer, { kept, problems }: Outcome<Clipping>): string | null {
  if (kept.length + problems.length === 0 && bytes.toString('latin1').trim() !== '') return 'nothing read and nothing set aside';
  if (problems.some(({ code, reason }) => code === '' || reason === '')) return 'a problem without a reason';
  if (
    ONE_PER_LINE.has(format) &&
    problems.every(({ place }) => place !== '') &&
    !bytes.includes(0x0d) &&
    kept.every(({ place }) => place.startsWith('line'))
  ) {
    const count = bytes
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .split('\n')
      .filter((line) => line.trim() !== '').length;
    if (kept.length + problems.length !== count) return `${count} lines in, ${kept.length + problems.length} out`;
  }
  return kept.map(breachOfClipping).find((breach) => breach !== null) ?? null;
}

function breachOfClipping(clipping: Clipping): string | null {
  const { text, paragraphs, boilerplate: marked, given } = clipping;
  const isInside = ([start, end]: Span): boolean => start >= 0 && start <= end && end <= text.length;
  const isOrdered = (spans: readonly Span[]): boolean =>
    spans.every((span, i) => isInside(span) && (i === 0 || (spans[i - 1]?.[1] ?? 0) <= span[0]));
  if (!isOrdered(paragraphs)) return 'paragraphs out of order or outside the text';
  if (!isOrdered(marked)) return 'boilerplate out of order or outside the text';
  if (!given.every(({ span }) => isInside(span))) return 'a given quotation outside the text';
  const dated = datePublished(clipping, { text, tokens: [], sentences: [] }, { calendar, reference: '2026-12-31' });
  return dated && (dated.earliest > dated.latest || !/^\d{4}(-\d\d){0,2}$/.test(dated.day))
    ? `a date that is none: ${JSON.stringify(dated)}`
    : null;
}

for (const [format, [path, content]] of Object.entries(FILES)) {
  const original = Buffer.from(content as string);
  const total = { kept: 0, problems: 0 };
  const start = process.cpuUsage();
  for (let i = 0; i < COUNT; i++) {
    const bytes = i === 0 ? original : mutate(original);
    try {
      const outcome = readClippings({ path, bytes }, { boilerplate });
      const breach = i === 0 && outcome.kept.length === 0 ? 'the valid file was not read' : breachOf(format, bytes, outcome);
      if (breach) throw new Error(breach);
      total.kept += outcome.kept.length;
      total.problems += outcome.problems.length;
    } catch (error) {
      console.log(`${format}: ${error instanceof Error ? error.stack : error}\n${bytes.toString('base64')}`);
      process.exitCode = 1;
      break;
    }
  }
  const { user, system } = process.cpuUsage(start);
  console.log(
    `${format}: ${COUNT} mutations, ${total.kept} articles read, ${total.problems} set aside, ${((user + system) / 1e6).toFixed(1)} s`,
  );
}

/** A zip file of one file, as any packer writes it. */
function zipOf(name: string, bytes: Buffer): Buffer {
  const packed = deflateRawSync(bytes);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(bytes.length, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, Buffer.from(name), packed]);
  const directory = Buffer.concat([
    Buffer.from('PK\u0001\u0002', 'latin1'),
    Buffer.from([20, 0]),
    common,
    Buffer.alloc(14),
    Buffer.from(name),
  ]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, directory, Buffer.from('PK\u0005\u0006', 'latin1'), end]);
}
