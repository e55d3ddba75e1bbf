/** One way in: what `extract` finds in a folder of odd inputs is what a night stores. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { openDatabase } from '../../src/stages/store/database.ts';
import { zipOf } from '../stages/articles/packing/zip-of.ts';
import { detente, temporaryFolder, writeJob } from './nights.ts';

const said = (what: string, who: string): string => `“${what},” said ${who}, a US senator.`;
const ODD: Readonly<Record<string, string | Uint8Array>> = {
  '2024-01-02-possessives.txt': `Hathaway’s, not the ministry’s, plan stands.\n\n${said('Hathaway’s plan isn’t dead', 'Ellen Hathaway')} The ministry’s answer came late.\n`,
  '2024-01-03-empty.txt': '',
  '2024-01-04-binary.txt': Uint8Array.from([0, 1, 2, 0, 255, 254, 0]),
  '2024-01-05-german.txt':
    'Die Regierung hat am Montag erklärt, dass sie die Gespräche über die Verträge fortsetzen will, sagte der Sprecher des Ministeriums vor der Presse in der Hauptstadt.\n',
  'lines.jsonl': `${JSON.stringify({ id: 'l1', date: '2024-01-06', text: said('We trust the talks', 'Ellen Hathaway') })}\nnot json\n${JSON.stringify({ text: '' })}\n`,
  'page.html': `<html><head><title>Talks</title><meta property="article:published_time" content="2024-01-07"></head><body><nav>Home News</nav><article><h1>Talks</h1><p>${said('Russia will keep its word', 'Marc Teller')} The session in the capital lasted for three hours and ended without a paper, officials of both delegations told reporters.</p></article></body></html>`,
  'old.txt.gz': gzipSync(`January 8, 2024\n\n${said('Pressure on Russia must go on', 'Marc Teller')}\n`),
  'twins.zip': zipOf([
    ['a.txt', Buffer.from(`January 9, 2024\n\n${said('We are ready to talk', 'Ellen Hathaway')}\n`)],
    ['a.txt', Buffer.from(`January 10, 2024\n\n${said('We are not ready to talk', 'Marc Teller')}\n`)],
  ]),
};

it('extract and a night give the same statements, the same speakers and days, and set the same inputs aside', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'articles'));
  for (const [name, content] of Object.entries(ODD)) writeFileSync(join(folder, 'articles', name), content);
  const job = writeJob(folder, ['maxProblems: 1']);
  const extracted = detente(['extract', '--job', job, join(folder, 'articles')]);
  expect(detente(['run', job, '--quiet', '--date', '2026-01-15']).code).toBe(3);

  const lines = extracted.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const store = await openDatabase(join(folder, 'out', 'desk', 'store', 'detente.duckdb'), { memory: '200MB', threads: 1, spill: folder });
  const stored = await store.all(
    'SELECT a.id AS article, u.text, u.spans, u.speaker, u.side, u.kind, u.cue, u.rule, CAST(u.said AS VARCHAR) AS said FROM utterances u JOIN articles a ON a.key = u.article_key',
  );
  const aside = await store.all('SELECT path, place, code FROM problems');
  store.close();
  const comparable = (rows: readonly Readonly<Record<string, unknown>>[]) =>
    rows
      .map(({ article, text, spans, speaker, side, kind, cue, rule, said: day }) =>
        JSON.stringify([article, text, typeof spans === 'string' ? JSON.parse(spans) : spans, speaker, side, kind, cue, rule, day]),
      )
      .sort();
  expect(lines.length).toBeGreaterThanOrEqual(6);
  expect(comparable(stored)).toEqual(comparable(lines));
  expect(aside.map(({ code }) => code).sort()).toEqual(
    [...extracted.err.matchAll(/set aside .*?: (.*)$/gm)].map(([, reason = '']) => codeOf(reason)).sort(),
  );
});

function codeOf(reason: string): string {
  if (/language/.test(reason)) return 'other language';
  if (/empty/.test(reason)) return 'empty';
  if (/binary/.test(reason)) return 'not text';
  if (/not JSON/.test(reason)) return 'bad json';
  return /no text/.test(reason) ? 'empty' : reason;
}
