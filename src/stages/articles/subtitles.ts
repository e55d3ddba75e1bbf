/** WebVTT and SubRip subtitles → a transcript: cues of one speaker joined, a turn a paragraph. */
import type { Clipping } from '../../core/model/articles.ts';
import type { Outcome } from '../../core/model/problems.ts';
import { idOf, keep, setAside } from './finish.ts';
import type { InputFile, ReadOptions } from './input.ts';
import { decodeEntities } from './pages/entities.ts';

const TIMES = /^\s*(?:\d{1,3}:)?\d\d:\d\d[.,]\d{3}\s+-->\s+(?:\d{1,3}:)?\d\d:\d\d[.,]\d{3}/;
const VOICE = /^\s*<v(?:\.[^\s>]*)?\s+([^>]{1,120})>/;
/** A cue that opens another turn without naming a voice. */
const NEW_TURN = /^\s*(?:>>+|[-–—]\s|\p{Lu}[\p{L}.'’ -]{1,60}:\s)/u;
const NOT_SPOKEN = /^(?:WEBVTT|NOTE|STYLE|REGION|X-TIMESTAMP-MAP)\b/;

/** One transcript a file. */
export function readSubtitles(file: InputFile, text: string, options: ReadOptions): Outcome<Clipping> {
  const spoken = subtitleText(text);
  return spoken === '' ? setAside(file, 'empty', 'the subtitles hold no spoken words') : readSpoken(file, spoken, options);
}

/** Some words, and who says them: '' where nobody is named. */
export interface SpokenPiece {
  readonly text: string;
  readonly speaker: string;
}

/** Pieces of speech as turns, a paragraph each: what one speaker says on end is one. */
export function joinSpoken(pieces: readonly SpokenPiece[]): string {
  const turns: string[][] = [];
  let last: string | null = null;
  for (const { text, speaker } of pieces) {
    if (text === '') continue;
    if (speaker === last) turns.at(-1)?.push(text);
    else turns.push([speaker === '' ? text : `${speaker}: ${text}`]);
    last = speaker;
  }
  return turns.map((turn) => turn.join(' ')).join('\n\n');
}

/** Speech that was written down, a turn a paragraph. */
export function readSpoken(file: Pick<InputFile, 'path'>, spoken: string, options: ReadOptions): Outcome<Clipping> {
  const hints = [{ kind: 'file name', name: 'path', value: idOf(file.path) }];
  return keep({ id: idOf(file.path), path: file.path, text: spoken, hints, layout: 'transcript' }, options.boilerplate);
}

/** True for a text that begins as subtitles do: with WEBVTT, or a number and times. */
export function isSubtitles(text: string): boolean {
  return (
    /^\ufeff?WEBVTT\b/.test(text) || (/^\ufeff?\d{1,4}\s*[\r\n]/.test(text) && TIMES.test(text.replace(/^\ufeff?\d{1,4}\s*[\r\n]+/, '')))
  );
}

/** 'WEBVTT … <v Ann Reed>Good morning.' → 'Ann Reed: Good morning.' */
export function subtitleText(text: string): string {
  const turns: string[] = [];
  let voice: string | null = null;
  for (const block of text.replace(/^\ufeff/, '').split(/(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)+/)) {
    const lines = block.split(/\r\n|\r|\n/);
    const times = lines.findIndex((line) => TIMES.test(line));
    if (times < 0 || NOT_SPOKEN.test(lines[0] ?? '')) continue;
    for (const line of lines.slice(times + 1)) {
      const named: string | undefined = VOICE.exec(line)?.[1]?.trim();
      const words = decodeEntities(line.replace(/<[^>]{0,120}>|\{\\an?\d\}/g, '')).trim();
      if (words === '') continue;
      const isNew = (named !== undefined && named !== voice) || NEW_TURN.test(words) || turns.length === 0;
      if (named !== undefined) voice = named;
      if (isNew) turns.push(named === undefined ? words : `${named}: ${words}`);
      else turns.push(`${turns.pop()} ${words}`);
    }
  }
  return turns.join('\n\n');
}
