/** The newest statements in one pass: as data of the page, and what its sections count over them. No more than some of them are held with their words. */
import type { StatementRow } from '../../../core/model/groups.ts';
import type { Trends } from '../../../core/model/trends.ts';
import { lastComparedYear, PrintedWords } from '../chosen.ts';
import { listStatement } from './listed.ts';

/** A listed statement without its words. */
export interface ListedFacts
  extends Pick<StatementRow, 'speakerId' | 'speaker' | 'side' | 'said' | 'tone' | 'path' | 'title' | 'outlet' | 'url'> {
  /** No row of the lexicon was found in it. */
  readonly isWithoutHits: boolean;
}

/** The newest statements. */
export interface Listing {
  /** The newest first. */
  readonly rows: readonly ListedFacts[];
  /** The statements as JSON in UTF-8, some in each piece, with commas between them: it cannot end a script element. */
  readonly data: readonly Uint8Array[];
  /** Id of a tone row → the words it matched most often in the last year that can be compared with the one before, and in that one. */
  readonly words: ReadonlyMap<string, string>;
}

/** Reads the newest statements to their end. */
export async function listNewest(newest: AsyncIterable<readonly StatementRow[]>, { terms }: Pick<Trends, 'terms'>): Promise<Listing> {
  const year = lastComparedYear(terms);
  const years = year === null ? [] : [String(year), String(year - 1)];
  const words = new PrintedWords();
  const rows: ListedFacts[] = [];
  const data: Uint8Array[] = [];
  for await (const batch of newest) {
    if (batch.length === 0) continue;
    for (const row of batch) {
      if (row.said !== null && years.includes(row.said.slice(0, 4))) words.add(row);
      rows.push(factsOf(row));
    }
    data.push(Buffer.from(batch.map((row) => escapeData(JSON.stringify(listStatement(row)))).join(','), 'utf8'));
  }
  return { rows, data, words: words.mostOften() };
}

function factsOf({ speakerId, speaker, side, said, tone, path, title, outlet, url, hits }: StatementRow): ListedFacts {
  return { speakerId, speaker, side, said, tone, path, title, outlet, url, isWithoutHits: hits === '[]' };
}

const ENDS_SCRIPT = /[<\u2028\u2029]/;

function escapeData(json: string): string {
  if (!ENDS_SCRIPT.test(json)) return json;
  return json.replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}
