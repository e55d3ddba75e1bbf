/**
 * Which statements are parts of longer ones, kept true night by night: the rule of statements/cuttings.ts, applied again to the days around those
 * statements that came or whose whole went. That a statement is a part depends on its speaker's statements of three days alone.
 */
import type { Cutting } from '../../core/model/statements.ts';
import type { OpenDatabase } from './database.ts';
import { inTransaction } from './open.ts';
import { slicesBy } from './slices.ts';

/** Statements that are settled at once. */
const SLICE = 100_000;
/** Statements that are held in memory, beside those of two days. */
const HELD = 20_000;

/** A statement's speaker, those who said it too, and the day. */
const VOICES = `
SELECT c.id, c.article_key, c.ordinal, u.speaker_id, concat_ws(' ', u.speaker_id, u.joint) AS voice, try_cast(c.said AS DATE) AS day
FROM chosen c JOIN utterances u ON u.article_key = c.article_key AND u.ordinal = c.ordinal
WHERE u.speaker_id IS NOT NULL AND length(c.said) = 10`;

/** A whole is a day away at most; what is a part is said again for these days, by wholes of the days around them. */
const aroundOf = (slice: string): readonly string[] => [
  `CREATE OR REPLACE TEMP TABLE around AS
   SELECT voice, day + step AS day, bool_or(abs(step) <= 1) AS is_renewed
   FROM (SELECT DISTINCT voice, day FROM (${VOICES}) SEMI JOIN unsettled USING (id) WHERE ${slice}), (SELECT unnest([-2, -1, 0, 1, 2])::INTEGER AS step)
   GROUP BY ALL`,
  `CREATE OR REPLACE TEMP TABLE neighbours AS
   SELECT v.id, v.voice, v.day, v.article_key, v.ordinal, a.is_renewed FROM (${VOICES}) v JOIN around a ON a.voice = v.voice AND a.day = v.day WHERE ${slice}`,
  'DELETE FROM cuttings WHERE id IN (SELECT id FROM neighbours WHERE is_renewed)',
];

const NEIGHBOURS = `
SELECT n.voice, n.day::VARCHAR AS day, n.id, n.is_renewed, u.passage, u.content
FROM neighbours n JOIN utterances u ON u.article_key = n.article_key AND u.ordinal = n.ordinal ORDER BY n.voice, n.day, n.id`;

/** The rule: id of every part → id of the statement it is a part of. */
export type WholesOf = (cuttings: readonly Cutting[]) => ReadonlyMap<string, string>;

/** Finds the parts among the statements that changed and those around them, about `held` at a time. Does nothing where none changed. */
export async function settleCuttings(store: OpenDatabase, wholesOf: WholesOf, held = HELD): Promise<void> {
  const [row] = await store.all('SELECT count(*)::INTEGER AS unsettled FROM unsettled');
  const unsettled = row?.unsettled as number;
  if (unsettled === 0) return;
  await inTransaction(store, async () => {
    for (const slice of slicesBy('md5(speaker_id)', unsettled, SLICE)) await settleSlice(store, slice, { wholesOf, held });
    await store.run('DELETE FROM unsettled; DROP TABLE around; DROP TABLE neighbours');
  });
}

interface Settling {
  readonly wholesOf: WholesOf;
  readonly held: number;
}

async function settleSlice(store: OpenDatabase, slice: string, { wholesOf, held: most }: Settling): Promise<void> {
  for (const step of aroundOf(slice)) await store.run(step);
  const found: Pair[] = [];
  let held: Neighbour[] = [];
  let [seen, kept] = [0, 0];
  for await (const rows of store.batches(NEIGHBOURS)) {
    seen += rows.length;
    held.push(...rows.map(neighbourOf));
    if (held.length < kept + most) continue;
    const result = settleUpTo(held, wholesOf);
    found.push(...result.settled);
    held = [...result.kept];
    kept = held.length;
  }
  // A stream ends early and without an error where the database runs out of memory.
  const [row] = await store.all('SELECT count(*)::INTEGER AS neighbours FROM neighbours');
  if (seen !== row?.neighbours) throw new Error(`read ${seen} of ${row?.neighbours} statements from the store`);
  await store.append('cuttings', [...found, ...settle(held, wholesOf)]);
}

/** A part and its whole. */
type Pair = readonly [id: string, whole: string];

interface Neighbour extends Cutting {
  readonly isRenewed: boolean;
}

function neighbourOf([voice, day, id, isRenewed, passage, content]: readonly unknown[]): Neighbour {
  const spans = JSON.parse(String(content)) as readonly (readonly [number, number])[];
  const pieces = spans.map(([start, end]) => String(passage).slice(start, end));
  return { voice: String(voice), day: String(day), id: String(id), isRenewed: isRenewed === true, pieces };
}

function settle(cuttings: readonly Neighbour[], wholesOf: WholesOf): readonly Pair[] {
  const wholes = wholesOf(cuttings);
  return cuttings.flatMap(({ id, isRenewed }) => (isRenewed && wholes.has(id) ? [[id, wholes.get(id) as string] as const] : []));
}

/** All but the last day that is held are settled; the last two are kept for what is to come. */
function settleUpTo(
  held: readonly Neighbour[],
  wholesOf: WholesOf,
): { readonly settled: readonly Pair[]; readonly kept: readonly Neighbour[] } {
  const last = held.at(-1);
  const isOfLast = ({ voice, day }: Neighbour): boolean => voice === last?.voice && day === last.day;
  const before = held.findLast((each) => !isOfLast(each));
  const isOfBefore = ({ voice, day }: Neighbour): boolean => voice === before?.voice && day === before.day;
  const asWhole = (each: Neighbour): Neighbour => ({ ...each, isRenewed: false });
  return {
    settled: settle(
      held.map((each) => (isOfLast(each) ? asWhole(each) : each)),
      wholesOf,
    ),
    kept: [...held.filter(isOfBefore).map(asWhole), ...held.filter(isOfLast)],
  };
}
