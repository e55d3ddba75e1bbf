import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { clearLatest, freeStamp, previousStory, pruneRuns } from '../../src/night/run-folders.ts';

/** A folder of a job with these runs, and `latest` onto the last of them. */
function jobFolder(...runs: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'detente-runs-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const run of runs) mkdirSync(join(folder, 'runs', run), { recursive: true });
  if (runs.length > 0) symlinkSync(join('runs', runs.at(-1) ?? ''), join(folder, 'latest'));
  return folder;
}

test('a run has the name of its day, or the next one that is free', () => {
  const folder = jobFolder('2026-01-01', '2026-01-02', '2026-01-02.002');
  expect(freeStamp(folder, '2026-01-03')).toBe('2026-01-03');
  expect(freeStamp(folder, '2026-01-02')).toBe('2026-01-02.003');
});

test('the oldest runs and drafts are removed, never the one that is shown', () => {
  const folder = jobFolder('2026-01-01', '2026-01-02', '2026-01-03', '.2026-01-04');
  rmSync(join(folder, 'latest'));
  symlinkSync('runs/2026-01-01', join(folder, 'latest'));
  pruneRuns(folder, 1);
  expect(readdirSync(join(folder, 'runs'))).toEqual(['2026-01-01', '2026-01-03']);
});

test.each([
  ['cut short', '{"fallOffs": [{"outl'],
  ['something else', '[]'],
  ['empty', ''],
  ['null', 'null'],
])('a run.json that is %s says nothing, and stops no night', (_title, text) => {
  const folder = jobFolder('2026-01-01');
  writeFileSync(join(folder, 'latest', 'run.json'), text);
  expect(previousStory(folder)).toEqual({ fallOffs: [] });
});

test('the outlets that the last run found to have fallen off are told', () => {
  const folder = jobFolder('2026-01-01');
  writeFileSync(join(folder, 'latest', 'run.json'), '{"fallOffs": [{"outlet": "Harbour Ledger"}]}');
  expect(previousStory(folder)).toEqual({ fallOffs: ['Harbour Ledger'] });
});

test('where a folder stands in place of the link, it becomes a run and nothing in it is lost', () => {
  const folder = jobFolder('2026-01-01');
  rmSync(join(folder, 'latest'));
  mkdirSync(join(folder, 'latest'));
  writeFileSync(join(folder, 'latest', 'years.csv'), 'year\n');
  const kept = clearLatest(folder);
  expect(kept).toBe(join(folder, 'runs', 'latest-as-found'));
  expect(readFileSync(join(String(kept), 'years.csv'), 'utf8')).toBe('year\n');
  expect(clearLatest(folder)).toBeNull();
});
