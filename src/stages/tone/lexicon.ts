/** CSV rows → the vocabulary that scores: terms, modifiers, anchors, general sentiment. */
import type { Compiled, Fault, Row, Tables } from '../../core/model.ts';
import { Matcher } from '../../core/patterns/matcher.ts';
import type { Step } from '../../core/patterns/pattern.ts';
import { Symbols } from '../../core/patterns/symbols.ts';
import { type Anchor, readAnchor } from './anchors.ts';
import { compileManner, type Manner } from './manner.ts';
import { compileSentiment, type GeneralSentiment } from './sentiment.ts';
import { readTerm, type Term } from './terms.ts';

/** Everything that scoreTone needs to know about words. */
export interface ToneLexicon {
  /** The two sides whose cooperation is scored. */
  readonly sides: readonly string[];
  readonly symbols: Symbols;
  /** All terms in the order of their rows. */
  readonly entries: readonly Term[];
  readonly terms: Matcher<Term>;
  /** Reporting verbs, looked up in the statement's cue and not in its text. */
  readonly cues: Matcher<Term>;
  readonly anchors: Matcher<Anchor>;
  /** Kept apart from the anchors, so that "our Russian partners" still names Russia. */
  readonly topics: Matcher<Anchor>;
  readonly sentiment: GeneralSentiment;
  readonly manner: Manner | null;
}

/** Reads tone.csv, modifiers.csv, anchors.csv, sentiment.csv and manner.csv for the job's two sides; every fault with file and line. */
export function compileToneLexicon(tables: Tables, sides: readonly string[]): Compiled<ToneLexicon> {
  const faults: Fault[] = [];
  const symbols = new Symbols();
  const terms = new Matcher<Term>(symbols);
  const cues = new Matcher<Term>(symbols);
  const entries: Term[] = [];
  const seen = new Map<string, Row>();
  const names = new Set<string>();
  for (const row of toneRows(tables)) {
    const { read, faults: wrong } = readTerm(row, sides);
    faults.push(...wrong);
    if (isRepeated(row, [row.cells.pattern, row.cells.pos, row.cells.side], { seen, faults }) || !read) continue;
    const term = { ...read.term, name: freeName(read.term, names) };
    names.add(term.name);
    entries.push(term);
    addAll(term.class === 'attribution' ? cues : terms, read.sequences, term);
  }
  const anchors = new Matcher<Anchor>(symbols);
  const topics = new Matcher<Anchor>(symbols);
  for (const row of tables.anchors ?? []) {
    const { read, faults: wrong } = readAnchor(row, sides);
    faults.push(...wrong);
    if (isRepeated(row, [read?.anchor.side === 'topic' ? 'topic' : 'anchor', row.cells.pattern], { seen, faults }) || !read) continue;
    addAll(read.anchor.side === 'topic' ? topics : anchors, read.sequences, read.anchor);
  }
  const sentiment = compileSentiment(tables.sentiment ?? []);
  const manner = compileManner(tables.manner);
  faults.push(...sentiment.faults, ...manner.faults);
  return { value: { sides, symbols, entries, terms, cues, anchors, topics, sentiment: sentiment.value, manner: manner.value }, faults };
}

/** tone.csv first, then its sister files by name (tone-….csv), then the modifiers: where two rows are equal the first wins. */
export function toneRows(tables: Tables): readonly Row[] {
  const sisters = Object.keys(tables)
    .filter((name) => name.startsWith('tone-'))
    .sort();
  return ['tone', ...sisters, 'modifiers'].flatMap((name) => tables[name] ?? []);
}

/** The term's name; where another row has it already, with what tells them apart: part of speech, class, or id. */
function freeName({ name, pos, class: kind, id }: Term, taken: ReadonlySet<string>): string {
  const names = [name, `${name} (${pos.toLowerCase() || kind})`, `${name} (${id})`];
  return names.find((each) => !taken.has(each)) ?? `${name} (${taken.size})`;
}

function addAll<T>(matcher: Matcher<T>, sequences: readonly (readonly Step[])[], entry: T): void {
  for (const sequence of sequences) matcher.add(sequence, entry);
}

/** The same pattern twice in one file is a mistake; in a later file it is left aside, so that a job's own rows can come first. */
function isRepeated(
  row: Row,
  key: readonly (string | undefined)[],
  { seen, faults }: { seen: Map<string, Row>; faults: Fault[] },
): boolean {
  const name = key.map((cell) => cell ?? '').join('\t');
  const first = seen.get(name);
  if (!first) {
    seen.set(name, row);
    return false;
  }
  if (first.file === row.file) {
    faults.push({
      file: row.file,
      line: row.line,
      message: `pattern "${row.cells.pattern ?? ''}" stands already in line ${first.line}, expected it once`,
    });
  }
  return true;
}
