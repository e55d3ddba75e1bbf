/** From the coders' rows to what is known of each statement: the mean of the coders, and which labels cannot be used and why. */
import { groupBy } from '../../core/group-by.ts';
import type { CodedStatement, PlacedStatement } from '../../core/model/trends.ts';
import type { Answers } from './answers.ts';
import type { CodedPlace } from './correct.ts';
import { type Design, hashWords } from './design.ts';
import type { CodedRow } from './sheet.ts';

/** Steps of the sheet's scale to a tone of 1. */
const STEPS = 2;

/**
 * Labels that are used, and those that are not: their statement is no longer in the store, or has other words than were shown. Of the used ones, the ids of
 * the sheets that have become others (renamed.ts).
 */
export interface Labels {
  readonly statements: readonly CodedPlace[];
  readonly renamed: readonly string[];
  readonly vanished: readonly string[];
  readonly changed: readonly string[];
}

/** Whether it counts: a statement by somebody, about the two sides. An unanswered `is_statement` is a yes; a tone says that it is about them. */
export function counts({ is_statement, about_relations, tone }: Answers): boolean {
  return is_statement !== false && (about_relations ?? tone !== null);
}

/** Joins the coders' answers with what the store holds now, by the ids of the sheets. Statements come in the order of their ids. */
export function joinLabels(rows: readonly CodedRow[], design: Design, places: ReadonlyMap<string, PlacedStatement>): Labels {
  const statements: CodedPlace[] = [];
  const [renamed, vanished, changed]: [string[], string[], string[]] = [[], [], []];
  const byId = [...groupBy(rows, ({ id }) => id)].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [id, own] of byId) {
    const place = places.get(id);
    const drawn = design.statements[id];
    if (drawn === undefined || place === undefined) vanished.push(id);
    else if (hashWords(place.text) !== drawn.words) changed.push(id);
    else {
      statements.push({ place, coded: meanOfCoders(id, own, drawn.probability) });
      if (place.id !== id) renamed.push(id);
    }
  }
  return { statements, renamed, vanished, changed };
}

function meanOfCoders(id: string, rows: readonly CodedRow[], probability: number): CodedStatement {
  const mean = (value: (answers: Answers) => number): number => rows.reduce((sum, { answers }) => sum + value(answers), 0) / rows.length;
  const toneOf = (answers: Answers): number => (counts(answers) ? (answers.tone ?? 0) / STEPS : 0);
  const isOwn = (answers: Answers): boolean => answers.speaker_right !== false;
  return {
    id,
    probability,
    relevant: mean((answers) => (counts(answers) ? 1 : 0)),
    tone: mean(toneOf),
    attributed: mean((answers) => (counts(answers) && isOwn(answers) ? 1 : 0)),
    attributedTone: mean((answers) => (isOwn(answers) ? toneOf(answers) : 0)),
  };
}
