/** Slim markup → the same with each element closed and one frame around all, as Readability's own tree builder wants it. */
import { walkPage } from '../xml.ts';

/** Where the outermost element and what stands in it are looked at: its depth, and that of its children. */
const [ROOT, CHILD] = [0, 1];

/**
 * Markup that is well-formed XML. Its outermost element holds `head` and `body` before anything else: where a page has none of these,
 * they are empty, and where it leaves out `html`, the first element has its place. Each stretch of text is a section of its own.
 */
export function wellFormed(slim: string): string {
  const pieces: string[] = [];
  let depth = ROOT;
  let roots = 0;
  /** What the outermost element's next child has to be, and where the piece stands that is put there if it is another. */
  let wanted: 'head' | 'body' | null = 'head';
  let gap = 0;
  const leaveGap = (): void => {
    gap = pieces.push('') - 1;
  };
  walkPage(slim, {
    onopentag: (name, attributes) => {
      const isRoot = depth === ROOT && roots++ === 0;
      if (depth === CHILD && roots === 1 && wanted !== null) {
        if (name !== wanted) pieces[gap] = FRAME[wanted];
        wanted = name === 'head' && wanted === 'head' ? 'body' : null;
      }
      let tag = `<${nameOf(name, isRoot)}`;
      for (const key of Object.keys(attributes)) tag += ` ${key}="${escaped(attributes[key] as string)}"`;
      pieces.push(`${tag}>`);
      if (isRoot) leaveGap();
      depth++;
    },
    ontext: (text) => void pieces.push(text.includes(']]>') ? escaped(text) : `<![CDATA[${text}]]>`),
    onclosetag: (name) => {
      depth--;
      const isRoot = depth === ROOT && roots === 1;
      if (isRoot && wanted !== null) pieces[gap] = FRAME[wanted];
      if (isRoot) wanted = null;
      pieces.push(`</${nameOf(name, isRoot)}>`);
      if (depth === CHILD && roots === 1 && wanted === 'body' && name === 'head') leaveGap();
    },
  });
  return pieces.join('');
}

/** What stands for a head, or for the body behind one, that is missing. */
const FRAME = { head: '<head></head><body></body>', body: '<body></body>' } as const;

/** The builder takes a colon for the end of a prefix, and every `html` for the outermost element. */
function nameOf(name: string, isRoot: boolean): string {
  if (name === 'html' && !isRoot) return 'x-html';
  return name.includes(':') ? name.replaceAll(':', '_') : name;
}

const SIGNS = /[&<>"]/g;
const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(SIGNS, (sign) => ESCAPED[sign] as string);
}
