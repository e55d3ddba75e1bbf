/** Words that names of offices are made of, as offices.csv has them: "the Russian human rights ombudsman" is one name, however long it is. */

/** Both in small letters. */
export interface OfficeWords {
  /** Words that stand before a title: 'human', 'rights', 'deputy'. */
  readonly beforeTitle: ReadonlySet<string>;
  /** What follows a title and "of": 'state', 'staff'. */
  readonly departments: ReadonlySet<string>;
}

const LINKS: ReadonlySet<string> = new Set(['of', 'the', 'to', 'for', 'and', 'in', 'at', 'on', 'a']);
const SMALL = /^\p{Ll}/u;

/** The words of these phrases ("Kremlin deputy chief of staff") before their titles and behind "of". */
export function officeWords(phrases: Iterable<string>, titles: ReadonlySet<string>): OfficeWords {
  const beforeTitle = new Set<string>();
  const departments = new Set<string>();
  for (const phrase of phrases) {
    const words = phrase.split(/\s+/);
    const isPart = (at: number): boolean =>
      SMALL.test(words[at] ?? '') && !LINKS.has(words[at] as string) && !titles.has(words[at] as string);
    for (const [at, word] of words.entries()) {
      if (!titles.has(word.toLowerCase())) continue;
      for (let before = at - 1; isPart(before); before--) beforeTitle.add(words[before] as string);
      // "Director of national intelligence" goes on behind its word.
      if (words[at + 1] === 'of' && isPart(at + 2) && !isPart(at + 3)) departments.add(words[at + 2] as string);
    }
  }
  return { beforeTitle, departments };
}
