import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';
import { adviceOn, PROBLEM_CODES, PROBLEM_KINDS } from '../../../../src/core/problem-kinds.ts';
import { read, readOne } from '../reading.ts';

const STORY = 'Envoys meet on the lake\n\n“We are ready,” Marta Klein said on Tuesday, and nobody who was there has denied it.';

const KNOWN: readonly (readonly [what: string, path: string, content: string | Buffer, code: string])[] = [
  ['RTF', 'a.txt', '{\\rtf1\\ansi We are ready}', 'rtf'],
  ['an old Word file', 'a.doc', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 'old office'],
  ['a JPEG', 'a', Buffer.from('ffd8ffe000104a464946', 'hex'), 'image'],
  ['a WebP image', 'a.html', Buffer.from('RIFF\x10\0\0\0WEBPVP8 ', 'latin1'), 'image'],
  ['an MP3', 'a.txt', Buffer.from('ID3\x04\0\0\0\0', 'latin1'), 'sound or film'],
  ['a film', 'a', Buffer.from('\0\0\0\x18ftypmp42', 'latin1'), 'sound or film'],
  ['7z', 'a.7z', Buffer.from('377abcaf271c0004', 'hex'), 'archive'],
  ['SQLite', 'a.db', 'SQLite format 3\0', 'database'],
  ['Parquet', 'a.parquet', Buffer.from('PAR1\x15\0', 'latin1'), 'database'],
  ['NITF', 'a.xml', `<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf.dtd"><nitf><body><p>${STORY}</p></body></nitf>`, 'news xml'],
  ['NewsML', 'a.xml', `<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><p>${STORY}</p></newsItem>`, 'news xml'],
  ['TEI', 'a.xml', `<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><p>${STORY}</p></text></TEI>`, 'news xml'],
  ['other XML', 'a.txt', `<?xml version="1.0"?>\n<articles><text>${STORY}</text></articles>`, 'xml'],
  ['a sitemap', 'a.xml', '<?xml version="1.0"?><urlset><url><loc>http://lake.example</loc></url></urlset>', 'list of links'],
  ['references in RIS', 'a.txt', `TY  - NEWS\r\nTI  - Envoys meet\r\nAB  - ${STORY}\r\nER  - \r\n`, 'list of references'],
  [
    'references in BibTeX',
    'a.bib',
    '% made by hand\n@article{reed2024,\n  title = {Envoys meet},\n  year = {2024}\n}\n',
    'list of references',
  ],
  ['references in EndNote', 'a.enw', '%0 Newspaper Article\n%T Envoys meet\n%D 2024\n', 'list of references'],
  ['a calendar', 'a.ics', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Talks\r\nEND:VEVENT\r\n', 'system file'],
  ['LaTeX', 'a.tex', `\\documentclass{article}\n\\begin{document}\n${STORY}\n\\end{document}`, 'typesetting'],
  ['a page that Safari saved', 'a.webarchive', Buffer.from('bplist00\xd1\x01\x02_\x10\x0fWebMainResource', 'latin1'), 'saved by Safari'],
  ['an e-book in XML', 'a.fb2', `<?xml version="1.0"?><FictionBook xmlns="x"><body><p>${STORY}</p></body></FictionBook>`, 'e-book'],
  ['subtitles in XML', 'a.xml', `<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml"><p>${STORY}</p></tt>`, 'subtitles'],
  ['a mailbox of Outlook', 'a.pst', '!BDN\0\0\0\0', 'mailbox'],
  ['a file of Stata', 'a.dta', '<stata_dta><header>\0\0', 'database'],
  ['a file of R', 'a.rda', 'RDX3\nX\n\0\0\0\x03\0\x04', 'database'],
  ['an e-book of another kind', 'a.mobi', `Envoys${'\0'.repeat(54)}BOOKMOBI`, 'e-book'],
  ['PostScript', 'a.ps', '%!PS-Adobe-3.0\n(We are ready) show showpage\n', 'typesetting'],
  ['events of GDELT', 'a.CSV', '1160000001\t20240305\t202403\t2024\t2024.17\tUSA\tUNITED STATES\n', 'list of links'],
  [
    'the knowledge graph of GDELT',
    'a.csv',
    '20240305101500-12\t20240305101500\t1\tlake.example\thttps://lake.example/a\n',
    'list of links',
  ],
  ['an index of a web archive', 'a.txt', 'example,lake)/a 20240305103100 {"url": "https://lake.example/a"}\n', 'list of links'],
  ['a link to a page', 'a.url', '[InternetShortcut]\r\nURL=https://lake.example/a\r\n', 'list of links'],
  ['addresses alone', 'a.txt', 'https://lake.example/a\n\nhttps://lake.example/b\n', 'list of links'],
  ['a file for robots', 'robots.txt', '# robots\nUser-agent: *\nDisallow: /private/\n', 'list of links'],
  [
    'references in RDF',
    'a.rdf',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"></rdf:RDF>',
    'list of references',
  ],
  ['a corpus in SGML', 'a', `<DOC id="LAK_ENG_20240305.0001" type="story" >\n<TEXT>\n<P>\n${STORY}\n</P>\n</TEXT>\n</DOC>\n`, 'news xml'],
  ['another one', 'a.sgm', `<!DOCTYPE lewis SYSTEM "lewis.dtd">\n<REUTERS NEWID="1"><BODY>${STORY}</BODY></REUTERS>`, 'news xml'],
  [
    'a text with its metadata in XML',
    'a.xml',
    `<doc sitename="Lake Courier" date="2024-03-05"><main><p>${STORY}</p></main></doc>`,
    'news xml',
  ],
  [
    'a table that a program calls a spreadsheet',
    'a.xls',
    `<html><table><tr><td>Text</td></tr><tr><td>${STORY}</td></tr></table></html>`,
    'spreadsheet',
  ],
  [
    'a chat that was exported as a page',
    'messages.html',
    `<html><body><div class="history"><div class="message default clearfix" id="message1"><div class="text">${STORY}</div></div></div></body></html>`,
    'chat',
  ],
  ['a file of the system', 'desktop.ini', '[.ShellClassInfo]\nIconResource=x', 'system file'],
];

test.each(KNOWN)('%s is known by its content and set aside by its name', (_, path, content, code) => {
  const { kept, problems } = read(path, content);
  expect(kept).toEqual([]);
  expect(problems).toMatchObject([{ path, code }]);
  expect(adviceOn(code).kind).toBe('format not read');
});

const MACHINE: readonly (readonly [what: string, path: string, content: string])[] = [
  ['markup', 'a.txt', `x ${'<b class="x"><i>One</i></b> '.repeat(20)}`],
  ['JSON', 'a.txt', `{ 'x': 1 }\n${'{"key": 1, "name": "two", "other": null}\n'.repeat(5)}`],
  ['a style sheet', 'a.txt', 'body { margin: 0; padding: 0 } .x > a:hover { color: #fff; display: none; } '.repeat(10)],
  ['a script', 'a.txt', 'var a=function(b){return b.c(d,[e,f])};if(a(1)){g();}else{h({i:j});}\n'.repeat(10)],
  ['encoded bytes', 'a.txt', `${Buffer.from(STORY.repeat(20)).toString('base64')}\n`],
  ['a short script', 'page_files/a.js', '(function(){ go("send"); })();'],
  ['a short style sheet', 'page_files/a.css', 'body{margin:0}'],
  ['settings', 'config.yaml', `name: nightly\n# ${STORY}`],
  ['a program', 'read.py', `# ${STORY}\nimport json\nprint(json)\n`],
  ['a log', 'a.txt', '2024-03-05 10:31:02 [engine] DEBUG: Crawled the page of the envoys who met on the lake\n'.repeat(6)],
  ['figures', 'a.txt', '2024-03-05 12 33.5 98 100 7 65 12 33 44 55 66 77 88\n'.repeat(12)],
  ['code in a record', 'a.jsonl', JSON.stringify({ text: 'var a=function(b){return b.c(d,[e,f])};if(a(1)){g();}\n'.repeat(10) })],
];

test.each(MACHINE)('%s is no article, whatever the file is called', (_, path, content) => {
  const { kept, problems } = read(path, content);
  expect(kept).toEqual([]);
  expect(problems.map(({ code }) => adviceOn(code).kind).filter((kind) => kind !== 'not text' && kind !== 'record')).toEqual([]);
});

const WRITING: readonly string[] = [
  STORY,
  'X-ray: what the envoys said\nReceived: a cold welcome on the lake.\n\nNobody came, and nobody spoke to the few who had waited for them.',
  'The budget of 2024 is 3.4 billion; that of 2023 was 3.1 billion, of 2022 2.9 billion, said Marta Klein (56), who wrote it [sic].',
  'He wrote: if (a < b) then go. She answered: <never>. They met on the lake, and nobody who was there has denied it so far.',
  '[The envoys met.] {They did not say where.} “We are ready,” Marta Klein said on Tuesday, and she is known for her word.',
];

test.each(WRITING)('writing stays writing: %s', (text) => {
  expect(readOne('a.txt', text).text).toBe(text);
});

test.each(['lake.pl', 'harbour.rs', 'post.go', 'notes.log', 'envoys.r'])(
  'writing stays writing under the name of an outlet or a program: %s',
  (path) => {
    expect(readOne(path, `Envoys meet on the lake\n\n${STORY}\n`).text).toContain(STORY);
  },
);

test.each([
  ['a.log', 'Crawl begun\nCrawl done, 12 pages\nNothing left to do.\n'],
  ['a.toml', 'title = "Envoys meet on the lake."\noutlet = "Lake Courier"\n'],
  ['a.sql', "-- The statements of the envoys.\nselect text from statements where speaker = 'Marta Klein';\n"],
])('what a program has under its name is none: %s', (path, content) => {
  expect(read(path, content).problems.map(({ code }) => code)).toEqual(['machine text']);
});

test('a piece of a page is read as a page', () => {
  const html = `<div><h1>Envoys meet on the lake</h1><p>“We are ready,” Marta Klein said on Tuesday.</p><p>The envoys are to meet again next month in the same town.</p></div>`;
  expect(readOne('a.txt', html).text).not.toContain('<p>');
});

test('every code of a problem has a kind and advice, and every kind of the list occurs', () => {
  const sources = globSync([
    'src/stages/articles/**/*.ts',
    'src/night/*.ts',
    'src/cli/extract.ts',
    'src/stages/pipeline.ts',
    'src/stages/intake.ts',
  ]).map((path) => readFileSync(path, 'utf8'));
  const codes = sources.flatMap((source) =>
    [...source.matchAll(/(?:\b(?:setAside|aside|broken)\((?:[^;()]|\([^()]*\))*?|\bcode: )'([a-z][a-z -]+)'/g)].map(
      (match) => match[1] ?? '',
    ),
  );
  expect(codes.length).toBeGreaterThan(30);
  expect(codes.filter((code) => !PROBLEM_CODES.includes(code))).toEqual([]);
  expect(new Set(PROBLEM_CODES.map((code) => adviceOn(code).kind))).toEqual(new Set(Object.keys(PROBLEM_KINDS)));
  for (const code of PROBLEM_CODES) expect(adviceOn(code).advice).toMatch(/^[a-z`].{15,}[^.]$/);
});
