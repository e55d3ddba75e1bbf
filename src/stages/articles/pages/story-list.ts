/** Home pages, sections, tags and results of a search: pages that list stories and tell none. */
import type { Block } from './blocks.ts';

const HEADING = /^(?:h[1-6]|li|dt|div|p|a|td)$/;
/** A headline is a link of so many characters, nearly from end to end. */
const HEADLINE = { fewest: 15, most: 200, linked: 0.8 };
/** A beginning of a story; a longer paragraph is one of a story. */
const LONGEST_TEASER = 420;
const PROSE = 40;
/** So many headlines make a list where beginnings of stories stand between them, and where none does. */
const FEWEST = 5;
const FEWEST_BARE = 8;

/**
 * True for the blocks of a page that lists stories: headlines that are links from end to end, with no more than the beginning of a story behind each.
 * Links below a story are none: there they stand behind its paragraphs, not between them.
 */
export function listsStories(blocks: readonly Block[]): boolean {
  const headlines = blocks.filter(isHeadline).length;
  const prose = blocks.filter(isProse);
  if (headlines < FEWEST || prose.some(({ text }) => text.length > LONGEST_TEASER)) return false;
  if (prose.length === 0) return headlines >= FEWEST_BARE;
  const told = blocks.filter((block, i) => isHeadline(block) && teaserBehind(blocks, i)).length;
  return told >= FEWEST && prose.length <= headlines * 2 && proseBefore(blocks) <= 1;
}

function isHeadline({ text, linked, element }: Block): boolean {
  return HEADING.test(element) && text.length >= HEADLINE.fewest && text.length <= HEADLINE.most && linked >= text.length * HEADLINE.linked;
}

function isProse({ text, linked }: Block): boolean {
  return text.length >= PROSE && linked < text.length / 2 && /[.!?…]["”’»)]*$/.test(text);
}

/** A paragraph follows, perhaps below a line with a day or a name. */
function teaserBehind(blocks: readonly Block[], at: number): boolean {
  const next = blocks.slice(at + 1, at + 4);
  const headline = next.findIndex(isHeadline);
  return next
    .slice(0, headline < 0 ? undefined : headline)
    .some(({ text, linked }) => linked < text.length / 2 && text.length >= PROSE / 2);
}

function proseBefore(blocks: readonly Block[]): number {
  return blocks.slice(0, blocks.findIndex(isHeadline)).filter(isProse).length;
}
