/** CSV rows → the vocabulary that scores: terms, modifiers, anchors, names, spellings, general sentiment. */
import type { Compiled, Fault, Row, Tables } from '../../core/model/problems.ts';
import { Matcher } from '../../core/patterns/matcher.ts';
import { changeSteps, type Part, parsePattern, step } from '../../core/patterns/pattern.ts';
import { type Form, Symbols } from '../../core/patterns/symbols.ts';
import { wordsOf } from '../../core/patterns/words.ts';
import { type Anchor, readAnchor } from './anchors.ts';
import { compileGate, type Gate } from './gate.ts';
import { officeWords } from './office-words.ts';
import { otherCountries } from './other-countries.ts';
import { compileSentiment, type GeneralSentiment } from './sentiment.ts';
import { compileSpelling, type Spelling } from './spelling.ts';
import { type Surface, surfacesBy, type WordLists } from './surfaces.ts';
import { isBearer, readTerm, type Term } from './terms.ts';

/** Everything that scoreTone needs to know about words. */
export interface ToneLexicon {
  /** The two sides whose cooperation is scored. */
  readonly sides: readonly string[];
  readonly symbols: Symbols;
  /** All terms in the order of their rows. */
  readonly entries: readonly Term[];
  /** Rows that weigh. */
  readonly terms: Matcher<Term>;
  /** Rows that act on others, looked for apart, so that no weighing row takes their words. */
  readonly modifiers: Matcher<Term>;
  /** Reporting verbs, looked up in the statement's cue and not in its text. */
  readonly cues: Matcher<Term>;
  readonly anchors: Matcher<Anchor>;
  /** Offices that are called by a name of their side, each as a whole ("the governor of the Moscow region"). */
  readonly offices: Matcher<Anchor>;
  /** Kept apart from the anchors, so that "our Russian partners" still names Russia. */
  readonly topics: Matcher<Anchor>;
  /** What speaks for and against a statement being about the two sides. */
  readonly gate: Gate;
  readonly sentiment: GeneralSentiment;
  /** What a word or mark is by its letters alone: title, given name, adjective of a country … */
  readonly surfaceOf: (word: string) => Surface;
}

/** Reads tone.csv, modifiers.csv, anchors.csv, gate.csv, sentiment.csv, spellings.csv and the lists of names for the job's two sides; every fault with file and line. */
export function compileToneLexicon(tables: Tables, sides: readonly string[]): Compiled<ToneLexicon> {
  const { value: spelling, faults: misspelt } = compileSpelling(tables.spellings ?? []);
  const faults: Fault[] = [...misspelt];
  const symbols = new Symbols();
  const terms = new Matcher<Term>(symbols);
  const modifiers = new Matcher<Term>(symbols);
  const cues = new Matcher<Term>(symbols);
  const entries: Term[] = [];
  const seen = new Map<string, Row>();
  for (const row of toneRows(tables)) {
    const { read, faults: wrong } = readTerm(row, sides);
    faults.push(...wrong);
    if (
      isRepeated(row, [read && isBearer(read.term) ? 'weighs' : 'acts', row.cells.pattern, row.cells.pos, row.cells.side], {
        seen,
        faults,
      }) ||
      !read
    )
      continue;
    entries.push(read.term);
    const matcher = read.term.class === 'attribution' ? cues : isBearer(read.term) ? terms : modifiers;
    matcher.add(respell(read.parts, spelling), read.term);
  }
  const anchors = new Matcher<Anchor>(symbols);
  const topics = new Matcher<Anchor>(symbols);
  for (const row of tables.anchors ?? []) {
    const { read, faults: wrong } = readAnchor(row, sides);
    faults.push(...wrong);
    if (isRepeated(row, [read?.anchor.side === 'topic' ? 'topic' : 'anchor', row.cells.pattern], { seen, faults }) || !read) continue;
    (read.anchor.side === 'topic' ? topics : anchors).add(read.parts, read.anchor);
  }
  for (const anchor of otherCountries(tables, { sides, symbols, anchors })) anchors.add(parsePattern(anchor.pattern).parts, anchor);
  addPersons(tables.speakers ?? [], sides, anchors);
  const sentiment = compileSentiment(tables.sentiment ?? []);
  faults.push(...sentiment.faults);
  const gate = compileGate(tables.gate ?? []);
  faults.push(...gate.faults);
  const offices = namedOffices(tables.offices ?? [], { sides, symbols, anchors });
  const surfaceOf = surfacesBy({ symbols, spelling, ...nameLists(tables) });
  const value = {
    sides,
    symbols,
    entries,
    terms,
    modifiers,
    cues,
    anchors,
    offices,
    topics,
    gate: gate.value,
    sentiment: sentiment.value,
    surfaceOf,
  };
  return { value, faults };
}

/** In small letters: words that stand before a name, given names, adjectives of countries, words of offices. */
function nameLists(tables: Tables): Pick<WordLists, 'titles' | 'givenNames' | 'demonyms' | 'offices'> {
  const titles = lowerSet((tables.titles ?? []).filter(({ cells }) => TITLE_KINDS.has(cells.kind ?? '')).map(({ cells }) => cells.word));
  const offices = distinctOffices(tables.offices ?? []).flatMap(phrasesOf);
  const phrases = idiomsOf(tables);
  return {
    titles,
    offices: officeWords(new Set(offices), titles),
    givenNames: lowerSet([
      ...(tables['given-names'] ?? []).map(({ cells }) => cells.name),
      ...(tables.speakers ?? []).filter((row) => !beginsPhrase(row, phrases)).map(({ cells }) => cells.name?.split(' ')[0]),
    ]),
    demonyms: lowerSet((tables.demonyms ?? []).filter(({ cells }) => cells.kind === 'people').map(({ cells }) => cells.word)),
  };
}

/** "World Bank" gives nobody a given name: in "the World War" the word begins a phrase. */
function beginsPhrase({ cells }: Row, phrases: string): boolean {
  return cells.role === 'institution' && phrases.includes(`|${(cells.name ?? '').split(' ')[0]?.toLowerCase()} `);
}

/** The idioms one behind the other, a bar before each and before each choice that a pattern begins with. */
function idiomsOf(tables: Tables): string {
  return toneRows(tables)
    .map(({ cells }) => (cells.class === 'idiom' ? `|${(cells.pattern ?? '').replace(/^\[|\].*/g, '')}` : ''))
    .join('');
}

const TITLE_KINDS: ReadonlySet<string> = new Set(['honorific', 'official', 'rank']);

function lowerSet(words: readonly (string | undefined)[]): ReadonlySet<string> {
  return new Set(words.filter((word) => word !== undefined && word !== '').map((word) => (word as string).toLowerCase()));
}

/** A pattern in the spelling of the lexicon. */
function respell(parts: readonly Part[], spelling: Spelling): readonly Part[] {
  return changeSteps(parts, (each) => {
    const text = spelling(each.text);
    return text === each.text ? each : step(each.kind, text);
  });
}

/** Persons of the roster stand for their side; by their full names, for surnames may be words. */
function addPersons(rows: readonly Row[], sides: readonly string[], anchors: Matcher<Anchor>): void {
  for (const { cells } of rows) {
    const names = [cells.name ?? '', ...(cells.aliases ?? '').split('|')];
    const side = sides.includes(cells.side ?? '') ? (cells.side as string) : null;
    const full = side === null ? [] : names.filter((name) => name.includes(' '));
    for (const name of new Set(full.flatMap(wordingsOfName).filter((each) => isFullName(each)))) {
      anchors.add(parsePattern(name).parts, { pattern: name, name, side: side as string, weight: 0 });
    }
  }
}

const OF_NAMES = /^[\p{L} '’.-]+$/u;

/** "Ada Lund", "H.R. Tarn"; no "Lund" and no "Lund Jr.": words with a blank behind the last stop. */
function isFullName(name: string): boolean {
  const blank = name.indexOf(' ', Math.max(1, name.lastIndexOf('.') + 1));
  return OF_NAMES.test(name) && blank > 0 && blank < name.length - 1;
}

/** A name with its initials as a text is cut ("H . R . Tarn") and without them. */
function wordingsOfName(name: string): readonly string[] {
  if (!name.includes('.') && name === name.trim()) return [name];
  const without = name.replace(/\b\p{Lu}\.\s?/gu, '').trim();
  return without === name ? [name] : [without, name.replace(/\b(\p{Lu})\.\s?/gu, '$1 . ')];
}

/** The phrases of offices.csv that hold a name of their side, however they are put together. "The president" alone may be anybody's. */
function namedOffices(
  rows: readonly Row[],
  { sides, symbols, anchors }: Pick<ToneLexicon, 'sides' | 'symbols' | 'anchors'>,
): Matcher<Anchor> {
  const offices = new Matcher<Anchor>(symbols);
  const bySide = new Map(
    distinctOffices(rows.filter(({ cells }) => sides.includes(cells.side ?? ''))).flatMap((row) =>
      phrasesOf(row).map((phrase) => [phrase, row.cells.side as string] as const),
    ),
  );
  const formsOf = (word: string) => symbols.formsOf({ text: word, lemma: word.toLowerCase() });
  const opensSome = (forms: readonly Form[]) => forms.some(({ opens }) => opens !== 0);
  const namesSide = ([phrase, side]: readonly [string, string]): boolean => {
    const forms = phrase.split(/\s+/).map(formsOf);
    return forms.some(opensSome) && anchors.find(wordsOf(forms), () => true).some(({ entry }) => entry.side === side);
  };
  // All are looked at before the first is added: with each pattern that comes in, what is known of words begins anew.
  for (const [phrase, side] of [...bySide].filter(namesSide))
    offices.add(parsePattern(phrase).parts, { pattern: phrase, name: phrase, side, weight: 0 });
  return offices;
}

/** An office has a row for each of its holders; here it counts once. */
function distinctOffices(rows: readonly Row[]): readonly Row[] {
  return [...new Map(rows.map((row) => [`${row.cells.side}\t${row.cells.office}\t${row.cells.phrases}`, row])).values()];
}

/** All that an office is called. */
function phrasesOf({ cells }: Row): readonly string[] {
  return [cells.office ?? '', ...(cells.phrases ?? '').split('|')];
}

/** tone.csv first, then its sister files by name (tone-….csv), then the modifiers: where two rows are equal the first wins. */
export function toneRows(tables: Tables): readonly Row[] {
  const sisters = Object.keys(tables)
    .filter((name) => name.startsWith('tone-'))
    .sort();
  return ['tone', ...sisters, 'modifiers'].flatMap((name) => tables[name] ?? []);
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
