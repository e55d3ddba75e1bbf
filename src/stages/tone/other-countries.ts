/** Every country that is neither side is a third party, whether a pair's own list has it or not. */
import { groupBy } from '../../core/group-by.ts';
import type { Row, Tables } from '../../core/model/problems.ts';
import type { Matcher } from '../../core/patterns/matcher.ts';
import type { Symbols } from '../../core/patterns/symbols.ts';
import { wordsOf } from '../../core/patterns/words.ts';
import type { Anchor } from './anchors.ts';

/** What is known of the pair before its third parties are. */
interface Pair {
  readonly sides: readonly string[];
  readonly symbols: Symbols;
  readonly anchors: Matcher<Anchor>;
}

/**
 * Anchors for the countries and peoples of demonyms.csv ("Sweden", "Swedish", "EU") that no row of anchors.csv has, without those of the sides' own countries. A city
 * is left to anchors.csv, for it may be the place of a treaty; and what has no people is a body in which the sides meet ("the UN").
 */
export function otherCountries(tables: Tables, { sides, symbols, anchors }: Pair): readonly Anchor[] {
  const ofSides = new Set((tables.sides ?? []).filter(({ cells }) => sides.includes(cells.side ?? '')).map(({ cells }) => cells.country));
  const known = new Map<string, readonly Anchor[]>();
  const anchored = (name: string): readonly Anchor[] => {
    const found = known.get(name) ?? find(name);
    known.set(name, found);
    return found;
  };
  const find = (name: string): readonly Anchor[] => {
    const words = name.split(' ').map((word) => symbols.formsOf({ text: word, lemma: word.toLowerCase() }));
    return anchors.find(wordsOf(words), () => true).map(({ entry }) => entry);
  };
  const isOfSide = (name: string): boolean => anchored(name).some(({ side }) => sides.includes(side));
  return [...groupBy(tables.demonyms ?? [], ({ cells }) => cells.country ?? '')].flatMap(([country, rows]) => {
    const names = [country, ...rows.map(({ cells }) => cells.word ?? '')];
    if (ofSides.has(country) || names.some(isOfSide) || !rows.some(({ cells }) => cells.kind === 'people')) return [];
    const ofPeople = rows.filter(isPeopleOrAbbreviation).map(({ cells }) => cells.word ?? '');
    return [...new Set([country, ...ofPeople])].filter((name) => name !== '' && anchored(name).length === 0).map(thirdParty);
  });
}

const ABBREVIATION = /^(?:\p{Lu}\.?){2,}$/u;

function isPeopleOrAbbreviation({ cells: { word = '', kind } }: Row): boolean {
  return kind === 'people' || ABBREVIATION.test(word);
}

function thirdParty(name: string): Anchor {
  return { pattern: name, name, side: 'third', weight: 0 };
}
