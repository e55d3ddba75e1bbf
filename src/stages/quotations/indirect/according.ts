/** `C, according to S` and `According to S, C`. */
import type { Cue } from '../cues.ts';
import { wordAt } from '../phrases.ts';
import { type Source, sourceAfter } from '../sources.ts';
import { contentEnd } from './content-end.ts';
import type { Finding, Search, Stretch } from './search.ts';
import { isMark, openBracket, type Page } from './sentences.ts';

/** The content around a phrase of attribution that takes no verb. */
export function findAccording(search: Search, cue: Cue): Finding | null {
  const { page, sentence } = search;
  if (MANNERS.has(wordAt(page.tokens, cue.end)) || isInsideClause(search, cue.first)) return null;
  const named = sourceAfter(page.reading, cue.end, sentence.end) ?? wordsAfter(search, cue.end);
  if (!named) return null;
  const source = withMaker(search, named);
  const isFirst = cue.first <= sentence.first + 1;
  const after = commaAfter(search, source.end);
  const lead = { isClause: true, isSubordinate: false, form: cue.form };
  const content: Stretch[] = [];
  const opening = openBracket(page, sentence.first, cue.first) ?? sentence.first;
  if (!isFirst) content.push([opening, wordAt(page.tokens, cue.first - 1) === ',' ? cue.first - 1 : cue.first]);
  if (isFirst && after !== null && !isCreditedBehind(search, after)) content.push([after + 1, contentEnd(search, after + 1, lead)]);
  const isSplit = !isFirst && wordAt(page.tokens, source.end) === ',' && source.end + 1 < sentence.end && !hasVerb(page, content[0]);
  if (isSplit) content.push([source.end + 1, contentEnd(search, source.end + 1, lead)]);
  if (content.length === 0) return null;
  return { content, cue: [cue.first, cue.end], source: source.span, rule: isFirst ? 'according-to-content' : 'content-according-to' };
}

/** "The weekly said that, according to a count, they lost": the clause is the weekly's. */
function isInsideClause({ page: { tokens }, sentence }: Search, at: number): boolean {
  const that = wordAt(tokens, at - 1) === ',' ? at - 2 : at - 1;
  return that > sentence.first && wordAt(tokens, that) === 'that' && tokens[that - 1]?.pos === 'VERB';
}

/** "According to the report, the mayor, Carl Benson, said, “Q”": what is left before the quotation is its credit, not a content. */
function isCreditedBehind({ page: { tokens, regionOf }, sentence, vocabulary }: Search, comma: number): boolean {
  let quote = comma + 1;
  while (quote < sentence.end && quote - comma < LONGEST_CREDIT && regionOf[quote] === 0) quote++;
  if (regionOf[quote] === 0 || quote === comma + 1) return false;
  let last = quote - 1;
  while (last > comma && (isMark(wordAt(tokens, last)) || /^[,:]$/.test(wordAt(tokens, last)))) last--;
  const cue = tokens[last]?.pos === 'VERB' ? vocabulary.cues.get(wordAt(tokens, last)) : undefined;
  return cue?.some(({ entry, rest }) => rest.length === 0 && entry.takes.has('quotation')) ?? false;
}

/** Tokens between "According to S," and a quotation that somebody else is credited with. */
const LONGEST_CREDIT = 14;

/** "according to a count | by the board |": who made it belongs to the source. */
function withMaker({ page, sentence }: Search, source: Pick<Source, 'end' | 'span'>): Pick<Source, 'end' | 'span'> {
  const maker = wordAt(page.tokens, source.end) === 'by' ? sourceAfter(page.reading, source.end + 1, sentence.end) : null;
  return maker ? { end: maker.end, span: [source.span[0], maker.span[1]] } : source;
}

/** "All went according to plan": without an article these tell how, not who says so. */
const MANNERS = new Set('plan plans schedule tradition custom rank size age merit need taste'.split(' '));

/** Whatever stands between the cue and the next comma: "according to exit polls", where the reading takes "exit" for a verb. */
function wordsAfter({ page, sentence }: Search, from: number): Pick<Source, 'end' | 'span'> | null {
  let end = from;
  while (end < sentence.end && page.regionOf[end] === 0 && wordAt(page.tokens, end) !== ',') end++;
  const start = page.tokens[from]?.start;
  const stop = page.tokens[end - 1]?.end;
  return end > from && start !== undefined && stop !== undefined ? { end, span: [start, stop] } : null;
}

/** The comma that ends the source; an apposition between two commas belongs to the source. */
function commaAfter({ page, sentence }: Search, from: number): number | null {
  const { tokens } = page;
  let comma = from;
  while (comma < sentence.end && wordAt(tokens, comma) !== ',') comma++;
  if (comma >= sentence.end) return null;
  for (let i = comma + 1; i < sentence.end && i < comma + 14; i++) {
    const pos = tokens[i]?.pos;
    if (pos === 'AUX' || pos === 'VERB') return comma;
    if (wordAt(tokens, i) === ',') return i;
  }
  return comma;
}

/** "The rise, according to S, began in May": before the phrase stands only a subject. */
function hasVerb({ tokens }: Page, stretch: Stretch | undefined): boolean {
  if (!stretch) return false;
  for (let i = stretch[0]; i < stretch[1]; i++) if (tokens[i]?.pos === 'AUX' || tokens[i]?.pos === 'VERB') return true;
  return false;
}
