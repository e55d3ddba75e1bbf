/** What a statement speaks of: any number of topics of the job's topics.csv, apart from its tone. */
import type { Reading } from '../../core/model.ts';
import { isFirstOfToken, type Matcher, matchableWords } from '../../core/patterns/matcher.ts';
import type { Symbols } from '../../core/patterns/symbols.ts';

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

/** The ids of the topics whose words stand in the text, each once, in the order of topics.csv. Longer patterns win over shorter ones inside them. */
export function findTopics(reading: Reading, topics: Topics): readonly string[] {
  const words = matchableWords(reading, topics.symbols);
  const found = new Set(topics.patterns.find(words, (_topic, from) => isFirstOfToken(words, from)).map(({ entry }) => entry));
  return found.size === 0 ? [] : topics.list.filter((topic) => found.has(topic)).map(({ id }) => id);
}
