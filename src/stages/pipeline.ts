/** The rooms in order, pure: a clipping goes in, a dated article and its utterances come out. */

import { readText } from '../core/language.ts';
import type { Article, Clipping } from '../core/model/articles.ts';
import type { Problem } from '../core/model/problems.ts';
import type { Reading } from '../core/model/reading.ts';
import type { Utterance } from '../core/model/statements.ts';
import { asReadOn } from './articles/cleaning/inline.ts';
import { outletOf } from './articles/outlets.ts';
import { type DateOptions, dateProblem, datePublished } from './dates/publish.ts';
import { dateSaid } from './dates/said.ts';
import { findQuotations } from './quotations/find.ts';
import { attributeQuotations } from './speakers/attribute.ts';
import { utter } from './statements/utter.ts';
import { type Timed, untimed } from './timed.ts';
import { backgroundSides } from './tone/background.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What one clipping gave. */
export interface ReadArticle {
  readonly article: Article;
  readonly utterances: readonly Utterance[];
}

/** What the pipeline is told beside the clipping. */
export interface PipelineOptions {
  readonly vocabulary: Vocabulary;
  readonly dateOrder?: 'dmy' | 'mdy' | undefined;
  /** The day of the run, as '2026-11-20': no article is dated later. */
  readonly reference: string;
  /** Does the work of a room; whoever wants to know how long it takes looks on. */
  readonly timed?: Timed;
}

/** A clipping with its outlet and its date: all that `detente articles` asks for. */
export function dateArticle(clipping: Clipping, options: PipelineOptions): Article {
  const { vocabulary, timed = untimed } = options;
  const { hints, ...rest } = clipping;
  const published = timed('dates', () => datePublished(clipping, dateOptions(options)));
  return { ...rest, outlet: outletOf(clipping, vocabulary.outlets), published };
}

/** An article read once by wink-nlp. Where the input cut its statements out, and names who said them, there is nothing to look for in the words around them. */
function readOnce({ text, boilerplate, given }: Article): Reading {
  return given.length > 0 ? { text, tokens: [], sentences: [] } : readText(asReadOn(text, boilerplate));
}

function dateOptions({ vocabulary, dateOrder, reference }: PipelineOptions): DateOptions {
  return { calendar: vocabulary.calendar, reference, ...(dateOrder && { dateOrder }) };
}

/** What is wrong with the date that a clipping gives; the article stays, with another date or none. */
export function clippingDateProblem(clipping: Clipping, options: PipelineOptions): Problem | null {
  return dateProblem(clipping, dateOptions(options));
}

/** Dates one clipping, finds and attributes its statements, and dates each of them, all on one reading. */
export function readArticle(clipping: Clipping, options: PipelineOptions): ReadArticle {
  const { vocabulary, timed = untimed } = options;
  const article = dateArticle(clipping, options);
  const reading = timed('language', () => readOnce(article));
  const quotations = timed('quotations', () => findQuotations(article, reading, vocabulary.quotations));
  const attributions = timed('speakers', () => attributeQuotations(article, reading, { quotations, roster: vocabulary.roster }));
  const saidOf = (attribution: (typeof attributions)[number]) => timed('dates', () => dateSaid(attribution, article, reading));
  const background = timed('tone', () => backgroundSides(article, vocabulary.tone));
  return { article, utterances: timed('statements', () => utter(article, { attributions, saidOf, background })) };
}
