import { expect, it } from 'vitest';
import type { Tables } from '../../src/core/model/problems.ts';
import { compileBoilerplate } from '../../src/stages/articles/cleaning/vocabulary.ts';
import { compileOutlets } from '../../src/stages/articles/outlets.ts';
import { compileCalendar } from '../../src/stages/dates/calendar.ts';
import { compileQuotationVocabulary } from '../../src/stages/quotations/vocabulary.ts';
import { compileRoster } from '../../src/stages/speakers/roster.ts';
import { compileVocabulary, type LexiconFile, openVocabulary, parseTables } from '../../src/stages/vocabulary.ts';

const SIDES = ['US', 'Russia'];

/** A lexicon file with these lines. */
function fileOf(table: string, ...lines: readonly string[]): LexiconFile {
  return { path: `${table}.csv`, table, text: `${lines.join('\n')}\n` };
}

it('a table that some room of reading asks for changes what is read; all others change scores alone', () => {
  const asked = new Set<string>();
  const tables = new Proxy<Tables>({}, { get: (_, name) => void asked.add(String(name)) });
  for (const compile of [compileBoilerplate, compileOutlets, compileCalendar, compileQuotationVocabulary, compileRoster]) compile(tables);
  const names = [...asked, 'tone', 'tone-desk', 'modifiers', 'anchors', 'gate', 'topics', 'notes'];
  const { value } = compileVocabulary(Object.fromEntries(names.map((name) => [name, []])), SIDES);
  expect([...value.toneTables]).toEqual(['tone', 'tone-desk', 'modifiers', 'anchors', 'gate', 'topics', 'notes']);
});

it('rooms that are compiled when they are asked for are those that are compiled at once', () => {
  const files = [
    fileOf('speakers', 'id,name,aliases,side,role', 'ellen-doe,Ellen Doe,Doe,US,official', 'ivan-tarn,Ivan Tarn,,Russia,official'),
    fileOf('offices', 'office,phrases,side,person,from,to,origin', 'harbour minister,minister of the harbour,US,ellen-doe,2001,2004,desk'),
    fileOf('tone', 'id,pattern,class,weight,origin', 'thaw,[thaw|warm] _ tie*,valence,2,desk'),
    fileOf('tone', 'id,pattern,class,weight,origin', 'chill,chill,valence,-2,desk'),
    fileOf('topics', 'id,name,pattern,origin', 'fish,Fish,[cod|herring],desk'),
  ];
  const opened = openVocabulary(files, SIDES);
  const { value: compiled } = compileVocabulary(parseTables(files).value, SIDES);
  expect(Object.keys(opened).sort()).toEqual(Object.keys(compiled).sort());
  expect(opened.roster.byId).toEqual(compiled.roster.byId);
  expect(opened.tone.entries).toEqual(compiled.tone.entries);
  expect(opened.tone.entries.map(({ id }) => id)).toEqual(['thaw', 'chill']);
  expect([opened.topics.list, opened.toneTables, opened.events]).toEqual([compiled.topics.list, compiled.toneTables, compiled.events]);
  expect(opened.tone).toBe(opened.tone);
});

it.each(['constructor', '__proto__', 'hasOwnProperty'])('a file called %s.csv is a table as any other', (name) => {
  const { value, faults } = parseTables([fileOf(name, 'word,kind', 'a,b')]);
  expect([Object.keys(value), faults]).toEqual([[name], []]);
  expect([...openVocabulary([fileOf(name, 'word,kind', 'a,b')], SIDES).toneTables]).toEqual([name]);
});
