import { expect, test } from 'vitest';
import type { Article } from '../../../src/core/model/articles.ts';
import { backgroundSides, sidesAround } from '../../../src/stages/tone/background.ts';
import { lexiconOf } from './made.ts';

const article = (title: string | null, ...paragraphs: readonly string[]): Article => {
  const text = paragraphs.join('\n');
  let start = 0;
  const spans = paragraphs.map((paragraph) => {
    const span = [start, start + paragraph.length] as const;
    start += paragraph.length + 1;
    return span;
  });
  return {
    ...{ id: 'a', path: 'a.txt', place: '', layout: 'article', outlet: null, author: null, url: null },
    ...{ boilerplate: [], given: [], published: null, title, text, paragraphs: spans },
  } as Article;
};

test.each([
  ['Moscow answers', ['The talks with Washington go on.'], ['US', 'Russia', 'Russia']],
  ['Moscow answers', ['The talks go on.'], ['Russia', 'Russia']],
  ['Moscow answers Washington', ['The talks go on.'], ['US', 'Russia', 'US', 'Russia']],
  [null, ['New START expires.'], ['US', 'Russia']],
  ['Harvest', ['One.', 'Two.', 'Three.', 'Moscow and Washington disagree.'], []],
  ['The U.S. and us', ['We met a US envoy.'], ['US']],
])('%s %j is about %j, twice where the title names it', (title, paragraphs, expected) => {
  expect(backgroundSides(article(title, ...paragraphs), lexiconOf([]))).toEqual(expected);
});

test.each([
  ['Moscow spoke of the Americans, and Moscow again. … Washington was silent.', { US: 2, Russia: 2 }],
  ['New START expires. … Moscow answers.', { US: 1, Russia: 2 }],
  ['The envoy told us nothing.', { US: 0, Russia: 0 }],
  ['', { US: 0, Russia: 0 }],
])('around a statement, "%s" names %j', (around, expected) => {
  expect(Object.fromEntries(sidesAround(around, lexiconOf([])))).toEqual(expected);
});
