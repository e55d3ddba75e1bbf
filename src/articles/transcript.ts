/** Whether a text is a transcript: turns that begin with a name or Q and A. */
import type { Span } from '../model.ts';

/** "PRESIDENT PUTIN: …", "MR. PRICE: …", "Q. …", "QUESTION: …". */
const TURN = /^(?:(?:\p{Lu}[\p{Lu}.'’-]*\s+){0,5}\p{Lu}[\p{Lu}'’-]+(?:\s*\([^)\n]{1,60}\))?:\s|[QA][.:]\s+\p{Lu})/u;

/** At least three turns, and one line in four opens one. */
export function isTranscript(text: string, lines: readonly Span[]): boolean {
  let turns = 0;
  for (const [start, end] of lines) if (TURN.test(text.slice(start, Math.min(end, start + 160)))) turns++;
  return turns >= 3 && turns * 4 >= lines.length;
}
