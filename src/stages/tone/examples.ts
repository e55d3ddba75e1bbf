/** Examples of tone rows that their row does not find, or that it finds and should not, for `detente check`. */
import type { Fault } from '../../core/model/problems.ts';
import { Matcher } from '../../core/patterns/matcher.ts';
import { parsePattern } from '../../core/patterns/pattern.ts';
import { Symbols } from '../../core/patterns/symbols.ts';
import { matchableWords } from '../../core/patterns/words.ts';
import type { ToneLexicon } from './lexicon.ts';
import { fits, slotsOf } from './scene.ts';
import { readStatement } from './statement.ts';
import type { Term } from './terms.ts';

/** Rows whose examples hold for every pair: "help from <other side>" has one with the names of its pair. */
export function termsOfAnyPair({ entries }: ToneLexicon): readonly Term[] {
  return entries.filter(({ pattern }) => !pattern.includes('<'));
}

/** Each of these rows is tried alone: whether another row takes its words first is told of elsewhere. */
export function misleadingTerms(terms: readonly Term[], lexicon: ToneLexicon): readonly Fault[] {
  return terms.flatMap((term) => {
    const { file, line, cells } = term.row;
    const { example_hit: hit = '', example_miss: miss = '' } = cells;
    const fault = (message: string): Fault => ({ file, line, message });
    const finds = finderOf(term, lexicon);
    return [
      ...(hit !== '' && !finds(hit) ? [fault(`example_hit "${hit}" does not hold the pattern, expected its words`)] : []),
      ...(miss !== '' && finds(miss) ? [fault(`example_miss "${miss}" holds the pattern, expected other words`)] : []),
    ];
  });
}

function finderOf(term: Term, lexicon: ToneLexicon): (text: string) => boolean {
  const symbols = new Symbols();
  const alone = new Matcher<Term>(symbols);
  alone.add(parsePattern(term.pattern).parts, term);
  // An example of a row that names the speaker's own side is said by somebody of the first side.
  const side = term.speakerSide || (term.pattern.includes('<own side>') ? (lexicon.sides[0] ?? null) : null);
  const context = { speaker: null, side, date: null, cue: null, kind: null, content: null, background: [], around: '' };
  return (text) => {
    const reading = readStatement(text, lexicon);
    const words = matchableWords(reading, symbols, slotsOf(reading, context));
    return alone.find(words, (_, from, to) => fits(term, words, { reading, context, from, to })).length > 0;
  };
}
