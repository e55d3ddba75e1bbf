/** The trend tables: years, sides, speakers, months, outlets. */
import type { Series, TrendRow } from '../../core/model/trends.ts';
import { type Column, type ForeignKey, REQUIRED, type Table } from './column.ts';
import { correctedMovementColumns, movementColumns } from './series-table.ts';
import { CHANGE_COLUMNS, CORRECTED_COLUMNS, periodColumns, SPEAKER_COLUMNS, STATISTIC_COLUMNS } from './trend-columns.ts';

const OF_SPEAKER: readonly ForeignKey[] = [{ fields: 'speaker_id', table: 'speakers', reference: 'speaker_id' }];

const YEARLY: readonly Column<TrendRow>[] = [...STATISTIC_COLUMNS, ...CHANGE_COLUMNS, ...CORRECTED_COLUMNS];

const SIDE: Column<TrendRow> = {
  name: 'side',
  type: 'string',
  description:
    "One of the job's sides, other (a third country), unknown (somebody is named whose side nothing tells), or unattributed (nobody is named).",
  constraints: REQUIRED,
  cell: ({ group }) => group.side,
};

const OUTLET: Column<TrendRow> = {
  name: 'outlet',
  type: 'string',
  description: 'The outlet that carried the statement, or unknown. A statement that several outlets carry counts in each.',
  constraints: REQUIRED,
  cell: ({ group }) => group.outlet,
};

const TOPIC: Column<TrendRow> = {
  name: 'topic',
  type: 'string',
  description: 'Id of the topic, as in topics.csv. A statement counts in every topic that it speaks of.',
  constraints: REQUIRED,
  cell: ({ group }) => group.topic,
};

/** A speaker with the movement of their yearly means. */
export interface SpeakerRow extends TrendRow {
  readonly series: Series | null;
  /** Item of Wikidata. */
  readonly wikidata: string | null;
  /** ISO 3166-1, two letters. */
  readonly country: string | null;
}

export const YEARS = trendTable('years', 'Years', {
  description: 'One row per year, over all statements, and one for what is undated.',
  primaryKey: ['period'],
  columns: [...periodColumns('year'), ...YEARLY],
});

export const SIDE_YEARS = trendTable('side_years', 'Sides by year', {
  description: "One row per side and year: the job's sides, other, unknown, and unattributed.",
  primaryKey: ['side', 'period'],
  columns: [SIDE, ...periodColumns('year'), ...YEARLY],
});

export const SIDE_MONTHS = trendTable('side_months', 'Sides by month', {
  description: 'One row per side and month. Statements known only by their year are not here.',
  primaryKey: ['side', 'period'],
  columns: [SIDE, ...periodColumns('month'), ...YEARLY],
});

export const SIDE_WEEKS = trendTable('side_weeks', 'Sides by week', {
  description: 'One row per side and week. Statements whose day is not known are not here.',
  primaryKey: ['side', 'period'],
  columns: [SIDE, ...periodColumns('week'), ...YEARLY],
});

export const SPEAKER_YEARS = trendTable('speaker_years', 'Speakers by year', {
  description: 'One row per speaker and year.',
  primaryKey: ['speaker_id', 'period'],
  columns: [...SPEAKER_COLUMNS, ...periodColumns('year'), ...YEARLY],
});

export const SPEAKER_MONTHS = trendTable('speaker_months', 'Speakers by month', {
  description: 'One row per speaker and month. Statements known only by their year are not here.',
  primaryKey: ['speaker_id', 'period'],
  columns: [...SPEAKER_COLUMNS, ...periodColumns('month'), ...YEARLY],
});

export const OUTLET_YEARS = trendTable('outlet_years', 'Outlets by year', {
  description:
    'One row per outlet and year. Rows of one year do not add up to the year: a statement counts in every outlet that carried it.',
  primaryKey: ['outlet', 'period'],
  columns: [OUTLET, ...periodColumns('year'), ...YEARLY],
});

export const TOPIC_YEARS = trendTable('topic_years', 'Topics by year', {
  description:
    'One row per topic, side and year: what the statements speak of, and how. A topic moves no tone. Rows of one year do not add up to the year: a statement has any number of topics.',
  primaryKey: ['topic', 'side', 'period'],
  columns: [TOPIC, SIDE, ...periodColumns('year'), ...YEARLY],
});

export const SPEAKERS: Table<SpeakerRow> = {
  name: 'speakers',
  title: 'Speakers',
  description:
    'One row per speaker over all time, undated statements included in the counts and means, and the movement of the dated years.',
  primaryKey: ['speaker_id'],
  foreignKeys: [],
  columns: [
    ...SPEAKER_COLUMNS,
    {
      name: 'wikidata',
      type: 'string',
      description:
        "The speaker's item of Wikidata (Q7747), where the roster speakers.csv has one: https://www.wikidata.org/wiki/ and the item.",
      cell: ({ wikidata }) => wikidata,
    },
    {
      name: 'country',
      type: 'string',
      description:
        'The country that the speaker speaks or spoke for (ISO 3166-1, two letters: DE), where the roster speakers.csv tells; missing for the heads of international bodies.',
      cell: ({ country }) => country,
    },
    { name: 'first_said', type: 'string', description: 'First day, month or year of a statement.', cell: ({ group }) => group.firstSaid },
    { name: 'last_said', type: 'string', description: 'Last day, month or year of a statement.', cell: ({ group }) => group.lastSaid },
    ...STATISTIC_COLUMNS.filter((column) => column.name !== 'speakers'),
    ...movementColumns<SpeakerRow>((row) => row.series),
    ...CORRECTED_COLUMNS,
    ...correctedMovementColumns<SpeakerRow>((row) => row.series),
  ],
};

function trendTable(name: string, title: string, rest: Pick<Table<TrendRow>, 'description' | 'primaryKey' | 'columns'>): Table<TrendRow> {
  return { name, title, foreignKeys: rest.primaryKey.includes('speaker_id') ? OF_SPEAKER : [], ...rest };
}
