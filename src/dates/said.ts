/** When a statement was said: the day that the words around it name, else the day of publication. */
import type { Article, Attribution, Dated, Reading, Span } from '../model.ts';
import { isoDay, parseDay, weekdayOf } from './days.ts';

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** The day a statement was said; falls back on the day of publication, with basis 'published'. */
export function dateSaid(attribution: Attribution, article: Article, _reading: Reading): Dated | null {
  const { published } = article;
  if (!published) return null;
  const base = parseDay(published.day);
  const weekday = /\bon (sunday|monday|tuesday|wednesday|thursday|friday|saturday)\b/i.exec(around(attribution, article))?.[1];
  if (base === null || !weekday) return { ...published, basis: 'published' };
  const back = (weekdayOf(base) - WEEKDAYS.indexOf(weekday.toLowerCase()) + 7) % 7;
  const day = isoDay(base - back);
  return { day, basis: 'text', earliest: day, latest: day };
}

/** The paragraph without the statement's own words. */
function around(attribution: Attribution, article: Article): string {
  const first: Span = attribution.quotation.spans[0] ?? [0, 0];
  const paragraph = article.paragraphs.find(([start, end]) => start <= first[0] && first[0] < end);
  if (!paragraph) return '';
  let text = '';
  let at = paragraph[0];
  for (const [start, end] of attribution.quotation.spans) {
    if (start > paragraph[1]) break;
    text += article.text.slice(at, start);
    at = end;
  }
  return text + article.text.slice(at, Math.max(at, paragraph[1]));
}
