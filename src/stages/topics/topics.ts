/** What a statement speaks of: any number of topics of the job's topics.csv, apart from its tone. */
import type { Reading } from '../../core/model/reading.ts';
import type { Matcher } from '../../core/patterns/matcher.ts';
import type { Symbols } from '../../core/patterns/symbols.ts';
import { isFirstOfToken, surfaceWords } from '../../core/patterns/words.ts';

/** One topic: several rows of topics.csv may hold its patterns. */
export interface Topic {
  /** As in the column `topics` of the tables: 'arms-control'. */
  readonly id: string;
  /** As a reader sees it: 'Arms control'. */
  readonly name: string;
}

/** The topics of a job, ready to be looked for (vocabulary.ts makes it). */
export interface Topics {
  /** In the order in which topics.csv names them. */
  readonly list: readonly Topic[];
  readonly symbols: Symbols;
  readonly patterns: Matcher<Topic>;
}

/** Regular plurals by their endings: topics are named by nouns, and no grammar is needed to find "embassies" where a row says "embassy". */
const PLURALS: readonly (readonly [ending: RegExp, singular: string])[] = [
  [/ies$/, 'y'],
  [/(ss|x|ch|sh)es$/, '$1'],
  [/([^su])s$/, '$1'],
];
const SHORTEST_PLURAL = 4;

/** The ids of the topics whose words stand in the text, each once, in the order of topics.csv. Longer patterns win over shorter ones inside them. */
export function findTopics(reading: Reading, topics: Topics): readonly string[] {
  const words = surfaceWords(reading, topics.symbols, singularOf);
  const found = new Set(topics.patterns.find(words, (_topic, from) => isFirstOfToken(words, from)).map(({ entry }) => entry));
  return found.size === 0 ? [] : topics.list.filter((topic) => found.has(topic)).map(({ id }) => id);
}

function singularOf(text: string): string {
  const word = text.toLowerCase();
  if (word.length < SHORTEST_PLURAL) return word;
  const [ending, singular] = PLURALS.find(([pattern]) => pattern.test(word)) ?? [];
  return ending === undefined || singular === undefined ? word : word.replace(ending, singular);
}
