import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/core/language.ts';
import { buildCast } from '../../../src/stages/speakers/cast.ts';
import { testRoster } from './setting.ts';

const roster = testRoster();

/** Names of the persons that a text names, sure ones only. */
function personsOf(text: string): readonly string[] {
  const cast = buildCast(readText(text), { roster, date: '2018-06-01' }, { isBare: () => false, isInside: () => false });
  return cast.members.filter((member) => member.isSure).map((member) => member.name);
}

describe('the cast of an article', () => {
  const found: readonly (readonly [string, readonly string[]])[] = [
    ['Deputy Trade Minister Pavel Sorin met Marta Dell.', ['Pavel Sorin', 'Marta Dell']],
    ['Marta J. Dell spoke. Mrs. Dell left, and Dell came back.', ['Marta J. Dell']],
    ['Sergei Larin spoke. Sergey Larin left.', ['Sergei Larin']],
    ['Mary-Ann van der Berg met Jean-Luc Béraud.', ['Mary-Ann van der Berg', 'Jean-Luc Béraud']],
    ['Paul Dell met Marta Dell.', ['Paul Dell', 'Marta Dell']],
    ['Republican Marta Dell met Ohio Gov. Paul Low Jr. of the House.', ['Marta Dell', 'Paul Low']],
    ['Zimin was met by Walter Crane.', ['Walter Crane', 'Oleg Zimin']],
    ['Lynch speaks often. Laura Lynch is a lawyer.', ['Laura Lynch']],
    ['Minister Ban Ki-soon left.', ['Ban Ki-soon']],
  ];
  it.each(found)('holds the persons of: %s', (text, expected) => {
    expect(personsOf(text)).toEqual(expected);
  });

  it.each([
    ['President Crane met him.', 'president'],
    ['It was late. President Crane met him.', 'president'],
    ['On Monday President Crane met him.', 'president'],
    ['Senator Crane met him.', 'senator'],
  ])('knows the title that stands before a name, also at the beginning of a sentence: %s', (text, title) => {
    const cast = buildCast(readText(text), { roster, date: '2018-06-01' }, { isBare: () => false, isInside: () => false });
    expect(cast.members.map((member) => [member.name, member.titles.has(title)])).toEqual([['Walter Crane', true]]);
  });

  const empty: readonly string[] = [
    'The Evening Post and the Ohio Department of Health were closed.',
    'On Monday the FBI met in New York and North Carolina.',
    'Experts say that Republicans and Russians met in the White House.',
    'The Foreign Ministry, the Pentagon and Congress said nothing.',
    'Asked about it, nobody knew.',
    'General Motors and General Electric were closed.',
    'President after president has tried it.',
  ];
  it.each(empty)('is empty where no person is named: %s', (text) => {
    expect(personsOf(text)).toEqual([]);
  });

  it('tells two namesakes apart by title', () => {
    const text = 'Paul Dell met Marta Dell. Mrs. Dell smiled.';
    const cast = buildCast(readText(text), { roster, date: null }, { isBare: () => false, isInside: () => false });
    expect(cast.namings.map((naming) => naming.member.name)).toEqual(['Paul Dell', 'Marta Dell', 'Marta Dell']);
  });
});
