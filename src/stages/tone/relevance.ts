/** The gate: is a statement about the two sides at all? Decided apart from its tone, with the reason. */
import type { Token } from '../../core/model/reading.ts';
import type { ToneContext } from '../../core/model/tone.ts';
import { countBelow } from '../../core/ordered.ts';
import { sidesAround, titledSides } from './background.ts';
import type { ToneLexicon } from './lexicon.ts';
import type { Scene } from './scene.ts';

/** The gate's answer. */
export interface Relevance {
  readonly isRelevant: boolean;
  readonly reason: string;
}

/** One piece of evidence for or against. */
interface Evidence {
  readonly word: string;
  readonly weight: number;
}

/** Repetition counts up to this often. */
const MOST_TIMES = 3;
const MOST_TONE = 4;
/** A side this many tokens after a term of tone is what the term is about. */
const OBJECT_REACH = 4;
/** Weights that make a statement a strong one. */
const STRONG = 2;

/** Both sides must be present in the text, by its speaker or by its article, and the evidence must not point elsewhere. */
export function judgeRelevance(scene: Scene, context: ToneContext, lexicon: ToneLexicon): Relevance {
  const counts = countSides(scene);
  const named = lexicon.sides.filter((side) => counts.has(side));
  const around = bothAround(counts, context, lexicon);
  const presence = presenceOf(scene, named, { context, lexicon, isRelation: counts.has('both'), around });
  if (presence.missing) return { isRelevant: false, reason: presence.reason };
  const evidence = gather(scene, counts, { context, lexicon, around });
  const sum = evidence.reduce((total, { weight }) => total + weight, 0);
  const why = evidence.map(({ word, weight }) => `${word} ${weight > 0 ? '+' : ''}${hundredths(weight)}`).join(', ');
  return { isRelevant: sum >= 0, reason: `${presence.reason}; ${why || 'nothing else'}: ${hundredths(sum)}` };
}

interface Presence {
  readonly missing: boolean;
  readonly reason: string;
}

/** Where each side is: named, speaking, in the article, or implied by "we" and "they". */
function presenceOf(
  scene: Scene,
  named: readonly string[],
  { context, lexicon, isRelation, around }: { context: ToneContext; lexicon: ToneLexicon; isRelation: boolean; around: number },
): Presence {
  if (isRelation) return { missing: false, reason: 'names the relation itself' };
  if (named.length === lexicon.sides.length) return { missing: false, reason: 'names both sides' };
  if (around > 0) return { missing: false, reason: `names ${named.join('') || 'nobody'}, both are named around it` };
  if (isAboutAll(context, lexicon)) return { missing: false, reason: `names ${named.join('') || 'nobody'} in an article about both` };
  if (named.length > 0 && lexicon.sides.every((side) => named.includes(side) || context.side === side)) {
    return { missing: false, reason: `names ${named.join(' and ')}, spoken by ${context.side ?? ''}` };
  }
  const isOpen = context.side === null && context.background.length === 0;
  if (isOpen && named.length > 0 && (hasFirstPerson(scene) || isObjectOfTone(scene, named) || isAddressed(scene))) {
    return { missing: false, reason: `names ${named.join('')}, and "we" or nobody as its counterpart` };
  }
  if (isOpen && named.length === 0 && scene.anchors.length === 0 && hasFirstPerson(scene) && hasThirdPerson(scene)) {
    return { missing: false, reason: 'speaks of "us" and "them" and names nobody' };
  }
  return { missing: true, reason: named.length === 0 ? 'names neither side' : `names ${named.join(' and ')} alone` };
}

function isAboutAll({ background }: ToneContext, { sides }: ToneLexicon): boolean {
  return sides.every((side) => background.includes(side));
}

/** Neither a speaker nor an article is known: the words have to tell all. */
function isAlone({ side, background, around }: ToneContext): boolean {
  return side === null && background.length === 0 && around === '';
}

/** "They keep piling on sanctions": strong words about "them" have somebody at the other end. */
function isAddressed(scene: Scene): boolean {
  return hasThirdPerson(scene) && scene.bearers.reduce((sum, { term }) => sum + Math.abs(term.prior), 0) >= STRONG;
}

/** "Talks with Russia", "sanctions on Russia": a term of tone or talk shortly before the only side that is named, and no third party about. */
function isObjectOfTone({ bearers, anchors }: Scene, named: readonly string[]): boolean {
  if (anchors.some(({ anchor }) => anchor.side === 'third')) return false;
  const objects = bearers.filter(({ term }) => term.prior !== 0);
  const sides = anchors.filter(({ anchor }) => named.includes(anchor.side));
  return objects.some((object) => {
    const next = sides[countBelow(sides, object.first + 1, ({ first }) => first)];
    return next !== undefined && next.first - object.last <= OBJECT_REACH;
  });
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

function countSides({ anchors }: Scene): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { anchor } of anchors) counts.set(anchor.side, (counts.get(anchor.side) ?? 0) + 1);
  return counts;
}

interface Present {
  /** How often the side that is named less is named in the statement and around it. */
  readonly around: number;
  readonly context: ToneContext;
  readonly lexicon: ToneLexicon;
}

function gather(scene: Scene, counts: ReadonlyMap<string, number>, { context, lexicon, around }: Present): readonly Evidence[] {
  const others = lexicon.sides.filter((side) => side !== context.side);
  const otherCount = Math.max(Math.min(...others.map((side) => counts.get(side) ?? 0)), isAlone(context) ? 1 : 0);
  const tone = scene.bearers.reduce((sum, { term }) => sum + Math.abs(term.prior), 0);
  const { gate } = lexicon;
  const isParty = lexicon.sides.includes(context.side ?? '');
  const isInArticle = isAboutAll(context, lexicon) && !counts.has('both');
  const named = lexicon.sides.filter((side) => counts.has(side)).length;
  const isNobody = isInArticle && named === 0;
  const isPrinted = context.around !== '';
  const third = gate['third party named'] + (isPrinted ? gate['third party named in an article'] : 0);
  const evidence: Evidence[] = [
    { word: 'start', weight: gate.start },
    { word: others.join(' and '), weight: gate['other side named'] * Math.min(otherCount, MOST_TIMES) },
    { word: 'relation', weight: gate['relation named'] * Math.min(counts.get('both') ?? 0, 2) },
    { word: 'both in one sentence', weight: namesAllInOneSentence(scene, lexicon) ? gate['both in one sentence'] : 0 },
    { word: 'we and they', weight: gate['we and they'] * weAndThey(scene, others) },
    { word: 'third parties', weight: third * Math.min(counts.get('third') ?? 0, MOST_TIMES) },
    { word: 'words of tone', weight: gate['words of tone'] * Math.min(tone, MOST_TONE) },
    { word: 'article about both', weight: isAboutAll(context, lexicon) ? gate['article about both'] : 0 },
    { word: 'named by the title', weight: gate['side named by the title'] * titledSides(context.background).length },
    { word: 'printed in an article', weight: isPrinted ? gate['printed in an article'] : 0 },
    { word: 'spoken by a side', weight: isParty ? gate['speaker of a side'] : 0 },
    { word: 'nobody named', weight: isNobody ? gate['nobody named'] + (isParty ? gate['nobody named by a side'] : 0) : 0 },
    { word: 'one side named', weight: isInArticle && named === 1 ? gate['one side named in an article'] : 0 },
    { word: 'words alone', weight: isAlone(context) ? gate['words alone'] : 0 },
    { word: 'both named around', weight: gate['both named around'] * around },
  ];
  const topics = new Map(scene.topics.map(({ pattern, name, weight }) => [pattern, { word: name, weight }]));
  evidence.push(...topics.values());
  return evidence.filter(({ weight }) => weight !== 0);
}

function namesAllInOneSentence({ named }: Scene, { sides }: ToneLexicon): boolean {
  return [...named.values()].some((names) => sides.every((side) => names.has(side)));
}

const FIRST_PERSON: ReadonlySet<string> = new Set(['we', 'our', 'us', 'ours']);
const THIRD_PERSON: ReadonlySet<string> = new Set(['they', 'their', 'them']);

function isFirstPerson({ text, lemma }: Token): boolean {
  return FIRST_PERSON.has(lemma) && text !== 'US';
}

function hasFirstPerson({ reading }: Scene): boolean {
  return reading.tokens.some(isFirstPerson);
}

function hasThirdPerson({ reading }: Scene): boolean {
  return reading.tokens.some(({ lemma }) => THIRD_PERSON.has(lemma));
}

/** How often the side that is named less is named in the statement and shortly before and behind it. */
function bothAround(counts: ReadonlyMap<string, number>, { around }: ToneContext, lexicon: ToneLexicon): number {
  if (around === '') return 0;
  const near = sidesAround(around, lexicon);
  const relation = counts.get('both') ?? 0;
  const times = lexicon.sides.map((side) => relation + (counts.get(side) ?? 0) + (near.get(side) ?? 0));
  return Math.min(...times, MOST_TIMES);
}

/** How often "we" stands in a sentence that names the other side. */
function weAndThey({ reading, named }: Scene, others: readonly string[]): number {
  let times = 0;
  for (const [sentence, names] of named) {
    if (!names.has('both') && !others.some((side) => names.has(side))) continue;
    const [first, end] = reading.sentences[sentence] ?? [0, 0];
    for (let i = first; i < end; i++) if (isFirstPerson(reading.tokens[i] as Token)) times++;
  }
  return Math.min(times, MOST_TIMES);
}
