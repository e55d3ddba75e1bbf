/** `detente articles --why`: in one line for each input what it was taken for, and why anything was set aside. */
import type { Article } from '../core/model/articles.ts';
import type { Problem } from '../core/model/problems.ts';
import { adviceOn } from '../core/problem-kinds.ts';

/** Pieces of boilerplate that are shown, and how much of each. */
const MOST_PIECES = 3;
const LONGEST_PIECE = 40;

/** 'a.html: read as html, article · 2024-03-05 by metadata · Lake Courier · no boilerplate'; `doubt` is what is wrong with the date that the input gives. */
export function whyRead(article: Article, doubt: Problem | null): string {
  const { path, place, reader, layout, published, outlet, language, boilerplate } = article;
  const range = published && published.earliest !== published.latest ? ` (${published.earliest} to ${published.latest})` : '';
  const facts = [
    `read as ${reader ?? 'json'}, ${layout}${language === undefined ? '' : ` in ${language}`}`,
    published ? `${published.day} by ${published.basis}${range}` : `undated: ${doubt ? doubt.reason : 'nothing in it tells a day'}`,
    outlet ?? 'no outlet',
    boilerplate.length === 0 ? 'no boilerplate' : `boilerplate: ${piecesOf(article)}`,
  ];
  return `${placeOf(path, place)}: ${facts.join(' · ')}`;
}

/** 'b.pdf: set aside, pdf (format not read): …; advice: …' */
export function whyNot({ path, place, code, reason }: Problem): string {
  const { kind, advice } = adviceOn(code);
  return `${placeOf(path, place)}: ${kind === 'note' ? 'note' : 'set aside'}, ${code} (${kind}): ${reason}; advice: ${advice}`;
}

function placeOf(path: string, place: string): string {
  return oneLine(place === '' ? path : `${path} ${place}`);
}

function piecesOf({ text, boilerplate }: Article): string {
  const shown = boilerplate.slice(0, MOST_PIECES).map(([start, end]) => {
    const piece = oneLine(text.slice(start, Math.min(end, start + LONGEST_PIECE)));
    return `“${piece}${end - start > LONGEST_PIECE ? '…' : ''}”`;
  });
  const rest = boilerplate.length - shown.length;
  return `${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** A line feed in a name or text begins no line of its own. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}
