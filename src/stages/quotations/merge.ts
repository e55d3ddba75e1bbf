/** Joins what the direct and the indirect finders found: whole quotations win, fragments go into the clause that reports them. */

import type { Span } from '../../core/model/articles.ts';
import type { Quotation } from '../../core/model/statements.ts';
import { isNested } from '../../core/nested-rule.ts';
import { overlapsAny } from './spans.ts';

/** What the direct side found: whole quotations, and fragments that are parts of the reporter's sentences. */
export interface Direct {
  readonly whole: readonly Quotation[];
  readonly parts: readonly Quotation[];
}

/** All quotations in order; no two spans overlap but those of nested reports. A content without a source gives way to a fragment in it that has one. */
export function mergeQuotations({ whole: all, parts }: Direct, indirect: readonly Quotation[]): readonly Quotation[] {
  const byCue = new Map(indirect.filter(({ spans }) => spans.length > 1).map((quotation) => [quotation.cue?.[0], quotation]));
  const whole = all.filter((quotation) => !isContained(quotation, byCue.get(quotation.cue?.[0] ?? -1)));
  const taken = spansOf(whole);
  const owned = spansOf(parts.filter(({ source }) => source !== null));
  const stands = ({ spans, source }: Quotation) =>
    !spans.some((span) => overlapsAny(span, taken) || (source === null && overlapsAny(span, owned)));
  const reported = withoutOverlap(indirect.filter(stands));
  const contents = spansOf(reported.filter((quotation) => !isNested(quotation)));
  const apart = parts.map((part) => ({ ...part, spans: part.spans.filter((span) => !overlapsAny(span, contents)) }));
  const merged = [...whole, ...reported, ...apart.filter(({ spans }) => spans.length > 0)];
  return merged.sort((a, b) => startOf(a) - startOf(b));
}

/** `The harbour, she said, “is a jewel” of the coast`: the quotation is the second half of a sentence that the same cue reports. */
function isContained({ spans }: Quotation, report: Quotation | undefined): boolean {
  if (!report) return false;
  return spans.every(([from, to]) => report.spans.some(([start, end]) => start <= from && to <= end));
}

/** Of contents that overlap the first wins; a nested report stands inside of it, and is left out where what holds it is. */
function withoutOverlap(quotations: readonly Quotation[]): readonly Quotation[] {
  const kept: Quotation[] = [];
  let outer = -1;
  let end = -1;
  for (const quotation of [...quotations].sort((a, b) => startOf(a) - startOf(b))) {
    const around = kept[outer];
    if (isNested(quotation)) {
      if (!around || !isWithin(quotation, around)) continue;
      kept[outer] = { ...around, nested: [...(around.nested ?? []), ...quotation.spans] };
      kept.push(quotation);
    } else if (startOf(quotation) >= end) {
      outer = kept.push(quotation) - 1;
      for (const [, to] of quotation.spans) end = Math.max(end, to);
    }
  }
  return kept;
}

/** Whether all of a report lies in another, behind what is nested there already. */
function isWithin({ spans, source }: Quotation, { spans: outer, nested = [] }: Quotation): boolean {
  const last = nested.at(-1)?.[1] ?? 0;
  return (
    source !== null && [source, ...spans].every(([from, to]) => from >= last && outer.some(([start, end]) => start <= from && to <= end))
  );
}

/** Sorted by start; spans of one finder never overlap each other. */
function spansOf(quotations: readonly Quotation[]): readonly Span[] {
  return quotations.flatMap(({ spans }) => spans).sort((a, b) => a[0] - b[0]);
}

function startOf({ spans }: Quotation): number {
  return spans[0]?.[0] ?? 0;
}
