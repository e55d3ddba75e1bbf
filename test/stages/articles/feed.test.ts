import { expect, test } from 'vitest';
import { read, readOne } from './reading.ts';

const STORY = '“We are ready,” Marta Klein said on Tuesday.';
const rss = (item: string, head = '<?xml version="1.0"?>'): string =>
  `${head}<rss version="2.0"><channel><title>Lake Courier</title><item><title>Talks</title><link>https://lake.example/a</link>${item}</item></channel></rss>`;
const ATOM = `<a:feed xmlns:a="http://www.w3.org/2005/Atom" xmlns:x="http://www.w3.org/1999/xhtml"><a:title>Lake Courier</a:title><a:entry><a:title>Talks</a:title><a:link rel="self" href="https://lake.example/f"/><a:link rel="alternate" href="https://lake.example/a"/><a:content type="xhtml"><x:div><x:p>${STORY}</x:p></x:div></a:content></a:entry></a:feed>`;
const STYLED = '<?xml version="1.0"?>\n<?xml-stylesheet href="a.xsl"?>\n<!DOCTYPE rss [<!ENTITY x "y">]>\n<!-- c -->';
const LEGACY = rss(
  '<description>\x93We are ready,\x94 Marta Klein said on Tuesday.</description>',
  '<?xml version="1.0" encoding="windows-1252"?>',
);

const FEEDS: readonly (readonly [what: string, content: string | Buffer])[] = [
  ['a style sheet and a document type', rss(`<description>${STORY}</description>`, STYLED)],
  ['names in capitals', rss(`<description>${STORY}</description>`).replaceAll('item>', 'ITEM>').replaceAll('description>', 'DESCRIPTION>')],
  [
    'several sections of CDATA',
    rss('<description><![CDATA[<p>“We are ready,”]]><![CDATA[ Marta Klein said on Tuesday.</p>]]></description>'),
  ],
  ['text before CDATA', rss('<description>“We are ready,” <![CDATA[Marta Klein <b>said</b> on Tuesday.]]></description>')],
  ['CDATA that was escaped', rss(`<description>&lt;![CDATA[&lt;p&gt;${STORY}&lt;/p&gt;]]&gt;</description>`)],
  ['references', rss('<description>&amp;ldquo;We are ready,&#148; Marta Klein said on Tuesday.</description>')],
  ['an empty content beside the description', rss(`<content:encoded/><description>${STORY}</description><guid/>`)],
  ['a picture with a title', rss(`<media:content><media:title>A boat</media:title></media:content><description>${STORY}</description>`)],
  ['a prefix', ATOM],
  ['a declared encoding', Buffer.from(LEGACY, 'latin1')],
];

test.each(FEEDS)('a feed is read: %s', (_, content) => {
  const expected = { text: `Talks\n\n${STORY}`, title: 'Talks', outlet: 'Lake Courier', url: 'https://lake.example/a' };
  expect(readOne('a.xml', content)).toMatchObject(expected);
});

test('elements that lie a thousand deep in one another are set aside', () => {
  expect(read('a.xml', rss('<a>'.repeat(1000))).problems).toMatchObject([{ code: 'too complex' }]);
});

const ITEMS_WITHOUT_TEXT: readonly (readonly [what: string, description: string, code: string])[] = [
  [
    'links to what others wrote',
    '<ol><li><a href="https://news.example/1">Envoys meet on the lake</a> <font color="#6f6f6f">Lake Courier</font></li><li><a href="https://news.example/2">Envoys part</a> <font>Hill Post</font></li></ol>',
    'list of links',
  ],
  ['a link to comments', '<a href="https://news.example/1">Comments</a>', 'list of links'],
  ['the title again', 'Envoys meet', 'empty'],
];

test.each(ITEMS_WITHOUT_TEXT)('an item that holds no text is set aside: %s', (_, description, code) => {
  const item = `<item><title>Envoys meet</title><description><![CDATA[${description}]]></description></item>`;
  const { kept, problems } = read('a.xml', `<rss version="2.0"><channel><title>Gathered</title>${item}</channel></rss>`);
  expect(kept).toEqual([]);
  expect(problems.map((problem) => problem.code)).toEqual([code]);
});

test('an item with a link in its text, or with one below it, is an article', () => {
  for (const text of [
    '“We are ready,” <a href="/klein">Marta Klein</a> said.',
    'Marta Klein is ready to talk. <a href="/a">Read more</a>',
  ]) {
    const item = `<item><title>Envoys meet</title><description><![CDATA[<p>${text}</p>]]></description></item>`;
    expect(read('a.xml', `<rss version="2.0"><channel><title>Lake Courier</title>${item}</channel></rss>`).kept).toHaveLength(1);
  }
});
