import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeNumbers, inspectPart, placePart, readStory } from '../../../src/night/shards/parts.ts';
import { temporaryFolder } from '../nights.ts';

const told = { plan: 'p', from: '', counts: { articles: 1 } };

/** A part of one file with this text. */
const place = (path: string, text: string, plan = 'p') =>
  placePart({
    ...told,
    plan,
    path,
    write: async (folder) => {
      writeFileSync(join(folder, 'rows'), text);
      return ['rows'];
    },
  });

describe('a part', () => {
  it('appears whole, with the hash of each file, and leaves nothing beside it', async () => {
    const path = join(temporaryFolder(), 'parts', '0003');
    expect(await place(path, 'one')).toBe('placed');
    expect(await inspectPart(path)).toMatchObject({ ...told, files: { rows: { size: 3 } } });
    expect(readdirSync(join(path, '..'))).toEqual(['0003']);
  });

  it('that another try was first to make stays as it is', async () => {
    const path = join(temporaryFolder(), 'parts', '0003');
    await place(path, 'one');
    expect(await place(path, 'two')).toBe('there already');
    expect(await inspectPart(path)).not.toBeNull();
    expect(readdirSync(join(path, '..'))).toEqual(['0003']);
  });

  it('of two tries at once is made by one of them, and both end well', async () => {
    const path = join(temporaryFolder(), 'parts', '0003');
    expect((await Promise.all([place(path, 'one'), place(path, 'one')])).sort()).toEqual(['placed', 'there already']);
  });

  it('of another plan gives way', async () => {
    const path = join(temporaryFolder(), 'parts', '0003');
    await place(path, 'one', 'another plan');
    expect(await place(path, 'one')).toBe('placed');
    expect(readStory(path)?.plan).toBe('p');
  });

  it.each([
    ['a file is gone', (path: string) => rmSync(join(path, 'rows'))],
    ['a file is cut short', (path: string) => writeFileSync(join(path, 'rows'), 'on')],
    ['a byte has changed', (path: string) => writeFileSync(join(path, 'rows'), 'onE')],
    ['its list is cut short', (path: string) => writeFileSync(join(path, 'part.json'), '{"plan":')],
  ])('is not taken for whole, and is made anew, where %s', async (_title, damage) => {
    const path = join(temporaryFolder(), 'parts', '0003');
    await place(path, 'one');
    damage(path);
    expect(await inspectPart(path)).toBeNull();
    expect(await place(path, 'one')).toBe('placed');
    expect(await inspectPart(path)).not.toBeNull();
  });

  it('whose making fails is not there, and neither is its draft', async () => {
    const path = join(temporaryFolder(), 'parts', '0003');
    const failing = placePart({ ...told, path, write: () => Promise.reject(new Error('no space')) });
    await expect(failing).rejects.toThrow('no space');
    expect(readdirSync(join(path, '..'))).toEqual([]);
  });
});

it.each([
  [[], ''],
  [[4], '4'],
  [[0, 1, 2, 5, 7, 8], '0-2,5,7-8'],
])('the numbers %j are written as "%s"', (numbers, expected) => {
  expect(describeNumbers(numbers)).toBe(expected);
});
