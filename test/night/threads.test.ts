import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startThreads } from '../../src/night/threads.ts';

const settings = {
  lexicons: [],
  sides: [],
  format: undefined,
  columns: undefined,
  dateOrder: undefined,
  languages: ['en'],
  reference: '2026-11-20',
};
const worker = join(import.meta.dirname, '..', 'fixtures', 'worker.js');

async function readNames(names: readonly string[], deadline = 2) {
  const threads = startThreads({ threads: 1, deadline, settings, worker });
  try {
    const { rows } = await threads.read(names.map((path) => ({ path, file: path })));
    const { articles, problems } = rows;
    return { articles: articles.key ?? [], problems: (problems.path ?? []).map((path, row) => [path, problems.code?.[row]]) };
  } finally {
    await threads.close();
  }
}

it('an article over which a thread hangs costs that article, not its batch', async () => {
  expect(await readNames(['a', 'hang', 'b'])).toEqual({ articles: ['a', 'b'], problems: [['hang', 'too slow']] });
});

it('a file that cannot be opened in time costs that file', async () => {
  expect(await readNames(['stuck', 'a'])).toEqual({ articles: ['a'], problems: [['stuck', 'too slow']] });
});

it('an article that eats all memory costs that article', async () => {
  const { articles, problems } = await readNames(['a', 'eat', 'b'], 60);
  expect(articles).toEqual(['a', 'b']);
  expect(problems).toEqual([['eat', 'too large']]);
});

it('a thread that has read much gives way to a new one, and no more are started than there is work for', async () => {
  const threads = startThreads({ threads: 4, deadline: 20, settings, worker, life: 25 });
  const ids: unknown[] = [];
  for (let batch = 0; batch < 7; batch++) ids.push((await threads.read([{ path: 'who', file: 'who' }])).rows.articles.key?.[0]);
  await threads.close();
  expect(ids.map((id) => [...new Set(ids)].indexOf(id))).toEqual([0, 0, 0, 1, 1, 1, 2]);
});

it('threads that are closed take no more work, and what waits for them ends', async () => {
  const threads = startThreads({ threads: 1, deadline: 60, settings, worker });
  const reading = ['hang', 'a'].map((path) =>
    threads.read([{ path, file: path }]).then(
      () => 'read',
      () => 'ended',
    ),
  );
  await threads.close();
  expect(await Promise.all(reading)).toEqual(['ended', 'ended']);
});
