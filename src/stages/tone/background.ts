/** Which sides an article is about, by its title and first paragraphs. */
import type { Article } from '../../core/model/articles.ts';
import { type Words, wordsOf } from '../../core/patterns/matcher.ts';
import type { ToneLexicon } from './lexicon.ts';

/** Paragraphs that tell what an article is about. */
const LEADING_PARAGRAPHS = 3;
/** Beyond this many characters a paragraph no longer counts as a lead: a transcript may be one paragraph. */
const LONGEST_LEAD = 1_500;

/** The sides that title and lead name, in the job's order; a relation term ("New START") stands for both. */
export function backgroundSides(article: Article, lexicon: ToneLexicon): readonly string[] {
  const lead = article.paragraphs
    .slice(0, LEADING_PARAGRAPHS)
    .map(([start, end]) => article.text.slice(start, Math.min(end, start + LONGEST_LEAD)));
  const words = roughWords([article.title ?? '', ...lead].join('\n'), lexicon);
  const named = new Set(lexicon.anchors.find(words, () => true).map(({ entry }) => entry.side));
  return lexicon.sides.filter((side) => named.has('both') || named.has(side));
}

/** How often each side is named shortly before and behind a statement; a relation term names them all. */
export function sidesAround(around: string, lexicon: Pick<ToneLexicon, 'anchors' | 'surfaceOf' | 'sides'>): ReadonlyMap<string, number> {
  const words = roughWords(around, lexicon);
  const counts = new Map(lexicon.sides.map((side) => [side, 0]));
  for (const { entry } of lexicon.anchors.find(words, () => true)) {
    for (const side of entry.side === 'both' ? lexicon.sides : [entry.side]) counts.set(side, (counts.get(side) ?? 0) + 1);
  }
  return counts;
}

const WORD = /U\.S\.(?:A\.)?|[\p{L}\p{N}]+|'s|’s|[^\s\p{L}\p{N}]/gu;

/** Names need no grammar: words and marks by their letters, enough for anchors. */
function roughWords(text: string, { surfaceOf }: Pick<ToneLexicon, 'surfaceOf'>): Words {
  return wordsOf((text.match(WORD) ?? []).map((word) => surfaceOf(word).forms));
}
