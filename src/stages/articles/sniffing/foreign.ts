/** Formats that are known by their first bytes and not read: each is set aside by its name. */

/** A format that is set aside: what it is called, and its code among the problems. */
export interface Foreign {
  readonly code: string;
  readonly name: string;
}

interface Signature extends Foreign {
  /** First bytes, as characters 0–255. */
  readonly bytes: RegExp;
}

/** In order; the first that fits. Bytes are matched as latin-1. */
const SIGNATURES: readonly Signature[] = [
  { code: 'rtf', name: 'an RTF document', bytes: /^\s*\{\\rtf/ },
  { code: 'old office', name: 'a document of an old office program (.doc, .xls, .ppt, .msg)', bytes: /^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/ },
  {
    code: 'image',
    name: 'an image',
    bytes:
      /^(?:\x89PNG|\xff\xd8\xff|GIF8[79]a|II\*\x00|MM\x00\*|RIFF[\s\S]{4}WEBP|BM[\s\S]{4}\x00\x00\x00\x00|\x00\x00\x01\x00[\x01-\x20]\x00|[\s\S]{4}ftyp(?:heic|heix|mif1|avif))/,
  },
  {
    code: 'sound or film',
    name: 'a sound or film file',
    bytes: /^(?:ID3[\x02-\x04]|\xff[\xfb\xf3\xf2]|OggS|fLaC|RIFF[\s\S]{4}(?:WAVE|AVI )|[\s\S]{4}ftyp|\x1aE\xdf\xa3|FLV\x01)/,
  },
  { code: 'archive', name: 'a RAR archive', bytes: /^Rar!\x1a\x07/ },
  { code: 'archive', name: 'a 7z archive', bytes: /^7z\xbc\xaf\x27\x1c/ },
  { code: 'archive', name: 'an xz archive', bytes: /^\xfd7zXZ\x00/ },
  { code: 'archive', name: 'a zstd archive', bytes: /^\x28\xb5\x2f\xfd/ },
  { code: 'archive', name: 'an lz4 archive', bytes: /^\x04\x22\x4d\x18/ },
  { code: 'archive', name: 'a compress (.Z) archive', bytes: /^\x1f\x9d/ },
  { code: 'database', name: 'an SQLite database', bytes: /^SQLite format 3\x00/ },
  { code: 'database', name: 'a Parquet table', bytes: /^PAR1/ },
  { code: 'database', name: 'a Feather or Arrow table', bytes: /^(?:ARROW1|FEA1)/ },
  { code: 'database', name: 'an HDF5 file', bytes: /^\x89HDF\r\n/ },
  { code: 'database', name: 'a Python pickle', bytes: /^\x80[\x02-\x05](?:\x95|c|\}|\]|\()/ },
  { code: 'saved by Safari', name: 'a page that Safari saved (.webarchive)', bytes: /^bplist00[\s\S]{0,400}WebMainResource/ },
  { code: 'list of references', name: 'a list of references (RIS)', bytes: /^(?:\xef\xbb\xbf)?\s*TY {2}- [A-Z]{3,6}\s/ },
  {
    code: 'list of references',
    name: 'a list of references (BibTeX)',
    bytes: /^(?:\xef\xbb\xbf)?\s*(?:%[^\n]{0,400}\n\s*){0,20}@[A-Za-z]{3,20}\s?\{[^\s{}]{0,100},\s*[A-Za-z]/,
  },
  { code: 'list of references', name: 'a list of references (EndNote)', bytes: /^(?:\xef\xbb\xbf)?\s*%0 [A-Z][\w ]{3,40}\r?\n%[A-Z] / },
  { code: 'system file', name: 'a calendar or an address book', bytes: /^(?:\xef\xbb\xbf)?BEGIN:V(?:CALENDAR|CARD)\r?\n/ },
  { code: 'typesetting', name: 'a LaTeX document', bytes: /^(?:\xef\xbb\xbf)?\s*(?:%[^\n]{0,400}\n\s*){0,20}\\documentclass\b/ },
  { code: 'mailbox', name: 'a mailbox of Outlook (.pst)', bytes: /^!BDN/ },
  { code: 'database', name: 'a Stata file', bytes: /^<stata_dta>/ },
  { code: 'database', name: 'an SPSS file', bytes: /^\$FL[23]@\(#\)/ },
  { code: 'database', name: 'a NumPy file', bytes: /^\x93NUMPY/ },
  { code: 'database', name: 'a file of R', bytes: /^(?:RD[AX][23]\n)?[XAB]\n\x00\x00\x00[\x02\x03]\x00/ },
  { code: 'e-book', name: 'an e-book (.mobi)', bytes: /^[\s\S]{60}(?:BOOKMOBI|TEXtREAd)/ },
  { code: 'old office', name: 'a WordPerfect document', bytes: /^\xffWPC/ },
  { code: 'typesetting', name: 'a PostScript document', bytes: /^(?:\x04|\xc5\xd0\xd3\xc6[\s\S]{0,40})?%!PS-/ },
  { code: 'image', name: 'a DjVu document', bytes: /^AT&TFORM/ },
  { code: 'list of links', name: 'a table of events of GDELT', bytes: /^\d{6,12}\t(?:19|20)\d{6}\t(?:19|20)\d{4}\t(?:19|20)\d\d\t/ },
  {
    code: 'list of links',
    name: 'a table of mentions or of the knowledge graph of GDELT',
    bytes: /^(?:\d{6,12}\t\d{14}|\d{14}-T?\d+)\t\d{14}\t/,
  },
  {
    code: 'list of links',
    name: 'an index of a web archive (CDX)',
    bytes: /^(?: CDX (?:[A-Za-z] ){4}|[a-z\d-]+(?:,[a-z\d-]+){1,6}(?::\d+)?\)\S* \d{14} )/,
  },
  { code: 'list of links', name: 'a link to a page (.url)', bytes: /^(?:\xef\xbb\xbf)?\s*\[(?:InternetShortcut|Desktop Entry)\]\s/ },
  {
    code: 'list of links',
    name: 'a file for robots',
    bytes:
      /^(?:\xef\xbb\xbf)?(?:#[^\n]{0,400}\n|\s)*(?:User-agent|Sitemap): ?\S+[^\S\n]*\n\s*(?:User-agent|Disallow|Allow|Crawl-delay|Sitemap):/i,
  },
  {
    code: 'list of references',
    name: 'a list of references (Zotero RDF)',
    bytes: /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?<rdf:RDF\b[^>]{0,1000}zotero\.org/i,
  },
  { code: 'archive', name: 'a program', bytes: /^(?:\x7fELF|MZ[\x00-\xff]{58}[\x00-\xff]\x00\x00\x00)/ },
];

/** XML by the name of its outermost element. */
const XML_ROOTS: readonly (readonly [RegExp, Foreign])[] = [
  [/^nitf$/i, { code: 'news xml', name: 'a NITF document' }],
  [/^(?:newsml|newsitem|newsmessage|packageitem|knowledgeitem)$/i, { code: 'news xml', name: 'a NewsML document' }],
  [/^tei(?:corpus)?(?:\.2)?$/i, { code: 'news xml', name: 'a TEI document' }],
  [/^(?:doc|reuters)$/i, { code: 'news xml', name: 'a news corpus in SGML or XML (<DOC>)' }],
  [/^en-export$/i, { code: 'xml', name: 'an export of Evernote' }],
  [/^mediawiki$/i, { code: 'xml', name: 'a dump of a wiki' }],
  [/^(?:urlset|sitemapindex|opml)$/i, { code: 'list of links', name: 'a list of links' }],
  [/^fictionbook$/i, { code: 'e-book', name: 'an e-book (.fb2)' }],
  [/^tt$/i, { code: 'subtitles', name: 'subtitles in XML (TTML)' }],
  [/^svg$/i, { code: 'image', name: 'an SVG image' }],
  [/^(?:document|worddocument|package)$/i, { code: 'xml', name: 'an office document in plain XML' }],
];

/** Files that systems leave behind. */
const SYSTEM_FILE = /(?:^|[\\/])(?:desktop\.ini|thumbs\.db|\.ds_store|ehthumbs\.db|icon\r?)$/i;

/** What a file is that is known and not read, by its name and its first bytes; null for anything else. */
export function foreignFormat(path: string, head: Uint8Array): Foreign | null {
  if (SYSTEM_FILE.test(path)) return { code: 'system file', name: 'a file that the operating system left behind' };
  const latin = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 1100)).toString('latin1');
  return SIGNATURES.find(({ bytes }) => bytes.test(latin)) ?? null;
}

/** Endings of programs, settings and records of what programs did. */
const PROGRAMS =
  /\.(?:[cm]?jsx?|tsx?|css|s[ac]ss|less|map|py|pyw|ipynb|r|rb|php|pl|sh|bash|bat|cmd|ps1|sql|java|cs?|cpp|h|go|rs|swift|xslt?|log|ya?ml|toml|ini|cfg|conf|env|lock)$/i;

/**
 * What a file that reads like text is by its name, where hardly a line of it is a sentence; null where its name leaves that open, or where it is writing after all: a
 * page that was saved under the name of its outlet, "lake.pl", is one.
 */
export function foreignText(path: string, text: string): string | null {
  const ending = PROGRAMS.exec(path)?.[0];
  return ending === undefined || isWriting(text) ? null : `a program, its settings or its log (${ending.toLowerCase()})`;
}

/** Characters that are looked at. */
const SAMPLE = 20_000;
const OPENS_SENTENCE = /^["“'‘«(]?\p{Lu}/u;
const ENDS_SENTENCE = /[.!?…]["”'’»)]*$/;

/** How lines of programs and settings begin: with the sign of a comment, or a small name and what it is set to. */
const CODE_LINE = /^[ \t]*(?:#|\/[/*]|--|<\?|import\s|[a-z_][\w.-]*\s*[:=])/m;

/** At least half of a text stands in lines that are sentences, and no line begins as one of a program. */
function isWriting(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  if (CODE_LINE.test(sample)) return false;
  const lines = sample.split(/[\r\n]+/).map((line) => line.trim());
  const isSentence = (line: string): boolean => line.includes(' ') && OPENS_SENTENCE.test(line) && ENDS_SENTENCE.test(line);
  const lengthOf = (some: readonly string[]): number => some.reduce((sum, line) => sum + line.length, 0);
  return lengthOf(lines.filter(isSentence)) * 2 > lengthOf(lines);
}

const PAGE_HEAD = 4000;
const CHAT = /<div class="message (?:default|service)(?: clearfix)?"/;

/** What a page is that holds a table or a chat; null for any other page. */
export function foreignPage(path: string, html: string): Foreign | null {
  const head = html.slice(0, PAGE_HEAD);
  if (
    /\.xls$/i.test(path) ||
    /class="ritz grid-container"|<table class="waffle/.test(html) ||
    /urn:schemas-microsoft-com:office:excel|<x:ExcelWorkbook>/i.test(head)
  )
    return { code: 'spreadsheet', name: 'a spreadsheet in HTML' };
  return CHAT.test(html) && html.includes('class="history"') ? { code: 'chat', name: 'a chat of Telegram, exported as a page' } : null;
}

/** What an XML text is that is no feed and no page, by its outermost element; null where the text is no XML. */
export function foreignXml(text: string): Foreign | null {
  const root = xmlRoot(text);
  if (root === null) return null;
  const local = root.replace(/^.*:/, '');
  return XML_ROOTS.find(([name]) => name.test(local))?.[1] ?? { code: 'xml', name: `an XML document of <${root.slice(0, 40)}>` };
}

const PROLOGUE = /\s*(?:<\?[^>]{0,500}\?>|<!--[\s\S]{0,4000}?-->|<!DOCTYPE\b(?:[^<>[\]]|\[[\s\S]{0,8000}?\])*>)/iy;

/** Where the outermost element begins, behind declaration, style sheets, comments and document type. */
export function endOfPrologue(text: string): number {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (;;) {
    PROLOGUE.lastIndex = at;
    if (!PROLOGUE.test(text)) break;
    at = PROLOGUE.lastIndex;
  }
  while (/\s/.test(text[at] ?? '')) at++;
  return at;
}

/** Name of the outermost element of a text that says itself that it is XML, or null. */
export function xmlRoot(text: string): string | null {
  const at = endOfPrologue(text);
  const root = /^<([A-Za-z_][\w.-]{0,60}(?::[\w.-]{1,60})?)(?=[\s/>])/.exec(text.slice(at, at + 140))?.[1];
  if (root === undefined) return null;
  return /^\s*<\?xml\b/i.test(text) ||
    /\bxmlns(?::\w+)?\s*=/.test(text.slice(at, at + 1000)) ||
    /^(?:nitf|tei|newsml|svg|doc$|reuters$)/i.test(root)
    ? root
    : null;
}
