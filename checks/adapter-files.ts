/** What the readers are tried on: a valid file of each format, and files that are made to be slow or large. */
import { deflateRawSync, gzipSync } from 'node:zlib';
import {
  below,
  drawn,
  FONT,
  fileOf,
  type Line,
  packedStream,
  pageOf,
  pdfOf,
  pdfWith,
  streamOf,
} from '../test/stages/articles/pdf/pdf-file.ts';

const STORY =
  'Envoys meet again in the old town\n\nMOSCOW, May 14, 2019 (Agency) — “We’re ready,” Marta Klein said on Tuesday.\n\nBoth sides will meet again, a spokesman added.\n\nRead more\n\n© 2020 Post';
const PAGE = `<!DOCTYPE html><html lang="en"><head><title>Envoys meet - Post</title><meta property="article:published_time" content="2019-05-14T10:00:00Z"><script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2019-05-14"}</script></head><body><nav><a href="/">Home</a></nav><h1>Envoys meet</h1><time datetime="2019-05-14">May 14</time><p>The two envoys met on Tuesday &amp; spoke for an hour behind closed doors.</p><p>“We are ready,” Marta Klein said, and both sides will meet again.</p></body></html>`;
const WORD = `<?xml version="1.0"?><w:document xmlns:w="x"><w:body>${STORY.split('\n\n')
  .map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`)
  .join('')}</w:body></w:document>`;
const MAIL_HEAD = 'From: Post <a@a.example>\nDate: Tue, 05 Mar 2024 10:00:00 +0000\nMessage-ID: <1@a.example>\nMIME-Version: 1.0\n';
const MAIL = `${MAIL_HEAD}Subject: =?utf-8?Q?Envoys?= meet\nContent-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n${STORY.replaceAll('=', '=3D')}\n--b\nContent-Type: text/html; name="b.html"\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\n${Buffer.from(PAGE).toString('base64')}\n--b--\n`;
const WARC = Buffer.concat([
  recordOf('warcinfo', 'software: x'),
  recordOf('response', `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${PAGE}`),
  recordOf('conversion', STORY),
]);
/** "Envoys meet…" by bzip2 itself, which Node cannot pack. */
const BZIP2 =
  'QlpoOTFBWSZTWQNPtUoAABzf9QAQQGV0IDoK3IAu79+gQAAEJgAgEAAQACAAghqp+iZNNMpk9I2oeoGhoehNPUCKeiDQaAAAAANARcUDgMwolCR2rMUQUb7mkU3ZZpkuzdVb1UcKfoTWCDw+26xByHLgY/MxSSe0iIa7x6WK3P8710TJQbGBeCRSKGHywYIUju4GqzMmw2TSjYpOhSJ0AKj7nDscdObWSU285RERUICspUwRSQpu5yF+APQD7ExxR+LuSKcKEgBp9qlA';
const PDF_PAGE: readonly Line[] = [
  { text: 'Envoys meet again', y: 740, size: 20 },
  ...below(['The two envoys met on Tues-', 'day, and spoke for an hour', 'behind closed doors there.']),
  ...below(['“We are ready,” Marta Klein', 'said, and both sides will', 'meet again, in a month.'], { x: 320 }),
  { text: '1', x: 300, y: 30 },
];
/** Forms that draw ten forms that draw ten forms …, the last of them a word. */
const FORMS = Array.from({ length: 10 }, (_, i) =>
  streamOf(
    i === 9 ? drawn([{ text: 'ready', y: 700 }]) : `/X${i + 1} Do `.repeat(10),
    `/Type/XObject/Subtype/Form/BBox[0 0 600 700]/Resources<</Font<</F1 3 0 R>>/XObject<</X${i + 1} ${7 + i} 0 R>>>>`,
  ),
);
/** A page that draws the first of them. */
const pdfOfForms = (): Buffer =>
  fileOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[4 0 R]/Count 1>>',
    FONT,
    pageOf(5).replace('/Resources<<', '/Resources<</XObject<</X0 6 0 R>>'),
    streamOf('/X0 Do'),
    ...FORMS,
  ]);
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
export const FILES: Readonly<Record<string, readonly [path: string, content: string | Uint8Array]>> = {
  text: ['a.txt', STORY],
  'text in UTF-16': ['a.txt', Buffer.from(`\ufeff${STORY}`, 'utf16le')],
  transcript: ['a.txt', 'PRESIDENT KLEIN: Good morning.\n\nQ. Will there be talks?\n\nA. There will.\n\nMR. ROE: I agree.\n'],
  'front matter': ['a.txt', `---\ntitle: T\ndate: 2019-05-14\n---\n${STORY}`],
  Markdown: [
    'a.md',
    `Title: Envoys meet\n\nURL Source: https://post.example/a\n\nPublished Time: 2019-05-14\n\nMarkdown Content:\n# Envoys meet\n\n* [Home](https://post.example/)\n\n![A lake](/a.jpg)\n\n“We’re ready,” said **[Marta Klein](/klein "K")** on *Tuesday*.\n\n> So are \\*we\\*.\n`,
  ],
  page: ['a.html', PAGE],
  'page from an archive': [
    'a.html',
    PAGE.replace(
      '<title>',
      '<link rel="canonical" href="https://web.archive.org/web/20240901120000/https://post.example/2019/05/14/a"><title>',
    ).replace(
      '<nav>',
      '<!-- BEGIN WAYBACK TOOLBAR INSERT --><div id="wm-ipp-base">12 captures 05 Feb 2023</div><!-- END WAYBACK TOOLBAR INSERT --><nav>',
    ),
  ],
  'saved page': [
    'a.mhtml',
    `MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n${PAGE.replaceAll('=', '=3D')}\n--b--`,
  ],
  'JSON lines': ['a.jsonl', lines(RECORD, RECORD, RECORD)],
  'JSON list': ['a.json', JSON.stringify([RECORD, RECORD])],
  'JSON answer': ['a.json', JSON.stringify({ request: { page: 1 }, articles: { results: [{ data: RECORD }, RECORD], pages: 1 } })],
  'JSON data frame': ['a.json', JSON.stringify({ columns: Object.keys(RECORD), data: [Object.values(RECORD), Object.values(RECORD)] })],
  GDELT: ['a.gqg.json', lines(GDELT, GDELT)],
  'Quotebank quotations': ['quotes-2019.json', lines(QUOTE, QUOTE)],
  'Quotebank articles': ['quotebank-2019.json', lines(ARTICLE, ARTICLE)],
  table: ['a.csv', `id,date,text\n1,2019-05-14,"${STORY.replaceAll('"', '""')}"\n2,2019-05-15,Short text.\n`],
  'table in a text file': [
    'a.txt',
    `Date\tTitle\tText\n2019-05-14\tEnvoys meet\t“We are ready,” Marta Klein said.\n2019-05-15\tT\tShort text.\n`,
  ],
  'table below a head': [
    'a.csv',
    `Report:,Mentions\nFrom:,Monday\n\nDate,Title,Full Text\n2019-05-14,Envoys meet,"“We are ready,” Marta Klein said."\n`,
  ],
  'table of speech': ['a.tsv', 'start\tend\ttext\n0\t3000\tWe are ready for talks.\n3000\t7000\tSo are we.\n'],
  'chat as JSON': [
    'result.json',
    JSON.stringify(
      { name: 'Post', type: 'public_channel', messages: [{ date: '2019-05-14T10:00:00', text: [STORY, { type: 'bold', text: 'x' }] }] },
      null,
      1,
    ),
  ],
  'transcript with times': ['a.txt', 'Marta Klein  0:03\nWe are ready.\n\nAnn Roe  0:15\nWhen?\n\nMarta Klein  1:00:18\nSoon.\n'],
  'transcript of a meeting': [
    'a.txt',
    'The President: Good morning.\n\nMr. Roe (Freedonia) (spoke in French): We agree.\n\nMs. Klein: So do we.\n\nThe President: Thank you.\n',
  ],
  'page in another language': [
    'a.html',
    PAGE.replace('<body>', '<body><div><p>Wir verwenden Cookies, um Ihnen Inhalte zu zeigen.</p><p>Alle akzeptieren</p></div>'),
  ],
  'page that lists stories': [
    'a.html',
    `<html><body>${Array.from({ length: 6 }, (_, i) => `<a href="/${i}"><h3>Envoys meet on lake ${i}</h3></a><p>The board is ready for talks at any time, it said.</p>`).join('')}</body></html>`,
  ],
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
  bzip2: ['a.txt.bz2', Buffer.from(BZIP2, 'base64')],
  tar: ['a.tar', tarOf('a.txt', Buffer.from(STORY))],
  Word: ['a.docx', zipOf('word/document.xml', Buffer.from(WORD))],
  'text of Word': ['a.docx', zipOf('word/document.xml', Buffer.from(WORD), false)],
  PDF: ['a.pdf', pdfOf(PDF_PAGE, below(['They did not say when.']))],
  'web archive': ['a.warc', WARC],
  'web archive, a member a record': ['a.warc.gz', gzipSync(WARC)],
  message: ['a.eml', MAIL],
  mailbox: ['a.mbox', `From a@a.example Tue Mar  5 10:00:00 2024\n${MAIL}\n\nFrom a@a.example Tue Mar  5 10:00:00 2024\n${MAIL}\n`],
  subtitles: [
    'a.vtt',
    'WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Marta Klein>We are ready for talks.\n\n00:00:05.000 --> 00:00:06.000\nSo are we.\n',
  ],
  WordPress: [
    'a.json',
    JSON.stringify([{ title: { rendered: 'T' }, date: '2024-03-05', content: { rendered: '<p>“We are ready,” she said.</p>' } }]),
  ],
  'Nexis Uni': [
    'a.txt',
    `Envoys Meet\n\nThe Post\n\nMarch 14, 2018 Wednesday\n\nCopyright 2018 The Post\n\nLength: 12 words\n\nByline: Ann Lee\n\nBody\n\n\n${STORY}\n\nLoad-Date: March 15, 2018\n\n\nEnd of Document\n`,
  ],
};

/** Files made to be slow or large. */
export const HOSTILE: Readonly<Record<string, readonly [path: string, content: () => string | Uint8Array]>> = {
  'Word of 400 megabytes of blanks': ['a.docx', () => zipOf('word/document.xml', Buffer.alloc(400_000_000, ' '))],
  'Word with outside entities': [
    'a.docx',
    () =>
      zipOf(
        'word/document.xml',
        Buffer.from(
          `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "${'x'.repeat(1000)}">]>${WORD.replace('Envoys', '&a;&b;')}`,
        ),
      ),
  ],
  'Word with 100,000 runs': [
    'a.docx',
    () => zipOf('word/document.xml', Buffer.from(WORD.replace('<w:r>', '<w:r><w:t>a</w:t></w:r>'.repeat(100_000).concat('<w:r>')))),
  ],
  'Word with runs in runs': ['a.docx', () => zipOf('word/document.xml', Buffer.from('<w:p>'.repeat(300_000)))],
  'web archive with a record of two gigabytes': [
    'a.warc',
    () => Buffer.concat([WARC, Buffer.from('WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 2147483648\r\n\r\n'), WARC]),
  ],
  'web archive with 100,000 wrong lengths': [
    'a.warc',
    () => 'WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9000000\r\n\r\n'.repeat(100_000),
  ],
  'web archive with heads without end': ['a.warc', () => `WARC/1.0\r\n${'A: b\r\n'.repeat(2_000_000)}`],
  'gzip in gzip in gzip': ['a.gz', () => gzipSync(gzipSync(gzipSync(Buffer.alloc(50_000_000))))],
  'message with parts in parts': [
    'a.eml',
    () =>
      `${MAIL_HEAD}\n${Array.from({ length: 20_000 }, (_, i) => `Content-Type: multipart/mixed; boundary="b${i}"\n\n--b${i}\n`).join('')}`,
  ],
  'message with a boundary in every line': [
    'a.eml',
    () => `${MAIL_HEAD}Content-Type: multipart/mixed; boundary=b\n\n${'--b\n'.repeat(2_000_000)}`,
  ],
  'message with encoded words without end': ['a.eml', () => `${MAIL_HEAD}Subject: ${'=?utf-8?Q?'.repeat(200_000)}\n\n${STORY}`],
  'mailbox with 100,000 messages': [
    'a.mbox',
    () => 'From a@a.example Tue Mar  5 10:00:00 2024\nSubject: x\n\nOne line of text.\n\n'.repeat(100_000),
  ],
  'message in message in message': [
    'a.eml',
    () => Array.from({ length: 3000 }).reduce<string>((inner) => `${MAIL_HEAD}Content-Type: message/rfc822\n\n${inner}`, MAIL),
  ],
  'tar with 100,000 files': [
    'a.tar',
    () => Buffer.concat(Array.from({ length: 100_000 }, () => tarOf('a.txt', Buffer.from('x')).subarray(0, 1024))),
  ],
  'Markdown with 100,000 open links': ['a.md', () => `# Envoys meet\n\n${'[a](https://post.example/ "'.repeat(100_000)}`],
  'Markdown with 100,000 lines of links': ['a.md', () => `# Envoys meet\n\n${'* [Home](https://post.example/)\n'.repeat(100_000)}${STORY}`],
  'table with 20,000 cells that are never closed': [
    'a.csv',
    () => `id,date,text\n${'1,2019-05-14,"She left.\n2,2019-05-15,"“He left.”"\n'.repeat(20_000)}`,
  ],
  'table whose header has a million names': ['a.csv', () => `${'text,'.repeat(1_000_000)}\n${'x,'.repeat(1_000_000)}\n`],
  'text with 100,000 labels with times': ['a.txt', () => 'Marta Klein  0:03\nWe are ready.\n\n'.repeat(100_000)],
  'text with 100,000 labels in brackets': [
    'a.txt',
    () => 'The President (spoke in French) (spoke in French): We are ready.\n'.repeat(100_000),
  ],
  'text of 100,000 addresses': ['a.txt', () => 'https://post.example/a\n'.repeat(100_000)],
  'page of 100,000 links': [
    'a.html',
    () => `<html><body>${'<a href="/a"><h3>Envoys meet on the lake</h3></a>'.repeat(100_000)}</body></html>`,
  ],
  'item of 100,000 links': [
    'a.xml',
    () => `<rss><channel><item><description><![CDATA[${'<a href="x">Envoys'.repeat(100_000)}]]></description></item></channel></rss>`,
  ],
  'export with 100,000 codes': ['a.txt', () => 'Record Number: A1B2C3D4E5\nOpenURL Link\n'.repeat(100_000)],
  'JSON with 100,000 objects in objects': ['a.json', () => `{"a":`.repeat(100_000)],
  'JSON with 100,000 objects without a text': [
    'a.json',
    () => `{"a":{${Array.from({ length: 100_000 }, (_, i) => `"k${i}":{"b":{"c":[1]}}`).join(',')}}}`,
  ],
  'PDF of a page that unpacks to 400 megabytes': ['a.pdf', () => pdfWith(packedStream(Buffer.alloc(400_000_000, ' ')))],
  'PDF of a page that is packed twice': ['a.pdf', () => pdfWith(packedStream(Buffer.alloc(400_000_000, ' '), 2))],
  'PDF with a million pieces': ['a.pdf', () => pdfWith(packedStream(Buffer.from(drawn([{ text: 'a', y: 700 }]).repeat(1_000_000))))],
  'PDF with objects that unpack to 400 megabytes': [
    'a.pdf',
    () => pdfWith(streamOf(drawn(PDF_PAGE)), [packedStream(Buffer.alloc(400_000_000, ' '))]),
  ],
  'PDF with forms in forms': ['a.pdf', () => pdfOfForms()],
  'PDF without end': ['a.pdf', () => `%PDF-1.7\n${'1 0 obj\n'.repeat(1_000_000)}`],
};

/** A zip file of one file, as any packer writes it; packed or as it is. */
function zipOf(name: string, bytes: Buffer, isPacked = true): Buffer {
  const packed = isPacked ? deflateRawSync(bytes) : bytes;
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(isPacked ? 8 : 0, 4);
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

/** A record of a web archive. */
function recordOf(type: string, block: string): Buffer {
  const bytes = Buffer.from(block);
  const kind = { response: 'application/http', conversion: 'text/plain' }[type] ?? 'application/warc-fields';
  const head = `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Date: 2024-03-06T09:00:00Z\r\nWARC-Target-URI: https://a.example/${type}\r\nContent-Type: ${kind}\r\nContent-Length: ${bytes.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n\r\n')]);
}

/** A tar file of one file. */
function tarOf(name: string, bytes: Buffer): Buffer {
  const header = Buffer.alloc(512);
  header.write(name);
  header.write(bytes.length.toString(8).padStart(11, '0'), 124);
  header.write('        0', 148);
  header.write('ustar', 257);
  header.write(
    `${header
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, '0')}\0 `,
    148,
    'latin1',
  );
  return Buffer.concat([header, bytes, Buffer.alloc(((512 - (bytes.length % 512)) % 512) + 1024)]);
}
