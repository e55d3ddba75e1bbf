import { expect, test } from 'vitest';
import { marked, readOne } from '../reading.ts';

const TITLE = 'Envoys meet on the lake for talks';
const FILL = 'The two delegations sat together for three hours in a hotel by the water, and aides of both called the mood businesslike.';
const page = (inner: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><title>${TITLE}</title>${head}</head><body><article><h1>${TITLE}</h1><p>${FILL}</p>${inner}<p>${FILL} They are to meet again.</p></article></body></html>`;

const TEXTS: readonly (readonly [inner: string, paragraph: string])[] = [
  [
    '<p>Marta Klein said: <q>We are ready, and <q>ready</q> is the word.</q></p>',
    'Marta Klein said: “We are ready, and ‘ready’ is the word.”',
  ],
  ['<p>“<q>We are ready to talk again,</q>” Marta Klein said.</p>', '“We are ready to talk again,” Marta Klein said.'],
  [
    '<p>“We want<br>to work, whatever<br/>President Roe says,” said Marta Klein.</p>',
    '“We want to work, whatever President Roe says,” said Marta Klein.',
  ],
  ['<p>&#147;We don&#146;t want that,&#148; said Marta Klein.</p>', '“We don’t want that,” said Marta Klein.'],
  [
    '<p>“We want to co&shy;op&shy;er&shy;ate with Rus<wbr>sia,” said Marta Klein.</p>',
    '“We want to cooperate with Russia,” said Marta Klein.',
  ],
  [
    '<p>“We are ready,” said <span>Marta Klein<span class="tooltiptext">since 2021</span></span>, the envoy.</p>',
    '“We are ready,” said Marta Klein, the envoy.',
  ],
  ['<p>“We trust <s>them</s> <del>you</del> us,” said Marta Klein, the envoy.</p>', '“We trust us,” said Marta Klein, the envoy.'],
  ['<pre>“We are ready, and we\nsay so,” said Marta Klein.\n\nShe left.</pre>', '“We are ready, and we say so,” said Marta Klein.'],
];

test.each(TEXTS)('a page is read as a browser shows it: %s', (inner, paragraph) => {
  const { text, paragraphs } = readOne('a.html', page(inner));
  expect(paragraphs.map((span) => text.slice(...span))).toContain(paragraph);
});

test('a line through words that is never closed strikes nothing out', () => {
  expect(readOne('a.html', page('<p>“We trust <s>them,” said <span>Marta Klein</span>.</p>')).text).toContain(
    '“We trust them,” said Marta Klein.',
  );
});

test('two breaks, and a break behind the end of a sentence, end a paragraph', () => {
  const { text } = readOne('a.html', page('<p>The envoys met on Tuesday.<br>“We are ready,” said Marta Klein.<br><br>They left.</p>'));
  expect(text).toContain('Tuesday.\n\n“We are ready,” said Marta Klein.\n\nThey left.');
});

test('a quotation that is pulled out of the story is marked, its own place is not', () => {
  const story = '<p>“We trust them and want to work with them, and we will sign,” said Marta Klein.</p>';
  const clipping = readOne('a.html', page(`${story}<div class="pull">“We trust them and want to work with them”</div>`));
  expect(marked(clipping)).toContain('“We trust them and want to work with them”');
});

test('a page that builds its text by script is read from its linked data', () => {
  const data = JSON.stringify({ '@type': 'NewsArticle', headline: TITLE, articleBody: `${FILL}\n\n“We are ready,” said Marta Klein.` });
  const html = `<html lang="en"><head><title>${TITLE}</title><script type="application/ld+json">${data}</script></head><body><div id="root"></div></body></html>`;
  expect(readOne('a.html', html).text).toBe(`${TITLE}\n\n${FILL}\n\n“We are ready,” said Marta Klein.`);
});

const dated = (data: unknown): readonly string[] =>
  readOne('a.html', page('', `<script type="application/ld+json">${typeof data === 'string' ? data : JSON.stringify(data)}</script>`))
    .hints.filter(({ name }) => name.startsWith('json-ld article'))
    .map(({ value }) => value);

test('linked data about other pages tells nothing of this one; values in lists, with a type or escaped are read', () => {
  const old = { '@type': 'NewsArticle', headline: 'Harvest feared lost', datePublished: '2019-01-01' };
  const own = { '@type': 'NewsArticle', headline: TITLE, datePublished: '2024-03-05' };
  expect(dated([{ '@type': 'ItemList', itemListElement: [{ '@type': 'ListItem', item: old }] }, own])).toEqual(['2024-03-05']);
  expect(dated([old, own])).toEqual(['2024-03-05']);
  expect(dated(old)).toEqual([]);
  expect(dated({ ...own, datePublished: [{ '@type': 'Date', '@value': '2024-03-05' }] })).toEqual(['2024-03-05']);
  expect(dated(JSON.stringify(own).replaceAll('"', '&quot;'))).toEqual(['2024-03-05']);
});

const MORE = [
  'The ferry lay at the landing until the evening, and nobody of either delegation came out to speak to those who waited there.',
  'A spokesman said later that the talks would go on in the spring, in another town and with other people around the table.',
];
const paragraphs = (texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join('');
const bare = (body: string): string => `<!doctype html><html lang="en"><head><title>${TITLE}</title></head><body>${body}</body></html>`;

test('a story that an advertisement cuts in two is read from its first paragraph', () => {
  const cell = (inner: string): string =>
    `<div class="row"><div class="grid"><div class="cell"><div class="text">${inner}</div></div></div></div>`;
  const later = paragraphs([...MORE, ...MORE, ...MORE].map((text, i) => `It was day ${i + 1}. ${text}`));
  const html = bare(
    `<div><header><h1>${TITLE}</h1></header>${cell('<figure><figcaption>A ferry on the lake, in a picture that somebody took.</figcaption></figure>')}${cell(`<p>${FILL}</p>`)}<div class="ad"></div>${cell(later)}</div>`,
  );
  const { text } = readOne('a.html', html);
  expect(text.startsWith(`${TITLE}\n\n${FILL}\n\nIt was day 1. ${MORE[0]}`)).toBe(true);
  expect(text).not.toContain('picture');
});

test('a table that is longer than the story beside it is not the story', () => {
  const rows = Array.from({ length: 200 }, (_, i) => `<tr><td>District ${i}</td><td>Member ${i}</td><td>m${i}@lake.example</td></tr>`);
  const html = bare(
    `<div class="story"><h1>${TITLE}</h1>${paragraphs([FILL, ...MORE, ...MORE.map((text) => `${text} So it was.`)])}</div><div><table>${rows.join('')}</table></div>`,
  );
  const { text } = readOne('a.html', html);
  expect(text).toContain(FILL);
  expect(text).not.toContain('m99@lake.example');
});

test('a page that keeps its story in a template is read from there', () => {
  const story = paragraphs([FILL, ...MORE, ...MORE.map((text) => `${text} So it was.`)]);
  const html = bare(`<h1>${TITLE}</h1><p>All about the lake.</p><div><script type="text/template">${story}</script></div>`);
  expect(readOne('a.html', html).text).toBe([TITLE, FILL, ...MORE, ...MORE.map((text) => `${text} So it was.`)].join('\n\n'));
});

const WRAPPED = `The two delegations sat together for three hours in a hotel by the
water, and aides of both sides called the mood of the talks on the
lake businesslike after months of silence, said Gen.
Klein, who leads one of the delegations, on the steps of the hall.
They will meet again.
The ferry lay at the landing until the evening, and nobody of either
delegation came out to speak to those who had waited there since the
early morning, a spokesman said.`;

test.each([
  ['a.html', page(`<pre>${WRAPPED}</pre>`)],
  ['a.txt', `${WRAPPED}\n\n${WRAPPED.replaceAll('lake', 'sea')}`],
])('in lines that are broken at a width a short one that ends a sentence ends its paragraph: %s', (path, content) => {
  const { text, paragraphs } = readOne(path, content);
  const found = paragraphs.map((span) => text.slice(...span).replace(/\s+/g, ' '));
  expect(found.filter((paragraph) => paragraph.endsWith('They will meet again.')).length).toBeGreaterThan(0);
  expect(found.filter((paragraph) => /^The ferry lay .* spokesman said\.$/.test(paragraph)).length).toBeGreaterThan(0);
  expect(found.some((paragraph) => paragraph.startsWith('Klein'))).toBe(false);
});

test('a page’s script tells its date under names of any beginning', () => {
  const script =
    '<script>var page={"articlePublishDate":"2024-03-05T10:00:00Z",first_publi5hed:1,"x-datetime" : "March 6, 2024"};</script>';
  const hints = readOne('a.html', page('', script)).hints.filter(({ kind }) => kind === 'script');
  expect(hints).toEqual([
    { kind: 'script', name: 'articlePublishDate', value: '2024-03-05T10:00:00Z' },
    { kind: 'script', name: 'x-datetime', value: 'March 6, 2024' },
  ]);
});
