/** Which of the published statements the page shows, and their rows. Needs preparePublished (published.ts). */
import type { Grouped, StatementRow } from '../../core/model/groups.ts';
import type { Database } from './database.ts';
import { countStatements } from './published.ts';

/** How much of the store goes onto the page. */
export interface GroupOptions {
  /** Newest statements for the explorer. */
  readonly newest: number;
  /** Strongest statements per side and sign. */
  readonly strongest: number;
  /** The two sides of the job. */
  readonly sides: readonly string[];
  /** Statements that came last. */
  readonly arrived: number;
}

/** The statements that the page shows: the newest, and the strongest of the last year that has any, per side and sign. */
export async function readChosen(
  database: Database,
  options: GroupOptions,
): Promise<Pick<Grouped, 'newest' | 'strongest' | 'arrived' | 'total'>> {
  const { total, dated } = await countStatements(database);
  const undated = Math.min(total - dated, Math.max(0, options.newest - dated));
  const ranges: readonly Range[] = [
    [Math.max(1, dated - options.newest + 1), dated],
    [total - undated + 1, total],
  ];
  const strongest = await chooseStrongest(database, options.strongest);
  const arrived = await chooseArrived(database, options.arrived);
  const isOnPage = [
    ...ranges.map(([first, last]) => `o.number BETWEEN ${first} AND ${last}`),
    ...[...strongest, ...arrived].map((number) => `o.number = ${number}`),
  ].join(' OR ');
  await database.run(`
CREATE OR REPLACE TEMP TABLE page_hits AS SELECT o.number, s.hits FROM observations o JOIN statements s ON s.rowid = o.place WHERE ${isOnPage}`);
  return {
    newest: () => readSlices(database, ranges),
    strongest: await readNumbers(database, strongest),
    arrived: await readNumbers(database, arrived),
    total,
  };
}

/** Numbers of the strongest statements, by the narrow columns alone, in the order in which they are shown. */
async function chooseStrongest(database: Database, most: number): Promise<readonly number[]> {
  const chosen = await database.all(`
SELECT number FROM (
  SELECT o.number, o.side, o.label, row_number() OVER (PARTITION BY o.side, o.label ORDER BY abs(o.tone) DESC, r.articles DESC, o.id) AS degree
  FROM observations o JOIN reach r USING (number)
  WHERE o.label <> 'neutral' AND o.side <> 'unattributed'
    AND o.year = (SELECT max(year) FROM observations WHERE label <> 'neutral' AND side <> 'unattributed' AND said IS NOT NULL)
  QUALIFY degree <= ${most}) ORDER BY side, label, degree`);
  return chosen.map(({ number }) => number as number);
}

/** Numbers of the strongest of the statements that came last. */
async function chooseArrived(database: Database, most: number): Promise<readonly number[]> {
  const chosen = await database.all(`
SELECT number FROM observations WHERE added = (SELECT max(added) FROM observations) ORDER BY tone IS NULL, abs(tone) DESC, id LIMIT ${most}`);
  return chosen.map(({ number }) => number as number);
}

/** The rows of these numbers, in the order of the numbers as given. */
async function readNumbers(database: Database, numbers: readonly number[]): Promise<readonly StatementRow[]> {
  if (numbers.length === 0) return [];
  const rows = await readRows(database, `number IN (${numbers.join(', ')})`);
  const byNumber = new Map(rows.map(({ number, ...row }) => [number, row]));
  return numbers.flatMap((number) => byNumber.get(number) ?? []);
}

/** First and last number. */
type Range = readonly [first: number, last: number];

/** Statements of the page that are held at once. */
const READ_AT_ONCE = 1000;

/** The rows of these numbers, the highest of each range first. */
async function* readSlices(database: Database, ranges: readonly Range[]): AsyncIterable<readonly StatementRow[]> {
  for (const [first, last] of ranges)
    for (let end = last; end >= first; end -= READ_AT_ONCE)
      yield await readRows(database, `number BETWEEN ${Math.max(first, end - READ_AT_ONCE + 1)} AND ${end}`);
}

/** A row with its number. */
type Numbered = StatementRow & { readonly number: number };

/** The latest first. */
async function readRows(database: Database, where: string): Promise<readonly Numbered[]> {
  const rows = await database.all(`
SELECT number, id, speaker_id AS "speakerId", speaker, side, said, text, passage, tone, label, articles, outlet, title, url, path, kind, cue, spans, p.hits
FROM (SELECT * EXCLUDE (hits) FROM published WHERE ${where}) JOIN page_hits p USING (number) ORDER BY number DESC`);
  return rows as unknown as readonly Numbered[];
}
