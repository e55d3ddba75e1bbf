/** The statements as columns of whole numbers, which all sums are made from. Needs prepareSums (groups.ts). */
import type { Database } from './database.ts';
import { SIDE_IN_TABLES } from './schema.ts';
import { inOrder, type Pairs, sortPairs } from './whole-numbers.ts';

/** Stands for a tone that is missing: no tone is that low. */
export const NO_TONE = -(2 ** 31);

/** What `flags` are made of: the label of a statement, and whether no hit of it has points. */
export const LABEL = { positive: 1, neutral: 2, negative: 3 } as const;
export const LABELS = 3;
export const WITHOUT_HITS = 4;

/** A day, month or year in which something was said, and the periods that it lies in; null where it is less exact than these. */
export interface Day {
  readonly said: string | null;
  readonly year: string;
  readonly month: string | null;
  readonly week: string | null;
}

/** A speaker as some statement has them; all null where nobody is named. */
export interface Person {
  readonly speaker: string | null;
  readonly side: string | null;
  readonly role: string | null;
}

/** Names that stand for numbers, in the order of code points: of two numbers the lower one has the name that comes first. */
type Names = readonly string[];

/** First and last number of some statements. */
export type Range = readonly [first: number, last: number];

/**
 * Statements that are observations, by their number in published order, which begins with 1 (for a range of them with its first). Persons, days, speakers, sides, outlets and topics are
 * numbers from 0, articles their rank from 1.
 */
export interface Counted {
  readonly size: number;
  /** Millionths, or NO_TONE. */
  readonly tone: Int32Array;
  readonly sentiment: Int32Array;
  readonly flags: Int32Array;
  readonly person: Int32Array;
  readonly day: Int32Array;
  /** Rank of the article that is cited, 0 where there is none. */
  readonly cited: Int32Array;
  readonly days: readonly Day[];
  readonly persons: readonly Person[];
  /** By person; the speaker is -1 where nobody is named. */
  readonly speakerOf: Int32Array;
  readonly sideOf: Int32Array;
  readonly speakers: Names;
  readonly sides: Names;
  /** By rank of an article; the number is there where no outlet is named too. */
  readonly outletOf: Int32Array;
  readonly hasOutlet: Int32Array;
  readonly outlets: Names;
  /** Statement and person: who else said it. */
  readonly voices: Pairs;
  /** Statement and topic. */
  readonly topical: Pairs;
  readonly topics: Names;
  /** Statement and rank of an article that printed it, in the order of the articles. */
  readonly printings: Pairs;
}

const SPEAKER = "coalesce(speaker_id, '')";

/** SQL that numbers the persons of all statements; part of prepareSums. */
export const PERSONS = `
CREATE OR REPLACE TEMP TABLE persons AS
  SELECT (row_number() OVER () - 1)::INTEGER AS person, * FROM (
    SELECT speaker_id, speaker, side, role FROM statements UNION ${voicesIn('statements WHERE joint IS NOT NULL')})`;

/** SQL of those who said statements together with their speaker. */
export function voicesIn(from: string, beside = ''): string {
  return `SELECT ${beside} coalesce(v.id, '') AS speaker_id, v.name AS speaker, coalesce(v.side, 'unknown') AS side, v.role AS role FROM (
    SELECT ${beside} unnest(from_json(joint, '[{"id":"VARCHAR","name":"VARCHAR","side":"VARCHAR","role":"VARCHAR"}]')) AS v FROM ${from})`;
}

/** SQL: whether a person p is that of a row with these columns, whichever of them are missing. */
export function isPersonOf(row: string): string {
  return ['speaker_id', 'speaker', 'side', 'role'].map((column) => `p.${column} IS NOT DISTINCT FROM ${row}.${column}`).join(' AND ');
}

const STATEMENTS = `
SELECT o.number, o.person, coalesce(o.tone, ${NO_TONE})::INTEGER AS tone, coalesce(o.sentiment, 0)::INTEGER AS sentiment, coalesce(r.rank, 0)::INTEGER AS cited,
       (CASE o.label ${Object.entries(LABEL)
         .map(([label, flag]) => `WHEN '${label}' THEN ${flag}`)
         .join(' ')} ELSE 0 END + CASE WHEN o.weighing = 0 THEN ${WITHOUT_HITS} ELSE 0 END)::INTEGER AS flags
FROM observations o LEFT JOIN reach r ON r.number = o.number WHERE`;

/** Statements stand in the order of their days, so the last of each day tells where it ends. */
const DAYS = `
SELECT said, any_value(year) AS year, any_value(month) AS month, any_value(week) AS week, max(number) AS last FROM observations`;

const named = (column: string, from: string): string => `SELECT ${column} AS name FROM ${from} GROUP BY name ORDER BY name`;
/** The number of each name, as `named` lists them. */
const numbered = (column: string, from: string): string =>
  `(SELECT name, (row_number() OVER (ORDER BY name) - 1)::INTEGER AS code FROM (SELECT DISTINCT ${column} AS name FROM ${from}))`;

/** Reads all columns, of all statements or of a range of them. */
export async function readCounted(database: Database, range: Range | null = null): Promise<Counted> {
  const first = range?.[0] ?? 1;
  const within = (number: string): string => (range === null ? 'true' : `${number} BETWEEN ${range[0]} AND ${range[1]}`);
  const size = await countRows(database, `observations WHERE ${within('number')}`);
  const statements = await database.numbers(`${STATEMENTS} ${within('o.number')}`, size);
  const { number = NONE } = statements;
  const placed = (name: string): Int32Array => placeBy(number, statements[name] ?? NONE, first);
  const days = await database.all(`${DAYS} WHERE ${within('number')} GROUP BY said ORDER BY last`);
  const persons = await database.all(`SELECT speaker_id, speaker, side, role FROM persons ORDER BY person`);
  const told = await database.numbers(
    `
SELECT person, s.code AS speaker, t.code AS side, (${SPEAKER} = '')::INTEGER AS "isNobody" FROM persons
  JOIN ${numbered(SPEAKER, 'persons')} s ON s.name = ${SPEAKER} JOIN ${numbered(SIDE_IN_TABLES, 'persons')} t ON t.name = ${SIDE_IN_TABLES}`,
    persons.length,
  );
  const isNobody = placeBy(told.person ?? NONE, told.isNobody ?? NONE, 0);
  const articles = await database.numbers(
    `
SELECT rank, code, has_outlet::INTEGER AS "hasOutlet" FROM ranked_articles JOIN ${numbered('outlet', 'ranked_articles')} ON name = outlet`,
    await countRows(database, 'ranked_articles'),
  );
  const { rank = NONE } = articles;
  const printings = await readPairs(database, `printings WHERE ${within('number')}`, { first, other: 'rank' });
  return {
    size: number.length,
    tone: placed('tone'),
    sentiment: placed('sentiment'),
    flags: placed('flags'),
    person: placed('person'),
    cited: placed('cited'),
    day: daysOf(days, number.length, first),
    days: days as unknown as readonly Day[],
    persons: persons as unknown as readonly Person[],
    speakerOf: placeBy(told.person ?? NONE, told.speaker ?? NONE, 0).map((code, person) => (isNobody[person] === 1 ? -1 : code)),
    sideOf: placeBy(told.person ?? NONE, told.side ?? NONE, 0),
    speakers: await readNames(database, SPEAKER, 'persons'),
    sides: await readNames(database, SIDE_IN_TABLES, 'persons'),
    outletOf: placeBy(rank, articles.code ?? NONE, 0, rank.length + 1),
    hasOutlet: placeBy(rank, articles.hasOutlet ?? NONE, 0, rank.length + 1),
    outlets: await readNames(database, 'outlet', 'ranked_articles'),
    voices: await readPairs(database, `voices v JOIN persons p ON ${isPersonOf('v')} WHERE ${within('number')}`, {
      first,
      other: 'person',
    }),
    topical: await readPairs(database, `topical JOIN ${numbered('topic', 'topical')} ON name = topic WHERE ${within('number')}`, {
      first,
      other: 'code',
    }),
    topics: await readNames(database, 'topic', 'topical'),
    printings: sortPairs(printings, inOrder(printings.other, rank.length + 1)),
  };
}

const NONE = new Int32Array(0);

/** A column in the order of another one, which has all numbers from `first` on; mostly that is in order itself. */
function placeBy(places: Int32Array, values: Int32Array, first: number, size = places.length): Int32Array {
  if (size === places.length && places.every((place, row) => place === row + first)) return values;
  const placed = new Int32Array(size);
  for (let row = 0; row < places.length; row++) placed[(places[row] as number) - first] = values[row] as number;
  return placed;
}

function daysOf(days: readonly Readonly<Record<string, unknown>>[], size: number, first: number): Int32Array {
  const day = new Int32Array(size);
  let from = 0;
  for (const [index, { last }] of days.entries()) {
    const to = (last as number) - first + 1;
    day.fill(index, from, to);
    from = to;
  }
  return day;
}

async function readNames(database: Database, column: string, from: string): Promise<Names> {
  const { name = [] } = await database.columns(named(column, from));
  return name as Names;
}

async function readPairs(
  database: Database,
  from: string,
  { first, other }: { readonly first: number; readonly other: string },
): Promise<Pairs> {
  const pairs = await database.numbers(
    `SELECT (number - ${first - 1})::INTEGER AS number, ${other} AS other FROM ${from}`,
    await countRows(database, from),
  );
  return { number: pairs.number ?? NONE, other: pairs.other ?? NONE };
}

async function countRows(database: Database, from: string): Promise<number> {
  const [row] = await database.all(`SELECT count(*)::INTEGER AS count FROM ${from}`);
  return row?.count as number;
}
