/** The only door to Readability and linkedom: the main text of a page of ordinary size. */
import { createRequire } from 'node:module';
import { Readability } from '@mozilla/readability';
import { type Block, collectBlocks, type NodeView } from './blocks.ts';
import { interviewBlocks } from './interview.ts';
import { quotedBlocks } from './quoted.ts';

/** The part of a DOM node that blocks need. */
interface DomNode {
  readonly nodeType: number;
  readonly localName?: string;
  readonly data?: string;
  readonly childNodes: readonly DomNode[];
}

const TEXT = 3;

const VIEW: NodeView<DomNode> = {
  text: (node) => (node.nodeType === TEXT ? (node.data ?? '') : null),
  name: (node) => node.localName ?? '',
  children: (node) => node.childNodes,
  // The slim markup has told captions and credits by their elements before.
  classes: () => '',
};

/** linkedom takes longer to load than most articles take to read, and texts and feeds do not need it; it is kept after the first page. */
const require = createRequire(import.meta.url);
let dom: typeof import('linkedom') | null = null;
function loadDom(): typeof import('linkedom') {
  if (dom === null) {
    dom = require('linkedom') as typeof import('linkedom');
    silence(dom.parseHTML('<p>.</p>').document.documentElement);
  }
  return dom;
}

/**
 * linkedom keeps a map of listeners for every node, which costs a tenth of the time that a page takes. Nobody listens here: the class beneath its nodes is made by another one, which
 * keeps none. A linkedom in which there is no such class stays as it is.
 */
function silence(node: object): void {
  for (let made: unknown = node.constructor; typeof made === 'function' && made.name !== ''; made = Object.getPrototypeOf(made)) {
    const base: unknown = Object.getPrototypeOf(made);
    if (typeof base === 'function' && base.name === 'DOMEventTarget') Object.setPrototypeOf(made, class {});
  }
}

/** Blocks of a page's main text, or none where Readability finds no article. Throws nothing on any markup. */
export function readableBlocks(markup: string): readonly Block[] {
  const { parseHTML } = loadDom();
  try {
    const { document } = parseHTML(markup);
    const article = new Readability(document, { charThreshold: 150, keepClasses: true, serializer: (element: unknown) => element }).parse();
    return article?.content ? interviewBlocks(quotedBlocks(collectBlocks(article.content as DomNode, VIEW))) : [];
  } catch {
    // Readability and linkedom fail on some broken markup; the walker over parse5's tree takes those pages.
    return [];
  }
}
