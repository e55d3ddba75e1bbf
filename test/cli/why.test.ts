import { expect, test } from 'vitest';
import { whyNot, whyRead } from '../../src/cli/why.ts';
import type { Article } from '../../src/core/model/articles.ts';
import { clippingOf } from '../stages/dates/clipping.ts';

test('one line says what an input was taken for, or why it was set aside', () => {
  const text = 'Envoys meet on the lake\n\n“We are ready,” Marta Klein said on Tuesday.';
  const { hints: _, ...rest } = clippingOf(text);
  const published = { day: '2024-03', basis: 'url', earliest: '2024-03-01', latest: '2024-03-31' };
  const article: Article = { ...rest, reader: 'html', outlet: 'Lake Courier', boilerplate: [[0, 6]], published };
  expect(whyRead(article, null)).toBe(
    'a.txt: read as html, article in en · 2024-03 by url (2024-03-01 to 2024-03-31) · Lake Courier · boilerplate: “Envoys”',
  );
  expect(whyRead({ ...article, published: null, outlet: null, boilerplate: [] }, null)).toContain(
    'undated: nothing in it tells a day · no outlet · no boilerplate',
  );
  const doubt = { path: 'a.txt', place: '', code: 'unusable date', reason: 'the date "3/5/2024" (date) can be 2024-05-03 or 2024-03-05' };
  expect(whyRead({ ...article, published: null }, doubt)).toContain(
    ' · undated: the date "3/5/2024" (date) can be 2024-05-03 or 2024-03-05 · ',
  );
  const problem = { path: 'b\n.pdf', place: '', code: 'no text layer', reason: 'the document has no letters in it' };
  expect(whyNot(problem)).toMatch(
    /^b \.pdf: set aside, no text layer \(format not read\): the document has no letters in it; advice: run text recognition/,
  );
});
