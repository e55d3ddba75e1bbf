import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isRemembered, memoryFolder, remember } from '../../src/files/remembered.ts';

let root: string;
let folder: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'detente-'));
  folder = join(root, 'cache', 'right');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

it('knows the names that were kept and no other, also before anything was', () => {
  expect(isRemembered('one', folder)).toBe(false);
  remember('one', folder);
  remember('one', folder);
  expect([isRemembered('one', folder), isRemembered('two', folder)]).toEqual([true, false]);
});

it('keeps few names: old ones go before there are many', () => {
  for (let number = 0; number < 200; number++) remember(`edition-${number}`, folder);
  expect(readdirSync(folder).length).toBeLessThanOrEqual(64);
  expect(isRemembered('edition-199', folder)).toBe(true);
});

it('takes a file of that name, as a stranger may have left it, for nothing that was kept', () => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'one'), 'torn');
  expect(isRemembered('one', folder)).toBe(false);
  remember('one', folder);
  expect(isRemembered('one', folder)).toBe(false);
});

it('where nothing can be written nothing is kept, and nobody is troubled', () => {
  writeFileSync(join(root, 'cache'), 'a file where a folder would stand');
  remember('one', folder);
  expect(isRemembered('one', folder)).toBe(false);
  const closed = join(root, 'closed');
  mkdirSync(closed);
  chmodSync(closed, 0o500);
  expect(() => remember('one', join(closed, 'right'))).not.toThrow();
});

it.each([
  [{ XDG_CACHE_HOME: '/somewhere' }, /^\/somewhere\/detente\/right$/],
  [{ XDG_CACHE_HOME: 'relative' }, /[\\/]\.cache[\\/]detente[\\/]right$/],
  [{}, /[\\/]\.cache[\\/]detente[\\/]right$/],
])('with %o names are kept in %s', (environment, expected) => {
  expect(memoryFolder(environment)).toMatch(expected);
});
