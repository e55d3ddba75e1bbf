/** Quotations whose finder saw no source: who else in the article can have said them, or nobody. */

import { endWithout } from '../../core/ends.ts';
import type { Quotation, Speaker } from '../../core/model/statements.ts';
import type { Member } from './cast.ts';
import type { Decision, Running } from './decision.ts';
import { interviewee } from './interviewee.ts';
import type { Scene } from './scene.ts';
import { tokenAt } from './tokens.ts';

interface SourcelessRule {
  readonly id: string;
  readonly find: (quotation: Quotation, scene: Scene, running: Running | null) => Speaker | null;
}

/** A floating paragraph may be this far from the last attribution, in paragraphs. */
const FARTHEST = 2;
/** In characters. */
const LONGEST_SENTENCE = 400;
/** Words between the content and the subject that follows it. */
const NEAREST_WORDS = 4;

/** A cue without a subject of its own: "…, adding that", "Asked about it, X said". */
const CUE_RULES: readonly SourcelessRule[] = [
  { id: 'following-subject', find: followingSubject },
  { id: 'sentence-speaker', find: sentenceSpeaker },
  { id: 'sentence-subject', find: speakerOfSentence },
];
/** "ANN LOW, HEAD OF THE HARBOUR BOARD" above or before her words, in capitals. */
const HEADING_RULES: readonly SourcelessRule[] = [{ id: 'heading-name', find: headingSpeaker }];
/** "A: …": whom the interview names as asked. */
const TURN_RULES: readonly SourcelessRule[] = [{ id: 'interviewee', find: interviewee }, ...HEADING_RULES];
/** Marks alone: first what stands in the same paragraph, then the paragraph before. */
const FLOATING_RULES: readonly SourcelessRule[] = [
  ...HEADING_RULES,
  { id: 'sentence-before', find: sentenceBefore },
  { id: 'running-speaker', find: runningSpeaker },
  { id: 'paragraph-before', find: paragraphBefore },
];

/** Decides about a quotation without source words. A passive cue names nobody. */
export function resolveSourceless(quotation: Quotation, scene: Scene, running: Running | null): Decision {
  for (const rule of rulesFor(quotation)) {
    const speaker = rule.find(quotation, scene, running);
    if (speaker) return { speaker, rule: rule.id, certainty: 'implied' };
  }
  return { speaker: null, rule: 'no-source', certainty: 'implied' };
}

function rulesFor(quotation: Quotation): readonly SourcelessRule[] {
  if (/^(?:passive|asked)/.test(quotation.rule)) return [];
  if (quotation.cue !== null) return CUE_RULES;
  if (quotation.kind === 'turn') return TURN_RULES;
  return quotation.kind === 'direct' ? FLOATING_RULES : [...HEADING_RULES, { id: 'running-speaker', find: goingOnSpeaker }];
}

/** "Citing the report, Crane said": the cue opens its sentence, its subject follows the content. */
function followingSubject(quotation: Quotation, scene: Scene): Speaker | null {
  const cue = tokenAt(scene.reading, quotation.cue?.[0] ?? 0);
  const sentence = scene.reading.tokens[cue]?.sentence ?? 0;
  const opening = scene.reading.sentences[sentence]?.[0] ?? 0;
  if (cue > opening + 1) return null;
  const end = tokenAt(scene.reading, quotation.spans.at(-1)?.[1] ?? 0);
  for (let at = end; at < end + NEAREST_WORDS; at++) {
    const member = scene.memberAt(at);
    if (member) return speaker(member, scene);
  }
  return null;
}

/** "…,” said Crane, referring to the report": the speaker of the same sentence goes on. */
function sentenceSpeaker(quotation: Quotation, scene: Scene, running: Running | null): Speaker | null {
  const cue = quotation.cue?.[0] ?? 0;
  if (!running?.isPerson || running.end > cue || cue - running.end > LONGEST_SENTENCE) return null;
  return /[.!?\n]/.test(scene.article.text.slice(running.end, cue).replace(/\b(?:Mrs?|Ms|Dr|Sen|Rep|Gov)\./g, '')) ? null : running.speaker;
}

/** The person who is the subject of the cue's sentence, if they stand before the cue. */
export function speakerOfSentence(quotation: Quotation, scene: Scene): Speaker | null {
  if (quotation.cue === null) return null;
  const cue = tokenAt(scene.reading, quotation.cue[0]);
  const theme = scene.discourse.themes.get(scene.reading.tokens[cue]?.sentence ?? -1);
  const member = theme && theme.token < cue ? scene.cast.members[theme.member] : undefined;
  return member?.isSure ? speaker(member, scene) : null;
}

/** In characters. */
const LONGEST_LINE = 160;
const SHORTEST_LINE = 8;

/** The name that a line in capitals right before the quotation begins with; a comma and a description must follow it. */
function headingSpeaker(quotation: Quotation, scene: Scene): Speaker | null {
  const { text } = scene.article;
  const mark = endWithout(text.slice(0, quotation.spans[0]?.[0] ?? 0), /[\s"“”]/);
  const window = text.slice(Math.max(0, mark - LONGEST_LINE), mark);
  const start = mark - window.length + Math.max(window.lastIndexOf('\n'), window.lastIndexOf('"'), window.lastIndexOf('”')) + 1;
  const line = text.slice(start, mark);
  if (line.length < SHORTEST_LINE || !line.includes(',') || line !== line.toUpperCase() || /[“.!?]$/.test(line)) return null;
  const first = tokenAt(scene.reading, start + line.length - line.trimStart().length);
  const naming = scene.namingAt(first);
  return naming ? scene.speakerOf(naming.member) : null;
}

/** "Crane smiled. “I know.”": the subject of the sentence before, in the same paragraph. */
function sentenceBefore(quotation: Quotation, scene: Scene, running: Running | null): Speaker | null {
  const start = quotation.spans[0]?.[0] ?? 0;
  const first = tokenAt(scene.reading, start);
  const theme = lastTheme(scene, (scene.reading.tokens[first]?.sentence ?? 0) - 1, first);
  if (!theme || scene.paragraphAt(theme.offset) !== scene.paragraphAt(start) || (running && running.end > theme.offset)) return null;
  return speaker(theme.member, scene);
}

function runningSpeaker(quotation: Quotation, scene: Scene, running: Running | null): Speaker | null {
  if (!running?.isPerson) return null;
  const distance = scene.paragraphAt(quotation.spans[0]?.[0] ?? 0) - running.paragraph;
  return distance <= (isWholeParagraph(quotation, scene) ? FARTHEST : 0) ? running.speaker : null;
}

/** `Lund said the report helps. It “confirms what we knew.”`: but for its subject, the whole sentence is in marks. */
function goingOnSpeaker(quotation: Quotation, scene: Scene, running: Running | null): Speaker | null {
  const [start, end] = [quotation.spans[0]?.[0] ?? 0, quotation.spans.at(-1)?.[1] ?? 0];
  const { text, paragraphs } = scene.article;
  if (!running?.isPerson || scene.paragraphAt(start) !== running.paragraph || running.end > start) return null;
  const before = text.slice(Math.max(running.end, paragraphs[running.paragraph]?.[0] ?? 0, start - LONGEST_SUBJECT), start);
  return /[.!?]["”’]?\s+(?:It|This|That|These|They)\s["“‘]$/.test(before) && /^["”’]?(?:\s|$)/.test(text.slice(end, end + 2))
    ? running.speaker
    : null;
}

/** In characters: the end of the sentence before, and "These". */
const LONGEST_SUBJECT = 12;

function paragraphBefore(quotation: Quotation, scene: Scene): Speaker | null {
  const start = quotation.spans[0]?.[0] ?? 0;
  if (!isWholeParagraph(quotation, scene)) return null;
  const first = tokenAt(scene.reading, scene.article.paragraphs[scene.paragraphAt(start)]?.[0] ?? 0);
  const theme = lastTheme(scene, scene.reading.tokens[first - 1]?.sentence ?? -1, first);
  return theme && !asksSomething(scene, scene.paragraphAt(start) - 1) && scene.paragraphAt(theme.offset) === scene.paragraphAt(start) - 1
    ? speaker(theme.member, scene)
    : null;
}

/** An interviewer's question: whom it is about is not who answers it. */
function asksSomething({ article: { text, paragraphs } }: Scene, paragraph: number): boolean {
  return text.slice(...(paragraphs[paragraph] ?? [0, 0])).includes('?');
}

function lastTheme(
  scene: Scene,
  sentence: number,
  before: number,
): { readonly member: Member | undefined; readonly offset: number } | null {
  const theme = scene.discourse.themes.get(sentence);
  if (!theme || theme.token >= before) return null;
  return { member: scene.cast.members[theme.member], offset: scene.reading.tokens[theme.token]?.start ?? 0 };
}

function isWholeParagraph(quotation: Quotation, scene: Scene): boolean {
  const start = quotation.spans[0]?.[0] ?? 0;
  const paragraph = scene.article.paragraphs[scene.paragraphAt(start)];
  return paragraph !== undefined && start - paragraph[0] <= 3 && paragraph[1] - (quotation.spans.at(-1)?.[1] ?? 0) <= 4;
}

function speaker(member: Member | undefined, scene: Scene): Speaker | null {
  return member ? scene.speakerOf(member) : null;
}
