import { expect, test } from 'vitest';
import { decodeText } from '../../../src/stages/articles/decode.ts';

const SENTENCE = '“We’re ready — today,” he said.';
const wide = Buffer.from(SENTENCE, 'utf16le');

const ENCODINGS: readonly (readonly [string, Uint8Array])[] = [
  ['utf-8', Buffer.from(SENTENCE)],
  ['utf-8 with a mark', Buffer.from(`\ufeff${SENTENCE}`)],
  ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), wide])],
  ['utf-16be', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(wide).swap16()])],
  ['utf-16le without a mark', Buffer.from('He said it again and again. '.repeat(4), 'utf16le')],
  [
    'windows-1252',
    Buffer.from([
      0x93,
      ...Buffer.from('We'),
      0x92,
      ...Buffer.from('re ready '),
      0x97,
      ...Buffer.from(' today,'),
      0x94,
      ...Buffer.from(' he said.'),
    ]),
  ],
];

test.each(ENCODINGS)('a text is read the same from %s', (name, bytes) => {
  const expected = name.includes('without') ? 'He said it again and again. '.repeat(4) : SENTENCE;
  expect(decodeText(bytes)?.text).toBe(expected);
});

test('Russian text in windows-1251 is recognised by its letters', () => {
  const letters = [0xcf, 0xf0, 0xe5, 0xe7, 0xe8, 0xe4, 0xe5, 0xed, 0xf2];
  const bytes = Buffer.from(Array.from({ length: 5 }, () => [...letters, 0x20]).flat());
  expect(decodeText(bytes)?.text.startsWith('Президент')).toBe(true);
});

test('a file with NUL bytes is no text', () => {
  expect(decodeText(Buffer.from([0x50, 0x4b, 0, 3, 4, 0x20, 0, 1]))).toBeNull();
});
