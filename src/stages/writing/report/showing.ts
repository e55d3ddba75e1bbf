/**
 * Statements as elements of the page. These functions run in the reader's browser and are put onto the page as their own source text, so each may use only
 * its arguments and the other functions of this file. Text from articles goes through textContent alone: nothing in it can become markup.
 */
import type { PageDocument, PageElement } from './browser.ts';
import type { Listed } from './query.ts';

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

/** +0.30 with a minus of its own. */
export function signedText(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
}

/** The words of saying after the speaker's name; nothing where reported words begin with them. */
export function cueAfterName({ cue, text }: Pick<Listed, 'cue' | 'text'>): string {
  return cue === null || text.toLowerCase().startsWith(cue.toLowerCase()) ? '' : ` ${cue}`;
}

/** One statement as a list item. */
export function showListed(page: PageDocument, listed: Listed): PageElement {
  const item = element(page, 'li', 'statement', '');
  const who = element(page, 'p', 'who', '');
  who.append(element(page, 'b', '', listed.speaker ?? 'Nobody named'), ` (${listed.side ?? 'no side'})${cueAfterName(listed)}`);
  const quote = element(page, 'blockquote', '', listed.isQuoted ? '“' : '');
  for (const { text, sign } of cutAtMarks(listed.text, listed.marks)) {
    quote.append(sign === 0 ? text : element(page, 'mark', sign < 0 ? 'negative' : 'positive', text));
  }
  if (listed.isQuoted) quote.append('”');
  const byline = element(page, 'p', 'byline', '');
  const tone = listed.tone === null ? 'not about the two sides' : `${signedText(listed.tone)} ${listed.label ?? ''}`;
  byline.append(element(page, 'span', `tone ${listed.label ?? 'none'}`, tone));
  byline.append(element(page, 'span', 'day', listed.said ?? 'undated'));
  const source = [listed.outlet, listed.title].filter((part) => part !== null).join(': ');
  if (listed.url !== null && /^https?:\/\//.test(listed.url)) {
    const link = element(page, 'a', '', source === '' ? 'article' : source);
    link.href = listed.url;
    link.setAttribute('rel', 'noopener noreferrer nofollow');
    byline.append(' · ', link);
  } else byline.append(source === '' ? ` · ${listed.path}` : ` · ${source} (${listed.path})`);
  if (listed.articles > 1) byline.append(` · in ${listed.articles} articles`);
  item.append(who, quote, byline);
  if (listed.tone !== null) item.append(showWhy(page, listed));
  return item;
}

/** How the score came about, folded: a line per term. */
export function showWhy(page: PageDocument, listed: Listed): PageElement {
  const folded = element(page, 'details', 'why', '');
  folded.append(element(page, 'summary', '', 'why this score'));
  const list = element(page, 'ul', '', '');
  for (const [start, end, term, base, shifts, value] of listed.why) {
    const line = element(page, 'li', '', '');
    line.append(
      `“${listed.text.slice(start, end)}” `,
      element(page, 'span', 'row', term),
      ` ${signedText(base)}${shifts === '' ? '' : `, ${shifts}`} → ${signedText(value)}`,
    );
    list.append(line);
  }
  if (listed.why.length === 0) list.append(element(page, 'li', '', 'No term of the lexicon stands in it: its tone is 0.'));
  list.append(element(page, 'li', '', `Statement ${listed.id}. Wrong? A row for corrections.csv: ${listed.id},tone,VALUE,YOUR NAME,WHY`));
  folded.append(list);
  return folded;
}

/** 20000 → '20,000'. */
export function grouped(count: number): string {
  return count.toLocaleString('en-US');
}

/** The functions of this file for the page's script. */
export const SHOWING = { cutAtMarks, element, signedText, cueAfterName, showListed, showWhy, grouped };
