import { describe, expect, it } from 'vitest';
import { speakerNamed } from '../../../src/stages/speakers/by-name.ts';
import { attributionsOf, speakersOf, testRoster } from './setting.ts';

/** Side and role of the speaker of a marked article's only quotation. */
function standingOf(marked: string, published?: string): readonly (string | null | undefined)[] {
  const speaker = attributionsOf(marked, published)[0]?.speaker;
  return [speaker?.side, speaker?.role];
}

describe('a speaker who is on no roster', () => {
  const known: readonly (readonly [text: string, side: string | null, role: string])[] = [
    ['[Russian lawmaker Pavel Sorin] said {it was late}.', 'Russia', 'official'],
    ['[Sen. Marta Dell] said {it was late}.', 'US', 'official'],
    ['[Former Sen. Marta Dell] said {it was late}.', 'US', 'former official'],
    ['[Sen. Marta Dell (R-Iowa)] said {it was late}.', 'US', 'official'],
    ['[Marta Dell], D-Calif., said {it was late}.', 'US', 'other'],
    ['[Rep. Marta Dell] of Ohio said {it was late}.', 'US', 'official'],
    ['[Marta Dell, 57, the US envoy,] said {it was late}.', 'US', 'official'],
    ['[the chairman of the Russian upper house, Pavel Sorin,] said {it was late}.', 'Russia', 'official'],
    ['[Marta Dell, a German diplomat,] said {it was late}.', 'other', 'official'],
    ['[Marta Dell, an American historian,] said {it was late}.', 'US', 'expert'],
    ['[Marta Dell, a candidate for the US Senate,] said {it was late}.', null, 'candidate'],
    ['[Amb. Marta Dell] said {it was late}.', null, 'official'],
    // Who leads those that are out of office holds none.
    ['[Ashton leader Marta Dell] said {it was late}.', null, 'official'],
    ['[opposition leader Marta Dell] said {it was late}.', null, 'other'],
    ['[rebel commander Pavel Sorin] said {it was late}.', null, 'other'],
    ['[Pavel Sorin, a spokesman for the opposition,] said {it was late}.', null, 'other'],
    ['[opposition lawmaker Marta Dell] said {it was late}.', null, 'official'],
    ['[Marta Dell, a reporter for a small paper], said {it was late}.', null, 'media'],
    ['[Marta Dell] said {it was late}.', null, 'other'],
    // The country, state or party before an office, its owner, and that of the office beside it.
    ['[Ohio Governor Marta Dell] said {it was late}.', 'US', 'official'],
    ['[Ohio Judge Marta Dell] said {it was late}.', 'US', 'official'],
    ['[Democratic Representative Marta Dell] said {it was late}.', 'US', 'official'],
    ['[Syria’s Foreign Minister Marta Dell] said {it was late}.', 'other', 'official'],
    ['Syrian Prime Minister Pavel Sorin and [Foreign Minister Marta Dell] said {it was late}.', 'other', 'official'],
    ['[Representative Marta Dell, the panel’s top Democrat,] said {it was late}.', 'US', 'official'],
    ['[Former US Ambassador to Ukraine Marta Dell] said {it was late}.', 'US', 'former official'],
    // An office for foreign affairs is its country's all the same.
    ['[Marta Dell, Syria’s minister for strategic affairs,] said {it was late}.', 'other', 'official'],
    ['[Marta Dell, the U.S. special envoy for hostage affairs,] said {it was late}.', 'US', 'official'],
    ['[Pavel Sorin himself, a former envoy of Syria,] said {it was late}.', 'other', 'former official'],
    // A listed body of one word is no person.
    ['[Norgas] said {it was late}.', 'Russia', 'institution'],
    // Whom somebody speaks or works for.
    ['[Marta Dell, a spokeswoman for the White House in Ashton,] said {it was late}.', 'US', 'official'],
    ['[Marta Dell, an adviser to Syria’s interior minister,] said {it was late}.', 'other', 'official'],
    ['[Marta Dell, a former official with the US Embassy,] said {it was late}.', 'US', 'former official'],
    ['[Marta Dell, a senior official at Syria’s Ministry of Health,] said {it was late}.', 'other', 'official'],
    ['Walter Crane was late. [Crane spokeswoman Marta Dell] said {it was late}.', 'US', 'official'],
    ['[Russian officials] said {it was late}.', 'Russia', 'official'],
    ['[U.S. and Syrian officials] said {it was late}.', 'US', 'official'],
    ['[U.S. and Russian officials] said {it was late}.', null, 'official'],
    ['[a former US official] said {it was late}.', 'US', 'former official'],
    ['[a spokesman for the US Embassy in Ashton] said {it was late}.', 'US', 'official'],
    ['[a senior adviser to Syrian Prime Minister Marta Dell] said {it was late}.', 'other', 'official'],
    ['[experts] said {it was late}.', null, 'expert'],
    // A body or a person of the roster in the words tells whose they are, unless they study or face it.
    ['[US government officials] said {it was late}.', 'US', 'official'],
    ['[senior Washington officials] said {it was late}.', 'US', 'official'],
    ['Walter Crane was late. [Crane’s lawyers] said {it was late}.', 'US', 'other'],
    ['Oleg Zimin was late. [Zimin aides] said {it was late}.', 'Russia', 'other'],
    ['[Russian experts] said {it was late}.', 'Russia', 'expert'],
    ['[Washington-based columnists] said {it was late}.', null, 'media'],
    ['[Russia experts] said {it was late}.', null, 'expert'],
    ['Oleg Zimin was late. [Zimin critics] said {it was late}.', null, 'other'],
    ['Oleg Zimin was late. [Zimin’s allies] said {it was late}.', null, 'other'],
    ['[The Ohio Health Department] said {it was late}.', null, 'institution'],
    ['[The Ohio Herald] said {it was late}.', null, 'media'],
    ['[One Russian insider] said {it was late}.', 'Russia', 'other'],
    ['[The Russian Insider] said {it was late}.', 'Russia', 'media'],
  ];
  it.each(known)('has the side and role that the article tells: %s', (text, side, role) => {
    expect(standingOf(text)).toEqual([side, role]);
  });

  const places: readonly (readonly [text: string, role: string])[] = [
    ['[Marta Dell, a professor of law at a small college], said {it was late}.', 'expert'],
    ['[Marta Dell, deputy director of the Russia programme at an institute], said {it was late}.', 'expert'],
    ['[Marta Dell, director of a bank in Washington], said {it was late}.', 'other'],
    ['[Pavel Sorin, an analyst at a Moscow institute], said {it was late}.', 'expert'],
    ['[Pavel Sorin, a Moscow-based analyst,] said {it was late}.', 'expert'],
    ['[Marta Dell, head of Russian studies at a college], said {it was late}.', 'expert'],
    ['[Marta Dell, an envoy to Moscow,] said {it was late}.', 'official'],
    ['[Marta Dell, a diplomat in Washington,] said {it was late}.', 'official'],
  ];
  it.each(places)('has no side by the place of work or of study: %s', (text, role) => {
    expect(standingOf(text)).toEqual([null, role]);
  });
});

describe('a speaker who is on the roster', () => {
  const days: readonly (readonly [day: string, name: string, role: string])[] = [
    ['2003-06-01', 'Ada Lund', 'official'],
    ['2018-06-01', 'Ada Lund', 'former official'],
    ['2000-10-01', 'Ada Lund', 'candidate'],
    ['1999-06-01', 'Ada Lund', 'other'],
    ['2004-06-01', 'Walter Crane', 'other'],
    ['2018-06-01', 'Walter Crane', 'official'],
  ];
  it.each(days)('has the role of the day of the article: on %s %s is %s', (day, name, role) => {
    expect(standingOf(`[${name}] said {it was late}.`, day)[1]).toBe(role);
    expect(speakerNamed(name, day, testRoster()).role).toBe(role);
  });

  // An office that lies ahead makes nobody a former official; what the text says of the person decides, and without a word nothing is known.
  const early: readonly (readonly [day: string, text: string, role: string])[] = [
    ['1999-06-01', '[Ada Lund, the chief executive of a bank,] said {it was late}.', 'other'],
    ['1999-06-01', '[Ada Lund, a professor of law at a small college,] said {it was late}.', 'expert'],
    ['1999-06-01', '[Gov. Ada Lund] said {it was late}.', 'official'],
    ['1999-06-01', '[Former Gov. Ada Lund] said {it was late}.', 'former official'],
    ['1999-06-01', '[Ada Lund, a candidate for the Senate,] said {it was late}.', 'candidate'],
    // Between two offices, and behind the last, the list knows better than the text.
    ['2018-06-01', '[Ada Lund, a professor of law at a small college,] said {it was late}.', 'former official'],
    ['2003-06-01', '[Former Gov. Ada Lund] said {it was late}.', 'official'],
  ];
  it.each(early)('has the role that the text tells before the first office: on %s %s', (day, text, role) => {
    expect(standingOf(text, day)[1]).toBe(role);
  });

  it('has the role of the roster where the day is not known', () => {
    expect(speakerNamed('Ada Lund', null, testRoster()).role).toBe('former official');
  });
});

describe('a name with a particle', () => {
  const pairs: readonly (readonly [text: string, name: string])[] = [
    ['[Ursula van der Molen] said {it was late}.\n[Ms. van der Molen] said {it was dark}.', 'Ursula van der Molen'],
    ['[Chris Van Hollis] said {it was late}.\n[Mr. Van Hollis] said {it was dark}.', 'Chris Van Hollis'],
    ['[Omar al-Rashid] said {it was late}.\n[Mr. al-Rashid] said {it was dark}.', 'Omar al-Rashid'],
  ];
  it.each(pairs)('is one person with and without the given name: %s', (text, name) => {
    expect(speakersOf(text)).toEqual([name, name]);
  });
});

describe('a source that is no person', () => {
  const named: readonly (readonly [string, string | null])[] = [
    ['The Russian Trade Ministry was closed.\n\n[The ministry] said {it was late}.', 'Russian Trade Ministry'],
    ['[Experts] said {it was late}.', 'experts'],
    ['[a number of experts] said {it was late}.', 'experts'],
    ['[a lot of people in Ashton] said {it was late}.', 'people'],
    ['[an array of witnesses] said {it was late}.', 'witnesses'],
    ['[a small group of voters] said {it was late}.', 'voters'],
    ['[a growing number of doctors] said {it was late}.', 'doctors'],
    ['[federal and state officials] said {it was late}.', 'federal and state officials'],
    ['[last week] said {it was late}.', null],
    ['[the attack] said {it was late}.', null],
    ['[Of Crane] said {it was late}.', null],
    ['[July] said {it was late}.', null],
    ['[Nobody] said {it was late}.', null],
    ['[TRANSCRIPT] said {it was late}.', null],
    ['[MORE] said {it was late}.', null],
    ['[1 million] said {it was late}.', null],
    ['[the statement] said {it was late}.', null],
    ['[Pavel Sorin] said {it was late}.\n[The statement] said {it was dark}.', 'Pavel Sorin'],
    ['[an attack in the U.K. Washington] said {it was late}.', 'US government'],
    ['[The Zimin and CraneCrane] said {it was late}.', 'Walter Crane'],
    ['[the Norland secretary of state spokesman Pavel Sorin] said {it was late}.', 'Pavel Sorin'],
    ['[a spokeswoman for Governor Marta Dell] said {it was late}.', 'spokeswoman'],
    ['Two clerks told The Ashton Post of it. [The Post] said {it was late}.', 'Ashton Post'],
    // A body of the roster under the name that the country's gives it, and not in another country.
    ['[America’s government] said {it was late}.', 'US government'],
    ['[The US embassy in Moscow] said {it was late}.', 'US Embassy'],
    ['[Washington in Moscow] said {it was late}.', 'Washington in Moscow'],
    ['[The Harbour Post] said {it was late}.', 'Harbour Post'],
    ['[Florida-based strategist Marta Dell] said {it was late}.', 'Marta Dell'],
  ];
  it.each(named)('is named by its own words, unless it cannot speak: %s', (text, expected) => {
    expect(attributionsOf(text)[0]?.speaker?.name ?? null).toBe(expected);
  });
});
