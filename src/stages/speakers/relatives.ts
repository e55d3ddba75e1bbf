/** "X, a professor at Y, who said": what a relative pronoun looks back to. */
import type { Span } from '../../core/model/articles.ts';
import type { Naming } from './cast.ts';
import type { Scene } from './scene.ts';

/** What stands before a relative pronoun: a name, or the tokens of a noun phrase. */
export interface Antecedent {
  readonly naming: Naming | null;
  readonly nouns: Span;
}

const NOUN_PARTS = new Set(['NOUN', 'ADJ', 'PROPN', 'NUM']);
/** An apposition between a name and "who" is seldom longer. */
const LONGEST_APPOSITION = 20;

/** The antecedent of the relative pronoun at this token. */
export function antecedentOf(pronoun: number, scene: Scene): Antecedent {
  const end = skipBack(pronoun, scene);
  const isAfterComma = end < pronoun;
  let first = end;
  while (first > 0 && NOUN_PARTS.has(scene.reading.tokens[first - 1]?.pos ?? '')) first--;
  const naming = scene.namingAt(end - 1) ?? (isAfterComma ? nameBeforeApposition(end - 1, scene) : nameBeforeCopula(first, scene));
  return { naming, nouns: [first, end] };
}

/** Past a comma and what stands in brackets: "Rep. Ann Low (D-Iowa), who". */
function skipBack(at: number, scene: Scene): number {
  let end = at;
  if (/^(?:,|—|–|-|--)$/.test(scene.reading.tokens[end - 1]?.text ?? '')) end--;
  if (isText(scene, end - 1, ')')) {
    let open = end - 2;
    while (open > end - 9 && !isText(scene, open, '(')) open--;
    if (isText(scene, open, '(')) end = open;
  }
  return end;
}

function nameBeforeApposition(from: number, scene: Scene): Naming | null {
  const sentence = scene.reading.tokens[from]?.sentence;
  for (let at = from; at > from - LONGEST_APPOSITION && at >= 0; at--) {
    if (scene.reading.tokens[at]?.sentence !== sentence) return null;
    const naming = isText(scene, at + 1, ',') || isText(scene, at + 1, '(') ? scene.namingAt(at) : null;
    if (naming && !naming.mention.isPossessive) return naming;
  }
  return null;
}

/** "X is a former lawyer who": the predicate is the subject. */
function nameBeforeCopula(nouns: number, scene: Scene): Naming | null {
  const [copula, article] = scene.reading.tokens.slice(Math.max(0, nouns - 2), nouns);
  return copula?.lemma === 'be' && article?.pos === 'DET' ? scene.namingAt(nouns - 3) : null;
}

function isText(scene: Scene, at: number, text: string): boolean {
  return scene.reading.tokens[at]?.text === text;
}
