import { expect, it } from 'vitest';
import { domainOf } from '../../../src/stages/articles/domain.ts';

it.each([
  ['https://www.Lake-Courier.example/2019/talks?page=2', 'lake-courier.example'],
  ['http://news.lake-courier.example:8080', 'news.lake-courier.example'],
  ['HTTPS://LAKE.EXAMPLE#top', 'lake.example'],
  ['ftp://lake.example/talks', null],
  ['lake.example/talks', null],
  ['', null],
  [null, null],
] as const)('the domain of %j is %j', (url, domain) => {
  expect(domainOf(url)).toBe(domain);
});
