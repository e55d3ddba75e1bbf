/** A text's paragraphs as cleaning sees them. */
import type { Span } from '../../../core/model/articles.ts';
import { comparable } from './vocabulary.ts';

/** One paragraph, with what the rules ask of it. */
export interface Line {
  readonly span: Span;
  readonly text: string;
  /** For comparing with the vocabulary; of a long line only its beginning. */
  readonly plain: string;
  readonly words: number;
  /** It reads like a sentence of the article. */
  readonly isProse: boolean;
}

/** Characters of a line whose plain form is kept. */
export const LONGEST_PLAIN = 400;
const PROSE_WORDS = 25;
const SENTENCE_END = /[.!?…][”"’'»)\]]*$/;
/** "… will sign.” — Marta Klein, envoy": whose words they are, behind the end of a sentence. */
const SIGNED = /[.!?…]["”’»]?\s+(?:[—–―]|--?)\s*\p{Lu}[^.!?\n]{2,120}$/u;
const OPENING_MARK = /["“«]/;

/** Lines of a text. */
export function linesOf(text: string, paragraphs: readonly Span[]): readonly Line[] {
  return paragraphs.map((span) => {
    const line = text.slice(...span);
    const words = line.slice(0, 4000).split(/\s+/).length;
    const isProse =
      words >= PROSE_WORDS ||
      (words >= 5 && (SENTENCE_END.test(line) || SIGNED.test(line))) ||
      (words >= 3 && OPENING_MARK.test(line) && SENTENCE_END.test(line));
    return { span, text: line, plain: comparable(line.slice(0, LONGEST_PLAIN)), words, isProse };
  });
}

/** Words in a line that begin small and are no particles: a line of names and titles has none. */
export function smallWords(line: string): number {
  const small = line.match(/(?<![\p{L}\p{N}'’.@/-])\p{Ll}[\p{L}'’-]*/gu) ?? [];
  return small.filter((word) => !PARTICLES.has(word)).length;
}

const PARTICLES: ReadonlySet<string> = new Set(
  'a an and or of the on in at to for by from with & de la le der von van du as vs am pm'.split(' '),
);
