/** Whether a text is a transcript: turns that begin with a name or Q and A. */
import type { Span } from '../../core/model.ts';

/** "PRESIDENT PUTIN: …", "MR. PRICE (through interpreter): …", "Q. …", "QUESTION: …". */
const CAPITAL_TURN = /^(?:(?:\p{Lu}[\p{Lu}.'’-]*\s+){0,5}\p{Lu}[\p{Lu}'’-]+(?:\s*\([^)\n]{1,60}\))?:\s|[QA][.:]?\s+\p{Lu})/u;
/** "Vladimir Putin: …", "President of Russia Vladimir Putin: …", "Question (retranslated): …". */
const NAMED_TURN = /^(\p{Lu}[\p{L}.'’-]{1,20}(?:\s+(?:of|the|and|\p{Lu}[\p{L}.'’-]{0,20})){0,7})(?:\s*\([^)\n]{1,60}\))?:\s+[^\s\d]/u;
const LONGEST_LABEL = 160;
/** One line in four opens a turn where answers are short. */
const SHORT_ANSWERS = 4;
/** Answers may run over many paragraphs, but then the same names come again. */
const LONG_ANSWERS = 15;
const FEWEST_TURNS = 3;

/** At least three turns in capitals, or two names that each open a turn again and again. */
export function isTranscript(text: string, lines: readonly Span[]): boolean {
  let capitals = 0;
  const names = new Map<string, number>();
  for (const [start, end] of lines) {
    const line = text.slice(start, Math.min(end, start + LONGEST_LABEL));
    if (CAPITAL_TURN.test(line)) capitals++;
    const name = NAMED_TURN.exec(line)?.[1]?.toLowerCase().split(/\s+/).at(-1);
    if (name !== undefined) names.set(name, (names.get(name) ?? 0) + 1);
  }
  if (capitals >= FEWEST_TURNS && capitals * SHORT_ANSWERS >= lines.length) return true;
  const again = [...names.values()].filter((count) => count > 1);
  const turns = again.reduce((sum, count) => sum + count, 0);
  return again.length > 1 && turns > FEWEST_TURNS && turns * LONG_ANSWERS >= lines.length;
}
