/** A page's markup without what can hold no news, and the page's size: what a tree builder is asked to take on. */
import { EMPHASIS, opensLine } from './emphasis.ts';
import { isLiveBlog, timeSign } from './entry-times.ts';
import { isCaption, isCredit } from './parts.ts';
import { type Tag, VOID_ELEMENTS } from './scan.ts';

/** How much a tree builder would have to build. */
export interface PageSize {
  readonly elements: number;
  readonly attributes: number;
  readonly depth: number;
}

/** Elements that hold no news whatever their class is. A form is none of them: whole pages stand in one. */
const DROPPED: ReadonlySet<string> = new Set(
  'script style noscript template svg iframe object canvas audio video map button select option textarea nav amp-ad amp-sidebar amp-embed amp-iframe picture dialog noembed noframes aside footer s strike del'.split(
    ' ',
  ),
);
/** Elements that leave no trace of their own; the text in them stays. Fewer nodes make Readability half as slow again. */
const OMITTED: ReadonlySet<string> = new Set(
  '! img link meta input source span font b i strong em small u sup sub abbr time label mark ins bdi bdo wbr tt big var kbd samp center'.split(
    ' ',
  ),
);
/** Elements that pages often leave open; they say nothing about depth. */
const OFTEN_OPEN: ReadonlySet<string> = new Set('p li td th tr dt dd option thead tbody tfoot html head body'.split(' '));
/** Of addresses only those within the page matter: Readability counts them less than links. */
const KEPT_ATTRIBUTES = ['class', 'id', 'href', 'role', 'hidden', 'aria-hidden'];
const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i;
/** Texts that a page shows only to those who point at a word, or reads only to those who cannot see it. */
const UNSEEN_CLASS = /(?:^|[\s_-])(?:tooltip-?_?(?:text|content)|sr-only|visually-hidden|visuallyhidden|screen-reader-text)(?:$|[\s_-])/i;
/** Bars that archives of the web put into a page. */
const BAR_ID = /^wm-ipp(?:-base|-print)?$/;
const LONGEST_VALUE = 200;

/** An element that goes by another name, and how many of its own name are open in it. */
interface Renamed {
  readonly name: string;
  readonly element: string;
  open: number;
}

/** Takes the tags of one page in order. */
export class Slimmer {
  readonly #html: string;
  readonly #isLive: boolean;
  readonly #pieces: string[] = [];
  #lastEnds: ReadonlyMap<string, number> | null = null;
  #copied = 0;
  #visible = 0;
  #dropping: string | null = null;
  #open = 0;
  #quotations = 0;
  #renamed: Renamed | null = null;
  #emphasis: Renamed | null = null;
  #elements = 0;
  #attributes = 0;
  #depth = 0;
  #deepest = 0;

  constructor(html: string) {
    this.#html = html;
    this.#isLive = isLiveBlog(html);
  }

  take(tag: Tag): void {
    this.#measure(tag);
    if (this.#dropping !== null) this.#drop(tag);
    else this.#copy(tag);
  }

  /** The slim markup; to be asked for once, after the last tag. */
  markup(): string {
    if (this.#dropping === null) this.#pieces.push(withoutStrays(this.#html.slice(this.#copied)));
    return this.#pieces.join('');
  }

  /** How many characters of text, markup not counted, stand before the tag that was taken last. */
  get visible(): number {
    return this.#visible;
  }

  /** The element without news that the last tag stands in, or null. */
  get dropping(): string | null {
    return this.#dropping;
  }

  /** True inside an element that holds no news. */
  get isDropping(): boolean {
    return this.#dropping !== null;
  }

  size(): PageSize {
    return { elements: this.#elements, attributes: this.#attributes, depth: this.#deepest };
  }

  #measure({ name, isEnd, attributeCount }: Tag): void {
    this.#attributes += attributeCount;
    if (!isEnd) this.#elements++;
    if (name === '!' || VOID_ELEMENTS.has(name) || OFTEN_OPEN.has(name)) return;
    this.#depth = Math.max(0, this.#depth + (isEnd ? -1 : 1));
    this.#deepest = Math.max(this.#deepest, this.#depth);
  }

  #drop(tag: Tag): void {
    if (tag.name !== this.#dropping) return;
    this.#open += tag.isEnd ? -1 : 1;
    if (this.#open > 0) return;
    this.#dropping = null;
    this.#copied = tag.end;
  }

  #copy(tag: Tag): void {
    const { name, isEnd } = tag;
    const text = this.#html.slice(this.#copied, tag.start);
    this.#pieces.push(withoutStrays(text));
    this.#visible += text.length > 1 ? text.trim().length : text.length;
    this.#copied = name === 'title' ? tag.end : tag.rawEnd;
    if (!isEnd && tag.rawEnd === tag.end && isUnseen(tag) && this.#isClosed(tag)) {
      this.#dropping = name;
      this.#open = 1;
      return;
    }
    if (name === 'blockquote') this.#quotations = Math.max(0, this.#quotations + (isEnd ? -1 : this.#isClosed(tag) ? 1 : 0));
    if (this.#rename(tag)) return;
    if (this.#isLive) this.#pieces.push(timeSign(tag));
    if (EMPHASIS.has(name)) this.#emphasise(tag);
    if (OMITTED.has(name)) return;
    if (!DROPPED.has(name)) this.#pieces.push(isEnd ? `</${name}>` : slimTag(tag));
    else if (!isEnd && tag.rawEnd === tag.end && this.#isClosed(tag)) {
      this.#dropping = name;
      this.#open = 1;
    }
  }

  /** Emphasis is kept where it sets a line apart; elsewhere it says nothing about the text. */
  #emphasise(tag: Tag): void {
    const open = this.#emphasis;
    if (open !== null) {
      if (tag.name !== open.name) return;
      open.open += tag.isEnd ? -1 : 1;
      if (open.open > 0) return;
      this.#emphasis = null;
      this.#pieces.push('</b>');
    } else if (!tag.isEnd && opensLine(this.#html, tag, this.#pieces.slice(-3).join(''))) {
      this.#emphasis = { name: tag.name, element: 'b', open: 1 };
      this.#pieces.push('<b>');
    }
  }

  /** Captions and the credits of block quotations get the elements that are made for them: Readability loses all classes, and footers. */
  #rename(tag: Tag): boolean {
    const { name, isEnd } = tag;
    const renamed = this.#renamed;
    if (renamed !== null) {
      if (name !== renamed.name) return false;
      renamed.open += isEnd ? -1 : 1;
      if (renamed.open > 0) return false;
      this.#renamed = null;
      this.#pieces.push(`</${renamed.element}>`);
      return true;
    }
    const element = isEnd || VOID_ELEMENTS.has(name) ? null : this.#elementOf(tag);
    if (element === null || !this.#isClosed(tag)) return false;
    this.#renamed = { name, element, open: 1 };
    this.#pieces.push(`<${element}>`);
    return true;
  }

  #elementOf({ name, attributes }: Tag): string | null {
    const classes = attributes.get('class') ?? '';
    if (this.#quotations > 0 && isCredit(name, classes)) return 'cite';
    return name !== 'caption' && isCaption(name, classes) ? 'figcaption' : null;
  }

  /** A menu that is never closed must not swallow the page. */
  #isClosed({ name, end }: Tag): boolean {
    this.#lastEnds ??= lastEndsOf(this.#html);
    return (this.#lastEnds.get(name) ?? -1) >= end;
  }
}

/** Where the last end tag of each element begins, looked for once. */
function lastEndsOf(html: string): ReadonlyMap<string, number> {
  const ends = new Map<string, number>();
  for (let at = html.indexOf('</'); at >= 0; at = html.indexOf('</', at + 2)) {
    END_NAME.lastIndex = at + 2;
    const name = END_NAME.exec(html)?.[0];
    if (name !== undefined) ends.set(name.toLowerCase(), at);
  }
  return ends;
}

const END_NAME = /[a-z][a-z0-9:-]{0,40}/iy;

function isUnseen({ attributes }: Tag): boolean {
  return UNSEEN_CLASS.test(attributes.get('class') ?? '') || BAR_ID.test(attributes.get('id') ?? '');
}

/** Tree builders take long over a `<` that opens nothing, and over white space. */
function withoutStrays(text: string): string {
  if (text.length > 1 && text.trim() === '') return text.includes('\n') ? '\n' : ' ';
  return text.includes('<') ? text.replaceAll('<', '&lt;') : text;
}

function slimTag({ name, attributes }: Tag): string {
  let text = `<${name}`;
  for (const key of KEPT_ATTRIBUTES) {
    const value = attributes.get(key);
    if (value !== undefined && (key !== 'href' || value.startsWith('#')))
      text += ` ${key}="${value.slice(0, LONGEST_VALUE).replaceAll('"', '&quot;')}"`;
  }
  return `${text}${HIDDEN_STYLE.test(attributes.get('style') ?? '') ? ' hidden' : ''}>`;
}
