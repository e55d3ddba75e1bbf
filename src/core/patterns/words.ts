/** The words of a text as patterns see them (matcher.ts): each with the forms by which it may satisfy a step. */
import type { Reading } from '../model/reading.ts';
import type { Form, Symbols } from './symbols.ts';

/** The words of a text as patterns see them: hyphenated tokens are cut, hyphens and quotation marks are left out. Columns, for speed. */
export interface Words {
  readonly forms: readonly Form[];
  /** For each word the index of the token it comes from. */
  readonly tokens: readonly number[];
  /** The words with which some pattern begins, in order: most begin none, and each matcher walks over all that do. */
  readonly openers: readonly number[];
  /** The matchers with a pattern that begins with one of them, as a set of bits. */
  readonly openedBySome: number;
}

/** Words from the forms of each token. */
export function wordsOf(formsOfTokens: readonly (readonly Form[])[]): Words {
  let count = 0;
  for (const ofToken of formsOfTokens) count += ofToken.length;
  const forms = new Array<Form>(count);
  const tokens = new Array<number>(count);
  const openers: number[] = [];
  let openedBySome = 0;
  let word = 0;
  for (let token = 0; token < formsOfTokens.length; token++) {
    for (const form of formsOfTokens[token] as readonly Form[]) {
      forms[word] = form;
      tokens[word] = token;
      if (form.opens !== 0) openers.push(word);
      openedBySome |= form.opens;
      word += 1;
    }
  }
  return { forms, tokens, openers, openedBySome };
}

/** The words of a reading, with what they may match; a token that is a party has its slot ("<third party>") instead of its words. */
export function matchableWords({ tokens }: Pick<Reading, 'tokens'>, symbols: Symbols, slots?: ReadonlyMap<number, string>): Words {
  return wordsOf(
    tokens.map((token, i) => {
      const slot = slots?.get(i);
      return slot === undefined ? symbols.formsOf(token) : symbols.slotForms(slot);
    }),
  );
}

/** The same by the letters of each word alone, without grammar. */
export function surfaceWords({ tokens }: Pick<Reading, 'tokens'>, symbols: Symbols, baseOf: (text: string) => string): Words {
  const forms = tokens.map(({ text }) => symbols.formsOfSurface(text, baseOf));
  return forms.some((ofToken) => ofToken.some(({ opens }) => opens !== 0)) ? wordsOf(forms) : NO_WORDS;
}

/** Words among which no pattern begins. */
const NO_WORDS: Words = { forms: [], tokens: [], openers: [], openedBySome: 0 };

/** False for "Russian" in "anti-Russian". */
export function isFirstOfToken({ tokens }: Words, word: number): boolean {
  return word === 0 || tokens[word - 1] !== tokens[word];
}
