/** Who answers in an interview whose answers are labelled "A:": the person whom its headline or introduction says was asked. */
import type { Quotation, Speaker } from '../../core/model/statements.ts';
import type { Naming } from './cast.ts';
import type { Scene } from './scene.ts';

const ANSWER = /^\W*A(?:NSWER)?\b/i;
const QUESTION = /^\W*Q(?:UESTION)?\b\s*(?:\([^()]*\)\s*)?[:.]/i;
/** Paragraphs of an introduction, and persons named in it. */
const MOST_PARAGRAPHS = 20;
const MOST_NAMINGS = 40;
/** "an interview with the envoy …", "spoke to …", "We asked …": the name that follows is that of whoever answers. */
const IS_ASKED =
  /\b(?:interview(?:s|ed|ing)?(?:\s+with)?|Q&A\s+with|conversation\s+with|(?:sp(?:oke|eaks)|talk(?:s|ed)?|s[ai]ts?\s+down|chat(?:s|ted)?|met)\s+(?:to|with)|asked)\s+(?:[^.?!;:“”"\n]{0,60}[\s,])?$/i;
const LONGEST_PHRASE = 120;
/** "Ann Low: ‘We are ready’", "Ann Low on the talks". */
const ANSWERS_BEHIND = /^(?:\s*:|\s+(?:on|about)\s)/;

/** The one person who is asked; null for a question, and where nobody or several are said to be asked. */
export function interviewee(quotation: Quotation, scene: Scene): Speaker | null {
  const { text, paragraphs } = scene.article;
  const start = quotation.spans[0]?.[0] ?? 0;
  if (!ANSWER.test(text.slice(paragraphs[scene.paragraphAt(start)]?.[0] ?? start, start))) return null;
  const known = found.get(scene);
  if (known !== undefined) return known;
  const speaker = whoIsAsked(scene);
  found.set(scene, speaker);
  return speaker;
}

/** One introduction tells for all answers. */
const found = new WeakMap<Scene, Speaker | null>();

function whoIsAsked(scene: Scene): Speaker | null {
  const { text, paragraphs } = scene.article;
  const first = paragraphs.slice(0, MOST_PARAGRAPHS).find((span) => QUESTION.test(text.slice(span[0], span[0] + LONGEST_PHRASE)));
  if (!first) return null;
  const asked = scene.cast.namings.slice(0, MOST_NAMINGS).filter((naming) => isAsked(naming, first[0], scene));
  const members = new Set(asked.map(({ member }) => member));
  const [member] = members;
  return member && members.size === 1 ? scene.speakerOf(member) : null;
}

function isAsked({ mention }: Naming, opening: number, scene: Scene): boolean {
  const { text, paragraphs } = scene.article;
  const [from, to] = [scene.reading.tokens[mention.tokens[0]]?.start ?? 0, scene.reading.tokens[mention.tokens[1] - 1]?.end ?? 0];
  if (to > opening) return false;
  const headline = paragraphs[0] ?? [0, 0];
  if (from === headline[0] && to < headline[1] && ANSWERS_BEHIND.test(text.slice(to, to + LONGEST_PHRASE))) return true;
  const phrase = IS_ASKED.exec(text.slice(Math.max(0, from - LONGEST_PHRASE), from))?.index;
  return (
    phrase !== undefined &&
    !scene.cast.namings.slice(0, MOST_NAMINGS).some((other) => isBetween(other, Math.max(0, from - LONGEST_PHRASE) + phrase, from, scene))
  );
}

/** "asked Low about Crane": the first name behind the words is meant. */
function isBetween({ mention }: Naming, from: number, to: number, { reading }: Scene): boolean {
  const start = reading.tokens[mention.tokens[0]]?.start ?? 0;
  return start >= from && start < to;
}
