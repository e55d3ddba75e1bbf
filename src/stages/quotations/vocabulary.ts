/** Rows of lexicons/english → the vocabulary that the finders look words up in. */
import type { Compiled, Fault, Row, Tables } from '../../core/model/problems.ts';
import { inflect, type VerbForm } from './inflect.ts';

/** A word or phrase of saying: one row of cues.csv. */
export interface CueEntry {
  /** Base form of the whole cue: "say", "point out", "according to". */
  readonly lemma: string;
  /** 'say' | 'tell' | 'write' | 'ask' | 'judge' | 'mind' | 'show' | 'sound' | 'phrase' | 'noun'. */
  readonly class: string;
  /** What may follow or precede it: 'quotation', 'that', 'clause', 'infinitive', 'gerund' ("to having sold it"), 'against' ("them against selling it"), 'wh', 'noun', 'as', 'recipient'. */
  readonly takes: ReadonlySet<string>;
}

/** A cue as it is looked up by its first word in the form that stands in the text. */
export interface CueForm {
  readonly entry: CueEntry;
  /** 'phrase' for cues that do not inflect. */
  readonly form: VerbForm | 'phrase' | 'noun';
  /** The words after the first, in lower case. */
  readonly rest: readonly string[];
}

/** What the quotations room knows about English. */
export interface QuotationVocabulary {
  /** Cues by their first word in lower case; longest first. */
  readonly cues: ReadonlyMap<string, readonly CueForm[]>;
  /** Words by the reason for which a quoted string that holds or follows them is no statement. */
  readonly notStatements: ReadonlyMap<string, ReadonlySet<string>>;
  /** What people issue, send or post: "statement", "letter". */
  readonly writings: ReadonlySet<string>;
  /** What asks many people the same: "poll", "ballot". */
  readonly polls: ReadonlySet<string>;
  /** Nouns that name no speaker, in lower case: events, things, times. */
  readonly things: ReadonlySet<string>;
}

const CLASSES = new Set(['say', 'tell', 'write', 'ask', 'judge', 'mind', 'show', 'sound', 'phrase', 'noun']);
const TAKES = new Set(['quotation', 'that', 'clause', 'infinitive', 'gerund', 'against', 'wh', 'noun', 'as', 'recipient']);

/** Compiles cues.csv, not-statements.csv, the nouns of not-sources.csv and the writings of word-kinds.csv; every row that could never match is a fault. */
export function compileQuotationVocabulary(tables: Tables): Compiled<QuotationVocabulary> {
  const faults: Fault[] = [];
  const cues = compileCues(tables.cues ?? [], faults);
  const notStatements = compileNotStatements(tables['not-statements'] ?? [], faults);
  const things = new Set((tables['not-sources'] ?? []).map(({ cells }) => cells.word ?? ''));
  const [writings, polls] = ['writing', 'poll'].map(
    (kind) => new Set((tables['word-kinds'] ?? []).flatMap(({ cells }) => (cells.kind === kind ? [cells.word ?? ''] : []))),
  );
  return { value: { cues, notStatements, writings: writings ?? new Set(), polls: polls ?? new Set(), things }, faults };
}

function compileCues(rows: readonly Row[], faults: Fault[]): Map<string, CueForm[]> {
  const cues = new Map<string, CueForm[]>();
  const seen = new Set<string>();
  for (const row of rows) {
    const message = faultOfCue(row, seen);
    if (message !== null) faults.push({ file: row.file, line: row.line, message });
    else for (const [word, form] of formsOf(row)) cues.set(word, [...(cues.get(word) ?? []), form]);
  }
  for (const forms of cues.values()) forms.sort((a, b) => b.rest.length - a.rest.length);
  return cues;
}

function faultOfCue({ cells }: Row, seen: Set<string>): string | null {
  const cue = cells.cue ?? '';
  const kind = cells.class ?? '';
  if (cue === '' || cue !== cue.toLowerCase()) return `cue must be a word or phrase in lower case, found "${cue}"`;
  if (!CLASSES.has(kind)) return `class must be one of ${[...CLASSES].join(', ')}, found "${kind}"`;
  const unknown = words(cells.takes).find((word) => !TAKES.has(word));
  if (unknown !== undefined) return `takes must hold words out of ${[...TAKES].join(', ')}, found "${unknown}"`;
  const key = `${cue}/${kind === 'noun' ? 'noun' : 'verb'}`;
  if (seen.has(key)) return `cue "${cue}" stands here a second time`;
  seen.add(key);
  return null;
}

function formsOf({ cells }: Row): [string, CueForm][] {
  const lemma = cells.cue ?? '';
  const kind = cells.class ?? '';
  const [first = '', ...rest] = lemma.split(' ');
  const entry: CueEntry = { lemma, class: kind, takes: new Set(words(cells.takes)) };
  const irregular = words(cells.forms);
  if (kind === 'phrase') return [[first, { entry, form: 'phrase', rest }]];
  if (kind === 'noun') return [first, ...irregular].map((word) => [word, { entry, form: 'noun', rest }]);
  return inflect(first, irregular).map(([word, form]) => [word, { entry, form, rest }]);
}

const REASONS = ['headline label', 'label before', 'stage note', 'turn label', 'unnamed turn', 'unsaid before'];

function compileNotStatements(rows: readonly Row[], faults: Fault[]): Map<string, Set<string>> {
  const byReason = new Map<string, Set<string>>();
  for (const { file, line, cells } of rows) {
    const word = cells.words ?? '';
    const reason = cells.reason ?? '';
    if (word === '' || reason === '') faults.push({ file, line, message: 'words and reason must both be given, found an empty cell' });
    else if (!REASONS.includes(reason))
      faults.push({ file, line, message: `reason must be one of ${REASONS.join(', ')}, found "${reason}"` });
    else if (byReason.get(reason)?.has(word.toLowerCase())) faults.push({ file, line, message: `"${word}" stands here a second time` });
    else byReason.set(reason, (byReason.get(reason) ?? new Set()).add(word.toLowerCase()));
  }
  return byReason;
}

function words(cell: string | undefined): readonly string[] {
  return (cell ?? '').split(' ').filter((word) => word !== '');
}
