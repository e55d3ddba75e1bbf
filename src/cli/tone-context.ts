/** What the scorer is told of a statement beside its words, and whom its hits are about. */
import type { Hit, ToneContext } from '../core/model/tone.ts';
import type { Settings } from '../job/load.ts';
import { speakerNamed } from '../stages/speakers/by-name.ts';
import type { StatementLine } from './coded-statements.ts';

/** What the scorer is told beside the words; the side comes from the line, else from the roster. */
export function contextOf(line: StatementLine, settings: Settings): ToneContext {
  const speaker = line.speaker ?? null;
  const date = line.date ?? null;
  const side = line.side ?? (speaker === null ? null : (speakerNamed(speaker, date, settings.vocabulary.roster).side ?? 'other'));
  return { speaker, side, date, cue: line.cue ?? null, kind: null, content: null, background: [], around: '' };
}

/** Whom the hits with points are about, each once, sorted. */
export function weighsOn(hits: readonly Hit[]): readonly string[] {
  return [...new Set(hits.filter(({ value }) => value !== 0).map(({ about }) => about))].sort();
}
