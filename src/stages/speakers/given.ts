/** Quotations that the input had cut out: their speakers are those that it names, whoever else the text around them names. */
import type { Article } from '../../core/model/articles.ts';
import type { Attribution, Quotation } from '../../core/model/statements.ts';
import { speakerNamed } from './by-name.ts';
import { rosterIn } from './ministries.ts';
import type { Roster } from './roster.ts';

/** A speaker for each quotation of an input that cuts them out itself, or nobody where it names nobody. */
export function attributeGiven(
  article: Article,
  { quotations, roster }: { quotations: readonly Quotation[]; roster: Roster },
): readonly Attribution[] {
  const named = new Map(
    article.given.flatMap((given) => (given.speaker ? [[given.span[0], { ...given, speaker: given.speaker }] as const] : [])),
  );
  const own = named.size === 0 ? roster : rosterIn(article, roster);
  return quotations.map((quotation) => {
    const given = named.get(quotation.spans[0]?.[0] ?? -1);
    const speaker = given ? speakerNamed(given.speaker, article.published?.day ?? null, own, given.qids) : null;
    const decision = speaker ? ({ rule: 'given', certainty: 'known' } as const) : ({ rule: 'no-source', certainty: 'implied' } as const);
    return { quotation, cue: null, mention: null, joint: [], via: null, speaker, ...decision };
  });
}
