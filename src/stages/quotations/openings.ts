/** What stands at the beginning of reported words without being said: marks of the sentence around them, and the time of an entry. */
import type { Quotation } from '../../core/model/statements.ts';

/** "said that, with their help, it could be done": the comma is the reporter's. A closing mark belongs to the words before. */
const MARKS = /^(?:[\s,;:.)\]]|--+|[–—]|”(?=\s))+/u;
/** "19:31 - ", "7:05 p.m.: ": the time of an entry in a running report. */
const TIME = /^\s*\d{1,2}[:.]\d{2}(?:\s?(?:GMT|UTC|[A-Z]{2,3}T|[ap]\.?m\.?))?\s*(?:[-–—:]+\s+|\n)/i;
/** Three stops are words left out. */
const LEFT_OUT = /^\s*\.{2}/;

/** Indirect and mixed quotations begin with their first word; what has none is no quotation. */
export function withoutOpening(text: string, quotation: Quotation): Quotation | null {
  const [first, ...rest] = quotation.spans;
  if (first === undefined || (quotation.kind !== 'indirect' && quotation.kind !== 'mixed')) return quotation;
  const words = text.slice(...first);
  const time = TIME.exec(words)?.[0].length ?? 0;
  const marks = LEFT_OUT.test(words) ? 0 : (MARKS.exec(words.slice(time))?.[0].length ?? 0);
  if (time + marks === 0) return quotation;
  const start = first[0] + time + marks;
  if (start < first[1]) return { ...quotation, spans: [[start, first[1]], ...rest] };
  return rest.length > 0 ? { ...quotation, spans: rest } : null;
}
