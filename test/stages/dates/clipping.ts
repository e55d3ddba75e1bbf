import type { Clipping, DateHint } from '../../../src/core/model/articles.ts';
import { compileBoilerplate } from '../../../src/stages/articles/cleaning/vocabulary.ts';
import { clip } from '../../../src/stages/articles/finish.ts';

const nothing = compileBoilerplate({}).value;

/** A clipping of a text alone, or with hints. */
export function clippingOf(text: string, hints: readonly DateHint[] = []): Clipping {
  return clip({ id: 'a', path: 'a.txt', text, hints }, nothing);
}
