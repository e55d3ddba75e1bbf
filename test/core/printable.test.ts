import fc from 'fast-check';
import { expect, it } from 'vitest';
import { printable, printableJson, printableLine } from '../../src/core/printable.ts';

it.each([
  ['a colour of the terminal', '\u001b[31mred', '\\u{1b}[31mred'],
  ['the same in one character of C1', '\u009b31mred', '\\u{9b}31mred'],
  ['a title of the window', '\u001b]0;title\u0007', '\\u{1b}]0;title\\u{7}'],
  ['a return that would overwrite the line', 'all is well\rno', 'all is well\\u{d}no'],
  ['a mark that turns the direction of writing', 'news\u202etxt.exe', 'news\\u{202e}txt.exe'],
  ['letters of all scripts stay', 'Лавров, 王毅, Müller', 'Лавров, 王毅, Müller'],
  ['several lines stay', 'one\n\ttwo', 'one\n\ttwo'],
])('%s', (_title, text, expected) => {
  expect(printable(text)).toBe(expected);
});

it('a name with a line feed stays on one line', () => {
  expect(printableLine('a.txt\ndetente: all is well')).toBe('a.txt\\u{a}detente: all is well');
});

it('no text comes out with a control character, and printing it twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const line = printableLine(text);
      expect(/\p{Cc}|[\u2028-\u202e\u2066-\u2069]/u.test(line)).toBe(false);
      expect(printableLine(line)).toBe(line);
    }),
  );
});

it('a value as JSON is one line without them, and is read back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const line = printableJson({ text });
      expect(/\p{Cc}|[\u2028-\u202e\u2066-\u2069]/u.test(line)).toBe(false);
      expect(JSON.parse(line)).toEqual({ text });
    }),
  );
});
