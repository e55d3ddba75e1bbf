/** An article, its quotations and a roster for the tests of this room, all invented. */
import { readFileSync } from 'node:fs';
import { readText } from '../../../src/core/language.ts';
import type { Article, Span } from '../../../src/core/model/articles.ts';
import type { Tables } from '../../../src/core/model/problems.ts';
import type { Attribution, Quotation } from '../../../src/core/model/statements.ts';
import { parseRows } from '../../../src/core/rows.ts';
import { attributeQuotations } from '../../../src/stages/speakers/attribute.ts';
import { compileRoster, type Roster } from '../../../src/stages/speakers/roster.ts';

const WORD_LISTS = [
  'titles',
  'roles',
  'institutions',
  'name-particles',
  'demonyms',
  'given-names',
  'not-names',
  'not-sources',
  'source-nouns',
  'word-kinds',
  'places',
  'regions',
];

const SPEAKERS = `id,name,aliases,side,role,gender,wikidata,note,origin
oleg-zimin,Oleg Zimin,Zimin,Russia,official,male,Q9000001,,invented
walter-crane,Walter Crane,Crane,US,official,male,,,invented
ada-lund,Ada Lund,,US,former official,female,Q9000002,,invented
norgas,Norgas,,Russia,institution,,,,invented
us-embassy,US Embassy,,US,institution,,,,invented
us-government,US government,United States|Washington,US,institution,,,,invented
`;

const SIDES = 'country,side\nUnited States,US\nRussia,Russia\n';

const OFFICES = `office,phrases,side,person,from,to,origin
Democratic presidential nominee,,US,ada-lund,2000-03-07,2000-11-07,invented
US president,American president|president of the United States,US,ada-lund,2001-01-20,2005-01-20,invented
US president,American president|president of the United States,US,walter-crane,2005-01-20,,invented
US ambassador to Norland,US ambassador in Norland,US,ada-lund,2007-01-20,2009-01-20,invented
Russian foreign minister,Moscow's top diplomat,Russia,oleg-zimin,2003,,invented
`;

/** The tables of the tests: the project's English word lists with an invented roster. */
export function testTables(): Tables {
  const lists = WORD_LISTS.map((name) => {
    const file = `lexicons/english/${name}.csv`;
    return [name, parseRows(readFileSync(file, 'utf8'), file).value] as const;
  });
  return {
    ...Object.fromEntries(lists),
    sides: parseRows(SIDES, 'sides.csv').value,
    speakers: parseRows(SPEAKERS, 'speakers.csv').value,
    offices: parseRows(OFFICES, 'offices.csv').value,
  };
}

/** The roster compiled from `testTables`. */
export function testRoster(): Roster {
  return compileRoster(testTables()).value;
}

const CONTENT = 0;
const SOURCE = 1;
const MARKED = /\{([^{}]*)\}|\[([^[\]]*)\]/g;

/** Reads "{content} said [source]." into an article with its quotations: each {…} takes the nearest […] of its line, or none. */
export function markedArticle(
  marked: string,
  published: string | null = '2018-06-01',
): { article: Article; quotations: readonly Quotation[] } {
  let text = '';
  let last = 0;
  const found: { kind: number; span: Span; line: number }[] = [];
  for (const match of marked.matchAll(MARKED)) {
    text += marked.slice(last, match.index);
    const words = match[1] ?? match[2] ?? '';
    const kind = match[1] === undefined ? SOURCE : CONTENT;
    found.push({ kind, span: [text.length, text.length + words.length], line: text.split('\n').length });
    text += words;
    last = match.index + match[0].length;
  }
  text += marked.slice(last);
  const quotations = found
    .filter((one) => one.kind === CONTENT)
    .map((one) => {
      const sources = found.filter((other) => other.kind === SOURCE && other.line === one.line);
      const near = sources.sort((a, b) => Math.abs(a.span[0] - one.span[0]) - Math.abs(b.span[0] - one.span[0]))[0];
      return makeQuotation(text, one.span, near?.span ?? null);
    });
  return { article: makeArticle(text, published), quotations };
}

/** The speakers' names of a marked article's quotations, in order. */
export function speakersOf(marked: string, published: string | null = '2018-06-01'): readonly (string | null)[] {
  return attributionsOf(marked, published).map((attribution) => attribution.speaker?.name ?? null);
}

/** The attributions of a marked article's quotations, in order. */
export function attributionsOf(marked: string, published: string | null = '2018-06-01'): readonly Attribution[] {
  const { article, quotations } = markedArticle(marked, published);
  return attributeQuotations(article, readText(article.text), { quotations, roster: testRoster() });
}

function makeQuotation(text: string, span: Span, source: Span | null): Quotation {
  const isDirect = /["“]/.test(text[span[0] - 1] ?? '');
  return { spans: [span], kind: isDirect ? 'direct' : 'indirect', cue: null, source, carrier: null, rule: 'test' };
}

/** An article of the text alone, with its paragraphs. */
export function makeArticle(text: string, published: string | null): Article {
  const paragraphs = [...text.matchAll(/[^\n]+/g)].map((match): Span => [match.index, match.index + match[0].length]);
  return {
    ...{ id: 'test', path: 'test.txt', place: '', layout: 'article', outlet: null, title: null, author: null, url: null },
    ...{ text, paragraphs, boilerplate: [], given: [] },
    published: published === null ? null : { day: published, basis: 'metadata', earliest: published, latest: published },
  };
}
