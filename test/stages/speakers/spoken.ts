/** A text → who said what in it, found by the rooms themselves: for tests of constructions, where cue and source matter. */
import { readText } from '../../../src/core/language.ts';
import type { Article } from '../../../src/core/model/articles.ts';
import type { Attribution } from '../../../src/core/model/statements.ts';
import { findQuotations } from '../../../src/stages/quotations/find.ts';
import { attributeQuotations } from '../../../src/stages/speakers/attribute.ts';
import { compiled } from '../quotations/finding.ts';
import { makeArticle, testRoster } from './setting.ts';

const roster = testRoster();

/** The attributions of all quotations in a text, in order. */
export function spokenIn(
  text: string,
  published: string | null = '2018-06-01',
  layout: Article['layout'] = 'article',
): readonly Attribution[] {
  const article = { ...makeArticle(text, published), layout };
  const reading = readText(text);
  return attributeQuotations(article, reading, { quotations: findQuotations(article, reading, compiled.value), roster });
}
