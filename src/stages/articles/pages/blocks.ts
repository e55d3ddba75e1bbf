/** A tree of elements → its blocks of text, in order. Works on any tree builder's nodes, and never recurses. */

/** What a tree builder's node must tell. */
export interface NodeView<Node> {
  /** Text of a text node, null for anything else. */
  readonly text: (node: Node) => string | null;
  /** Lower-case element name, '' for nodes that are no elements. */
  readonly name: (node: Node) => string;
  readonly children: (node: Node) => readonly Node[];
}

/** One block of text. */
export interface Block {
  readonly text: string;
  /** The element it stands in: p, li, h2, div, ... */
  readonly element: string;
  /** How many of its characters are link texts. */
  readonly linked: number;
}

const INLINE: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite code data dfn em font i ins kbd label mark q rb ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const SKIPPED: ReadonlySet<string> = new Set('script style template head title noscript button figcaption'.split(' '));

/** Blocks of text below a node. A `br` ends a block as the end of a paragraph does. */
export function collectBlocks<Node>(root: Node, view: NodeView<Node>): readonly Block[] {
  const blocks: Block[] = [];
  let pieces: string[] = [];
  let linked = 0;
  const flush = (element: string): void => {
    const text = pieces.join('').replace(/\s+/g, ' ').trim();
    if (text !== '') blocks.push({ text, element, linked });
    pieces = [];
    linked = 0;
  };
  const stack: { node: Node | null; element: string; isLink: boolean }[] = [{ node: root, element: 'div', isLink: false }];
  for (let step = stack.pop(); step; step = stack.pop()) {
    if (step.node === null) {
      flush(step.element);
      continue;
    }
    const text = view.text(step.node);
    if (text !== null) {
      pieces.push(text);
      if (step.isLink) linked += text.trim().length;
      continue;
    }
    const name = view.name(step.node);
    if (SKIPPED.has(name)) continue;
    const isInline = INLINE.has(name);
    if (!isInline) {
      flush(step.element);
      stack.push({ node: null, element: name, isLink: false });
    }
    const element = isInline ? step.element : name;
    const children = view.children(step.node);
    for (let i = children.length - 1; i >= 0; i--) stack.push({ node: children[i] as Node, element, isLink: step.isLink || name === 'a' });
  }
  return blocks;
}
