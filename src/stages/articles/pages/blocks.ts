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

/** Stands for a `br` until a block is whole. */
const BREAK = '\u0001';
/** A break between two lines of one sentence: the next line goes on in small letters, or the last one has not come to an end. */
const RUNS_ON = /[,;–—-]\s*$/;
const OPEN_QUOTE = /[“„«][^”“»]*$/;

/** Blocks of text below a node. One `br` inside a sentence is a blank; else it ends a block as the end of a paragraph does. `q` carries marks. */
export function collectBlocks<Node>(root: Node, view: NodeView<Node>): readonly Block[] {
  const blocks: Block[] = [];
  let pieces: string[] = [];
  let linked = 0;
  let quotes = 0;
  const flush = (element: string): void => {
    const whole = pieces.join('');
    for (const line of whole.includes(BREAK) ? linesOf(whole) : [whole]) {
      const text = line.replace(/\s+/g, ' ').trim();
      if (text !== '') blocks.push({ text, element, linked });
    }
    pieces = [];
    linked = 0;
  };
  const stack: Step<Node>[] = [{ node: root, element: 'div', isLink: false, isPre: false }];
  for (let step = stack.pop(); step; step = stack.pop()) {
    if (step.node === null) {
      if (step.element !== 'q') flush(step.element);
      else pieces.push(--quotes % 2 === 0 ? '”' : '’');
      continue;
    }
    const text = view.text(step.node);
    if (text !== null) {
      pieces.push(step.isPre ? text.replace(/\n[^\S\n]*\n\s*/g, BREAK + BREAK) : text);
      if (step.isLink) linked += text.trim().length;
      continue;
    }
    const name = view.name(step.node);
    if (SKIPPED.has(name)) continue;
    if (name === 'br') {
      pieces.push(BREAK);
      continue;
    }
    const isInline = INLINE.has(name);
    if (!isInline) {
      flush(step.element);
      stack.push({ node: null, element: name, isLink: false, isPre: false });
    } else if (name === 'q' && !isMarked(pieces, view, step.node)) {
      pieces.push(quotes++ % 2 === 0 ? '“' : '‘');
      stack.push({ node: null, element: 'q', isLink: false, isPre: false });
    }
    const element = isInline ? step.element : name;
    const children = view.children(step.node);
    const [isLink, isPre] = [step.isLink || name === 'a', step.isPre || name === 'pre'];
    for (let i = children.length - 1; i >= 0; i--) stack.push({ node: children[i] as Node, element, isLink, isPre });
  }
  flush('div');
  return blocks;
}

/** A node that is still to be visited; null is the end of an element. */
interface Step<Node> {
  readonly node: Node | null;
  readonly element: string;
  readonly isLink: boolean;
  readonly isPre: boolean;
}

/** Some pages write the marks that `q` stands for, before it or in it. */
function isMarked<Node>(pieces: readonly string[], view: NodeView<Node>, node: Node): boolean {
  const [first] = view.children(node);
  return /[“"‘«„]\s*$/.test(pieces.at(-1) ?? '') || /^\s*[“"‘«„]/.test((first !== undefined && view.text(first)) || '');
}

/** The lines of a block with breaks; lines of one sentence are one. */
function linesOf(whole: string): readonly string[] {
  const lines: string[] = [];
  let isApart = true;
  for (const line of whole.split(BREAK)) {
    const last = lines.at(-1);
    if (line.trim() === '') isApart = true;
    else if (!isApart && last !== undefined && (/^\s*\p{Ll}/u.test(line) || RUNS_ON.test(last) || OPEN_QUOTE.test(last))) {
      lines[lines.length - 1] = `${last} ${line}`;
    } else {
      lines.push(line);
      isApart = false;
    }
    if (line.trim() !== '') isApart = false;
  }
  return lines;
}
