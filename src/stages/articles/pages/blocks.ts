/** A tree of elements → its blocks of text, in order. Works on any tree builder's nodes, and never recurses. */
import { endsParagraph } from '../paragraphs.ts';
import { EMPHASIS } from './emphasis.ts';
import { takeTimes } from './entry-times.ts';
import { isCaption, isCredit } from './parts.ts';

/** What a tree builder's node must tell. */
export interface NodeView<Node> {
  /** Text of a text node, null for anything else. */
  readonly text: (node: Node) => string | null;
  /** Lower-case element name, '' for nodes that are no elements. */
  readonly name: (node: Node) => string;
  readonly children: (node: Node) => readonly Node[];
  /** Classes of an element, '' for other nodes and where the tree has lost them. */
  readonly classes: (node: Node) => string;
}

/** What a block is beside a paragraph of the story: a caption, a block quotation, the line in one that says whose words they are, or a note between answers. */
export type Part = 'story' | 'caption' | 'quotation' | 'credit' | 'aside';

/** One block of text. */
export interface Block {
  readonly text: string;
  /** The element it stands in: p, li, h2, div, ... */
  readonly element: string;
  /** How many of its characters are link texts. */
  readonly linked: number;
  /** How many of its characters, from the first one, are set in bold letters or italics. */
  readonly emphasised: number;
  /** The time that a live blog gives the entry that begins here, as it stands in the page. */
  readonly time?: string;
  /** The time behind the last block: entries of this live blog end with theirs. */
  readonly lastTime?: string;
  readonly part: Part;
  /** Number of the block quotation that it belongs to, with its credit; 0 outside of any. */
  readonly quotation: number;
}

const INLINE: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite code data dfn em font i ins kbd label mark q rb ruby samp small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const SKIPPED: ReadonlySet<string> = new Set('script style template head title noscript button s strike del'.split(' '));

/** Stands for a `br` until a block is whole. */
const BREAK = '\u0001';
/** Stand around text that is emphasised from the beginning of its line. */
const [EMPHASIS_ON, EMPHASIS_OFF] = ['\u0002', '\u0003'] as const;
const SIGNS = /[\u0002\u0003]/g;
/** A break between two lines of one sentence: the next line goes on in small letters, or the last one has not come to an end. */
const RUNS_ON = /[,;–—-]\s*$/;
const OPEN_QUOTE = /[“„«][^”“„«»]*$/;

/** Blocks of text below a node. One `br` inside a sentence is a blank; else it ends a block as the end of a paragraph does. `q` carries marks. */
export function collectBlocks<Node>(root: Node, view: NodeView<Node>): readonly Block[] {
  const blocks: Block[] = [];
  let pieces: string[] = [];
  let linked = 0;
  let quotes = 0;
  let quotations = 0;
  let pending: string | null = null;
  const flush = ({ element, part, quotation }: Place): void => {
    const { whole, time } = takeTimes(pieces.join(''));
    pending = time ?? pending;
    for (const line of whole.includes(BREAK) ? linesOf(whole) : [whole]) {
      const { text, emphasised } = emphasisOf(line);
      if (text === '') continue;
      blocks.push({ text, element, linked, emphasised, ...(pending !== null && { time: pending }), part, quotation });
      pending = null;
    }
    pieces = [];
    linked = 0;
  };
  const stack: Step<Node>[] = [{ node: root, ...OUTERMOST }];
  for (let step = stack.pop(); step; step = stack.pop()) {
    if (step.node === null) {
      if (step.element === 'q') pieces.push(--quotes % 2 === 0 ? '”' : '’');
      else if (step.element === 'b') pieces.push(EMPHASIS_OFF);
      else flush(step);
      continue;
    }
    const text = view.text(step.node);
    if (text !== null) {
      pieces.push(step.isPre ? preText(text) : text);
      if (step.isLink) linked += text.trim().length;
      continue;
    }
    const name = view.name(step.node);
    if (SKIPPED.has(name)) continue;
    if (name === 'br') {
      pieces.push(BREAK);
      continue;
    }
    if (name === 'cite' && step.part === 'story' && isQuotation(pieces.join(''))) pieces.push(' — ');
    const children = view.children(step.node);
    const opens = step.quotation === 0 && (name === 'blockquote' || (name === 'figure' && holdsQuotation(children, view)));
    const quotation = opens ? ++quotations : step.quotation;
    const part = partOf({ name, classes: view.classes(step.node), quotation }, step.part);
    const isInline = INLINE.has(name) && part === step.part;
    const place = { element: INLINE.has(name) ? step.element : name, part, quotation };
    if (!isInline) {
      flush(step);
      stack.push({ node: null, ...place, isLink: false, isPre: false });
    } else if (name === 'q' && !isMarked(pieces, view, step.node)) {
      pieces.push(quotes++ % 2 === 0 ? '“' : '‘');
      stack.push({ node: null, ...place, element: 'q', isLink: false, isPre: false });
    } else if (EMPHASIS.has(name) && isLineStart(pieces)) {
      pieces.push(EMPHASIS_ON);
      stack.push({ node: null, ...place, element: 'b', isLink: false, isPre: false });
    }
    const [isLink, isPre] = [step.isLink || name === 'a', step.isPre || name === 'pre'];
    for (let i = children.length - 1; i >= 0; i--) stack.push({ node: children[i] as Node, ...place, isLink, isPre });
  }
  flush(OUTERMOST);
  const last = blocks.at(-1);
  if (last && pending !== null) blocks[blocks.length - 1] = { ...last, lastTime: pending };
  return blocks;
}

/** A text that is set as it is typed: blank lines end its paragraphs, and short lines that end a sentence. */
function preText(text: string): string {
  const lines = text.split('\n');
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0);
  return lines
    .map((line, i) => {
      const next = lines[i + 1]?.trimStart() ?? '';
      return line.trim() === '' ? BREAK + BREAK : endsParagraph(line.trim(), next.slice(0, 2), width) ? `${line}${BREAK}${BREAK}` : line;
    })
    .join('\n');
}

/** Blank pieces that are looked back over. */
const MOST_BLANK = 5;

function isLineStart(pieces: readonly string[]): boolean {
  const last = pieces.slice(-MOST_BLANK).findLast((piece) => piece.trim() !== '');
  return last === undefined ? pieces.length < MOST_BLANK : last === BREAK;
}

/** A line without the signs of emphasis, and how far the emphasis at its beginning reaches. */
function emphasisOf(line: string): Pick<Block, 'text' | 'emphasised'> {
  if (!line.includes(EMPHASIS_ON)) return { text: joined(line), emphasised: 0 };
  const [inside = ''] = line.split(EMPHASIS_OFF, 1);
  return { text: joined(line.replace(SIGNS, '')), emphasised: /^\s*\u0002/.test(line) ? joined(inside.replace(SIGNS, '')).length : 0 };
}

function joined(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Where a piece of text stands. */
interface Place {
  readonly element: string;
  readonly part: Part;
  readonly quotation: number;
}

const OUTERMOST = { element: 'div', part: 'story', quotation: 0, isLink: false, isPre: false } as const;

/** A node that is still to be visited; null is the end of an element. */
interface Step<Node> extends Place {
  readonly node: Node | null;
  readonly isLink: boolean;
  readonly isPre: boolean;
}

/** A figure may hold a block quotation, and in its caption whose words they are. */
function holdsQuotation<Node>(children: readonly Node[], view: NodeView<Node>): boolean {
  return children.some((child) => view.name(child) === 'blockquote');
}

function partOf({ name, classes, quotation }: { name: string; classes: string; quotation: number }, outer: Part): Part {
  if (outer === 'caption' || outer === 'credit') return outer;
  if (name === 'blockquote') return 'quotation';
  if (quotation > 0 && (isCredit(name, classes) || isCaption(name, classes))) return 'credit';
  return isCaption(name, classes) ? 'caption' : outer;
}

/** Words in marks and nothing else; a `cite` behind them says whose they are. */
function isQuotation(text: string): boolean {
  return /^\s*[“"«„][^“”"«»„]{2,800}[^,“”"«»„][”"»“]\s*$/.test(text);
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
