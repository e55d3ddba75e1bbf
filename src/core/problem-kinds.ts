/** What kind of fault each code of a problem is, and what a person can do about it. The list is closed: a test looks for codes that it lacks. */

/** The kinds, each with the sentence by which the data dictionary explains it. */
export const PROBLEM_KINDS = {
  empty: 'there is nothing to read in it',
  'not text': 'bytes that are no text in any encoding, or text made for machines: markup, JSON, program code',
  'format not read': 'a format that is known and not read; `code` names it',
  'no article': 'a page that stands in an article’s place: a request for consent, a paywall, an error',
  damaged: 'an archive, a message or an export that is broken, cut off or locked',
  layout: 'an export of a news database whose layout is not certain',
  record: 'one record of a file of records that cannot be read',
  limit: 'larger, deeper or slower than detente takes on',
  language: 'a language that the job does not read',
  note: 'the article was read, but a date or some characters in it were not understood; such rows are not counted as set aside',
  disk: 'the file cannot be opened',
  fault: 'detente itself failed on it',
} as const;

/** One of the kinds. */
export type ProblemKind = keyof typeof PROBLEM_KINDS;

/** What is known of a code. */
export interface ProblemAdvice {
  readonly kind: ProblemKind;
  /** One sentence without a full stop: what to do. */
  readonly advice: string;
}

const SAVE_AS_TEXT = 'save it as text (.txt), web page (.html) or Word document (.docx) and put that in its place';

const ADVICE: Readonly<Record<string, ProblemAdvice>> = {
  empty: { kind: 'empty', advice: 'remove it from the inputs, or look why nothing was saved' },
  'not text': { kind: 'not text', advice: 'remove it from the inputs, or save what it shows as text' },
  'machine text': { kind: 'not text', advice: 'put the articles themselves there: the page, the text, or records with a field of text' },
  'unknown format': { kind: 'format not read', advice: 'name one of the listed formats in the job, or leave `format` out' },
  'no text layer': {
    kind: 'format not read',
    advice: 'run text recognition over it, for example `ocrmypdf IN.pdf OUT.pdf`, or put the text itself there',
  },
  rtf: { kind: 'format not read', advice: SAVE_AS_TEXT },
  odt: { kind: 'format not read', advice: SAVE_AS_TEXT },
  'old office': { kind: 'format not read', advice: 'open it in an office program and save it as .docx or .csv' },
  spreadsheet: { kind: 'format not read', advice: 'save the sheet as CSV (UTF-8) with a header line' },
  presentation: { kind: 'format not read', advice: SAVE_AS_TEXT },
  'e-book': { kind: 'format not read', advice: SAVE_AS_TEXT },
  image: { kind: 'format not read', advice: 'remove it from the inputs; a picture of a text needs text recognition first' },
  'sound or film': { kind: 'format not read', advice: 'put a transcript or subtitles (.vtt, .srt) in its place' },
  archive: { kind: 'format not read', advice: 'unpack it, or pack it as .zip, .tar or .gz' },
  mailbox: { kind: 'format not read', advice: 'export the messages as .eml or .mbox' },
  chat: { kind: 'format not read', advice: 'export the channel again in the machine-readable form (JSON), and put result.json there' },
  database: { kind: 'format not read', advice: 'export the articles as CSV or JSON lines' },
  'news xml': {
    kind: 'format not read',
    advice: 'export as RSS, HTML, CSV or JSON lines; NITF, NewsML, TEI and corpora in SGML are not read',
  },
  xml: { kind: 'format not read', advice: 'export as RSS, HTML, CSV or JSON lines' },
  'list of links': { kind: 'format not read', advice: 'fetch the pages that it lists and put them there' },
  'list of references': { kind: 'format not read', advice: 'put the articles themselves there; references hold no text' },
  'saved by Safari': { kind: 'format not read', advice: 'save the page as “Page Source” (.html), or print it to PDF' },
  typesetting: { kind: 'format not read', advice: SAVE_AS_TEXT },
  subtitles: { kind: 'format not read', advice: 'save them as .vtt or .srt' },
  'system file': { kind: 'format not read', advice: 'remove it from the inputs' },
  'consent page': { kind: 'no article', advice: 'fetch the page again behind the request for consent, or save it from a browser' },
  paywall: { kind: 'no article', advice: 'fetch the article with a subscription, or from a news database' },
  'needs script': { kind: 'no article', advice: 'save the page from a browser that has shown it, or fetch it from an archive' },
  'page not found': { kind: 'no article', advice: 'look for the article under another address or in a web archive' },
  'access refused': { kind: 'no article', advice: 'fetch the page again later and more slowly, or save it from a browser' },
  'bad archive': { kind: 'damaged', advice: 'fetch or pack the file again; what could be read of it is in the tables' },
  'bad pdf': { kind: 'damaged', advice: 'fetch the document again, or open it in a viewer and print it into a new PDF' },
  locked: { kind: 'damaged', advice: 'save a copy without a password and put that in its place' },
  'bad message': { kind: 'damaged', advice: 'save the page or message again' },
  'unknown layout': {
    kind: 'layout',
    advice: 'export again in one of the layouts of docs/FORMATS.md, whole articles with their head lines',
  },
  'bad json': { kind: 'record', advice: 'write one JSON object a line, or one list of objects' },
  'bad csv': { kind: 'record', advice: 'save the table again with quotation marks doubled inside quoted cells' },
  'bad record': { kind: 'record', advice: 'give each record a field of text; docs/FORMATS.md lists the names' },
  statements: {
    kind: 'record',
    advice: 'score them as they are with `detente score FILE`; to find statements, give the articles in which they stand',
  },
  'no text field': { kind: 'record', advice: "name the column that holds the text in the job's `columns`" },
  'too large': { kind: 'limit', advice: 'cut it into smaller files, or into JSON lines' },
  'too complex': { kind: 'limit', advice: "save the page's text alone" },
  'too slow': { kind: 'limit', advice: "raise the job's `deadline`, or look whether the file is what it should be" },
  'other language': { kind: 'language', advice: "add the language to the job's `languages` if its rules of English may be applied to it" },
  'unusable date': { kind: 'note', advice: "correct the date, or set the job's `dateOrder` where the order of day and month is not clear" },
  'doubtful date': { kind: 'note', advice: 'look at the page, and give the article to detente as a record with the right `date`' },
  'list of stories': { kind: 'note', advice: 'fetch the pages of the stories that it lists, and leave the list out' },
  'undated entries': { kind: 'note', advice: 'look at the page, and give its entries to detente as records with a `date` each' },
  'garbled text': { kind: 'note', advice: 'export the text again as UTF-8' },
  'cut at paywall': { kind: 'note', advice: 'fetch the whole article with a subscription; what stands before the paywall was read' },
  'cut text': {
    kind: 'note',
    advice:
      'export the texts as JSON lines, or as CSV without passing through a spreadsheet; fetch the page of which a service gives only the beginning',
  },
  unreadable: { kind: 'disk', advice: 'look at the permissions of the file and at the disk' },
  fault: { kind: 'fault', advice: 'report it with the file, please' },
};

/** Codes of problems that leave nothing out. */
export const NOTE_CODES: readonly string[] = Object.keys(ADVICE).filter((code) => ADVICE[code]?.kind === 'note');

/** Every code that a problem may have. */
export const PROBLEM_CODES: readonly string[] = Object.keys(ADVICE);

/** Kind and advice of a code; a code that the list lacks is a fault of detente. */
export function adviceOn(code: string): ProblemAdvice {
  return ADVICE[code] ?? { kind: 'fault', advice: 'report it with the file, please' };
}
