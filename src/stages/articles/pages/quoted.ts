/** Captions and block quotations of a page, as a reader takes them: words that somebody is named for belong to the story, a caption's own words do not. */
import type { Block } from './blocks.ts';

/** A longer "caption" is a text. */
const LONGEST_CAPTION = 1000;
const LONGEST_CREDIT = 160;
/** Shorter words in marks are a name or a label. */
const FEWEST_WORDS = 3;

const QUOTED = /[“"«„]([^“”"«»„]{2,800})[”"»“]/g;
const DASH = /^\s*(?:[—–―]|--?)\s*(?=\p{Lu})/u;
/** "… will sign.” (Photo: Agency)" */
const CREDIT_BEHIND = /(?<=[.!?…][”"»]|[.!?])\s*\([^()]*\)\s*$/;
/** A handle, as posts are signed: "(@name)". */
const HANDLE = /\(@\w{1,30}\)/;

/**
 * Blocks as they belong to the text. Of a caption only the sentences stay that quote somebody and say whom. A block quotation whose last line or `cite` names
 * the speaker is put in marks, with the name behind a dash.
 */
export function quotedBlocks(blocks: readonly Block[]): readonly Block[] {
  const found: Block[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as Block;
    if (block.quotation > 0) {
      let end = i + 1;
      while (blocks[end]?.quotation === block.quotation) end++;
      found.push(...credited(blocks.slice(i, end)));
      i = end - 1;
    } else found.push(...(block.part === 'caption' && block.text.length <= LONGEST_CAPTION ? captionOf(block) : [block]));
  }
  return found;
}

function captionOf(block: Block): readonly Block[] {
  const text = sentencesOf(block.text).filter(isAttributed).join(' ').replace(CREDIT_BEHIND, '');
  return text === '' ? [] : [{ ...block, text, part: 'story' }];
}

/** Sentences of a caption; what stands in marks is not cut. */
function sentencesOf(caption: string): readonly string[] {
  const sentences: string[] = [];
  let start = 0;
  let depth = 0;
  for (const { index, 0: sign } of caption.matchAll(/[“«„]|[”»]|"|[.!?]\s+(?=[\p{Lu}\p{N}“"«„(©])/gu)) {
    if (sign === '"') depth = depth === 0 ? 1 : 0;
    else if (/[“«„]/.test(sign)) depth = 1;
    else if (/[”»]/.test(sign)) depth = 0;
    else if (depth === 0) {
      sentences.push(caption.slice(start, index + 1));
      start = index + sign.length;
    }
  }
  return [...sentences, caption.slice(start)];
}

/** True where a comma, a colon or a dash ties words in marks to the words beside them, as they tie what is said to who said it. */
export function isAttributed(sentence: string): boolean {
  return [...sentence.matchAll(QUOTED)].some(({ index, 0: whole, 1: inside = '' }) => {
    if (inside.trim().split(/\s+/).length < FEWEST_WORDS) return false;
    const [before, behind] = [sentence.slice(0, index), sentence.slice(index + whole.length)];
    const isTiedBehind = /,\s*$/.test(inside) ? /^\s+\p{L}/u.test(behind) : /[?!…]\s*$/.test(inside) && /^\s+\p{Ll}/u.test(behind);
    return isTiedBehind || /^,\s+\p{L}/u.test(behind) || /^\s*(?:[—–―]|--?)\s*\p{Lu}/u.test(behind) || /[\p{L})][:,]\s*$/u.test(before);
  });
}

/** A block quotation with whose words they are; as it was where nobody is named in it. */
function credited(blocks: readonly Block[]): readonly Block[] {
  const words = blocks.filter(({ part }) => part === 'quotation');
  const credit = creditOf(blocks, words);
  const quoted = credit?.isLine ? words.slice(0, -1) : words;
  const last = quoted.at(-1);
  if (!credit || !last) return blocks.map((block) => (block.part === 'credit' ? { ...block, part: 'story' } : block));
  // A post is one paragraph with its signature, and needs no marks.
  if (HANDLE.test(credit.name)) return [{ ...last, text: `${quoted.map(({ text }) => text).join(' ')} — ${credit.name}` }];
  const marked = withMarks(quoted.map(({ text }) => text));
  return quoted.map((block, i) => ({ ...block, text: block === last ? `${marked[i]} — ${credit.name}` : (marked[i] ?? '') }));
}

interface BlockCredit {
  readonly name: string;
  /** It is the last line of the quotation itself. */
  readonly isLine: boolean;
}

function creditOf(blocks: readonly Block[], words: readonly Block[]): BlockCredit | null {
  const parts = blocks.filter(({ part }) => part === 'credit').map(({ text }) => text);
  const line = words.at(-1)?.text ?? '';
  const isLine = parts.length === 0 && words.length > 1 && DASH.test(line);
  const name = (isLine ? line : parts.join(', ')).replace(DASH, '').trim();
  return name !== '' && name.length <= LONGEST_CREDIT && /^\p{Lu}/u.test(name) && !/[.!?]\s+\p{Lu}\p{Ll}+\s\p{Ll}/u.test(name)
    ? { name, isLine }
    : null;
}

/** Paragraphs of one quotation: each opens the marks, the last one closes them. */
function withMarks(texts: readonly string[]): readonly string[] {
  if (/^[“"«„]/.test(texts[0] ?? '') && /[”"»“]$/.test(texts.at(-1) ?? '')) return texts;
  return texts.map((text, i) => {
    const inside = text.replace(/[“"«„]([^“”"«»„]*)[”"»“]/g, '‘$1’');
    return `“${inside}${i === texts.length - 1 ? '”' : ''}`;
  });
}
