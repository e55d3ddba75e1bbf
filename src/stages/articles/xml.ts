/** The only door to htmlparser2: XML as people publish it, sound or not, and the markup of pages → what a reader of it is told. Document types and their entities are not read. */
import { Parser } from 'htmlparser2';

/** Told of each element in turn; names and attributes are in lower case. */
export interface XmlListener {
  /** `from` is where its content begins in the text. */
  open?(name: string, attributes: Readonly<Record<string, string>>, from: number): void;
  /** `to` is where its content ends. */
  close?(name: string, to: number): void;
}

/** Deeper nesting is nothing that people write, and the parser takes long over it. */
const DEEPEST = 300;
const TOO_DEEP = new Error('too deep');

/** Walks through an XML text; false where its elements lie too deep in one another. Elements that are never closed end with the text. */
export function walkXml(text: string, listener: XmlListener): boolean {
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (++depth > DEEPEST) throw TOO_DEEP;
        listener.open?.(name, attributes, parser.endIndex + 1);
      },
      onclosetag: (name, isImplied) => {
        depth--;
        listener.close?.(name, isImplied ? Math.max(0, parser.endIndex + 1) : parser.startIndex);
      },
    },
    { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true, decodeEntities: true },
  );
  try {
    parser.end(text);
    return true;
  } catch (error) {
    if (error === TOO_DEEP) return false;
    throw error;
  }
}

/** Told of each element and each stretch of text of a page in turn; every element that opens is closed. */
export interface PageListener {
  readonly onopentag: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly ontext: (text: string) => void;
  readonly onclosetag: (name: string) => void;
}

/** Walks through a page's markup, closing what HTML lets people leave open. */
export function walkPage(markup: string, listener: PageListener): void {
  new Parser(listener, { decodeEntities: true }).end(markup);
}
