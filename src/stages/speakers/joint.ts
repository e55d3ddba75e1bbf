/** Who speaks together: "X, the envoy, and Y, an aide, said in a joint statement". */
import type { Span } from '../../core/model/articles.ts';
import type { Quotation, Speaker } from '../../core/model/statements.ts';
import type { Scene } from './scene.ts';
import { tokensIn } from './tokens.ts';

/** In tokens: a subject with its appositions is seldom longer. */
const LONGEST_SUBJECT = 40;
const ENDS = new Set(['in', 'on', 'at', 'to', 'during', 'after', 'before', 'as', 'that', 'who', 'which']);
/** "talks between X and Y", "a meeting of X and Y": no subject of two. */
const BINDERS = new Set(['between', 'of', 'with', 'for', 'both']);

/** The tokens of the other speakers that "and" joins to a source, in order; none for a source that speaks alone. */
export function jointSources(quotation: Quotation, scene: Scene): readonly Span[] {
  if (!quotation.source || !quotation.cue) return [];
  const { tokens } = scene.reading;
  const source = tokensIn(scene.reading, quotation.source);
  const cue = tokensIn(scene.reading, quotation.cue);
  if (BINDERS.has(tokens[source[0] - 1]?.lower ?? '')) return [];
  const end = source[0] < cue[0] ? cue[0] : subjectEnd(source, scene);
  if (end - source[0] > LONGEST_SUBJECT) return [];
  const found: Span[] = [];
  for (let at = source[0] + 1; at < end - 1; at++) {
    if (tokens[at]?.text === 'and' && endsName(at, source[0], scene)) found.push([at + 1, partEnd(at + 1, end, scene)]);
  }
  return found.filter((part) => isNamed(part, scene));
}

/** Whether the two are not one and the same. */
export function othersThan(speaker: Speaker | null, others: readonly (Speaker | null)[]): readonly Speaker[] {
  const seen = new Set([speaker?.id]);
  return others.filter((other): other is Speaker => other !== null && !seen.has(other.id) && seen.add(other.id) !== undefined);
}

/** The end of a subject behind its verb: the next phrase, mark or sentence. */
function subjectEnd(source: Span, scene: Scene): number {
  const { tokens } = scene.reading;
  const sentence = tokens[source[0]]?.sentence;
  let at = source[1];
  while (at < source[1] + LONGEST_SUBJECT && tokens[at]?.sentence === sentence) {
    const token = tokens[at];
    if (!token || ENDS.has(token.text) || /^[.;:“”"]$/.test(token.text) || token.pos === 'VERB' || token.pos === 'AUX') break;
    at++;
  }
  return at;
}

/** Right behind a name, or behind the comma or bracket that closes what is told about it. */
function endsName(and: number, first: number, scene: Scene): boolean {
  const before = scene.reading.tokens[and - 1];
  if (before?.text !== ',' && before?.text !== ')') return isName(and - 1, scene);
  for (let at = and - 2; at >= first; at--) {
    const token = scene.reading.tokens[at];
    if (token?.pos === 'VERB' || token?.pos === 'AUX') return false;
    if (/^[,(]$/.test(token?.text ?? '')) return isName(at - 1, scene);
  }
  return false;
}

function isName(token: number, scene: Scene): boolean {
  const naming = scene.namingAt(token);
  if (naming) return naming.mention.tokens[1] === token + 1 && !naming.mention.isPossessive;
  const word = scene.reading.tokens[token]?.lower ?? '';
  return scene.roster.vocabulary.demonyms.get(word)?.kind === 'place';
}

function partEnd(from: number, end: number, scene: Scene): number {
  for (let at = from; at < end; at++) if (/^(?:and|,|\()$/.test(scene.reading.tokens[at]?.text ?? '')) return at;
  return end;
}

/** The part names a person or a country; "and Lund supporters" does not. */
function isNamed([first, end]: Span, scene: Scene): boolean {
  return end > first && isName(end - 1, scene);
}
