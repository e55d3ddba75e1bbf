/** An article for a person in a terminal: its statements marked in place, and below each paragraph who said them and by which rule. */
import { styleText } from 'node:util';
import type { Article, Span } from '../core/model/articles.ts';
import type { Utterance } from '../core/model/statements.ts';
import type { Score } from '../core/model/tone.ts';
import { printable, printableLine } from '../core/printable.ts';

/** One statement of the article with its score. */
export interface Shown {
  readonly utterance: Utterance;
  readonly score: Score;
}

interface Mark {
  readonly at: number;
  readonly text: string;
}

const COLOURS = { statement: 'cyan', mention: 'yellow', boilerplate: 'gray', positive: 'green', negative: 'red', neutral: 'gray' } as const;

type Paint = (colour: keyof typeof COLOURS, text: string) => string;

/** The article's text with ⟦n …⟧ around statements, ‹…› around boilerplate, and a line per statement: speaker, mention, cue, rule, certainty, tone. */
export function showArticle(article: Article, shown: readonly Shown[], isColoured: boolean): string {
  const paint: Paint = (colour, text) => (isColoured ? styleText(COLOURS[colour], text, { validateStream: false }) : text);
  const heading = [
    printableLine(article.title ?? article.id),
    `${printableLine(article.path)} · ${article.published ? `${article.published.day} (${article.published.basis})` : 'undated'}`,
  ];
  const marks = marksOf(article, shown, paint);
  const lines = [...heading, ''];
  for (const span of article.paragraphs) {
    lines.push(markParagraph(article.text, span, marks));
    for (const [index, item] of shown.entries()) if (startsIn(item, span)) lines.push(noteOf(index + 1, item, paint));
    lines.push('');
  }
  return `${lines.join('\n')}\n`;
}

function marksOf(article: Article, shown: readonly Shown[], paint: Paint): readonly Mark[] {
  const marks: Mark[] = [];
  for (const [index, { utterance }] of shown.entries()) {
    for (const [start, end] of utterance.appearance.spans) {
      marks.push({ at: start, text: paint('statement', `⟦${index + 1} `) }, { at: end, text: paint('statement', '⟧') });
    }
  }
  for (const [start, end] of article.boilerplate)
    marks.push({ at: start, text: paint('boilerplate', '‹') }, { at: end, text: paint('boilerplate', '›') });
  return marks.sort((a, b) => a.at - b.at);
}

function markParagraph(text: string, [start, end]: Span, marks: readonly Mark[]): string {
  let out = '';
  let at = start;
  for (const mark of marks) {
    if (mark.at < start || mark.at > end) continue;
    out += printable(text.slice(at, mark.at)) + mark.text;
    at = mark.at;
  }
  return out + printable(text.slice(at, end));
}

function startsIn({ utterance }: Shown, [start, end]: Span): boolean {
  const first = utterance.appearance.spans[0]?.[0] ?? -1;
  return first >= start && first < end;
}

function noteOf(number: number, { utterance, score }: Shown, paint: Paint): string {
  const { appearance, speaker, said } = utterance;
  const name = speaker === null ? 'nobody named' : `${printableLine(speaker.name)} (${speaker.side ?? 'side unknown'}, ${speaker.role})`;
  const mention = appearance.mention === null ? '' : ` ← ${paint('mention', `“${printableLine(appearance.mention)}”`)}`;
  const cue = appearance.cue === null ? '' : ` · ${appearance.cue}`;
  const tone =
    score.tone === null ? `not relevant: ${score.relevance}` : paint(score.label ?? 'neutral', `${score.label} ${score.tone.toFixed(2)}`);
  return `    ${number}. ${name}${mention}${cue} · ${appearance.kind} · ${appearance.certainty}, ${appearance.rule} · said ${said?.day ?? 'at an unknown time'} · ${tone}`;
}
