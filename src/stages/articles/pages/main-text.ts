/** The blocks of a page's main text: by Readability where the page is of ordinary size, with what it leaves out on some pages. */
import type { Block } from './blocks.ts';
import type { Digest } from './digest.ts';
import { plainText } from './entities.ts';
import { readableBlocks } from './readable.ts';
import type { PageSize } from './slim.ts';
import { proseBlocks } from './walk.ts';

/** Past these Readability is slow or overflows the stack, and the plain walker takes the page. */
const MOST_READABLE: PageSize = { elements: 12_000, attributes: 60_000, depth: 200 };
const LONGEST_READABLE = 1_500_000;
/** A text with less prose than this share is a table or a list; where the page holds so much prose, that is its story. */
const LEAST_PROSE = 0.2;
const STORY = 600;
/** Less than so much text is hardly a story. */
const HARDLY = 400;
/** Shortest paragraph that is prose, and that is looked for above the first one. */
const PARAGRAPH = 60;
const LEAD = 80;
/** Characters of markup between a headline and the first paragraph that are looked through, and paragraphs that are taken from there. */
const FARTHEST = 30_000;
const MOST_LEADS = 12;

/** The blocks of the main text, in order. */
export function mainBlocks(digest: Digest): readonly Block[] {
  const { slim, size } = digest;
  const isReadable =
    slim.length <= LONGEST_READABLE &&
    size.elements <= MOST_READABLE.elements &&
    size.attributes <= MOST_READABLE.attributes &&
    size.depth <= MOST_READABLE.depth;
  const found = isReadable ? readableBlocks(slim) : [];
  if (found.length === 0) return withTemplates(proseBlocks(slim), digest);
  const blocks = isTable(found) ? storyBeside(found, slim) : withLead(found, slim);
  return withTemplates(blocks, digest);
}

function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

function isProse({ text, linked }: Block): boolean {
  return text.length >= PARAGRAPH && /[.!?…]["”’»)]*$/.test(text) && linked < text.length / 2;
}

function isTable(blocks: readonly Block[]): boolean {
  return lengthOf(blocks.filter(isProse)) < lengthOf(blocks) * LEAST_PROSE && blocks.length > 20;
}

/** Readability took a table beside the story for the story. */
function storyBeside(found: readonly Block[], slim: string): readonly Block[] {
  const prose = proseBlocks(slim);
  const length = lengthOf(prose.filter(isProse));
  return length >= STORY && length > lengthOf(found.filter(isProse)) * 2 ? prose : found;
}

/** A page may keep its story in a template, from which a script puts it in its place. */
function withTemplates(blocks: readonly Block[], { templates }: Digest): readonly Block[] {
  if (templates.length === 0 || lengthOf(blocks) >= HARDLY) return blocks;
  const stories = templates.map((template): readonly Block[] => proseBlocks(template).filter(isProse));
  const longest = stories.reduce((best, story) => (lengthOf(story) > lengthOf(best) ? story : best), []);
  return lengthOf(longest) >= STORY ? longest : blocks;
}

/**
 * A story that an advertisement cuts in two loses its first part: paragraphs between the headline and the first block that was found are put before it.
 * Captions, lists and teasers that stand there are none of them.
 */
function withLead(found: readonly Block[], slim: string): readonly Block[] {
  const first = found.find(isProse);
  const at = first === undefined ? -1 : placeOf(first.text, slim);
  const headline = at < 0 ? -1 : slim.lastIndexOf('</h1>', at);
  if (headline < 0 || at - headline > FARTHEST) return found;
  const between = slim.slice(headline, at);
  if (!/<p[\s>]/.test(between) || plainText(between, LEAD * 4).length < LEAD) return found;
  const known = new Set(found.map(({ text }) => text));
  const leads = proseBlocks(between.slice(0, between.lastIndexOf('<'))).filter(
    (block) =>
      block.element === 'p' &&
      block.part === 'story' &&
      block.text.length >= LEAD &&
      block.linked < block.text.length * 0.3 &&
      /[.!?…]["”’»)]*$/.test(block.text) &&
      !known.has(block.text),
  );
  if (leads.length === 0 || leads.length > MOST_LEADS) return found;
  const index = found.indexOf(first as Block);
  return [...found.slice(0, index), ...leads, ...found.slice(index)];
}

/** Where a block's words begin in the markup, by a stretch of them that holds no sign that markup may write in another way; -1 where none is found once. */
function placeOf(text: string, slim: string): number {
  const plain = /[A-Za-z0-9 ,.]{24,60}/.exec(text.slice(0, 400))?.[0].trim();
  const at = plain === undefined ? -1 : slim.indexOf(plain);
  return at >= 0 && slim.indexOf(plain as string, at + 1) < 0 ? at : -1;
}
