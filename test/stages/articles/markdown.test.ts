import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isCopy } from '../../../src/core/origin.ts';
import { readMarkdown } from '../../../src/stages/articles/markdown.ts';
import { marked, readOne } from './reading.ts';

const READ: readonly (readonly [markdown: string, text: string])[] = [
  ['**Marta Klein**, the envoy, said: “We are ready.”', 'Marta Klein, the envoy, said: “We are ready.”'],
  ['“We are ready,” said **[Marta Klein](https://lake.example/klein "Klein")**.', '“We are ready,” said Marta Klein.'],
  ['“We [want](https://lake.example/a_(b)) *peace*,” said ***Marta*** Klein.', '“We want peace,” said Marta Klein.'],
  [
    '# Envoys meet\n\n“We are ready,” said [Marta Klein][1].\n\n[1]: https://lake.example/klein',
    'Envoys meet\n\n“We are ready,” said Marta Klein.\n\n',
  ],
  ['![A lake](https://lake.example/a.jpg "A lake")\n\n**They** met.', '\n\nThey met.'],
  ['[![A lake](https://lake.example/a.jpg)](https://lake.example/a) They met.', ' They met.'],
  ['Marta Klein said on Tuesday:\n\n> We are ready.\n> We said so.', 'Marta Klein said on Tuesday:\n\nWe are ready.\nWe said so.'],
  ['## What is next\n\nHe paid 5 \\$ \\* 3 \\(in all\\).', 'What is next\n\nHe paid 5 \\$ * 3 (in all).'],
  ['**They** met [[Marta Klein]] and [[people/roe|Pavel Roe]].', 'They met Marta Klein and Pavel Roe.'],
];

test.each(READ)('the signs of Markdown are left out: %s', (markdown, text) => {
  expect(readMarkdown('a.txt', { text: markdown }).text).toBe(text);
});

const KEPT = [
  'They met [on the lake] and wrote: 3 * 4 * 5 = 60, a_b_c.',
  'He took # 1 of the list, and her #talks had 3 likes.',
  '* Ann Reed took part\n* Tom Berg did not',
  '> Are you ready?\nWe are.',
  '“We [the envoys] are ready,” said Marta Klein (left).',
  'F*** them, he said, and *** was all that was printed.',
];

test.each(KEPT)('a text that is no Markdown stays as it is: %s', (text) => {
  expect(readMarkdown('a.txt', { text })).toEqual({ text });
});

test('the signs of a file that is called Markdown are read, also where they prove nothing', () => {
  expect(readMarkdown('a.md', { text: '*Envoys* meet.\n\n> We are ready.' }).text).toBe('Envoys meet.\n\nWe are ready.');
});

const PAGE = `Title: Envoys meet on the lake

URL Source: https://www.lake.example/talks

Published Time: 2024-03-05T10:00:00Z

Markdown Content:
# Envoys meet on the lake

* [Home](https://www.lake.example/)
* [Harbour plan meets resistance in the council](https://www.lake.example/harbour)

“We are ready,” said **Marta Klein**, who leads one of the delegations, on the steps of the hall.`;

test('a page that was written out as Markdown has its headline, address and day, and its menus are marked', () => {
  const clipping = readOne('a.md', PAGE);
  expect(clipping).toMatchObject({ title: 'Envoys meet on the lake', outlet: 'lake.example', url: 'https://www.lake.example/talks' });
  expect(clipping.hints[0]).toMatchObject({ kind: 'header line', value: '2024-03-05T10:00:00Z' });
  expect(marked(clipping)).toContain('* Harbour plan meets resistance in the council');
  expect(clipping.text).toContain('said Marta Klein, who');
});

test('front matter is a header as far as its fence, and an address in it is no outlet', () => {
  const text = `---\ntitle: "Envoys meet"\nsource: https://lake.example/a\npublished: 2024-03-05\ncreated: 2024-09-01\ntags:\n  - clippings\n---\nThe envoys met on the lake.`;
  const clipping = readOne('a.md', text);
  expect(clipping).toMatchObject({ title: 'Envoys meet', outlet: 'lake.example', url: 'https://lake.example/a' });
  expect(clipping.hints.filter(({ kind }) => kind === 'header line').map(({ value }) => value)).toEqual(['2024-03-05']);
  expect(marked(clipping)).toContain('- clippings');
});

test('the text of a record may be Markdown, and its offsets are those of the text that was given', () => {
  const given = 'Envoys meet.\n\n“We are ready,” said **Marta Klein** of [the lake](https://lake.example/).';
  const { text, origin } = readOne('a.jsonl', JSON.stringify({ text: given }));
  expect(text).toBe('Envoys meet.\n\n“We are ready,” said Marta Klein of the lake.');
  for (const { read, given: span } of origin ?? []) expect(text.slice(...read)).toBe(given.slice(...span));
});

test('what is read of any text is a part of it, in order', () => {
  const piece = fc.constantFrom(
    '**',
    '*',
    '_',
    '[',
    '](https://a.example)',
    '![',
    '# ',
    '> ',
    '\\',
    'word',
    ' ',
    '\n',
    '[[',
    ']]',
    '|',
    '“',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      const read = readMarkdown('a.md', { text });
      let end = 0;
      for (const stretch of read.origin ?? []) {
        expect(isCopy(stretch) && stretch.given[0] >= end).toBe(true);
        expect(read.text.slice(...stretch.read)).toBe(text.slice(...stretch.given));
        end = stretch.given[1];
      }
      for (const [start, stop] of read.marked ?? []) expect(start < stop && stop <= read.text.length).toBe(true);
    }),
  );
});
