import { compileBoilerplate } from '../../src/articles/cleaning/vocabulary.ts';
import { clip } from '../../src/articles/clip.ts';
import type { Clipping, DateHint } from '../../src/model.ts';

const nothing = compileBoilerplate({}).value;

/** A clipping of a text alone, or with hints. */
export function clippingOf(text: string, hints: readonly DateHint[] = []): Clipping {
  return clip({ id: 'a', path: 'a.txt', text, hints }, nothing);
}
