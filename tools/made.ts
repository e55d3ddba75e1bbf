/** A made-up run, published into a folder, to be looked at and attacked. */
import { join } from 'node:path';
import { HOSTILE_FORMULAS, HOSTILE_MARKUP } from '../checks/attacks.ts';
import { writeFiles } from '../src/night/publish.ts';
import { openDatabase } from '../src/stages/store/database.ts';
import { GENERATE } from './statements.ts';

const TOPICS = [
  { id: 'arms-control', name: 'Arms control' },
  { id: 'sanctions', name: 'Sanctions' },
  { id: 'ukraine', name: 'Ukraine' },
];

export interface MadeOptions {
  /** Titles, names, addresses, words and reasons are attacks. */
  readonly isHostile: boolean;
  readonly count?: number;
}

/** Publishes the run and returns the path of its page. */
export async function makePage(folder: string, { isHostile, count = 3000 }: MadeOptions): Promise<string> {
  const database = await openDatabase(':memory:');
  await database.run(GENERATE.replaceAll('$COUNT', String(count)));
  if (isHostile) await database.run(attacks());
  const lexicons = [{ path: 'lexicons/us-russia/tone.csv', rows: 1500, sha256: 'ab'.repeat(32) }];
  const versions = { detente: '0.1.0', 'wink-nlp': '2.4.0', sentiment: '5.0.2' };
  const facts = {
    job: 'sample',
    title: 'US–Russia tone',
    date: '2026-01-02',
    sides: ['US', 'Russia'],
    versions,
    lexicons,
    topics: TOPICS,
    lexiconEffect: null,
  };
  await writeFiles({ store: database, folder, facts, excel: false });
  database.close();
  return join(folder, 'report.html');
}

function attacks(): string {
  const quoted = [...HOSTILE_MARKUP, ...HOSTILE_FORMULAS].map(
    (text) => `'${text.replaceAll("'", "''").replaceAll('\u0000', "' || chr(0) || '")}'`,
  );
  const one = (seed: string) => `attacks[(1 + hash(${seed}) % ${quoted.length})::INTEGER]`;
  return `
CREATE TEMP TABLE hostile AS SELECT [${quoted.join(', ')}] AS attacks;
UPDATE statements SET speaker = ${one("speaker_id || 'a'")}, text = ${one("id || 'b'")}, passage = ${one("id || 'b'")}, relevance = ${one("id || 'c'")},
  role = ${one("id || 'd'")} FROM hostile;
UPDATE articles SET title = ${one("key || 'e'")}, url = ${one("key || 'f'")}, outlet = ${one("outlet || 'g'")} FROM hostile;
UPDATE appearances SET mention = ${one("statement_id || 'h'")}, cue = ${one("statement_id || 'i'")} FROM hostile;
UPDATE statements SET hits = replace(hits, '"term ', '"=</script>');
UPDATE problems SET path = ${one("path || 'j'")}, reason = ${one("path || 'k'")} FROM hostile`;
}
