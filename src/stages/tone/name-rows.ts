/** Weighing rows that no reader could defend, for `detente check`: rows made of names, offices, places, topics or function words alone. */
import type { Fault, Row, Tables } from '../../core/model/problems.ts';
import type { Reading } from '../../core/model/reading.ts';
import { parsePattern, type Step, sequencesOf } from '../../core/patterns/pattern.ts';
import type { ToneLexicon } from './lexicon.ts';
import type { Term } from './terms.ts';

/** The one reader of the house; the room itself does not know it. */
type Read = (text: string) => Reading;

/** Parts of speech of words that hold a sentence together and say nothing by themselves. */
const FUNCTION_PARTS: ReadonlySet<string> = new Set(['DET', 'ADP', 'PART', 'PRON', 'AUX', 'CCONJ', 'SCONJ', 'NUM', 'PUNCT']);

/** Letters that may follow the prefix of a name: "russian" is one of `russia*`, "russophobia" is none of `russo*`. */
const LONGEST_ENDING = 3;

/** Which columns of which tables hold words that may not weigh, and what they are called. */
const SOURCES: readonly (readonly [table: string, column: string, kind: string])[] = [
  ['speakers', 'name', 'a person or body of speakers.csv'],
  ['speakers', 'aliases', 'a person or body of speakers.csv'],
  ['offices', 'office', 'an office of offices.csv'],
  ['offices', 'phrases', 'an office of offices.csv'],
  ['sides', 'country', 'a country'],
  ['demonyms', 'word', 'a people'],
];

/** Word in small letters → what it is. Names of several words count only as a whole, so that "state" of "secretary of state" may still weigh. */
interface Wordings {
  readonly whole: ReadonlyMap<string, string>;
  readonly prefixes: ReadonlyMap<string, string>;
  readonly longest: number;
}

/** A fault for each weighing row of which some wording holds nothing that may weigh; it names the words. */
export function rowsOfNamesAlone(lexicon: ToneLexicon, tables: Tables, read: Read): readonly Fault[] {
  const wordings = wordingsOf(tables);
  const isFunctionWord = functionWordsBy(read);
  return lexicon.entries
    .filter((term) => (term.class === 'valence' || term.class === 'object') && term.weight !== 0 && term.pos === '')
    .flatMap((term) => {
      const parts = sequencesOf(parsePattern(term.pattern).parts).map((sequence) => namesIn(sequence, wordings, isFunctionWord));
      const found = parts.find((each) => each !== null);
      return found ? [faultOf(term, found)] : [];
    });
}

function faultOf({ row, pattern, weight }: Term, found: readonly string[]): Fault {
  const message = `"${pattern}" has the weight ${weight}, but ${found.join(' and ')}; expected a word of praise or blame, a wish, an act or a state between the two`;
  return { file: row.file, line: row.line, message };
}

/** What each word is, where none of them may weigh; null where one may. */
function namesIn(sequence: readonly Step[], wordings: Wordings, isFunctionWord: (word: string) => boolean): readonly string[] | null {
  const steps = sequence.filter((step) => step.kind !== 'gap');
  const words = steps.map((step) => step.text.toLowerCase());
  const said: string[] = [];
  for (let i = 0; i < words.length; ) {
    const name = longestName(words, i, wordings);
    const step = steps[i];
    const kind = name?.kind ?? (step?.kind === 'word' && isFunctionWord(step.text) ? 'a function word' : null);
    if (kind === null) return null;
    const length = name?.length ?? 1;
    said.push(`"${words.slice(i, i + length).join(' ')}" is ${kind}`);
    i += length;
  }
  return said;
}

function longestName(
  words: readonly string[],
  from: number,
  { whole, prefixes, longest }: Wordings,
): { readonly kind: string; readonly length: number } | null {
  for (let length = Math.min(longest, words.length - from); length > 0; length--) {
    const kind = whole.get(words.slice(from, from + length).join(' '));
    if (kind !== undefined) return { kind, length };
  }
  const word = words[from] ?? '';
  for (const [prefix, kind] of prefixes)
    if (word.startsWith(prefix) && word.length - prefix.length <= LONGEST_ENDING) return { kind, length: 1 };
  return null;
}

/** Reads each word once, however many rows begin with it. */
function functionWordsBy(read: Read): (word: string) => boolean {
  const known = new Map<string, boolean>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const { tokens } = read(word);
    const is = tokens.length > 0 && tokens.every(({ pos }) => FUNCTION_PARTS.has(pos));
    known.set(word, is);
    return is;
  };
}

function wordingsOf(tables: Tables): Wordings {
  const whole = new Map<string, string>();
  const prefixes = new Map<string, string>();
  const add = (text: string, kind: string): void => {
    const words = text
      .toLowerCase()
      .replace(/[’‘]/g, "'")
      .split(/[\s-]+/)
      .filter((word) => word !== '')
      .join(' ');
    if (words !== '' && !whole.has(words)) whole.set(words, kind);
  };
  for (const [table, column, kind] of SOURCES)
    for (const row of tables[table] ?? []) for (const text of (row.cells[column] ?? '').split('|')) add(text, kind);
  for (const row of tables.anchors ?? [])
    if (row.cells.side !== 'topic') addPattern(row, 'a country, place or name of anchors.csv', { add, prefixes });
  for (const row of tables.topics ?? [])
    if (row.cells.act !== 'yes') addPattern(row, `the topic ${row.cells.id} of topics.csv`, { add, prefixes });
  return { whole, prefixes, longest: Math.max(1, ...[...whole.keys()].map((words) => words.split(' ').length)) };
}

function addPattern(
  row: Row,
  kind: string,
  { add, prefixes }: { add: (text: string, kind: string) => void; prefixes: Map<string, string> },
): void {
  for (const sequence of sequencesOf(parsePattern(row.cells.pattern ?? '').parts)) {
    const [first] = sequence;
    if (sequence.length === 1 && first?.kind === 'prefix') prefixes.set(first.text.toLowerCase(), kind);
    else add(sequence.map((step) => (step.kind === 'gap' ? '_' : step.text)).join(' '), kind);
  }
}
