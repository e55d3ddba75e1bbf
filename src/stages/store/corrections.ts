/**
 * What people have set right in single statements, laid over what was read: the rows that were corrected, now or by the last run, are made anew from
 * their printings, then the cells are set. A correction that is taken out of the file is so taken back, and none is ever overwritten by a night.
 */
import type { Correction } from '../../core/corrections.ts';
import { isoDay, spanOfDate } from '../../core/days.ts';
import { groupBy } from '../../core/group-by.ts';
import { labelOf } from '../../core/label.ts';
import type { Database } from './database.ts';

/** Whom a name means: the person on the roster, or one made from the name. */
export type SpeakerOf = (name: string) => {
  readonly id: string;
  readonly name: string;
  readonly side: string | null;
  readonly role: string | null;
};

/** A correction whose statement is not there, because its words or its speaker are read in another way now, or it is a part of a longer one. */
export type Unmatched = Pick<Correction, 'id' | 'line'>;

/** Cells of `statements` that may be set, with their types; `gone` takes the row out. */
const CELLS: Readonly<Record<string, string>> = {
  speaker_id: 'VARCHAR',
  speaker: 'VARCHAR',
  side: 'VARCHAR',
  role: 'VARCHAR',
  said: 'VARCHAR',
  said_basis: 'VARCHAR',
  said_earliest: 'VARCHAR',
  said_latest: 'VARCHAR',
  relevant: 'BOOLEAN',
  tone: 'INTEGER',
  label: 'VARCHAR',
};

/** Takes the corrected statements out, so that completeStatements makes them anew, and notes what is to be set. Call it before completeStatements. */
export async function renewCorrected(store: Database, corrections: readonly Correction[], speakerOf: SpeakerOf): Promise<void> {
  const rows = [...groupBy(corrections, ({ id }) => id)].flatMap(([id, each]) =>
    Object.entries({ ...cellsOf(each, speakerOf), note: noteOf(each) }).map(([cell, value]) => [id, cell, value] as const),
  );
  await store.run('DELETE FROM statements WHERE id IN (SELECT id FROM corrections)');
  await store.run('DELETE FROM corrections');
  if (rows.length > 0) {
    await store.run(`INSERT INTO corrections VALUES ${rows.map((row) => `(${row.map(literal).join(', ')})`).join(', ')}`);
    await store.run('DELETE FROM statements WHERE id IN (SELECT id FROM corrections)');
  }
}

/** Sets the cells, and gives the corrections that found no statement. Call it after completeStatements. */
export async function applyCorrections(store: Database, corrections: readonly Correction[]): Promise<readonly Unmatched[]> {
  if (corrections.length === 0) return [];
  const found = await store.all('SELECT DISTINCT id FROM statements SEMI JOIN corrections USING (id) ANTI JOIN cuttings USING (id)');
  const known = new Set(found.map(({ id }) => id));
  for (const [cell, type] of Object.entries(CELLS))
    await store.run(
      `UPDATE statements SET ${cell} = CAST(c.value AS ${type}) FROM corrections c WHERE c.id = statements.id AND c.cell = '${cell}'`,
    );
  await store.run("DELETE FROM statements WHERE id IN (SELECT id FROM corrections WHERE cell = 'gone')");
  return corrections.filter(({ id }) => !known.has(id)).map(({ id, line }) => ({ id, line }));
}

/** The cells that a statement's corrections set. A name brings the side and role of its person, unless they are set themselves. */
function cellsOf(corrections: readonly Correction[], speakerOf: SpeakerOf): Readonly<Record<string, string | null>> {
  const order = ['speaker', 'side', 'role', 'said', 'relevant', 'tone', 'statement'];
  const sorted = [...corrections].sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
  return Object.assign({}, ...sorted.map(({ field, value }) => SETTERS[field](value, speakerOf))) as Record<string, string | null>;
}

type Setter = (value: string, speakerOf: SpeakerOf) => Readonly<Record<string, string | null>>;

const NO_TONE = { relevant: 'false', tone: null, label: null };

const SETTERS: Readonly<Record<Correction['field'], Setter>> = {
  speaker: (value, speakerOf) => {
    if (value === '') return { speaker_id: null, speaker: null, side: null, role: null };
    const { id, name, side, role } = speakerOf(value);
    return { speaker_id: id, speaker: name, side, role };
  },
  side: (value) => ({ side: value === '' ? null : value }),
  role: (value) => ({ role: value }),
  said: (value) => {
    const span = spanOfDate(value);
    if (span === null) return { said: null, said_basis: null, said_earliest: null, said_latest: null };
    return { said: value, said_basis: 'correction', said_earliest: isoDay(span[0]), said_latest: isoDay(span[1]) };
  },
  relevant: (value) => (value === 'no' ? NO_TONE : { relevant: 'true' }),
  tone: (value) => {
    const tone = Number(value.replace('−', '-'));
    return { relevant: 'true', tone: String(Math.round(tone * 1_000_000)), label: labelOf(tone) };
  },
  statement: () => ({ gone: 'true' }),
};

/** What the tables show: 'tone = -0.4 (Ann Reed: irony)'. */
function noteOf(corrections: readonly Correction[]): string {
  return corrections.map(({ field, value, who, why }) => `${field} = ${value === '' ? 'nothing' : value} (${who}: ${why})`).join('; ');
}

function literal(value: string | null): string {
  return value === null ? 'NULL' : `'${value.replaceAll("'", "''")}'`;
}
