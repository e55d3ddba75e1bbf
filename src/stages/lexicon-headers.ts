/** What the tables of lexicons are called, and their columns: a file under another name, or with columns of other names, would be read as nothing. */
import { nearestName } from '../core/edit-distance.ts';
import type { Compiled, Fault } from '../core/model/problems.ts';
import { parseHeader } from '../core/rows.ts';
import type { LexiconFile } from './vocabulary.ts';

/** Columns of a table: those without which no row of it says anything, and those that may be left out. */
interface Columns {
  readonly needed: readonly string[];
  readonly other: readonly string[];
}

const columns = (needed: string, other = ''): Columns => ({ needed: needed.split(' '), other: other.split(' ').filter(Boolean) });

const TERMS = columns('id pattern class weight', 'prior dimension pos side flip scope example_hit example_miss origin note');

const TABLES: ReadonlyMap<string, Columns> = new Map([
  ['anchors', columns('side pattern', 'weight origin note')],
  ['boilerplate', columns('phrase match', 'origin')],
  ['chart-events', columns('day label', 'origin')],
  ['cues', columns('cue class takes', 'forms')],
  ['demonyms', columns('word country', 'kind')],
  ['events', columns('day name phrases', 'kind origin')],
  ['gate', columns('id weight', 'origin note')],
  ['given-names', columns('name', 'gender note')],
  ['institutions', columns('word', 'kind')],
  ['modifiers', TERMS],
  ['name-particles', columns('particle', 'note')],
  ['not-names', columns('word')],
  ['not-sources', columns('word')],
  ['not-statements', columns('reason words')],
  ['offices', columns('office side person', 'phrases from to origin')],
  ['outlets', columns('name', 'aliases origin note')],
  ['places', columns('name')],
  ['regions', columns('name country')],
  ['roles', columns('role', 'kind gender means')],
  ['sentiment', columns('word value', 'next origin note')],
  ['sides', columns('country side')],
  ['source-nouns', columns('word kind')],
  ['speakers', columns('id name', 'aliases side role gender wikidata country note origin')],
  ['spellings', columns('from to', 'note')],
  ['titles', columns('word kind', 'gender role country')],
  ['tone', TERMS],
  ['topics', columns('id name pattern', 'act example_hit example_miss origin note')],
  ['word-kinds', columns('kind word')],
]);

/** Sister files of tone.csv, which hold rows of the same kind. */
const SISTER = /^tone-/;

/** The files that are tables as their names and headers say, and a fault for each that is not, with the line of its header. */
export function checkHeaders(files: readonly LexiconFile[]): Compiled<readonly LexiconFile[]> {
  const checked = files.map((file) => ({ file, faults: faultsOf(file) }));
  return {
    value: checked.flatMap(({ file, faults }) => (faults.length === 0 ? [file] : [])),
    faults: checked.flatMap(({ faults }) => faults),
  };
}

function faultsOf({ path, table, text }: LexiconFile): readonly Fault[] {
  const known = TABLES.get(SISTER.test(table) ? 'tone' : table);
  if (known === undefined)
    return [{ file: path, line: 1, message: `no table is called \`${table}\`, expected ${suggest(table, [...TABLES.keys()])}` }];
  const { line, names } = parseHeader(text);
  if (names.length === 0) return [];
  const all = [...known.needed, ...known.other];
  const fault = (message: string): Fault => ({ file: path, line, message });
  const absent = known.needed.filter((name) => !names.includes(name));
  if (absent.length > 0) return [fault(`no column ${spell(absent)} in the header (found ${spell(names)}), expected ${spell(all)}`)];
  const unused = all.filter((name) => !names.includes(name));
  return names.flatMap((name) => {
    const meant = all.includes(name) ? undefined : nearestName(name, unused);
    return meant === undefined ? [] : [fault(`unknown column \`${name}\`, expected \`${meant}\``)];
  });
}

function suggest(name: string, known: readonly string[]): string {
  const meant = nearestName(name, known);
  return meant === undefined ? `one of ${known.join(', ')}, or tone-… for rows of tone` : `\`${meant}\``;
}

function spell(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
