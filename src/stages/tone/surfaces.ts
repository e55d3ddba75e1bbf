/** What is known of a word by its letters alone, wherever it stands. */
import { ownCopy } from '../../core/own-copy.ts';
import type { Form, Symbols } from '../../core/patterns/symbols.ts';
import type { OfficeWords } from './office-words.ts';
import type { Spelling } from './spelling.ts';

/** A word or mark as it is written. */
export interface Surface {
  /** As patterns see it. */
  readonly forms: readonly Form[];
  /** What the fair copy has for it. */
  readonly fair: string;
  /** The same in a statement that is all in capitals. */
  readonly fairInCapitals: string;
  /** Begins with a capital and holds only letters and digits. */
  readonly isCapitalised: boolean;
  /** Two capitals or more, and nothing else. */
  readonly isShout: boolean;
  readonly isSmall: boolean;
  /** A sentence, or something that may begin with a capital, goes on behind it. */
  readonly isSentenceEnd: boolean;
  /** Some pattern names it in small letters. */
  readonly isWord: boolean;
  /** It is another form of such a word by its ending ("Praises"). */
  readonly isInflected: boolean;
  readonly isTitle: boolean;
  /** "The then president of the United States". */
  readonly isBeforeTitle: boolean;
  /** "Secretary of State". */
  readonly isDepartment: boolean;
  readonly isGivenName: boolean;
  /** The adjective of a country ("Russian"). */
  readonly isDemonym: boolean;
  /** The plural of one ("Russians"). */
  readonly isPeople: boolean;
}

/** The lists of a lexicon that tell words by their letters; all in small letters. */
export interface WordLists {
  readonly symbols: Symbols;
  readonly spelling: Spelling;
  readonly titles: ReadonlySet<string>;
  readonly givenNames: ReadonlySet<string>;
  readonly demonyms: ReadonlySet<string>;
  readonly offices: OfficeWords;
}

/** Words that are kept, so that a long-running process does not grow without end. */
const MOST_KNOWN = 20_000;

const YEAR = /^(?:1[5-9]|20)\d\d$/;
const SOME_YEAR = '2000';
const WORD = /^[\p{L}\p{N}]/u;
const CAPITALISED = /^(?:[OD]')?\p{Lu}[\p{L}\p{N}]*$/u;
const SHOUT = /^\p{Lu}{2,}$/u;
const SMALL = /^\p{Ll}/u;
const SENTENCE_END = /^[.!?:;“”"‘(—–…-]$/;
const BEFORE_TITLE: ReadonlySet<string> = new Set([
  ...['current', 'former', 'then', 'incumbent', 'late', 'acting', 'new', 'deputy', 'first', 'vice'],
  ...['foreign', 'defense', 'defence', 'prime', 'national', 'security', 'policy', 'interior', 'justice', 'finance', 'economic'],
  ...['development', 'energy', 'trade', 'top', 'chief', 'special', 'senior', 'permanent', 'press', 'intelligence'],
  ...['presidential', 'government', 'parliamentary', 'military', 'embassy', 'ministry'],
]);
/** "The Kremlin aide" is one person too. */
const SERVING: ReadonlySet<string> = new Set(['aide', 'negotiator']);
const DEPARTMENTS: ReadonlySet<string> = new Set(['state', 'defense', 'defence', 'energy', 'commerce', 'treasury']);

/** A look-up that looks at each word once. */
export function surfacesBy(lists: WordLists): (word: string) => Surface {
  const known = new Map<string, Surface>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    if (known.size >= MOST_KNOWN) known.clear();
    const kept = ownCopy(word);
    const surface = lookAt(kept, lists);
    known.set(kept, surface);
    return surface;
  };
}

function lookAt(word: string, { symbols, spelling, titles, givenNames, demonyms, offices }: WordLists): Surface {
  const small = word.toLowerCase();
  const isWord = symbols.isWord(small);
  const isShout = SHOUT.test(word);
  return {
    forms: symbols.formsOf({ text: word, lemma: small }),
    fair: fairWord(word, isShout && isWord ? small : word, spelling),
    fairInCapitals: fairWord(word, isShout && word !== 'US' ? small : word, spelling),
    isCapitalised: CAPITALISED.test(word),
    isShout,
    isSmall: SMALL.test(word),
    isSentenceEnd: SENTENCE_END.test(word),
    isWord,
    isInflected: symbols.isInflected(small),
    isTitle: titles.has(small) || SERVING.has(small),
    isBeforeTitle: BEFORE_TITLE.has(small) || offices.beforeTitle.has(small),
    isDepartment: DEPARTMENTS.has(small) || offices.departments.has(small),
    isGivenName: givenNames.has(small),
    isDemonym: demonyms.has(small),
    isPeople: small.endsWith('s') && demonyms.has(small.slice(0, -1)),
  };
}

/** One year for all, so that none is known, and one spelling; marks stay. */
function fairWord(word: string, inCase: string, spelling: Spelling): string {
  if (!WORD.test(word)) return word;
  return YEAR.test(word) ? SOME_YEAR : spelling(inCase);
}
