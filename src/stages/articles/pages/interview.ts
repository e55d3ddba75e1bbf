/** Interviews whose questions are set in bold letters, in italics or as headings: what is said gets the labels Q and A, which printed interviews have. */
import type { Block } from './blocks.ts';

const FEWEST_QUESTIONS = 2;
const ASKS = /\?["”’»)\]]*$/;
const HEADING = /^(?:h[2-6]|dt)$/;
const IN_MARKS = /[“"«„][^“”"«»„]*[”"»“]/g;
/** An interviewer speaks to somebody; one who explains asks about things. */
const ADDRESSES = /\b(?:you|your|yours|yourself)\b/i;
/** Who is asked speaks as a person. */
const SPEAKS = /\b(?:I|me|my|mine|we|us|our|ours)\b/;
/** "Lake Courier: …", "NH: …": who speaks is named already. */
const LABEL = /^\p{Lu}[^:?!.]{0,60}:\s/u;

/**
 * The blocks of an interview with "Q: " before each question and "A: " before each answer; other blocks as they are. An explanation in questions and
 * answers is no interview: at least half of the questions must address somebody, and at least half of the answers speak in the first person outside quotation marks.
 */
export function interviewBlocks(blocks: readonly Block[]): readonly Block[] {
  if (blocks.filter(holdsQuestion).length < FEWEST_QUESTIONS) return blocks;
  const apart = blocks.flatMap(questionApart);
  const exchanges = exchangesOf(apart);
  const isHalf = (count: number): boolean => count * 2 >= exchanges.length;
  const isInterview =
    exchanges.length >= FEWEST_QUESTIONS &&
    isHalf(exchanges.filter(({ question }) => ADDRESSES.test(question)).length) &&
    isHalf(exchanges.filter(({ answer }) => SPEAKS.test(answer.replace(IN_MARKS, ''))).length);
  return isInterview ? labelled(apart) : blocks;
}

function holdsQuestion(block: Block): boolean {
  return isQuestion(block) || (block.emphasised > 0 && ASKS.test(block.text.slice(0, block.emphasised).trimEnd()));
}

function isQuestion(block: Block): boolean {
  return isSetApart(block) && ASKS.test(block.text);
}

/** All of it is emphasised, or a heading. */
function isSetApart({ text, element, emphasised }: Block): boolean {
  return emphasised >= text.length || HEADING.test(element);
}

/** A question that opens the paragraph of its answer is a paragraph of its own. */
function questionApart(block: Block): readonly Block[] {
  if (isSetApart(block) || !holdsQuestion(block)) return [block];
  const question = block.text.slice(0, block.emphasised).trim();
  return [
    { ...block, text: question, emphasised: question.length },
    { ...block, text: block.text.slice(block.emphasised).trim(), emphasised: 0 },
  ];
}

interface Exchange {
  readonly question: string;
  readonly answer: string;
}

/** Questions with what stands between them and the next line that is set apart. */
function exchangesOf(blocks: readonly Block[]): readonly Exchange[] {
  const exchanges: Exchange[] = [];
  for (const [i, block] of blocks.entries()) {
    if (!isQuestion(block)) continue;
    const answer: string[] = [];
    for (let at = i + 1; at < blocks.length && !isSetApart(blocks[at] as Block); at++) answer.push((blocks[at] as Block).text);
    if (answer.length > 0) exchanges.push({ question: block.text, answer: answer.join('\n') });
  }
  return exchanges;
}

/** What is set apart and asks nothing is a subheading or a note of the editors. */
function labelled(blocks: readonly Block[]): readonly Block[] {
  let last: 'Q' | 'A' | null = null;
  return blocks.map((block) => {
    const isAsked: boolean = isQuestion(block) || (last !== null && isSetApart(block) && ADDRESSES.test(block.text));
    if (last !== null && !isAsked && isSetApart(block)) return { ...block, part: 'aside' };
    const label: 'Q' | 'A' | null = isAsked ? 'Q' : last === null ? null : 'A';
    const isFirst = label !== null && label !== last;
    last = label;
    return isFirst && !LABEL.test(block.text) ? { ...block, text: `${label}: ${block.text}` } : block;
  });
}
