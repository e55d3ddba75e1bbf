/** Quotations → attributions: who said it, in its place, with a speaker or with null. */

import type { Article, Span } from '../../core/model/articles.ts';
import type { Reading } from '../../core/model/reading.ts';
import type { Attribution, Quotation, Speaker } from '../../core/model/statements.ts';
import { isNested } from '../../core/nested-rule.ts';
import { type Carried, readCarrier } from './carriers.ts';
import type { Decision, Running } from './decision.ts';
import { isDocument, isOwnWriting } from './documents.ts';
import { attributeGiven } from './given.ts';
import { goesOn } from './going-on.ts';
import { jointSources, othersThan } from './joint.ts';
import { settleNested } from './nested.ts';
import { singularsOf } from './number.ts';
import { pairOf } from './pairs.ts';
import { readPhrase } from './phrase.ts';
import type { Roster } from './roster.ts';
import { readScene, type Scene } from './scene.ts';
import { resolveSourceless, speakerOfSentence } from './sourceless.ts';
import { resolveSource } from './sources.ts';
import { nameKey } from './spelling.ts';
import { isSaidByThing } from './things.ts';
import { spanOf, tokensIn } from './tokens.ts';

/** What is to be attributed, and what is known beforehand. */
export interface AttributionTask {
  readonly quotations: readonly Quotation[];
  readonly roster: Roster;
}

/** A source resolved by one of these is a person. */
const PERSON_RULES = new Set([
  'source-name',
  'source-name-after',
  'source-pronoun',
  'source-role',
  'source-office',
  'source-headline',
  'source-goes-on',
]);

/** How "they" is resolved to two; who spoke alone before goes on being the one that "he" means. */
const TOGETHER = { rule: 'source-pair', certainty: 'implied' } as const;

/** Says who made each quotation, in order. Nested reports of nobody in particular are left out, and what a thing is told to say. */
export function attributeQuotations(article: Article, reading: Reading, task: AttributionTask): readonly Attribution[] {
  if (article.given.length > 0) return attributeGiven(article, task);
  const scene = readScene(article, reading, task);
  let running: Running | null = null;
  const attributions = task.quotations.map((quotation) => {
    const carried = decideCarried(quotation, scene, running);
    const {
      mention = quotation.source,
      via = null,
      ...decision
    } = carried ?? ofCarrier(quotation, decide(quotation, scene, running), { scene, running });
    const pair = decision.speaker === null ? pairOf(quotation, scene) : null;
    if (pair) return { quotation, cue: quotation.cue, mention, via, speaker: pair[0], joint: [pair[1]], ...TOGETHER };
    const joint = carried || !decision.speaker ? [] : othersThan(decision.speaker, jointSpeakers(quotation, scene, running));
    // "X said that Y had promised": X goes on speaking.
    if (!isNested(quotation) && !isAside(quotation, decision, scene)) running = nextRunning(quotation, decision, scene) ?? running;
    return { quotation, cue: quotation.cue, mention, joint, via, ...decision };
  });
  return settleNested(attributions.filter((each) => isNested(each.quotation) || !isSaidByThing(each.quotation, each, scene)));
}

/** A decision that names its own words in the text, and who carried them. */
interface FullDecision extends Decision {
  readonly mention?: Span | null;
  readonly via?: string | null;
}

/** `"We are doing all we can," the agency reported`: words in marks behind somebody's statement are that person's, and the agency carries them. */
function ofCarrier(quotation: Quotation, decision: Decision, { scene, running }: { scene: Scene; running: Running | null }): FullDecision {
  const cue = quotation.cue === null ? '' : scene.article.text.slice(...quotation.cue);
  if (decision.speaker?.role !== 'media' || !/^(?:report(?:s|ed)?|said|says)$/.test(cue)) return decision;
  if (quotation.kind !== 'direct') {
    const inside = reporterInside(quotation, scene);
    return inside ? { ...inside, via: decision.speaker.name } : decision;
  }
  if (!/^report/.test(cue)) return decision;
  const isNear = running?.isPerson === true && scene.paragraphAt(quotation.spans[0]?.[0] ?? 0) - running.paragraph <= FARTHEST_CARRIED;
  return isNear ? { speaker: running.speaker, rule: 'carrier', certainty: 'implied', via: decision.speaker.name } : decision;
}

/** Paragraphs back to the one whose words an agency carries. */
const FARTHEST_CARRIED = 2;
/** Tokens from the beginning of a content to its own verb of saying. */
const FARTHEST_SAYING = 12;

/** `The speaker said that the lake was theirs, the agency reported`: who says it in the words that the agency carries. */
function reporterInside(quotation: Quotation, scene: Scene): Decision | null {
  const [first, end] = tokensIn(scene.reading, quotation.spans[0] ?? [0, 0]);
  for (let at = first + 1; at < Math.min(end - 1, first + FARTHEST_SAYING); at++) {
    const { tokens } = scene.reading;
    if (!/^(?:said|says|told)$/.test(tokens[at]?.text ?? '')) continue;
    const naming = scene.namingAt(at - 1);
    return naming ? { speaker: scene.speakerOf(naming.member), rule: 'carried-report', certainty: 'implied' } : null;
  }
  return null;
}

function jointSpeakers(quotation: Quotation, scene: Scene, running: Running | null): readonly (Speaker | null)[] {
  return jointSources(quotation, scene).map((source) => resolveSource(source, scene, { running, isHeadline: false }).speaker);
}

/** "Interfax quoted X as saying": X speaks, through Interfax; null where the words are not carried by anybody. */
function decideCarried(quotation: Quotation, scene: Scene, running: Running | null): FullDecision | null {
  const carried = readCarrier(quotation, scene);
  if (!carried) return null;
  const around = { running, isHeadline: false };
  const carrier = carried.via && resolveSource(carried.via, scene, around).speaker;
  if (carried.isPress && carrier?.role !== 'media') return null;
  if (carried.speaker === null) return { speaker: null, rule: 'passive-recipient', certainty: 'implied', mention: null };
  const decision = resolveSource(carried.speaker, scene, around);
  if (!decision.speaker || (carried.isPress && !canBeCited(decision.speaker, carried, scene))) return null;
  return { ...decision, mention: spanOf(scene.reading, carried.speaker), via: carrier?.name ?? null };
}

/** "citing a report" leaves the words with the one who cites; "citing two diplomats" and "citing the ministry" do not. */
function canBeCited(speaker: Speaker, { speaker: tokens }: Carried, scene: Scene): boolean {
  if (speaker.isOnRoster || speaker.role !== 'other' || scene.memberAt((tokens?.[1] ?? 1) - 1)) return true;
  const head = speaker.name.split(' ').at(-1)?.toLowerCase() ?? '';
  const { roles } = scene.roster.vocabulary;
  return singularsOf(head).some((form) => roles.has(form));
}

/** By the source's words; where they name nobody, or only what somebody wrote, by the subject of their sentence. */
function decide(quotation: Quotation, scene: Scene, running: Running | null): Decision {
  if (!quotation.source) return resolveSourceless(quotation, scene, running);
  const same = goesOn(quotation, scene, running);
  if (same) return same;
  const decision = isData(quotation, scene)
    ? makerOf(quotation.source, scene, running)
    : resolveSource(tokensIn(scene.reading, quotation.source), scene, { running, isHeadline: isHeadline(quotation, scene) });
  const owner = decision.rule === 'source-noun' ? ownerOf(quotation.source, scene, running) : null;
  if (owner) return owner;
  if (decision.rule === 'source-noun' && isDocument(quotation.source, scene)) return authorOf(quotation, scene, running);
  if (decision.rule !== 'source-unresolved' && !(decision.rule === 'source-noun' && isOwnWriting(quotation.source, scene))) return decision;
  const links = isData(quotation, scene) ? /^(?:from|by|of)$/ : /^(?:from|by)$/;
  for (const origin of decision.rule === 'source-unresolved' ? originsOf(quotation.source, scene, links) : []) {
    const author = resolveSource(origin, scene, { running, isHeadline: false });
    if (author.speaker) return author;
  }
  const body = bodyAfterStop(quotation.source, scene);
  if (body) return { speaker: body, rule: 'source-after-stop', certainty: 'known' };
  // "He said that Orlova was late but went on to praise it": who is called "he" is not the one named behind.
  const speaker =
    quotation.rule.includes('according') || isNamedBehind(quotation.source, scene) ? null : speakerOfSentence(quotation, scene);
  return speaker ? { speaker, rule: 'sentence-subject', certainty: 'implied' } : decision;
}

/** "a Harbour Council resolution": the body that stands before its document. */
function ownerOf(source: Span, scene: Scene, running: Running | null): Decision | null {
  const [first, end] = tokensIn(scene.reading, source);
  const head = scene.reading.tokens[end - 1]?.text ?? '';
  const before = scene.reading.tokens[end - 2];
  const isBody = before?.pos === 'PROPN' || scene.roster.vocabulary.institutions.has(before?.lower ?? '');
  if (!isBody || end - first < 2 || !scene.roster.vocabulary.kinds.document.has(head) || POSTED.has(head)) return null;
  const owner = resolveSource([first, end - 1], scene, { running, isHeadline: false });
  return owner.speaker ? owner : null;
}

/** "a Facebook post": the name is that of the place where it was posted. */
const POSTED = new Set(['post', 'tweet']);

/** A document speaks for its author: the subject of the sentence, else the one who spoke just before; else nobody is named. */
function authorOf(quotation: Quotation, scene: Scene, running: Running | null): Decision {
  const subject = speakerOfSentence(quotation, scene);
  const paragraph = scene.paragraphAt(quotation.spans[0]?.[0] ?? 0);
  const author = subject ?? (running && paragraph - running.paragraph <= 1 ? running.speaker : null);
  return { speaker: author, rule: author ? 'document-author' : 'document', certainty: 'implied' };
}

/** Does a "he" or "she" that means nobody known stand before the person whom its sentence names first? */
function isNamedBehind(source: Span, { article, reading, discourse }: Scene): boolean {
  if (!/^(?:he|she)$/i.test(article.text.slice(...source))) return false;
  const [first] = tokensIn(reading, source);
  const theme = discourse.themes.get(reading.tokens[first]?.sentence ?? -1);
  return theme !== undefined && theme.token > first;
}

/** "according to preliminary figures from the ministry": figures and findings say nothing, their maker does. */
function isData({ rule, source }: Quotation, { reading, namingAt, roster }: Scene): boolean {
  if (source === null || !rule.includes('according')) return false;
  const { core } = readPhrase(reading, tokensIn(reading, source), namingAt);
  const [before, head] = [reading.tokens[core[1] - 2], reading.tokens[core[1] - 1]];
  const isPeople = head?.text === 'figures' && core[1] - core[0] > 1 && PEOPLE.test(before?.text ?? '');
  return roster.vocabulary.kinds.data.has(head?.text ?? '') && !isPeople;
}

/** "Harbour Council figures", "the board's estimates": the body before the head, or nobody as yet. */
function makerOf(source: Span, scene: Scene, running: Running | null): Decision {
  const { core } = readPhrase(scene.reading, tokensIn(scene.reading, source), scene.namingAt);
  const isOwned = /^['’]s?$/.test(scene.reading.tokens[core[1] - 2]?.text ?? '');
  const maker = core[1] - core[0] > 1 ? resolveSource([core[0], core[1] - (isOwned ? 2 : 1)], scene, { running, isHeadline: false }) : null;
  const isBody = maker?.speaker?.role === 'institution' || maker?.speaker?.role === 'media';
  return maker && isBody ? maker : { speaker: null, rule: 'source-unresolved', certainty: 'implied' };
}

/** "senior figures", "opposition figures": people. */
const PEOPLE =
  /^(?:senior|leading|public|prominent|key|top|central|influential|opposition|party|political|military|religious|church|cultural|business|media)$/;

/** "reporting from the Harbour Post", "a survey by the institute": where a thing that cannot speak comes from, in tokens; several where one of them hangs on another. */
function originsOf(source: Span, scene: Scene, links: RegExp): readonly Span[] {
  const [first, end] = tokensIn(scene.reading, source);
  const origins: Span[] = [];
  for (let at = first + 1; at + 1 < end && origins.length < MOST_ORIGINS; at++)
    if (links.test(scene.reading.tokens[at]?.text ?? '')) origins.push([at + 1, end]);
  return origins;
}

const MOST_ORIGINS = 3;

/** "… a spy in the U.K. Russia": a stop that ends a sentence and an abbreviation at once; the body that follows it speaks. */
function bodyAfterStop(source: Span, scene: Scene): Speaker | null {
  const words = scene.article.text.slice(source[0], source[1]).split(/\s+/);
  const stop = words.findLastIndex((word) => /^(?:\p{Lu}\.){2,}$/u.test(word));
  return stop < 0 ? null : (scene.roster.byName.get(nameKey(words.slice(stop + 1).join(' ')))?.speaker ?? null);
}

/** A headline, or a name and a colon in the first line. */
function isHeadline(quotation: Quotation, scene: Scene): boolean {
  const isFirstLine = quotation.source !== null && quotation.source[0] === scene.article.paragraphs[0]?.[0];
  return quotation.kind === 'headline' || (quotation.rule === 'name-colon-quote' && isFirstLine);
}

/** "Lund spoke of its owner, Crane, who has announced that": what a relative clause reports of another leaves the word with the subject. */
function isAside(quotation: Quotation, { speaker, rule }: Decision, scene: Scene): boolean {
  if (!quotation.cue || !PERSON_RULES.has(rule)) return false;
  const { tokens } = scene.reading;
  const [cue] = tokensIn(scene.reading, quotation.cue);
  let at = cue - 1;
  while (/^(?:AUX|ADV)$/.test(tokens[at]?.pos ?? '')) at--;
  if (tokens[at]?.lower !== 'who') return false;
  const subject = speakerOfSentence(quotation, scene);
  return subject !== null && subject.id !== speaker?.id;
}

/** Who speaks from here on; a statement without source words changes nothing but how far the speaker reaches. */
function nextRunning(quotation: Quotation, decision: Decision, scene: Scene): Running | null {
  if (!decision.speaker) return null;
  const end = Math.max(quotation.spans.at(-1)?.[1] ?? 0, quotation.source?.[1] ?? 0);
  const isPerson = quotation.source === null || PERSON_RULES.has(decision.rule);
  return { speaker: decision.speaker, isPerson, paragraph: scene.paragraphAt(end - 1), end };
}
