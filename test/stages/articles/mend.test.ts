import { expect, test } from 'vitest';
import { isGarbled, mendText } from '../../../src/stages/articles/mend.ts';

const MENDED: readonly (readonly [text: string, expected: string])[] = [
  ['We don&rsquo;t agree, &#8220;not yet&#8221;', 'We don’t agree, “not yet”'],
  ['&#147;We don&#146;t&#148;', '“We don’t”'],
  ['AT&amp;T and &amp;ldquo;talks&amp;rdquo;', 'AT&T and “talks”'],
  ['\u0093We don\u0092t\u0094', '“We don’t”'],
  ['â€œWe donâ€™tâ€\u009d agree', '“We don’t” agree'],
  ['â€œWe agree,â€ she said', '“We agree,” she said'],
  ['Ã¢â‚¬Å“talksÃ¢â‚¬\u009d', '“talks”'],
  ['JosÃ© paid Â£5', 'José paid £5'],
  // One letter inside of a name is enough.
  ['Emre KaraoÄŸlu spoke', 'Emre Karaoğlu spoke'],
  ['Ivo BariÄ‡ and MiloÅ¡ Lund', 'Ivo Barić and Miloš Lund'],
  ['ÐœÑ‹ Ð·Ð° Ð¼Ð¸Ñ€', 'Мы за мир'],
  ['co\u00adop\u00ader\u00adate with Har\u00adlow', 'cooperate with Harlow'],
  ['Neil\u200b Har\u2060low\ufeff', 'Neil Harlow'],
  ['\u200e“Talks”\u200f \u202aresume\u202c', '“Talks” resume'],
  ['Russia\u0000 and\u0007', 'Russia and'],
  ['\ud83d talks \udc00', ' talks '],
  ['Jose\u0301', 'José'],
  ['the ﬁrst oﬀer of the oﬃce', 'the first offer of the office'],
];

test.each(MENDED)('%j is mended', (text, expected) => {
  expect(mendText(text)).toBe(expected);
});

const KEPT: readonly string[] = [
  'plain words, “marks” and naïve façades',
  'R&D; at Q&A, a&b',
  'CAFÉ™ and ÂNE, âge, Ãomar',
  'MÄŸN and Äž, Ålesund',
  'family 👨\u200d👩\u200d👧 and 😀',
  'Мы за мир, Łódź, Ђорђе, 日本',
  'first\n\tsecond\r\nthird',
];

test.each(KEPT)('%j stays as it is', (text) => {
  expect(mendText(text)).toBe(text);
});

test('two lost characters make a text garbled, one does not', () => {
  expect([isGarbled('\ufffdWe agree,\ufffd she said'), isGarbled('caf\ufffd'), isGarbled('café')]).toEqual([true, false, false]);
});
