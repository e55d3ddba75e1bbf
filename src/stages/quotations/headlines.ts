/** Headlines that report a claim without marks: `Hollis: Talks Are Going Nowhere`. */
import type { Article, Span } from '../../core/model/articles.ts';
import type { Quotation } from '../../core/model/statements.ts';
import type { QuotationVocabulary } from './vocabulary.ts';

const NAME_AND_CLAIM = /^\s*((?:\p{Lu}[\p{L}\p{M}\p{N}.'’-]*)(?: \p{Lu}[\p{L}\p{M}\p{N}.'’-]*){0,3}): (\S(?:.*\S)?)\s*$/u;
const LONGEST_HEADLINE = 200;
const SHORTEST_CLAIM = 3;

/** The claim in the article's first line, where a name and a colon stand before it. */
export function findHeadline({ text, paragraphs, layout }: Article, { notStatements }: QuotationVocabulary): Quotation | null {
  const first = paragraphs[0];
  if (!first || layout !== 'article' || first[1] - first[0] > LONGEST_HEADLINE) return null;
  const line = text.slice(...first);
  const match = NAME_AND_CLAIM.exec(line);
  const [, name, claim] = match ?? [];
  if (!name || !claim || claim.split(/\s+/).length < SHORTEST_CLAIM) return null;
  if (['headline label', 'turn label'].some((reason) => notStatements.get(reason)?.has(name.toLowerCase()))) return null;
  const nameAt = first[0] + line.indexOf(name);
  const claimAt = first[0] + line.indexOf(claim, line.indexOf(':'));
  const colon: Span = [nameAt + name.length, nameAt + name.length + 1];
  return {
    spans: [[claimAt, claimAt + claim.length]],
    kind: 'headline',
    cue: colon,
    source: [nameAt, nameAt + name.length],
    carrier: null,
    rule: 'headline-name-claim',
  };
}
