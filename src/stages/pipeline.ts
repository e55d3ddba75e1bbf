/** The rooms in order, pure: a clipping goes in, a dated article and its utterances come out. */

import { readText } from '../core/language.ts';
import type { Article, Clipping, Problem, Reading, ScoredStatement, ToneContext, Utterance } from '../core/model.ts';
import { outletOf } from './articles/outlets.ts';
import { type DateOptions, dateProblem, datePublished } from './dates/publish.ts';
import { dateSaid } from './dates/said.ts';
import { findQuotations } from './quotations/find.ts';
import { attributeQuotations } from './speakers/attribute.ts';
import { utter } from './statements/utter.ts';
import { backgroundSides } from './tone/background.ts';
import { scoreTone } from './tone/score.ts';
import { findTopics } from './topics/topics.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Does some work in the name of a room, for whoever wants to know how long each takes. */
export type Timed = <T>(room: string, work: () => T) => T;

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
  readonly reference?: string | undefined;
  /** Does the work of a room; whoever wants to know how long it takes looks on. */
  readonly timed?: Timed;
}

const untimed: Timed = (_room, work) => work();

/** A clipping read once by wink-nlp, with its outlet and its date: all that `detente articles` asks for. */
export function dateArticle(clipping: Clipping, options: PipelineOptions): { readonly article: Article; readonly reading: Reading } {
  const { vocabulary } = options;
  const timed = options.timed ?? untimed;
  const reading = timed('language', () => readText(clipping.text));
  const { hints, ...rest } = clipping;
  const published = timed('dates', () => datePublished(clipping, reading, dateOptions(options)));
  return { article: { ...rest, outlet: outletOf(clipping, vocabulary.outlets), published }, reading };
}

function dateOptions({ vocabulary, dateOrder, reference }: PipelineOptions): DateOptions {
  return { calendar: vocabulary.calendar, ...(dateOrder && { dateOrder }), ...(reference !== undefined && { reference }) };
}

/** What is wrong with the date that a clipping gives; the article stays, with another date or none. */
export function clippingDateProblem(clipping: Clipping, options: PipelineOptions): Problem | null {
  return dateProblem(clipping, dateOptions(options));
}

/** Dates one clipping, finds and attributes its statements, and dates each of them, all on one reading. */
export function readArticle(clipping: Clipping, options: PipelineOptions): ReadArticle {
  const { vocabulary } = options;
  const { article, reading } = dateArticle(clipping, options);
  const timed = options.timed ?? untimed;
  const quotations = timed('quotations', () => findQuotations(article, reading, vocabulary.quotations));
  const attributions = timed('speakers', () => attributeQuotations(article, reading, { quotations, roster: vocabulary.roster }));
  const saidOf = (attribution: (typeof attributions)[number]) => timed('dates', () => dateSaid(attribution, article, reading));
  const background = timed('tone', () => backgroundSides(article, vocabulary.tone));
  return { article, utterances: timed('statements', () => utter(article, { attributions, saidOf, background })) };
}

/** Why a clipping stays outside the rooms: its language is not one that the job reads. A text too short to tell goes in. */
export function languageProblem(clipping: Clipping, languages: readonly string[]): Problem | null {
  const { language, path, place } = clipping;
  if (language === undefined || languages.includes(language)) return null;
  return { path, place, code: 'other language', reason: `its language is ${language}, expected ${languages.join(' or ')}` };
}

/** Scores one utterance from its own words, so that a rescore from the store gives the same. */
export function scoreUtterance(
  utterance: Pick<Utterance, 'speaker' | 'said' | 'passage' | 'background' | 'appearance'>,
  { vocabulary, timed = untimed }: PipelineOptions,
): ScoredStatement {
  const { speaker, said, passage, background, appearance } = utterance;
  const context = {
    speaker: speaker?.name ?? null,
    side: speaker?.side ?? null,
    date: said?.day ?? null,
    cue: appearance.cue,
    kind: appearance.kind,
    content: passage.content,
    background,
  };
  return scoreText(passage.text, context, { vocabulary, timed }).score;
}

/** A score with the reading that it was made from, into which hits point. */
export interface ScoredText {
  readonly score: ScoredStatement;
  readonly reading: Reading;
}

/** Reads the words of a statement once, scores them, and finds their topics on the same reading. */
export function scoreText(text: string, context: ToneContext, { vocabulary, timed = untimed }: PipelineOptions): ScoredText {
  const reading = timed('language', () => readText(text));
  const score = timed('tone', () => scoreTone(reading, context, vocabulary.tone));
  return { reading, score: { ...score, topics: timed('topics', () => findTopics(reading, vocabulary.topics)) } };
}
