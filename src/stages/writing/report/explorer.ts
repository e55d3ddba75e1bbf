/**
 * The statement explorer, which runs in the reader's browser. These functions are put onto the page as their own source text, so each may use only its
 * arguments and the other functions of this file. Text from articles goes through textContent alone: nothing in it can become markup.
 */
import type { PageDocument, PageElement, PageWindow } from './browser.ts';

/** One statement on the page. Marks are [start, end, sign] in the text. */
export interface Listed {
  readonly speaker: string | null;
  readonly speakerId: string | null;
  readonly side: string | null;
  readonly said: string | null;
  readonly label: string | null;
  readonly tone: number | null;
  readonly text: string;
  readonly marks: readonly (readonly [start: number, end: number, sign: number])[];
  readonly outlet: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly articles: number;
}

/** What the reader asks for; '' asks for everything. */
export interface Query {
  readonly word: string;
  readonly speaker: string;
  readonly side: string;
  readonly year: string;
  readonly label: string;
  readonly order: string;
}

/** '#find?side=US&year=2018' → the query; what it does not name is ''. */
export function readQuery(hash: string): Query {
  const asked = new URLSearchParams(hash.includes('?') ? hash.slice(hash.indexOf('?') + 1) : '');
  const of = (name: string) => asked.get(name) ?? '';
  return { word: of('word'), speaker: of('speaker'), side: of('side'), year: of('year'), label: of('label'), order: of('order') };
}

/** Whether the statement is asked for. */
export function isAskedFor(listed: Listed, query: Query): boolean {
  const year = listed.said === null ? 'undated' : listed.said.slice(0, 4);
  if (query.side !== '' && (listed.side ?? 'unattributed') !== query.side) return false;
  if (query.year !== '' && year !== query.year) return false;
  if (query.speaker !== '' && listed.speakerId !== query.speaker) return false;
  if (query.label !== '' && (listed.label ?? 'not relevant') !== query.label) return false;
  return query.word === '' || listed.text.toLowerCase().includes(query.word.toLowerCase());
}

/** The statements in the order asked for; those without a tone come last where the order is by tone. */
export function orderListed(list: readonly Listed[], order: string): readonly Listed[] {
  const byTone = (sign: number) => (a: Listed, b: Listed) =>
    (a.tone === null ? 1 : 0) - (b.tone === null ? 1 : 0) || sign * ((a.tone ?? 0) - (b.tone ?? 0));
  if (order === 'negative') return [...list].sort(byTone(1));
  if (order === 'positive') return [...list].sort(byTone(-1));
  if (order === 'reach') return [...list].sort((a, b) => b.articles - a.articles);
  return list;
}

/** The text cut at its marks; sign 0 is plain. Marks that overlap what came before are left out. */
export function cutAtMarks(text: string, marks: Listed['marks']): readonly { readonly text: string; readonly sign: number }[] {
  const pieces: { text: string; sign: number }[] = [];
  let at = 0;
  for (const [start, end, sign] of marks) {
    if (start < at || end > text.length || end <= start) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), sign: 0 });
    pieces.push({ text: text.slice(start, end), sign });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), sign: 0 });
  return pieces;
}

export function element(page: PageDocument, tag: string, className: string, text: string): PageElement {
  const made = page.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/** One statement as a list item. */
export function showListed(page: PageDocument, listed: Listed): PageElement {
  const item = element(page, 'li', 'statement', '');
  const quote = element(page, 'blockquote', '', '');
  for (const { text, sign } of cutAtMarks(listed.text, listed.marks)) {
    quote.append(sign === 0 ? text : element(page, 'mark', sign < 0 ? 'negative' : 'positive', text));
  }
  const byline = element(page, 'p', 'byline', '');
  const tone =
    listed.tone === null
      ? 'not about the two sides'
      : `${listed.tone < 0 ? '−' : '+'}${Math.abs(listed.tone).toFixed(2)} ${listed.label ?? ''}`;
  byline.append(element(page, 'span', `tone ${listed.label ?? 'none'}`, tone));
  byline.append(element(page, 'b', '', listed.speaker ?? 'nobody named'), ` (${listed.side ?? 'no side'}), `);
  byline.append(element(page, 'span', 'day', listed.said ?? 'undated'));
  const source = [listed.outlet, listed.title].filter((part) => part !== null).join(': ');
  if (listed.url !== null && /^https?:\/\//.test(listed.url)) {
    const link = element(page, 'a', '', source === '' ? 'article' : source);
    link.href = listed.url;
    link.setAttribute('rel', 'noopener noreferrer nofollow');
    byline.append(' · ', link);
  } else if (source !== '') byline.append(` · ${source}`);
  if (listed.articles > 1) byline.append(` · in ${listed.articles} articles`);
  item.append(quote, byline);
  return item;
}

/** 20000 → '20,000'. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Fills the list whenever a filter or the address changes. */
export function startExplorer(page: PageDocument, view: PageWindow): void {
  const names = ['word', 'speaker', 'side', 'year', 'label', 'order'];
  const get = (id: string) => page.getElementById(id) as PageElement;
  const all = JSON.parse(get('statements').textContent ?? '[]') as Listed[];
  const more = get('more');
  let found: readonly Listed[] = [];
  let shown = 0;
  const showMore = () => {
    const items = found.slice(shown, shown === 0 ? 10 : shown + 25).map((listed) => showListed(page, listed));
    get('found').append(...items);
    shown += items.length;
    more.hidden = shown >= found.length;
  };
  const search = () => {
    const value = (name: string) => get(`find-${name}`).value;
    const query = {
      word: value('word').trim(),
      speaker: value('speaker'),
      side: value('side'),
      year: value('year'),
      label: value('label'),
      order: value('order'),
    };
    found = orderListed(
      all.filter((listed) => isAskedFor(listed, query)),
      query.order,
    );
    get('found').replaceChildren();
    shown = 0;
    get('count').textContent = `${grouped(found.length)} of ${grouped(all.length)} statements`;
    showMore();
  };
  const follow = () => {
    if (!view.location.hash.startsWith('#find')) return;
    const query = readQuery(view.location.hash) as unknown as Record<string, string>;
    for (const name of names) get(`find-${name}`).value = query[name] ?? '';
    search();
    get('find').scrollIntoView();
  };
  for (const name of names) get(`find-${name}`).addEventListener('input', search);
  get('finder').addEventListener('submit', (event) => event.preventDefault());
  more.addEventListener('click', showMore);
  view.addEventListener('hashchange', follow);
  search();
  follow();
}

/** The script of the page. */
export function explorerScript(): string {
  const functions = [readQuery, isAskedFor, orderListed, cutAtMarks, element, showListed, grouped, startExplorer];
  return `'use strict';\n${functions.map(String).join('\n')}\nstartExplorer(document, window);\n`;
}
