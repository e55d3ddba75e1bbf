/** What the names above a table tell of its rows: whether they are names at all, and whether the rows are articles. */
import { dateNames, FIELDS, type Named, plainName } from './fields.ts';

const TEXT: ReadonlySet<string> = new Set([...FIELDS.text, 'message']);
const KNOWN: ReadonlySet<string> = new Set([...Object.values(FIELDS).flat(), ...dateNames(new Map())]);

/** True where one of the columns may hold a text. */
export function namesText(names: readonly string[]): boolean {
  return names.some((name) => TEXT.has(plainName(name)));
}

/** A longer cell is no name of a column. */
const LONGEST_NAME = 60;

/** True for cells that name columns: that of a text and one more, or three that articles have. */
export function isHeader(cells: readonly string[]): boolean {
  const names = cells.map((cell) => plainName(cell.trim()));
  if (names.length < 2 || cells.some((cell) => cell.trim().length > LONGEST_NAME)) return false;
  const known = new Set(names.filter((name) => KNOWN.has(name))).size;
  return known >= 3 || (known === 2 && names.some((name) => TEXT.has(name)));
}

/** Whoever speaks, in a table of statements. */
const SPEAKERS = ['speaker', 'speakername', 'speakerid', 'saidby', 'spokesperson', 'quotedperson'];
/** What is told of a statement, never of an article. */
const OF_STATEMENTS = ['speakerid', 'said', 'saidon', 'cue', 'quoteid', 'saidby', 'quote', 'quotation', 'statement', 'utterance'];

/** True where each row is what one person said: it names a speaker, and no headline, or what only a statement has. */
export function areStatements(names: Iterable<string>): boolean {
  const known = new Set(names);
  const isNamed = (name: string): boolean => known.has(name);
  return SPEAKERS.some(isNamed) && (OF_STATEMENTS.some(isNamed) || !FIELDS.title.some(isNamed));
}

/** Kept apart from a reader's message: what to say of such a record or table. */
export const STATEMENTS_REASON = 'each record is a statement of a named speaker, and no article';

/** True where a record names the speaker whose words its text is. */
export function isStatement(named: Named): boolean {
  return areStatements([...named].flatMap(([name, value]) => (value === null || value === '' ? [] : [name])));
}
