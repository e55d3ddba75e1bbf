/** The only door to Readability: the main text of a page of ordinary size. */
import { Readability } from '@mozilla/readability';
// @ts-expect-error the package has no types for the tree builder that comes with it
import JSDOMParser from '@mozilla/readability/JSDOMParser.js';
import { type Block, collectBlocks, type NodeView } from './blocks.ts';
import { interviewBlocks } from './interview.ts';
import { quotedBlocks } from './quoted.ts';
import { wellFormed } from './well-formed.ts';

/** The part of a node that blocks need. */
interface TreeNode {
  readonly nodeType: number;
  readonly localName: string | null;
  readonly textContent: string;
  readonly childNodes: readonly TreeNode[];
}

/** A document of Readability's own tree builder, which knows what Readability asks for and little more: it takes a third of the time of a whole DOM. */
interface Tree {
  readonly children: readonly TreeElement[];
  documentElement: TreeElement;
  head: TreeElement;
  body: TreeElement;
}

interface TreeElement {
  readonly children: readonly TreeElement[];
}

const TEXT = 3;

const VIEW: NodeView<TreeNode> = {
  text: (node) => (node.nodeType === TEXT ? node.textContent : null),
  name: (node) => node.localName ?? '',
  children: (node) => node.childNodes,
  // The slim markup has told captions and credits by their elements before.
  classes: () => '',
};

/** Blocks of a page's main text, or none where Readability finds no article. Throws nothing on any markup. */
export function readableBlocks(markup: string): readonly Block[] {
  try {
    const article = new Readability(treeOf(markup) as unknown as ConstructorParameters<typeof Readability>[0], OPTIONS).parse();
    return article?.content ? interviewBlocks(quotedBlocks(collectBlocks(article.content as TreeNode, VIEW))) : [];
  } catch {
    // Readability fails on some broken markup; the walker over parse5's tree takes those pages.
    return [];
  }
}

const OPTIONS = { charThreshold: 150, keepClasses: true, serializer: (element: unknown) => element };

/** The builder takes the last `body` that it meets for the page's own; it is the first element behind the head. */
function treeOf(markup: string): Tree {
  const tree = new (JSDOMParser as { new (): { parse(markup: string): Tree } })().parse(wellFormed(markup));
  const [root] = tree.children as readonly [TreeElement];
  const [head, body] = root.children as readonly [TreeElement, TreeElement];
  return Object.assign(tree, { documentElement: root, head, body });
}
