import { describe, expect, test } from 'vitest';
import { isAttributed } from '../../../../src/stages/articles/pages/quoted.ts';
import { marked, readOne } from '../reading.ts';

const TITLE = 'Envoys meet on the lake for talks';
const FILL = 'The two delegations sat together for three hours in a hotel by the water, and aides of both called the mood businesslike.';
const page = (inner: string): string =>
  `<!doctype html><html lang="en"><head><title>${TITLE}</title></head><body><article><h1>${TITLE}</h1><p>${FILL}</p>${inner}<p>${FILL} They are to meet again.</p></article></body></html>`;

/** What a page, and a feed's item with the same markup, hold between the two paragraphs of the story. */
function inside(inner: string): readonly string[] {
  const { text, paragraphs } = readOne('a.html', page(inner));
  return paragraphs.map((span) => text.slice(...span)).slice(2, -1);
}

function ofItem(inner: string): readonly string[] {
  const item = `<rss version="2.0"><channel><title>Lake Courier</title><item><title>${TITLE}</title><description><![CDATA[<p>${FILL}</p>${inner}<p>${FILL} They are to meet again.</p>]]></description></item></channel></rss>`;
  const { text, paragraphs } = readOne('a.xml', item);
  const texts = paragraphs.map((span) => text.slice(...span));
  return texts.slice(texts.indexOf(FILL) + 1, -1);
}

const CAPTIONS: readonly (readonly [caption: string, kept: string | null])[] = [
  [
    '“We trust them and will sign,” said Marta Klein, the envoy. Photo: Agency',
    '“We trust them and will sign,” said Marta Klein, the envoy.',
  ],
  [
    'The hotel on the lake. Marta Klein said: “We trust them and will sign.” (Photo: Agency)',
    'Marta Klein said: “We trust them and will sign.”',
  ],
  ['“We trust them and will sign.” — Marta Klein', '“We trust them and will sign.” — Marta Klein'],
  ['"We trust them and will sign", Marta Klein said at the hotel.', '"We trust them and will sign", Marta Klein said at the hotel.'],
  ['“Who would sign that?” asked Marta Klein on her way in.', '“Who would sign that?” asked Marta Klein on her way in.'],
  ['Marta Klein (right) and her aides at the hotel on the lake.', null],
  ['A protester holds a sign that reads “We trust them not” in front of the hotel.', null],
  ['“We trust them and will sign.” Photo: Agency', null],
  ['Envoys at the so-called “table of trust, honour and law” on Tuesday.', null],
  ['Marta Klein said on Tuesday that she trusts them.', null],
  ['“The Lake,” a film by Pavel Roe.', null],
];

describe('of a caption only the sentence stays that quotes somebody and says whom', () => {
  test.each(CAPTIONS)('%s', (caption, kept) => {
    const wanted = kept === null ? [] : [kept];
    expect(inside(`<figure><img src="x.jpg"><figcaption>${caption}</figcaption></figure>`)).toEqual(wanted);
    expect(inside(`<div class="wp-caption"><img src="x.jpg"><p class="wp-caption-text">${caption}</p></div>`)).toEqual(wanted);
    expect(inside(`<div class="media"><span class="image__caption lead">${caption}</span></div>`)).toEqual(wanted);
    expect(ofItem(`<figure><img src="x.jpg"><figcaption>${caption}</figcaption></figure>`)).toEqual(wanted);
  });
});

test.each(['has-caption', 'no-caption', 'caption-toggle', 'captioned'])('an element of the class "%s" is no caption', (name) => {
  const story = 'Marta Klein walked along the water with her aides for an hour before the talks began.';
  expect(inside(`<div class="${name}"><p>${story}</p></div>`)).toEqual([story]);
});

test('a "caption" of the length of a story is one', () => {
  expect(inside(`<div class="caption"><p>${FILL.repeat(9)}</p></div>`)).toEqual([FILL.repeat(9)]);
});

const WORDS = 'We trust them and want to work with them.';
const BLOCKS: readonly (readonly [inner: string, paragraphs: readonly string[]])[] = [
  [`<blockquote><p>${WORDS}</p><cite>Marta Klein, envoy</cite></blockquote>`, [`“${WORDS}” — Marta Klein, envoy`]],
  [`<blockquote><p>${WORDS}</p><footer>— <cite>Marta Klein</cite>, envoy</footer></blockquote>`, [`“${WORDS}” — Marta Klein, envoy`]],
  [
    `<figure><blockquote><p>${WORDS}</p></blockquote><figcaption>— Marta Klein, envoy</figcaption></figure>`,
    [`“${WORDS}” — Marta Klein, envoy`],
  ],
  [`<blockquote><p>“${WORDS}”</p><p class="quote-author">Marta Klein</p></blockquote>`, [`“${WORDS}” — Marta Klein`]],
  [
    `<blockquote><p>${WORDS}</p><p>Nobody “gives” in.</p><cite>Marta Klein</cite></blockquote>`,
    [`“${WORDS}`, '“Nobody ‘gives’ in.” — Marta Klein'],
  ],
  [`<blockquote><p>${WORDS}</p><p>— Marta Klein</p></blockquote>`, [`“${WORDS}” — Marta Klein`]],
  [
    `<blockquote><p>${WORDS}</p>&mdash; Marta Klein (@mklein) <a href="/x">March 5, 2024</a></blockquote>`,
    [`${WORDS} — Marta Klein (@mklein) March 5, 2024`],
  ],
  [`<p>“${WORDS}” <cite>Marta Klein</cite></p>`, [`“${WORDS}” — Marta Klein`]],
  // What must stay as it is: nobody is named in it.
  [`<p>Marta Klein told reporters:</p><blockquote><p>${WORDS}</p></blockquote>`, ['Marta Klein told reporters:', WORDS]],
  [`<blockquote><p>${WORDS}</p><p>It will take time, and we have it.</p></blockquote>`, [WORDS, 'It will take time, and we have it.']],
  [`<p>“${WORDS},” <cite>Marta Klein</cite> said.</p>`, [`“${WORDS},” Marta Klein said.`]],
  [`<p>She writes for <cite>The Lake Courier</cite> and knows them all.</p>`, ['She writes for The Lake Courier and knows them all.']],
];

test.each(BLOCKS)('a block quotation has marks and a name where it names its speaker: %s', (inner, paragraphs) => {
  expect(inside(inner)).toEqual(paragraphs);
  expect(ofItem(inner)).toEqual(paragraphs);
});

test('a quotation that is pulled out of the story with its name is marked', () => {
  const story = '<p>“We trust them and want to work with them, and we will sign,” said Marta Klein.</p>';
  const pulled =
    '<figure class="wp-block-pullquote"><blockquote><p>We trust them and want to work with them</p><cite>Marta Klein</cite></blockquote></figure>';
  expect(marked(readOne('a.html', page(story + pulled)))).toContain('“We trust them and want to work with them” — Marta Klein');
});

test('a signed quotation that stands nowhere else is no copy of itself', () => {
  expect(marked(readOne('a.html', page(`<blockquote><p>${WORDS}</p><cite>Marta Klein</cite></blockquote>`)))).toEqual([]);
});

test('a comma that belongs to a title ties nobody to it where no word follows', () => {
  expect(isAttributed('From the series “Lakes and their people,”')).toBe(false);
});
