/** statements.csv, which the database writes (csv-lines.ts) from a relation with these columns (store/published.ts). */
import { COUNT, type Column, type Constraints, REQUIRED, type Table, TONE } from './column.ts';

type Described = readonly [name: string, type: Column<never>['type'], description: string, constraints?: Constraints];

const LABELS: Constraints = { enum: ['negative', 'neutral', 'positive'] };

const DESCRIBED: readonly Described[] = [
  [
    'id',
    'string',
    'The statement: made from speaker, day and words, so it stays the same from run to run.',
    { required: true, unique: true },
  ],
  ['speaker_id', 'string', 'The speaker, as in speakers.csv. Missing where the text names nobody.'],
  ['speaker', 'string', "The speaker's name."],
  [
    'side',
    'string',
    "One of the job's sides, or other: a third country. Missing where nobody is named, and where neither the article nor speakers.csv tells.",
  ],
  ['role', 'string', 'official, former official, candidate, institution, expert, media or other, on the day of the article.'],
  ['joint_ids', 'string', 'Ids of those who said it together with the speaker, separated by |; it counts for each of them.'],
  ['said', 'string', 'When it was said, as exactly as the text tells: 2018-12-22, 2018-12 or 2018. Missing where undated.'],
  [
    'said_basis',
    'string',
    'How that is known: text, entry (the day of its entry in a live blog) or published (for want of better, the day of publication).',
  ],
  ['said_earliest', 'date', 'First day it can have been said on.'],
  ['said_latest', 'date', 'Last day it can have been said on.'],
  ['year', 'integer', 'Year it was said in.'],
  ['kind', 'string', 'direct, mixed, indirect, post, turn (of a transcript) or headline.', REQUIRED],
  ['text', 'string', 'The words, as printed where they first appeared.', REQUIRED],
  ['passage', 'string', 'What was scored, where that is more than the words: a part of a sentence is read within its clause.'],
  ['relevant', 'boolean', 'Whether it is about relations between the two sides. What is not has no tone.', REQUIRED],
  ['relevance', 'string', 'Why it is or is not relevant.'],
  ['tone', 'number', 'Tone toward cooperation: -1 hostile, 1 cooperative. Missing where not relevant; never 0 for want of a score.', TONE],
  ['label', 'string', 'negative, neutral or positive. Missing where not relevant.', LABELS],
  ['sentiment', 'number', 'General sentiment (AFINN) of the same words, for contrast.', { ...TONE, required: true }],
  ['articles', 'integer', 'Articles that carry it: its reach.', COUNT],
  ['outlets', 'integer', 'Named outlets that carry it.', COUNT],
  ['article', 'string', 'The article in which it first appeared; the columns that follow are about that one.', REQUIRED],
  ['outlet', 'string', 'Its outlet.'],
  ['title', 'string', 'Its title.'],
  ['url', 'string', 'Its address.'],
  ['path', 'string', 'The input file.', REQUIRED],
  ['published', 'string', 'When it was published: 2018-12-22, 2018-12 or 2018.'],
  ['published_basis', 'string', 'How that is known.'],
  [
    'spans',
    'array',
    "Where the words stand in the article's text as it was given: [[start, end], ...] in UTF-16 code units, end exclusive.",
    REQUIRED,
  ],
  ['mention', 'string', 'The words that name the source.'],
  ['mention_span', 'array', 'Where they stand.'],
  ['via', 'string', 'Who carried the words to the outlet: Interfax in "Interfax quoted X as saying".'],
  ['cue', 'string', 'The words of saying.'],
  ['rule', 'string', 'The rule that decided who spoke.', REQUIRED],
  [
    'certainty',
    'string',
    'known: named at the cue. implied: by pronoun, role or running speaker, or known only from what somebody else says of it.',
    { required: true, enum: ['known', 'implied'] },
  ],
  ['hits', 'integer', 'Rows of the lexicon that weigh in it; 0 means a tone of 0 for want of evidence.', COUNT],
  [
    'about',
    'string',
    'Whom the weighing hits are about, seen from the speaker: other side, relation, own side, shared third party, third party, nobody; with a semicolon between. Missing where none weighs.',
  ],
  ['topics', 'string', 'What it speaks of: ids of topics.csv with a blank between. Topics move no tone. Missing where there are none.'],
  [
    'terms',
    'string',
    'The hits that made the score: words as printed, the id of the lexicon row in brackets, and the points after all modifiers.',
  ],
  [
    'corrections',
    'string',
    "What a person has set right in this row (the job's corrections.csv): field, value, who and why. Missing where nothing was.",
  ],
];

/** Columns whose unit is not plain from their type. */
const UNITS: Readonly<Record<string, string>> = { tone: 'tone', sentiment: 'tone', articles: 'articles', outlets: 'outlets', hits: 'hits' };

/** Its columns are found by name in what the database lists, so they need no cells. */
export const STATEMENTS: Table<never> = {
  name: 'statements',
  title: 'Statements',
  description: 'One row per distinct statement, by the day it was said. statements.parquet holds the same columns with text unescaped.',
  primaryKey: ['id'],
  foreignKeys: [{ fields: 'speaker_id', table: 'speakers', reference: 'speaker_id' }],
  columns: DESCRIBED.map(([name, type, description, constraints]) => ({
    ...{ name, type, description, ...(constraints && { constraints }) },
    ...(UNITS[name] !== undefined && { unit: UNITS[name] }),
    cell: () => null,
  })),
};
