import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseRows } from '../../../src/core/rows.ts';
import { speakerNamed } from '../../../src/stages/speakers/by-name.ts';
import { compileRoster } from '../../../src/stages/speakers/roster.ts';
import { testRoster, testTables } from './setting.ts';

describe('compileRoster', () => {
  it('finds no fault in the word lists of the project', () => {
    expect(compileRoster(testTables()).faults).toEqual([]);
  });

  const faulty: readonly (readonly [string, string, string])[] = [
    [
      'word-kinds',
      'kind,word\nodd,letter\n',
      'kind must be one of writing, document, data, poll, press, apart, out of office, speaks for, serves, epithet, found odd',
    ],
    ['word-kinds', 'kind,word\nwriting,letter\nwriting,letter\n', 'letter stands here as writing a second time'],
    [
      'speakers',
      'id,name,aliases,side,role,gender\na,Ann Low,,US,king,female',
      'role must be one of official, former official, candidate, institution, expert, media, other, found king',
    ],
    ['speakers', 'id,name,aliases,side,role,gender\na,Ann Low,,US,expert,f', 'gender must be one of male, female, found f'],
    ['speakers', 'id,name,aliases,side,role,gender\na,,,US,expert,', 'name is empty, expected a value'],
    ['speakers', 'id,name,side,role\na,Ann Low,US,expert\na,Bo Low,US,expert', 'id a stands in line 2 already, expected it once'],
    [
      'speakers',
      'id,name,side,role\n7a,Ann Low,US,expert',
      'id is 7a, expected it to begin with a letter, so that no spreadsheet takes it for a number',
    ],
    ['speakers', 'id,name,side,role\na,Ann Low,US,expert\nb,Ann Low,US,expert', 'name Ann Low belongs to a already, expected it once'],
    ['speakers', 'id,name,side,role\na,Ann Low,Rusia,expert', 'side is Rusia, expected one of US, Russia, other'],
    ['sides', 'country,side\nUtopia,russia', 'side is russia, expected one of US, Russia, other'],
    ['speakers', 'id,name,side,role,wikidata\na,Ann Low,US,expert,42', 'wikidata is 42, expected an item as Q42'],
    [
      'speakers',
      'id,name,side,role,wikidata\na,Ann Low,US,expert,Q42\nb,Bo Low,US,expert,Q42',
      'wikidata Q42 belongs to a already, expected it once',
    ],
    ['speakers', 'id,name,side,role,country\na,Ann Low,US,expert,Germany', 'country is Germany, expected two letters of ISO 3166-1 as DE'],
    [
      'offices',
      'office,side,person,from,to\nUS president,US,nobody,2001,',
      'person nobody is not in speakers.csv, expected the id of a row there',
    ],
    [
      'offices',
      'office,side,person,from,to\nUS president,US,ada-lund,June 2001,',
      'from must be a day, month or year such as 2018-12-22, found June 2001',
    ],
    ['offices', 'office,side,person,from,to\nUS president,US,ada-lund,2005,2001', 'to is before from, expected a later day'],
  ];
  it.each(faulty)('reports a fault in %s: %s', (table, text, message) => {
    const tables = { ...testTables(), [table]: parseRows(text, `${table}.csv`).value };
    const faults = compileRoster(tables, ['US', 'Russia']).faults.filter((fault) => fault.file === `${table}.csv`);
    expect(faults.map((fault) => fault.message)).toContain(message);
  });
});

describe('the roster of the project', () => {
  const read = (name: string) => parseRows(readFileSync(`lexicons/us-russia/${name}.csv`, 'utf8'), `${name}.csv`).value;
  const compiled = compileRoster({ ...testTables(), speakers: read('speakers'), offices: read('offices'), sides: read('sides') });

  it('has no fault', () => {
    expect(compiled.faults).toEqual([]);
  });

  it('holds more than fifty persons of either side', () => {
    const persons = [...compiled.value.byId.values()].filter((listed) => listed.speaker.role !== 'institution');
    for (const side of ['US', 'Russia']) expect(persons.filter((listed) => listed.speaker.side === side).length).toBeGreaterThan(50);
  });

  it.each([
    ['US president', '2003-06-01', 'george-w-bush'],
    ['Russian president', '2010', 'dmitry-medvedev'],
    ['Russian foreign minister', '2001-03', 'igor-ivanov'],
    ['NATO secretary general', '2016-01-01', 'jens-stoltenberg'],
    ['US ambassador to Russia', '2013-01-01', 'michael-mcfaul'],
  ])('knows who was %s on %s', (office, date, id) => {
    expect(speakerNamed(office, date, compiled.value).id).toBe(id);
  });
});

describe('speakerNamed', () => {
  const roster = testRoster();
  it.each([
    ['Oleg Zimin', null, 'oleg-zimin', 'Russia'],
    ['ZIMIN', null, 'oleg-zimin', 'Russia'],
    ['US President Walter Crane', null, 'walter-crane', 'US'],
    ['US president', '2003-05-01', 'ada-lund', 'US'],
    ['the US president', '2010', 'walter-crane', 'US'],
    ['Russian lawmaker Pyotr Galkin', null, 'pyotr-galkin', 'Russia'],
    ['Marta Dell', null, 'marta-dell', null],
  ])('knows %s (%s) as %s of %s', (name, date, id, side) => {
    const speaker = speakerNamed(name, date, roster);
    expect([speaker.id, speaker.side]).toEqual([id, side]);
  });

  it.each<[what: string, name: string, items: readonly string[], id: string, isOnRoster: boolean]>([
    ['the one item decides, whatever the spelling', 'O. P. Zimine', ['Q9000001'], 'oleg-zimin', true],
    ['one of several items agrees with the name', 'Oleg Zimin', ['Q5', 'Q9000001'], 'oleg-zimin', true],
    ['an item that nobody has, with the name of somebody else', 'Oleg Zimin', ['Q7'], 'oleg-zimin-q7', false],
    ['none of several items is the listed one', 'Zimin', ['Q8', 'Q7'], 'zimin', false],
    ['the row has no item to compare', 'Walter Crane', ['Q7'], 'walter-crane', true],
    ['several items, and a name that nobody has', 'O. P. Zimine', ['Q9000001', 'Q9000002'], 'o-p-zimine', false],
    ['no item', 'Oleg Zimin', [], 'oleg-zimin', true],
  ])('goes by items of Wikidata where %s', (_what, name, items, id, isOnRoster) => {
    expect(speakerNamed(name, null, roster, items)).toMatchObject({ id, isOnRoster });
  });

  it('does not guess a holder of an office that several have held when the date is not known', () => {
    expect(speakerNamed('US president', null, roster).isOnRoster).toBe(false);
  });
});
