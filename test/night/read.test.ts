import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Watch } from '../../src/night/progress.ts';
import { readInputs } from '../../src/night/read.ts';
import type { TaskFile, Threads } from '../../src/night/threads.ts';
import type { OpenDatabase } from '../../src/stages/store/database.ts';
import { tableOf } from '../../src/stages/store/table.ts';
import { emptyStore } from '../stages/store/shelves.ts';

/** Threads that make an article of every line that is not blank, with the line's first word as its title. */
const threads: Threads = {
  count: 1,
  async read(files: readonly TaskFile[]) {
    const articles = files.flatMap((file) => {
      if (!('firstLine' in file)) throw new Error('expected a piece of lines');
      return Buffer.from(file.bytes)
        .toString('utf8')
        .split('\n')
        .flatMap((line, index) => {
          const place = `line ${file.firstLine + index}`;
          if (line === '') return [];
          const title = JSON.parse(line).title as string;
          return [{ key: `${file.path} ${place}`, id: title, path: file.path, place, title, opening: '[]', background: '[]' }];
        });
    });
    return { rows: { articles: tableOf(articles), utterances: {}, problems: {} }, facts: [], rooms: {} };
  },
  score: () => Promise.reject(new Error('nothing is to be scored')),
  close: () => Promise.resolve(),
};

function watchWith(check: () => void): Watch {
  return {
    phase: () => undefined,
    check,
    progress: () => undefined,
    addRooms: () => undefined,
    onSignal: () => undefined,
  } as unknown as Watch;
}

/** More than two megabytes of JSON lines with these titles. */
function linesOf(titles: readonly string[]): string {
  return titles.map((title) => `${JSON.stringify({ title, text: 'x'.repeat(800_000) })}\n`).join('');
}

const titlesIn = async (store: OpenDatabase): Promise<unknown> =>
  (await store.all('SELECT title FROM articles ORDER BY place')).map((row) => row.title);

test('a file of lines that is written to while it is read is read again by the next night, until what is stored is what lies there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'detente-read-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'news.jsonl');
  const store = await emptyStore();
  onTestFinished(() => store.close());
  const spend = (check: () => void = () => undefined) =>
    readInputs({ store, threads, watch: watchWith(check), inputs: [{ path: 'news.jsonl', file }], reader: 'r', format: undefined });

  writeFileSync(file, linesOf(['one', 'two', 'three']));
  await spend();
  expect(await titlesIn(store)).toEqual(['one', 'two', 'three']);

  writeFileSync(file, linesOf(['one', 'two', 'THREE']));
  let checks = 0;
  await spend(() => {
    // After the input was hashed and its lines were compared, before they are read.
    checks += 1;
    if (checks === 2) writeFileSync(file, linesOf(['ONE', 'two', 'THREE']));
  });
  await spend();
  expect(await titlesIn(store)).toEqual(['ONE', 'two', 'THREE']);
  const { unchanged } = await spend();
  expect(unchanged).toBe(1);
});
