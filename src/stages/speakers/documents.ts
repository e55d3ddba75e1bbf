/** Sources that are something written: a document without an owner, or what its writer says through it. */
import type { Span } from '../../core/model/articles.ts';
import type { Scene } from './scene.ts';

/** "the statement said": a document without an owner of its own. */
export function isDocument(source: Span, scene: Scene): boolean {
  const words = scene.article.text.slice(source[0], source[1]).split(/\s+/);
  const last = words.at(-1) ?? '';
  // "The Post" is a newspaper.
  const isOutlet = words.length > 1 && /^\p{Lu}/u.test(last);
  return !isOutlet && scene.roster.vocabulary.kinds.document.has(last.toLowerCase()) && words.length <= 3;
}

/** "a statement" in "Crane, in a statement, thanked them": what its writer says through it. */
export function isOwnWriting(source: Span, scene: Scene): boolean {
  const words = scene.article.text.slice(source[0], source[1]).toLowerCase().split(/\s+/);
  return /^(?:an?|his|her)$/.test(words[0] ?? '') && scene.roster.vocabulary.kinds.writing.has(words.at(-1) ?? '');
}
