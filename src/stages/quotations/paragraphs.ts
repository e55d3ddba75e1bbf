/** Walks through the paragraphs for quotations in marks, and joins what runs over a paragraph's end. */
import type { Article, Span } from '../../core/model/articles.ts';
import type { Reading } from '../../core/model/reading.ts';
import type { Quotation } from '../../core/model/statements.ts';
import { creditOfColon } from './cues-around/around.ts';
import { creditBefore } from './cues-around/before.ts';
import type { Credit } from './cues-around/credit.ts';
import { pairMarks, type Region } from './marks.ts';
import { type Outline, outlineOf } from './paragraph-tokens.ts';
import { type Piece, readPieces } from './quoted-parts.ts';
import { isNickname } from './scare-quotes.ts';
import { overlapsAny, trimmed } from './spans.ts';
import type { QuotationVocabulary } from './vocabulary.ts';

/** What the walk needs besides the article. */
export interface MarkedTask {
  readonly reading: Reading;
  readonly vocabulary: QuotationVocabulary;
  /** Turns and posts: whatever marks they hold are no quotations of their own. Sorted. */
  readonly taken: readonly Span[];
}

/** Quotations in marks: whole ones, fragments of the reporter's sentences, and the insides of both. */
export interface Marked {
  readonly whole: readonly Quotation[];
  readonly parts: readonly Quotation[];
  readonly regions: readonly Span[];
}

/** A paragraph with more quoted stretches than this is a table or a program, no prose. */
const MOST_REGIONS = 400;

/** Characters. */
const SHORTEST_BLOCK = 30;

/** Pieces that belong to one quotation, in order. */
interface Group {
  readonly pieces: Piece[];
  credit: Credit | null;
}

/** Every quotation in marks outside of boilerplate, turns and posts. */
export function findMarked(article: Article, task: MarkedTask): Marked {
  const groups: Group[] = [];
  const blocks: Quotation[] = [];
  let open: Group | null = null;
  for (const [i, paragraph] of article.paragraphs.entries()) {
    const regions = regionsOf(article, paragraph, task);
    const outline = regions.length > 0 ? outlineOf(task.reading, paragraph, regions) : null;
    const pieces = outline === null ? [] : readPieces(outline, task.vocabulary);
    const isLed = outline === null ? isBlock(article.text, paragraph) : pieces[0]?.index === 0 && pieces[0].credit === null;
    const led = isLed ? (creditOfParagraphBefore(article, i, task) ?? creditOfParagraphBehind(article, i)) : null;
    if (outline === null && led !== null && isClose(led)) blocks.push(blockOf(paragraph, led));
    const added = groupsOf(pieces, { text: article.text, open: open as Group | null, led });
    groups.push(...added.fresh);
    open = isLeftOpen(regions, pieces) ? (added.last ?? open) : null;
  }
  const quotations = groups.map((group) => quotationOf(article.text, group));
  return {
    whole: [
      ...quotations.filter(({ kind }) => kind === 'direct'),
      ...blocks.filter(({ spans }) => !spans.some((span) => overlapsAny(span, task.taken))),
    ],
    parts: quotations.filter(({ kind }) => kind !== 'direct'),
    regions: groups.flatMap(({ pieces }) => pieces.map(({ region }) => region.inner)).sort((a, b) => a[0] - b[0]),
  };
}

function regionsOf({ text, boilerplate }: Article, paragraph: Span, { taken }: MarkedTask): readonly Region[] {
  const regions = pairMarks(text, [paragraph]);
  if (regions.length > MOST_REGIONS) return [];
  return regions.filter(
    (region) => !isNickname(text, region) && !overlapsAny(region.outer, boilerplate) && !overlapsAny(region.outer, taken),
  );
}

/** The first piece of a paragraph goes on with the quotation that the paragraph before left open. */
function groupsOf(
  pieces: readonly Piece[],
  { text, open, led }: { text: string; open: Group | null; led: Credit | null },
): { fresh: Group[]; last: Group | null } {
  const byPiece = new Map<Piece, Group>();
  const fresh: Group[] = [];
  for (const [i, piece] of pieces.entries()) {
    const goesOn: Group | null =
      i === 0 && open !== null && isSameVoice(text, piece, open) ? open : ((piece.continues && byPiece.get(piece.continues)) ?? null);
    const credit = piece.credit ?? (i === 0 ? led : null);
    const group: Group = goesOn ?? { pieces: [], credit };
    if (goesOn === null) fresh.push(group);
    group.pieces.push(piece);
    group.credit ??= credit;
    byPiece.set(piece, group);
  }
  const last = pieces.at(-1);
  return { fresh, last: (last && byPiece.get(last)) ?? null };
}

/** Who is named behind the second paragraph is not who was named in the first: then only a closing mark is missing. */
function isSameVoice(text: string, { index, credit }: Piece, { credit: earlier }: Group): boolean {
  if (index !== 0) return false;
  if (!credit?.source || !earlier?.source) return true;
  const [name, other] = [text.slice(...credit.source), text.slice(...earlier.source)];
  const last = name.split(/\s+/).at(-1) ?? '';
  return !/^\p{Lu}/u.test(name) || /^(?:He|She|They|I|We)$/.test(name) || other.includes(last) || !/^\p{Lu}/u.test(other);
}

/** A last stretch that nothing closes goes on in the next paragraph, if that opens with a mark. */
function isLeftOpen(regions: readonly Region[], pieces: readonly Piece[]): boolean {
  return regions.at(-1)?.isClosed === false && pieces.at(-1)?.region === regions.at(-1);
}

/** `S said in a statement:` and the quotation in a paragraph of its own. */
function creditOfParagraphBefore(article: Article, index: number, task: MarkedTask): Credit | null {
  const above = article.paragraphs[index - 1];
  if (!above || overlapsAny(above, article.boilerplate)) return null;
  if (!/:\s*$/.test(article.text.slice(Math.max(above[0], above[1] - 3), above[1]))) return null;
  const outline: Outline = outlineOf(task.reading, above, regionsOf(article, above, task));
  const quote = { outline, vocabulary: task.vocabulary, index: outline.reading.tokens.length };
  return creditBefore(quote) ?? creditOfColon(quote);
}

const SIGNATURE = /^\s*([—–―]|--?) ?(\p{Lu}[\p{L}\p{M}.'’-]*(?: (?:\p{Lu}[\p{L}\p{M}.'’-]*|de|van|von|al|bin)){1,5})\s*(?:$|[,(|])/u;
const LONGEST_SIGNATURE = 120;

/** A signature on a line of its own below the quotation: `— Carl Benson, mayor`. */
function creditOfParagraphBehind({ text, paragraphs, boilerplate }: Article, index: number): Credit | null {
  const below = paragraphs[index + 1];
  if (!below || below[1] - below[0] > LONGEST_SIGNATURE || overlapsAny(below, boilerplate)) return null;
  const [line, dash, name] = SIGNATURE.exec(text.slice(...below)) ?? [];
  if (line === undefined || dash === undefined || name === undefined) return null;
  const dashAt = below[0] + line.indexOf(dash);
  const nameAt = below[0] + line.indexOf(name);
  const source: Span = [nameAt, nameAt + name.length];
  return { cue: [dashAt, dashAt + dash.length], source, rule: 'quote-dash-name', isWeak: false, first: 0, end: 0 };
}

/** A paragraph without marks that can be a block quotation: some words, and no list, tag or menu. */
function isBlock(text: string, [start, end]: Span): boolean {
  return end - start >= SHORTEST_BLOCK && /^\p{Lu}/u.test(text.slice(start, start + 2)) && /[.!?…]$/.test(text.slice(end - 1, end));
}

/** Only a verb of saying with a source makes the paragraph below its colon a quotation without marks. */
function isClose({ rule, source, isWeak }: Credit): boolean {
  return rule === 'subject-verb-quote' && source !== null && !isWeak;
}

function blockOf(paragraph: Span, { cue, source }: Credit): Quotation {
  return { spans: [paragraph], kind: 'direct', cue, source, carrier: null, rule: 'colon-block' };
}

function quotationOf(text: string, { pieces, credit }: Group): Quotation {
  return {
    spans: pieces.map(({ region }) => trimmed(text, region.inner)),
    kind: pieces.some(({ extent }) => extent === 'whole') ? 'direct' : 'mixed',
    cue: credit?.cue ?? null,
    source: credit?.source ?? null,
    carrier: pieces.length === 1 ? (pieces[0]?.carrier ?? null) : null,
    rule: credit?.rule ?? 'quote-alone',
  };
}
