/** Rows of topics.csv → the topics of a job, with everything that is wrong in them. */
import type { Compiled, Fault, Row, Tables } from '../../core/model/problems.ts';
import type { Reading } from '../../core/model/reading.ts';
import { Matcher } from '../../core/patterns/matcher.ts';
import { type Part, parsePattern, type Step, sequencesOf } from '../../core/patterns/pattern.ts';
import { Symbols } from '../../core/patterns/symbols.ts';
import { findTopics, type Topic, type Topics } from './topics.ts';

const ID = /^[a-z][a-z0-9-]*$/;

/** Reads topics.csv (id, name, act, pattern, example_hit, example_miss, origin, note); a job without the file has no topics. */
export function compileTopics(tables: Tables): Compiled<Topics> {
  const faults: Fault[] = [];
  const symbols = new Symbols();
  const patterns = new Matcher<Topic>(symbols);
  const topics = new Map<string, Topic>();
  const lines = new Map<string, Row>();
  for (const row of tables.topics ?? []) {
    const { parts, wrong } = readRow(row, topics.get(row.cells.id ?? ''));
    const wordings = sequencesOf(parts).map(wordingOf);
    const repeated = wrong.length === 0 ? wordings.map((wording) => lines.get(wording)).find((line) => line !== undefined) : undefined;
    if (repeated)
      wrong.push(`"${row.cells.pattern ?? ''}" holds words that stand already in ${placeOf(repeated, row)}, expected them once`);
    faults.push(...wrong.map((message) => ({ file: row.file, line: row.line, message })));
    if (wrong.length > 0) continue;
    const id = row.cells.id ?? '';
    const topic = topics.get(id) ?? { id, name: row.cells.name ?? '' };
    topics.set(id, topic);
    patterns.add(parts, topic);
    for (const wording of wordings) lines.set(wording, row);
  }
  return { value: { list: [...topics.values()], symbols, patterns }, faults };
}

/** Rows whose own example does not show the topic, or whose counterexample does. `read` is the one reader of the house. */
export function misleadingExamples(tables: Tables, read: (text: string) => Reading): readonly Fault[] {
  const { value } = compileTopics(tables);
  return (tables.topics ?? []).flatMap((row) => {
    const { id = '', example_hit: hit = '', example_miss: miss = '' } = row.cells;
    const fault = (message: string): Fault => ({ file: row.file, line: row.line, message });
    const isIn = (text: string): boolean => findTopics(read(text), value).includes(id);
    return [
      ...(hit !== '' && !isIn(hit) ? [fault(`example_hit "${hit}" does not show the topic ${id}, expected words of the pattern`)] : []),
      ...(miss !== '' && isIn(miss) ? [fault(`example_miss "${miss}" shows the topic ${id}, expected none of its words`)] : []),
    ];
  });
}

interface ReadRow {
  readonly parts: readonly Part[];
  readonly wrong: string[];
}

function readRow({ cells }: Row, known: Topic | undefined): ReadRow {
  const { parts, fault } = parsePattern(cells.pattern ?? '');
  const wrong: string[] = [];
  if (!ID.test(cells.id ?? '')) wrong.push(`id must be lower-case letters, digits and hyphens, found "${cells.id ?? ''}"`);
  if (known === undefined && !cells.name) wrong.push(`name is empty, expected what readers call the topic "${cells.id ?? ''}"`);
  if (known !== undefined && cells.name && cells.name !== known.name)
    wrong.push(`name of the topic "${known.id}" is "${cells.name}" here and "${known.name}" before, expected one name`);
  if (fault) wrong.push(`pattern: ${fault}`);
  if (cells.act && cells.act !== 'yes') wrong.push(`act must be yes or empty, found "${cells.act}"`);
  if (cells.weight) wrong.push(`a topic has no weight, found "${cells.weight}"; what weighs stands in tone.csv`);
  return { parts, wrong };
}

function wordingOf(sequence: readonly Step[]): string {
  return sequence.map((step) => (step.kind === 'gap' ? '_' : `${step.text}${step.kind === 'prefix' ? '*' : ''}`)).join(' ');
}

function placeOf(earlier: Row, row: Row): string {
  return earlier.file === row.file ? `line ${earlier.line}` : `${earlier.file}:${earlier.line}`;
}
