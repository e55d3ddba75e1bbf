/**
 * Finds coded statements again whose id has become another, as when a later detente writes "cannot" as two words before it makes an id. What was coded is
 * still the same if the words are those that were shown, and so are the speaker and the day: the coders' answers are about all three.
 */
import { groupBy } from '../../core/group-by.ts';
import type { WordedStatement } from '../../core/model/trends.ts';
import { type Design, hashWords } from './design.ts';
import { type CodedRow, NOBODY, UNDATED } from './sheet.ts';

/** Speakers of some rows, as the store has them: null for nobody. */
export function speakersOf(rows: readonly CodedRow[]): readonly (string | null)[] {
  return [...new Set(rows.map(({ who }) => (who === NOBODY ? null : who)))].filter((who) => who !== '');
}

/**
 * Id of a sheet → id that the statement has now, for rows whose id is not in the store. A statement that is in the sample under its own id is no other one's,
 * and of two that fit equally well neither is taken.
 */
export function findRenamed(
  rows: readonly CodedRow[],
  design: Design,
  statements: readonly WordedStatement[],
): ReadonlyMap<string, string> {
  const free = statements.filter(({ id }) => !Object.hasOwn(design.statements, id));
  const byShown = groupBy(free, ({ speaker, said, text }) => shownAs(speaker ?? NOBODY, said ?? UNDATED, hashWords(text)));
  const held = new Set(statements.map(({ id }) => id));
  const found = new Map<string, string>();
  for (const { id, who, when } of rows) {
    const drawn = held.has(id) ? undefined : design.statements[id];
    const fitting = drawn === undefined ? [] : (byShown.get(shownAs(who, when, drawn.words)) ?? []);
    if (fitting.length === 1 && fitting[0] !== undefined) found.set(id, fitting[0].id);
  }
  return found;
}

function shownAs(who: string, when: string, words: string): string {
  return [who, when, words].join('\n');
}
