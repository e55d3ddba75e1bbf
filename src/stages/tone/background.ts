/** Which sides an article is about, by its title and first paragraphs. */
import type { Article, Reading, Token } from '../../core/model.ts';
import { matchableWords } from '../../core/patterns/matcher.ts';
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
  const words = matchableWords(roughReading([article.title ?? '', ...lead].join('\n')), lexicon.symbols);
  const named = new Set(lexicon.anchors.find(words, () => true).map(({ entry }) => entry.side));
  return lexicon.sides.filter((side) => named.has('both') || named.has(side));
}

/** How often each side is named shortly before and behind a statement; a relation term names them all. */
export function sidesAround(around: string, lexicon: Pick<ToneLexicon, 'anchors' | 'symbols' | 'sides'>): ReadonlyMap<string, number> {
  const words = matchableWords(roughReading(around), lexicon.symbols);
  const counts = new Map(lexicon.sides.map((side) => [side, 0]));
  for (const { entry } of lexicon.anchors.find(words, () => true)) {
    for (const side of entry.side === 'both' ? lexicon.sides : [entry.side]) counts.set(side, (counts.get(side) ?? 0) + 1);
  }
  return counts;
}

const WORD = /U\.S\.(?:A\.)?|[\p{L}\p{N}]+|'s|’s|[^\s\p{L}\p{N}]/gu;

/** Names need no grammar: words and marks with their surfaces, enough for anchors. */
function roughReading(text: string): Reading {
  const tokens = Array.from(text.matchAll(WORD), (match): Token => {
    const [word] = match;
    const pos = /[\p{L}\p{N}]/u.test(word) ? 'X' : 'PUNCT';
    return {
      start: match.index,
      end: match.index + word.length,
      text: word,
      lemma: word.toLowerCase(),
      pos,
      sentence: 0,
    };
  });
  return { text, tokens, sentences: [[0, tokens.length]] };
}
