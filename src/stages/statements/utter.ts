/** Attributions → utterances: what one speaker said in one paragraph is one utterance, with the passage that its score is read from. */
import { withSingleSpaces } from '../../core/blanks.ts';
import type { Article, Dated, Span } from '../../core/model/articles.ts';
import type { Attribution, Passage, Quotation, Utterance } from '../../core/model/statements.ts';
import { countBelow } from '../../core/ordered.ts';

/** What the statements room is told beside the article. */
export interface UtterTask {
  readonly attributions: readonly Attribution[];
  readonly saidOf: (attribution: Attribution) => Dated | null;
  readonly background: readonly string[];
}

/** Joins the direct quotations of one speaker in one paragraph, and makes an utterance of each group. In the order of the text. */
export function utter(article: Article, task: UtterTask): readonly Utterance[] {
  const ordered = [...task.attributions].filter((a) => a.quotation.spans.length > 0).sort((a, b) => startOf(a) - startOf(b));
  return groupByBreath(ordered, article).map((group) => utterance(article, group, task));
}

function groupByBreath(ordered: readonly Attribution[], article: Article): readonly (readonly [Attribution, ...Attribution[]])[] {
  const paragraphOf = paragraphFinder(article.paragraphs);
  const groups: [Attribution, ...Attribution[]][] = [];
  for (const attribution of ordered) {
    const group = groups.at(-1);
    const previous = group?.at(-1);
    if (group && previous && isOneBreath(previous, attribution, paragraphOf)) group.push(attribution);
    else groups.push([attribution]);
  }
  return groups;
}

function isOneBreath(previous: Attribution, next: Attribution, paragraphOf: (offset: number) => number): boolean {
  if (previous.quotation.kind !== 'direct' || next.quotation.kind !== 'direct') return false;
  if (previous.speaker === null || previous.speaker.id !== next.speaker?.id) return false;
  if (idsOf(previous) !== idsOf(next)) return false;
  return paragraphOf(lastOf(previous)[0]) === paragraphOf(startOf(next));
}

function utterance(article: Article, group: readonly [Attribution, ...Attribution[]], task: UtterTask): Utterance {
  const [first] = group;
  const spans = group.flatMap((attribution) => attribution.quotation.spans);
  const slice = ([start, end]: Span): string => article.text.slice(start, end);
  return {
    speaker: first.speaker,
    joint: first.joint,
    said: task.saidOf(first),
    text: joinPieces(article.text, spans),
    passage: passageOf(article, group),
    background: task.background,
    appearance: {
      articleId: article.id,
      path: article.path,
      outlet: article.outlet,
      title: article.title,
      url: article.url,
      published: article.published,
      kind: first.quotation.kind,
      spans,
      mention: first.mention && slice(first.mention),
      mentionSpan: first.mention,
      via: first.via,
      cue: first.cue && slice(first.cue),
      rule: first.rule,
      certainty: first.certainty,
    },
  };
}

/** The words to be scored: the content without what it reports of others, widened to the carrier clause of every partial quotation. */
export function passageOf({ text, boilerplate }: Pick<Article, 'text' | 'boilerplate'>, group: readonly Attribution[]): Passage {
  const contents = group.flatMap(({ quotation }) => ownSpans(quotation));
  const carriers = group.flatMap(({ quotation }) => (quotation.carrier && !quotation.nested?.length ? [quotation.carrier] : []));
  const pieces = uniteSpans([...contents, ...carriers]);
  const content = contents.map((span) => locate(span, pieces)).filter((span): span is Span => span !== null);
  return { text: joinPieces(text, pieces), pieces, content, around: aroundOf(text, pieces, boilerplate) };
}

/** Characters before a passage, and behind it, that still tell what it is about. */
const REACH_BEFORE = 300;
const REACH_BEHIND = 200;

/** What stands around the passage, without boilerplate and words that are cut in two. */
function aroundOf(text: string, pieces: readonly Span[], boilerplate: readonly Span[]): string {
  const start = pieces[0]?.[0] ?? 0;
  const end = pieces.at(-1)?.[1] ?? 0;
  const before = without(boilerplate, text, [Math.max(0, start - REACH_BEFORE), start]);
  const behind = without(boilerplate, text, [end, Math.min(text.length, end + REACH_BEHIND)]);
  const whole = [
    start > REACH_BEFORE ? before.replace(/^\S*/, '') : before,
    end + REACH_BEHIND < text.length ? withoutLastWord(behind) : behind,
  ];
  return whole
    .map((each) => withSingleSpaces(each).trim())
    .filter((each) => each !== '')
    .join(' … ');
}

function withoutLastWord(stretch: string): string {
  let end = stretch.length;
  while (end > 0 && !/\s/.test(stretch.charAt(end - 1))) end--;
  return stretch.slice(0, end);
}

/** A stretch of a text, blanks in the place of some spans. */
function without(spans: readonly Span[], text: string, [start, end]: Span): string {
  let stretch = text.slice(start, end);
  for (let i = countBelow(spans, start + 1, ([, to]) => to); (spans[i]?.[0] ?? end) < end; i++) {
    const [from, to] = spans[i] as Span;
    const [cut, until] = [Math.max(from, start) - start, Math.min(to, end) - start];
    stretch = `${stretch.slice(0, cut)}${' '.repeat(until - cut)}${stretch.slice(until)}`;
  }
  return stretch;
}

/** The spans of a quotation without those of the reports in it: no character of a text counts for two. */
export function ownSpans({ spans, nested = [] }: Quotation): readonly Span[] {
  return nested.reduce<readonly Span[]>((kept, span) => kept.flatMap((own) => cutOut(own, span)), spans);
}

function cutOut([start, end]: Span, [from, to]: Span): readonly Span[] {
  if (to <= start || from >= end) return [[start, end]];
  const pieces: readonly Span[] = [
    [start, from],
    [to, end],
  ];
  return pieces.filter((piece) => piece[1] > piece[0]);
}

/** The pieces joined by one space; line breaks inside a piece become spaces one for one, so that offsets can be led back. */
export function joinPieces(text: string, pieces: readonly Span[]): string {
  return pieces.map(([start, end]) => text.slice(start, end).replace(/[^\S ]/g, ' ')).join(' ');
}

/** Overlapping spans united, in order. */
export function uniteSpans(spans: readonly Span[]): readonly Span[] {
  const united: [number, number][] = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = united.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else united.push([start, end]);
  }
  return united;
}

/** Where an article span stands in the joined pieces, or null where no piece holds it. */
function locate(span: Span, pieces: readonly Span[]): Span | null {
  let offset = 0;
  for (const [start, end] of pieces) {
    if (span[0] >= start && span[1] <= end) return [offset + span[0] - start, offset + span[1] - start];
    offset += end - start + 1;
  }
  return null;
}

/** Leads a span of the joined text back to the article; a span that crosses a joint is led to its first piece. */
export function spanInArticle(span: Span, pieces: readonly Span[]): Span {
  let offset = 0;
  for (const [start, end] of pieces) {
    const length = end - start;
    if (span[0] < offset + length) return [start + span[0] - offset, Math.min(end, start + span[1] - offset)];
    offset += length + 1;
  }
  const last = pieces.at(-1) ?? [0, 0];
  return [last[1], last[1]];
}

function paragraphFinder(paragraphs: readonly Span[]): (offset: number) => number {
  return (offset) => countBelow(paragraphs, offset + 1, ([, end]) => end);
}

/** Those who said it together. */
function idsOf({ joint }: Attribution): string {
  return joint.map(({ id }) => id).join(' ');
}

function startOf(attribution: Attribution): number {
  return attribution.quotation.spans[0]?.[0] ?? 0;
}

function lastOf(attribution: Attribution): Span {
  return attribution.quotation.spans.at(-1) ?? [0, 0];
}
