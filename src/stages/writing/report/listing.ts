/** The newest statements in one pass: as data of the page, and what its sections count over them. No more than some of them are held with their words. */
import type { StatementRow } from '../../../core/model/groups.ts';
import type { Trends } from '../../../core/model/trends.ts';
import { lastComparedYear, PrintedWords } from '../chosen.ts';
import type { ListedFacts, Listing } from '../listed-facts.ts';
import { listStatement } from './listed.ts';

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
