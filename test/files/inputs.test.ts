import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readBytes } from '../../src/files/disk/read.ts';
import { expandInput, listInputs } from '../../src/files/inputs.ts';

/** A folder with files of these names; a name with an arrow is a link, one that ends with a bar a named pipe. */
function folderOf(...names: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'detente-inputs-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of names) {
    const [path = '', target] = name.split(' -> ');
    mkdirSync(join(folder, path, '..'), { recursive: true });
    if (target !== undefined) symlinkSync(target, join(folder, path));
    else if (path.endsWith('|')) execFileSync('mkfifo', [join(folder, path)]);
    else writeFileSync(join(folder, path), path);
  }
  return folder;
}

const cases: readonly (readonly [title: string, files: readonly string[], names: readonly string[], expected: readonly string[]])[] = [
  [
    'a folder gives all files below it, in code point order',
    ['in/b.txt', 'in/B.txt', 'in/a/c.txt'],
    ['in'],
    ['in/B.txt', 'in/a/c.txt', 'in/b.txt'],
  ],
  ['hidden files and folders are left out', ['in/.git/a.txt', 'in/.b.txt', 'in/c.txt'], ['in'], ['in/c.txt']],
  ['a folder and a glob that meet the same file give it once', ['in/a.txt', 'in/b.txt'], ['in', 'in/*.txt'], ['in/a.txt', 'in/b.txt']],
  ['a glob begins at the job, not at the working folder', ['in/a.txt', 'in/b.html'], ['in/*.txt'], ['in/a.txt']],
  ['a linked file is an input', ['in/a.txt -> ../store/a.txt', 'store/a.txt'], ['in'], ['in/a.txt']],
  ['a file that is linked twice is one input, under its first path', ['in/b.txt', 'in/a.txt -> b.txt'], ['in'], ['in/a.txt']],
  ['a linked folder is followed', ['in/more -> ../store', 'store/a.txt'], ['in'], ['in/more/a.txt']],
  ['links that go round are followed once', ['in/a.txt', 'in/again -> .', 'in/x/up -> ..'], ['in'], ['in/a.txt']],
  [
    'a broken link is listed, so that whoever reads it says so',
    ['in/a.txt', 'in/gone.txt -> nowhere.txt'],
    ['in'],
    ['in/a.txt', 'in/gone.txt'],
  ],
  ['a named pipe is listed and never opened', ['in/a.txt', 'in/pipe|'], ['in', 'in/*'], ['in/a.txt', 'in/pipe|']],
  [
    'what detente wrote into the inputs is none',
    ['in/a.txt', 'in/out/job/latest/years.csv', 'in/out/other.txt'],
    ['in'],
    ['in/a.txt', 'in/out/other.txt'],
  ],
  ['a folder whose name looks like a glob is a folder', ['in [2024]/a.txt'], ['in [2024]'], ['in [2024]/a.txt']],
];

test.each(cases)('%s', (_title, files, names, expected) => {
  const folder = folderOf(...files);
  expect(listInputs(names, folder, join(folder, 'in/out/job'))).toEqual({
    inputs: expected.map((path) => ({ path, file: join(folder, path) })),
    missing: [],
  });
});

test('a name behind which there is nothing is told', () => {
  const folder = folderOf('in/a.txt');
  mkdirSync(join(folder, 'empty'));
  expect(listInputs(['in', 'none', 'empty', '*.html'], folder).missing).toEqual(['none', 'empty', '*.html']);
});

test('an absolute name gives absolute paths', () => {
  const folder = folderOf('in/a.txt');
  expect(expandInput(join(folder, 'in'))).toEqual([join(folder, 'in/a.txt')]);
  expect(listInputs([join(folder, 'in')], '/').inputs).toEqual([{ path: join(folder, 'in/a.txt'), file: join(folder, 'in/a.txt') }]);
});

test.each([
  ['in/pipe|', 'a pipe, socket or device, expected a file'],
  ['in/gone.txt -> nowhere.txt', 'no such file or folder'],
  ['in/round.txt -> round.txt', /ELOOP|too many/i],
  ['folder/a.txt', 'a folder, expected a file'],
] as const)('%s is not read: %s', (name, reason) => {
  const folder = folderOf(name);
  const path = name.startsWith('folder') ? 'folder' : (name.split(' -> ')[0] ?? '');
  expect(readBytes(join(folder, path), 1000)).toEqual({ error: typeof reason === 'string' ? reason : expect.stringMatching(reason) });
});
