import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { detente, heldFolder, readPublished } from '../nights.ts';

// Each command is a process of its own; a busy machine takes its time.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const DAY = ['--date', '2026-01-15'];
const folder = heldFolder();
const articles = join(folder, 'articles');
const plan = join(folder, 'plan');
const latest = (output: string): string => join(folder, output, 'nightly', 'latest');
const said = [
  '“We are ready to return to the talks on arms control before the winter,” Ada Bell, a US senator, said.',
  '“Nothing will come of threats against a neighbour like us,” Boris Chern, the Russian deputy foreign minister, said.',
];

/** Two files of text that print the same words, one that cannot be read, and JSON lines that are large enough to be cut into ranges. */
function writeArticles(): void {
  mkdirSync(articles);
  for (const outlet of ['harbor-ledger', 'plains-tribune'])
    writeFileSync(join(articles, `2025-02-19-${outlet}.txt`), `Talks\n\n${said.join('\n\n')}\n`);
  writeFileSync(join(articles, 'picture.txt'), Buffer.from([0, 1, 2, 3, 0, 255]));
  const filler = 'x'.repeat(60_000);
  for (let number = 0; number < 40; number++) {
    const record = {
      id: `a${number}`,
      date: `2024-03-${10 + (number % 9)}`,
      source: 'Wire',
      filler,
      text: `${said[number % 2]} Case ${number}.`,
    };
    appendFileSync(join(articles, 'wire.jsonl'), number === 7 ? `{"broken\n` : `${JSON.stringify(record)}\n`);
  }
}

beforeAll(() => {
  writeArticles();
  expect(detente(['run', '--input', articles, '--output', join(folder, 'one'), '--threads', '1', ...DAY]).code).toBe(3);
  const words = ['--input', articles, '--output', join(folder, 'many'), '--shards', '3', '--buckets', '2', '--out', plan, ...DAY];
  expect(detente(['plan', ...words])).toMatchObject({ code: 0, err: '' });
});

describe('a run in shards', () => {
  it('cuts a large file of lines between shards', () => {
    const lists = readdirSync(join(plan, 'shards')).map((name) => readFileSync(join(plan, 'shards', name), 'utf8'));
    expect(lists.filter((list) => list.includes('wire.jsonl')).length).toBeGreaterThan(1);
  });

  it('is not finished, and says what is missing, before all parts are there', () => {
    const { code, err } = detente(['finish', plan]);
    expect([code, err]).toEqual([5, expect.stringContaining('3 of 3 shards are missing or damaged: 0-2')]);
    expect(detente(['reduce', plan, '--bucket', '1']).code).toBe(5);
  });

  it('publishes the same bytes as one night, whatever the order, with a part that was lost and made again', () => {
    expect(detente(['map', plan], { SLURM_ARRAY_TASK_ID: '2' })).toMatchObject({ code: 0, out: expect.stringContaining('shard 2 of 3') });
    expect(detente(['map', plan, '--only', '0,1'], { JOB_COMPLETION_INDEX: '1' }).out).toContain('shard 1 of 3');
    rmSync(join(plan, 'parts', '0002', 'articles.parquet'));
    const { code, err } = detente(['submit', plan, '--engine', 'local', '--workers', '1']);
    expect([code, err]).toEqual([3, expect.stringContaining('set aside')]);
    expect(readPublished(latest('many'))).toEqual(readPublished(latest('one')));
  });

  it('is nothing new to whoever makes a part again', () => {
    expect(detente(['map', plan, '--shard', '0']).out).toContain('(there already)');
  });

  it('leaves a store from which a night goes on: it reads nothing that a shard has read, and publishes the same bytes', () => {
    const published = readPublished(latest('many'));
    detente(['run', '--input', articles, '--output', join(folder, 'many'), '--threads', '1', ...DAY]);
    const { inputs } = JSON.parse(readFileSync(join(latest('many'), 'run.json'), 'utf8'));
    // The plan's own run.json tells of four inputs that were read; a night that read any would have written another one.
    expect(inputs).toMatchObject({ read: 4, unchanged: 0 });
    expect(readPublished(latest('many'))).toEqual(published);
  });

  it('refuses an output folder whose store holds what others have read', () => {
    cpSync(plan, join(folder, 'copy'), { recursive: true });
    const { output } = JSON.parse(readFileSync(join(plan, 'plan.json'), 'utf8'));
    const file = join(folder, 'copy', 'plan.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace(output, join(folder, 'one', 'nightly')));
    expect(detente(['finish', join(folder, 'copy')])).toMatchObject({
      code: 2,
      err: expect.stringContaining('holds what other runs have read'),
    });
  });

  it('refuses an input that has changed since the plan was made, and tries again one that is gone', () => {
    rmSync(join(plan, 'parts'), { recursive: true });
    appendFileSync(join(articles, '2025-02-19-harbor-ledger.txt'), 'More.\n');
    expect(detente(['map', plan, '--shard', '0'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('changed since the plan was made'),
    });
    rmSync(join(articles, '2025-02-19-harbor-ledger.txt'));
    expect(detente(['map', plan, '--shard', '0'])).toMatchObject({ code: 75, err: expect.stringContaining('cannot be read here') });
  });
});

describe('a plan', () => {
  it('refuses a lexicon copy that was edited', () => {
    const [name = ''] = readdirSync(join(plan, 'lexicons'));
    appendFileSync(join(plan, 'lexicons', name), '\n');
    expect(detente(['finish', plan])).toMatchObject({ code: 2, err: expect.stringContaining('changed since the plan was made') });
  });

  it('is not written over another one', () => {
    const words = ['--input', articles, '--output', join(folder, 'many'), '--shards', '2', '--out', plan, ...DAY];
    expect(detente(['plan', ...words])).toMatchObject({ code: 2, err: expect.stringContaining('holds another plan') });
  });

  it('reads the names of inputs from a list, and takes no object store for a folder', () => {
    const list = join(folder, 'list');
    writeFileSync(list, `${join(articles, '2025-02-19-plains-tribune.txt')}\n`);
    const words = ['--files-from', list, '--shards', '2', '--output', folder, ...DAY];
    expect(detente(['plan', ...words, '--out', join(folder, 'listed')]).out).toMatch(/^1 input, /);
    expect(detente(['plan', ...words, '--out', 's3://bucket/plan'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('an object store'),
    });
  });
});
