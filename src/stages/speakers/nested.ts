/** Reports inside of reports: which of them have a speaker of their own. */
import type { Span } from '../../core/model/articles.ts';
import type { Attribution } from '../../core/model/statements.ts';
import { isNested } from '../../core/nested-rule.ts';

/**
 * Keeps the nested reports of a named speaker who is not the one who reports them; all others are words of the report around them. Where all that an
 * outlet or agency reports is what somebody said, that is one statement, of the one who said it.
 */
export function settleNested(attributions: readonly Attribution[]): readonly Attribution[] {
  const kept: Attribution[] = [];
  const isDropped = new Set<number>();
  let outer = -1;
  for (const attribution of attributions) {
    const around = kept[outer];
    if (!isNested(attribution.quotation)) {
      if (attribution.quotation.nested) outer = kept.length;
      kept.push(attribution);
    } else if (around && isOwn(attribution, around) && !isCarried(attribution, around))
      kept.push({ ...attribution, rule: 'nested-report', certainty: 'implied' });
    else {
      for (const [start] of attribution.quotation.spans) isDropped.add(start);
      if (around && isOwn(attribution, around)) kept[outer] = carriedBy(around, attribution);
    }
  }
  return isDropped.size === 0 ? kept : kept.map((attribution) => withoutNested(attribution, isDropped));
}

/** A person, body or country by name: not "officials", however they are described. */
function isOwn({ speaker }: Attribution, outer: Attribution): boolean {
  const last = speaker?.name.split(' ').at(-1) ?? '';
  if (!speaker || !(speaker.isOnRoster || /^\p{Lu}/u.test(last)) || outer.rule === 'carried-report') return false;
  return [outer.speaker, ...outer.joint].every((other) => other?.id !== speaker.id);
}

/** "The speaker said that it was over, the agency reported": nothing stands behind what the speaker said. */
function isCarried({ quotation }: Attribution, outer: Attribution): boolean {
  const isLast = quotation.spans.at(-1)?.[1] === outer.quotation.spans.at(-1)?.[1];
  return outer.speaker?.role === 'media' && outer.quotation.nested?.length === 1 && isLast;
}

function carriedBy(outer: Attribution, { speaker, mention }: Attribution): Attribution {
  return { ...outer, speaker, mention, via: outer.speaker?.name ?? null, rule: 'carried-report', certainty: 'implied' };
}

function withoutNested(attribution: Attribution, isDropped: ReadonlySet<number>): Attribution {
  const { quotation } = attribution;
  if (!quotation.nested) return attribution;
  const nested: readonly Span[] = quotation.nested.filter(([start]) => !isDropped.has(start));
  return { ...attribution, quotation: { ...quotation, nested } };
}
