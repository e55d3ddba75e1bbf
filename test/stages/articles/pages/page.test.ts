import { expect, test } from 'vitest';
import { compileCalendar } from '../../../../src/stages/dates/calendar.ts';
import { datePublished } from '../../../../src/stages/dates/publish.ts';
import { read, readOne } from '../reading.ts';

const PARAGRAPHS = [
  'The two envoys met on Tuesday for the third time this year, and they spoke for an hour behind the closed doors of the town hall.',
  '“We have moved an inch,” said <b>Marta Klein</b>, who leads one of the delegations, on the steps of the hall, where it rained.',
  'Both sides will meet again next month, a spokesman added before he left for the airport with the rest of the delegation.',
];
const TITLE = 'Envoys meet again in the old town';

function page(head: string, before = '', paragraphs: readonly string[] = PARAGRAPHS): string {
  return `<!DOCTYPE html><html lang="en"><head><title>${TITLE} - The Invented Post</title>${head}</head><body><nav><a href="/">Home</a><a href="/w">World</a></nav>
<main><article><h1>${TITLE}</h1>${before}${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</article></main>
<aside><h3>Most read</h3><a href="/x">Minister calls talks a success</a></aside><footer>© 2024 The Invented Post</footer><script>track("p")</script></body></html>`;
}

const calendar = compileCalendar({}).value;
function dayOf(html: string): string | undefined {
  const clipping = readOne('a.html', html);
  return datePublished(clipping, { calendar, reference: '2026-11-20' })?.day;
}

test('a page gives its headline, its story and nothing around it', () => {
  const clipping = readOne('a.html', page(''));
  expect(clipping.title).toBe(TITLE);
  expect(clipping.text.split('\n\n')).toEqual([TITLE, ...PARAGRAPHS.map((text) => text.replace(/<\/?b>/g, ''))]);
  expect(clipping.language).toBe('en');
});

test('outlet, author and address come from metadata', () => {
  const head =
    '<meta property="og:site_name" content="The Invented Post"><meta name="author" content="Ann Lee"><link rel="canonical" href="https://post.example/2019/a?x=1&amp;y=2">';
  expect(readOne('a.html', page(head))).toMatchObject({
    outlet: 'The Invented Post',
    author: 'Ann Lee',
    url: 'https://post.example/2019/a?x=1&y=2',
  });
});

test('outlet and author come from JSON-LD where metadata has none, and the outlet from the address at last', () => {
  const linked =
    '<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","author":[{"@type":"Person","name":"Ann Lee"}],"publisher":{"name":"The Invented Post"}}]}</script>';
  expect(readOne('a.html', page(linked))).toMatchObject({ outlet: 'The Invented Post', author: 'Ann Lee' });
  expect(readOne('a.html', page('<link rel="canonical" href="https://www.post.example/a">')).outlet).toBe('post.example');
});

const DATED: readonly (readonly [what: string, head: string, before: string])[] = [
  ['article:published_time', '<meta property="article:published_time" content="2019-05-02T10:00:00+02:00">', ''],
  ['a date behind the content attribute', '<meta content="2019-05-02" name="date">', ''],
  [
    'JSON-LD',
    '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2019-05-02T10:00Z","dateModified":"2020-01-01"}</script>',
    '',
  ],
  [
    'JSON-LD with a line break in a string',
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"a\nb","datePublished":"2019-05-02"}</script>',
    '',
  ],
  ['a time element', '', '<time datetime="2019-05-02T10:00">two days ago</time>'],
  ['microdata', '', '<span itemprop="datePublished" content="2019-05-02">Thursday</span>'],
  ['a dated element', '', '<div class="entry-meta"><span class="posted-on">May 2, 2019</span></div>'],
  ['a bare date beside the headline', '', '<div>2. Mai 2019</div>'],
  ['a script', '<script>var page = {"publishDate":"2019-05-02T10:00:00Z","updateDate":"2020-01-01"};</script>', ''],
  ['the address', '<link rel="canonical" href="https://post.example/2019/05/02/talks">', ''],
  ['the time of which a script makes words', '', '<span class="timeago" data-date="2019-05-02T10:30:00Z">a while ago</span>'],
  ['seconds since 1970', '', '<span class="js-time" data-timestamp="1556791200">a while ago</span>'],
  ['an object in a meta tag', `<meta name="parsely-page" content='{"title":"x","pub_date":"2019-05-02T10:00:00Z"}'>`, ''],
];

test.each(DATED)('a page is dated by %s', (_, head, before) => {
  expect(dayOf(page(head, before))).toBe('2019-05-02');
});

test('what the page shows beside the headline goes before metadata in Greenwich time', () => {
  expect(
    dayOf(
      page(
        '<meta property="article:published_time" content="2019-05-03T03:28:35Z">',
        '<div class="byline-date">Published May 2, 2019, 10:28 p.m. ET</div>',
      ),
    ),
  ).toBe('2019-05-02');
});

test('times in a column beside the story date nothing', () => {
  const aside = `<aside><ul><li><time datetime="2021-05-03">May 3, 2021</time> Another story</li></ul></aside>`;
  expect(
    dayOf(page('', '', [...PARAGRAPHS, ...PARAGRAPHS, ...PARAGRAPHS, ...PARAGRAPHS]).replace('</main>', `</main>${aside}`)),
  ).toBeUndefined();
});

test('a modified date, a comment’s date and a copyright year date nothing', () => {
  const clipping = page('', '', [...PARAGRAPHS, '<span class="comment-date">3 May 2021</span>']);
  expect(dayOf(clipping)).toBeUndefined();
  const both = '<meta property="article:modified_time" content="2020-01-01"><meta property="article:published_time" content="2019-05-02">';
  expect(dayOf(page(both))).toBe('2019-05-02');
});

test('a page in another language is read, and says which', () => {
  const german =
    'Die beiden Gesandten trafen sich am Dienstag zum dritten Mal in diesem Jahr und sprachen eine Stunde lang mit der Presse über das, was noch zu tun ist.';
  expect(readOne('a.html', page('', '', [german, german, german])).language).toBe('de');
});

test('the encoding that a page declares is used', () => {
  const html = Buffer.from(
    page('<meta charset="windows-1252">', '', PARAGRAPHS).replaceAll('“', '\u0093').replaceAll('”', '\u0094'),
    'latin1',
  );
  expect(readOne('a.html', html).text).toContain('“We have moved an inch,”');
});

test('menus that are never closed do not swallow the story', () => {
  expect(readOne('a.html', page('').replace('</nav>', '')).text).toContain('moved an inch');
});

test('a page that is too large for Readability is read by its blocks', () => {
  const long = Array.from(
    { length: 13_000 },
    (_, i) => `Sentence ${i} of a very long protocol was read aloud, and nobody objected to any word of it.`,
  );
  expect(readOne('a.html', page('', '', long)).paragraphs.length).toBeGreaterThan(12_000);
});

const ODD: readonly string[] = [
  '<',
  '<html',
  '<html><p',
  '<!--',
  '<!DOCTYPE html><html><body><p>x</p',
  '<html><script>',
  '<html><title>',
  `<html>${'<'.repeat(20_000)}`,
  '<html><a href="',
];

test.each(ODD)('odd markup is read or set aside: %s', (html) => {
  const { kept, problems } = read('a.html', html);
  expect(kept.length + problems.length).toBe(1);
});
