/** Speaker turns of transcripts: `WALLACE: Will you stay?` */

import { trimOf } from '../../core/ends.ts';
import type { Article, Span } from '../../core/model/articles.ts';
import type { Quotation } from '../../core/model/statements.ts';
import { overlapsAny } from './spans.ts';
import type { QuotationVocabulary } from './vocabulary.ts';

/** A paragraph that begins with the name of the one who speaks in it. */
interface Turn {
  /** Null where a label stands for somebody unnamed: Q, REPORTER. */
  readonly name: Span | null;
  readonly content: Span;
  readonly isCapitals: boolean;
}

const WORD = "\\p{Lu}[\\p{L}\\p{M}.,'’-]*";
const TIME = '[[(]?\\d{1,2}:\\d{2}(?::\\d{2})?[\\])]?';
/** `>>`, `[00:01:12]`, a mark or stars before the name; a note or a time in brackets behind it. A name longer than this is a sentence. */
const NAME = new RegExp(
  `^\\s*(?:>{1,3}\\s*)?(?:${TIME}\\s*)?(?:["“'‘*]{1,2}\\s*)?(${WORD}(?: (?:${WORD}|of|the|de|van|von|bin|al)){0,6}(?: \\([^()\\n]{1,60}\\)){0,2}) ?(:\\*{0,2}|\\*{2}:|;|[—–]| {1,3}${TIME}(?=\\s*[\\r\\n]))(?:\\s+|$)`,
  'u',
);
/** "Q  Thank you." without a sign, and "Mr. ROE. …", "The PRESIDING OFFICER. …" of parliaments, only where all of the text is a transcript. */
const ASKED_OR_RECORDED =
  /^\s*(Q(?=\s)|A(?=\.\s)|(?:Mr|Mrs|Ms|Miss|Dr)\.\s\p{Lu}[\p{Lu}'’-]{2,20}(?:\sof\s\p{Lu}\p{L}{2,20}){0,2}|The\s(?:\p{Lu}{2,12}\s?){1,3}(?:\spro\stempore)?)(\.?)\s+(?=\p{Lu}|["“])/u;
const LONGEST_HEAD = 120;
const LONGEST_NOTE = 60;
/** So many turns make a text a conversation, when the input does not say so itself. */
const FEWEST_CAPITALS = 2;
const FEWEST_NAMES = 4;

/** A label in capitals with one of these is a heading: "A DAY WITH THE FLEET: …". Titles hold "of", "the", "for", "to" and "and". */
const HEADING_WORD = /\b(?:WITH|AN?|IS|ARE|WAS|WERE|HAS|HAVE|WHAT|WHY|HOW|WHEN|WHERE|BUT|NOT|BY|YOUR|OUR|IT|THIS|THAT|WILL|CAN)\b(?!\.)/;

/** The turns of a transcript, and of transcript passages inside an article; a turn runs to the next one in a transcript. */
export function findTurns(article: Article, vocabulary: QuotationVocabulary): readonly Quotation[] {
  const turns = article.paragraphs.map((paragraph) => {
    return overlapsAny(paragraph, article.boilerplate) ? null : turnAt(article, paragraph, vocabulary);
  });
  const isTranscript = article.layout === 'transcript' || isConversation(turns);
  const hasCapitals = turns.filter((turn) => turn?.isCapitals).length >= FEWEST_CAPITALS;
  const notes = vocabulary.notStatements.get('stage note');
  const plain = (span: Span) => withoutNote(article.text, span, notes);
  const found: { readonly turn: Turn; readonly spans: Span[] }[] = [];
  for (const [i, paragraph] of article.paragraphs.entries()) {
    // Where labels are in capitals, a first line as "Roe: the talks go on" is a headline.
    const turn = (i === 0 && hasCapitals && !turns[0]?.isCapitals ? null : turns[i]) ?? null;
    if (turn !== null && (isTranscript || (hasCapitals && turn.isCapitals))) found.push({ turn, spans: [turn.content] });
    // A line of boilerplate behind a turn costs that line, not the turn.
    else if (
      article.layout === 'transcript' &&
      turn === null &&
      !overlapsAny(paragraph, article.boilerplate) &&
      !isNote(article.text, paragraph, notes)
    )
      found.at(-1)?.spans.push(plain(paragraph));
  }
  return found.map(({ turn, spans }) => quotationOf(turn, spans)).filter(({ spans }) => spans.length > 0);
}

/** Labels with a dash or semicolon, and those on a line of their own, are labels only where all of the text is a transcript: "PORTMOUTH — The talks". */
function turnAt({ text, layout }: Article, [start, end]: Span, { notStatements }: QuotationVocabulary): Turn | null {
  const head = text.slice(start, Math.min(end, start + LONGEST_HEAD));
  const match = NAME.exec(head) ?? (layout === 'transcript' ? ASKED_OR_RECORDED.exec(head) : null);
  const name = match?.[1];
  if (!match || name === undefined || (name.length > 1 && name === name.toUpperCase() && HEADING_WORD.test(name))) return null;
  if (notStatements.get('turn label')?.has(name.toLowerCase())) return null;
  const at = start + match[0].indexOf(name);
  const content = unmarked(text, withoutNote(text, [start + match[0].length, end], notStatements.get('stage note')));
  const isPlain = match[2]?.includes(':') && content[1] > content[0];
  if (content[1] < content[0] || !(isPlain || layout === 'transcript')) return null;
  const bare = name.replace(/ \(.*$/, '');
  const isNamed = !notStatements.get('unnamed turn')?.has(bare.toLowerCase());
  return { name: isNamed ? [at, at + bare.length] : null, content, isCapitals: /\p{Lu}{2}/u.test(bare) && bare === bare.toUpperCase() };
}

/** "(Laughter.)" and "[End of transcript]" behind the words are the reporter's. */
function withoutNote(text: string, [start, end]: Span, notes: ReadonlySet<string> | undefined): Span {
  const last = text.slice(Math.max(start, end - LONGEST_NOTE), end).trimEnd();
  const tail = /[([]([^()[\]]{1,40})[)\]]$/.exec(last);
  const note = tail?.[1]?.toLowerCase().replace(/[.!]$/, '');
  return tail && note !== undefined && notes?.has(note)
    ? [start, Math.max(start, end - LONGEST_NOTE) + last.slice(0, tail.index).trimEnd().length]
    : [start, end];
}

/** "End of transcript." on a line of its own. */
function isNote(text: string, [start, end]: Span, notes: ReadonlySet<string> | undefined): boolean {
  if (end - start > LONGEST_NOTE) return false;
  const words = trimOf(text.slice(start, end).toLowerCase(), /[^\p{L}]/u);
  return notes?.has(words) === true;
}

/** Without the white space and the closing mark at the end of a turn that stands in marks. */
function unmarked(text: string, [start, end]: Span): Span {
  let to = end;
  while (to > start && /\s/.test(text[to - 1] ?? '')) to--;
  const inside = text.slice(start, to);
  const isStray = /["”]$/.test(inside) && !/["“]/.test(inside.slice(0, -1));
  return [start, isStray ? to - 1 : to];
}

/** Most paragraphs are turns, and several names take turns. */
function isConversation(turns: readonly (Turn | null)[]): boolean {
  const named = turns.filter((turn) => turn !== null);
  return named.length >= FEWEST_NAMES && named.length * 2 > turns.length;
}

function quotationOf({ name }: Turn, pieces: readonly Span[]): Quotation {
  const spans = pieces.filter(([start, end]) => end > start);
  return { spans, kind: 'turn', cue: null, source: name, carrier: null, rule: 'turn' };
}
