/** The only door to parse5: text blocks of a page that is too large for Readability, or in which it finds nothing. */
import { parse, parseFragment } from 'parse5';
import { type Block, collectBlocks, type NodeView } from './blocks.ts';
import { decodeEntities } from './entities.ts';
import { interviewBlocks } from './interview.ts';
import { quotedBlocks } from './quoted.ts';

/** The part of a parse5 node that blocks need. */
interface TreeNode {
  readonly nodeName: string;
  readonly value?: string;
  readonly childNodes?: readonly TreeNode[];
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
}

const VIEW: NodeView<TreeNode> = {
  text: (node) => (node.nodeName === '#text' ? (node.value ?? '') : null),
  name: (node) => (node.nodeName.startsWith('#') ? '' : node.nodeName),
  children: (node) => node.childNodes ?? [],
  classes: (node) => node.attrs?.find(({ name }) => name === 'class')?.value ?? '',
};

/** Blocks that read like news: sentences, not lists of links. */
export function proseBlocks(markup: string): readonly Block[] {
  const tree = parse(markup) as unknown as TreeNode;
  return interviewBlocks(quotedBlocks(collectBlocks(tree, VIEW)).filter(isProse));
}

function isProse({ text, element, linked }: Block): boolean {
  if (linked > text.length * 0.4) return false;
  if (/^h[1-6]$/.test(element)) return true;
  return text.length >= 60 || /[.!?]["”’»)]?$/.test(text);
}

/** Text of a piece of markup, its blocks a paragraph each. */
export function markupText(markup: string): string {
  if (!markup.includes('<')) return decodeEntities(markup);
  return interviewBlocks(quotedBlocks(collectBlocks(parseFragment(markup) as unknown as TreeNode, VIEW)))
    .map(({ text }) => text)
    .join('\n\n');
}
