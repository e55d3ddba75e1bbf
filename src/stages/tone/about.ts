/** Whom a term is about: the parties that its sentence names, seen from the speaker. */
import type { About } from '../../core/model.ts';
import type { Found, Scene } from './scene.ts';

/** By the names in the term's sentence. */
export function aboutWhom(found: Found, { named, context }: Scene): About {
  const parties = named.get(found.sentence);
  if (parties === undefined) return 'nobody';
  if (parties.has('both')) return 'relation';
  const sides = [...parties].filter((party) => party !== 'third');
  if (sides.length === 0) return 'third party';
  if (sides.every((side) => side === context.side)) return 'own side';
  return parties.has('third') ? 'shared third party' : 'other side';
}
