/** From a statement to its score and its topics: the one part of the pipeline that is done again when a lexicon of tone or topics has changed. */

import type { Utterance } from '../core/model/statements.ts';
import type { ScoredStatement, ToneContext } from '../core/model/tone.ts';
import { type Timed, untimed } from './timed.ts';
import { scoreTone } from './tone/score.ts';
import { readStatement, type StatementReading } from './tone/statement.ts';
import { findTopics } from './topics/topics.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What scoring is told: no date of the run changes a score. */
export interface ScoringOptions {
  readonly vocabulary: Vocabulary;
  /** Does the work of a room; whoever wants to know how long it takes looks on. */
  readonly timed?: Timed;
}

/** Scores one utterance from its own words, so that a rescore from the store gives the same. */
export function scoreUtterance(
  utterance: Pick<Utterance, 'speaker' | 'said' | 'passage' | 'background' | 'appearance'>,
  { vocabulary, timed = untimed }: ScoringOptions,
): ScoredStatement {
  const { speaker, said, passage, background, appearance } = utterance;
  const context = {
    speaker: speaker?.name ?? null,
    side: speaker && (speaker.side ?? 'other'),
    date: said?.day ?? null,
    cue: appearance.cue,
    kind: appearance.kind,
    content: passage.content,
    background,
    around: passage.around,
  };
  return scoreText(passage.text, context, { vocabulary, timed }).score;
}

/** A score with the reading that it was made from, into which hits point. */
export interface ScoredText {
  readonly score: ScoredStatement;
  readonly reading: StatementReading;
}

/** Reads the words of a statement once, scores them, and finds their topics on the same reading. */
export function scoreText(text: string, context: ToneContext, { vocabulary, timed = untimed }: ScoringOptions): ScoredText {
  const reading = timed('language', () => readStatement(text, vocabulary.tone));
  const score = timed('tone', () => scoreTone(reading, context, vocabulary.tone));
  return { reading, score: { ...score, topics: timed('topics', () => findTopics(reading.plain, vocabulary.topics)) } };
}
