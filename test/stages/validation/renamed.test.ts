import { expect, test } from 'vitest';
import type { WordedStatement } from '../../../src/core/model/trends.ts';
import { type Design, hashWords } from '../../../src/stages/validation/design.ts';
import { findRenamed, speakersOf } from '../../../src/stages/validation/renamed.ts';
import { type CodedRow, NOBODY, UNDATED } from '../../../src/stages/validation/sheet.ts';

const WORDS = 'We cannot go on like this.';
const answers = { is_statement: true, speaker_right: true, about_relations: true, date_right: true, tone: -1, note: '' };
const row = (id: string, who: string, when: string): CodedRow => ({ id, who, when, coder: 'ann', answers });
const drawn = (text: string) => ({ draw: 1, coders: ['ann'], probability: 0.5, words: hashWords(text) });
const designOf = (texts: Readonly<Record<string, string>>): Design => ({
  version: 1,
  job: 'demo',
  draws: [],
  statements: Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, drawn(text)])),
});
const now = (id: string, changes: Partial<WordedStatement> = {}): WordedStatement => ({
  id,
  speaker: 'Ada Bell',
  said: '2024-03-05',
  text: WORDS,
  ...changes,
});

const design = designOf({ old: WORDS, kept: WORDS });
test.each<[about: string, statements: readonly WordedStatement[], expected: readonly (readonly [string, string])[]]>([
  ['the same words, speaker and day under another id', [now('new')], [['old', 'new']]],
  ['other white space in the words', [now('new', { text: 'We cannot  go on\nlike this.' })], [['old', 'new']]],
  ['other words', [now('new', { text: 'We can not go on like this.' })], []],
  ['another speaker', [now('new', { speaker: 'Oleg Tarn' })], []],
  ['another day', [now('new', { said: '2024-03-06' })], []],
  ['no day any more', [now('new', { said: null })], []],
  ['two that fit', [now('new'), now('newer')], []],
  ['one that is in the sample itself', [now('kept')], []],
  ['one that is in the sample itself, and one that is not', [now('kept'), now('new')], [['old', 'new']]],
  ['its own id in the store after all', [now('old'), now('new')], []],
])('a coded statement that is not in the store, and %s', (_, statements, expected) => {
  expect([...findRenamed([row('old', 'Ada Bell', '2024-03-05')], design, statements)]).toEqual(expected);
});

test('a statement of nobody, without a day, is known by what the sheet shows in their place', () => {
  const rows = [row('old', NOBODY, UNDATED)];
  expect(speakersOf(rows)).toEqual([null]);
  expect([...findRenamed(rows, design, [now('new', { speaker: null, said: null })])]).toEqual([['old', 'new']]);
});

test('a row of a sheet without its column `who`, or of no sample, finds nothing', () => {
  expect(speakersOf([row('old', '', '')])).toEqual([]);
  expect(findRenamed([row('old', '', ''), row('none', 'Ada Bell', '2024-03-05')], design, [now('new')]).size).toBe(0);
});
