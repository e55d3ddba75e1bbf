/** A text under repair, which remembers where each of its characters came from. */
import type { Origin, Span, Stretch } from '../../core/model/articles.ts';
import { cutOrigin, givenSpan, isCopy } from '../../core/origin.ts';

/** A text, and where it stood in the text that was given. */
export interface Mended {
  readonly text: string;
  readonly origin: Origin;
}

/** A text that nobody has touched yet. */
export function untouched(text: string): Mended {
  const whole: Span = [0, text.length];
  return { text, origin: text === '' ? [] : [{ read: whole, given: whole }] };
}

/** As `String.replace` with a global pattern: what stands for a match stands for the characters that the match stood for. */
export function replaceIn({ text, origin }: Mended, pattern: RegExp, replacement: (found: string) => string): Mended {
  const pieces: string[] = [];
  const stretches: Stretch[] = [];
  let at = 0;
  let length = 0;
  const put = (words: string, parts: Origin): void => {
    const shift = length - (parts[0]?.read[0] ?? 0);
    for (const { read, given } of parts) append(stretches, { read: [read[0] + shift, read[1] + shift], given });
    pieces.push(words);
    length += words.length;
  };
  for (const { 0: found, index } of text.matchAll(pattern)) {
    const words = replacement(found);
    if (words === found) continue;
    const end = index + found.length;
    if (index > at) put(text.slice(at, index), cutOrigin([at, index], origin));
    if (words !== '') put(words, [{ read: [0, words.length], given: givenSpan([index, end], origin) }]);
    at = end;
  }
  if (at === 0) return { text, origin };
  if (at < text.length) put(text.slice(at), cutOrigin([at, text.length], origin));
  return { text: pieces.join(''), origin: stretches };
}

/** A text without some of its characters: ranges in order, none of which overlap. */
export function withoutRanges({ text, origin }: Mended, ranges: readonly Span[]): Mended {
  const pieces: string[] = [];
  const stretches: Stretch[] = [];
  let length = 0;
  let at = 0;
  const keep = (start: number, end: number): void => {
    if (end <= start) return;
    for (const { read, given } of cutOrigin([start, end], origin))
      append(stretches, { read: [read[0] - start + length, read[1] - start + length], given });
    pieces.push(text.slice(start, end));
    length += end - start;
  };
  for (const [start, end] of ranges) {
    keep(at, start);
    at = Math.max(at, end);
  }
  keep(at, text.length);
  return { text: pieces.join(''), origin: stretches };
}

/** Copies that follow each other on both sides are one stretch. */
function append(stretches: Stretch[], next: Stretch): void {
  const last = stretches.at(-1);
  const isNext = last !== undefined && last.given[1] === next.given[0] && isCopy(last) && isCopy(next);
  if (isNext) stretches[stretches.length - 1] = { read: [last.read[0], next.read[1]], given: [last.given[0], next.given[1]] };
  else stretches.push(next);
}
