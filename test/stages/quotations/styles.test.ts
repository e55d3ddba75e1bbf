import { describe, expect, it } from 'vitest';
import { marked, quotationsOf } from './finding.ts';

const words = (text: string) => marked(text).map(([content]) => content);

describe('styles of quotation marks', () => {
  it.each([
    [
      '‘We do not trust what the port calls “goodwill”, and we will not sign,’ said Anna Orlova.',
      'We do not trust what the port calls “goodwill”, and we will not sign,',
    ],
    [
      '\'We do not trust what the port calls "goodwill", and we will not sign,\' said Anna Orlova.',
      'We do not trust what the port calls "goodwill", and we will not sign,',
    ],
    ['‘The harbour told us “no deal,”’ said Anna Orlova.', 'The harbour told us “no deal,”'],
    ['‘“Goodwill” is a word we do not trust,’ said Anna Orlova.', '“Goodwill” is a word we do not trust,'],
    ['‘The sailors’ promises are worthless to us,’ said Anna Orlova.', 'The sailors’ promises are worthless to us,'],
    ['‘’Twas never a partnership,’ said Anna Orlova.', '’Twas never a partnership,'],
    ['‘‘We trust the port and its people,’’ said Anna Orlova.', 'We trust the port and its people,'],
    ['´´We trust the port and its people,´´ said Anna Orlova.', 'We trust the port and its people,'],
    ['‹We trust the port and its people›, said Anna Orlova.', 'We trust the port and its people'],
    ['″We trust the port and its people,″ said Anna Orlova.', 'We trust the port and its people,'],
    ['❝We trust the port and its people,❞ said Anna Orlova.', 'We trust the port and its people,'],
    ['‟We trust the port and its people,” said Anna Orlova.', 'We trust the port and its people,'],
    ['「We trust the port and its people,」 said Anna Orlova.', 'We trust the port and its people,'],
    ['\\"We trust the port and its people,\\" said Anna Orlova.', 'We trust the port and its people,'],
    ["`We trust the port and its people,' said Anna Orlova.", 'We trust the port and its people,'],
    ['´We trust the port and its people,´ said Anna Orlova.', 'We trust the port and its people,'],
    ['‚We trust the port and its people,‘ said Anna Orlova.', 'We trust the port and its people,'],
    ['’We trust the port and its people,’ said Anna Orlova.', 'We trust the port and its people,'],
  ])('reads %j', (text, expected) => {
    expect(words(text)).toEqual([expected.replace(/\\$/, '')]);
  });

  it('reads a quotation of many lines in single marks', () => {
    const long = `We came with an open hand, ${'and we stayed for another day in the harbour town, '.repeat(20)}and it is still true,`;
    expect(words(`‘${long}’ said Anna Orlova.`)).toEqual([long]);
  });

  it.each([
    ['The voters’ will, the sailors’ songs and the ’90s are gone, said nobody.'],
    ["The voters' will and the sailors' songs are gone."],
    ['Back in the ’90s the port’s owners’ wives left.'],
  ])('takes the apostrophes of %j for what they are', (text) => {
    expect(words(text)).toEqual([]);
  });
});

describe('datelines and lines that lead in or sign', () => {
  it.each([
    [
      'PORTMOUTH — “We want peace with the towns,” President Ivan Tarasin said on Monday.',
      'We want peace with the towns,',
      'President Ivan Tarasin',
    ],
    [
      'PORTMOUTH, March 5 (Norland Agency) - "We want peace with the towns," President Ivan Tarasin said.',
      'We want peace with the towns,',
      'President Ivan Tarasin',
    ],
    [
      'NORWICK, Norland—“We want peace with the towns,” President Ivan Tarasin said.',
      'We want peace with the towns,',
      'President Ivan Tarasin',
    ],
    [
      'The following is a statement from Mayor Anna Orlova:\n“We want peace with the towns.”',
      'We want peace with the towns.',
      'Mayor Anna Orlova',
    ],
    ['And from Mayor Anna Orlova:\n“We want peace with the towns.”', 'We want peace with the towns.', 'Mayor Anna Orlova'],
    ['“We want peace with the towns.”\n— Anna Orlova, mayor of Portmouth', 'We want peace with the towns.', 'Anna Orlova'],
    ['Orlova met the mayor and told him: “We want peace with the towns.”', 'We want peace with the towns.', 'Orlova'],
  ])('reads %j', (text, content, source) => {
    expect(marked(text).map(([words, , who]) => [words, who])).toEqual([[content, source]]);
  });

  it('leaves the dateline out of what is reported', () => {
    const text = 'PORTMOUTH — The talks would resume in May, Anna Orlova said.';
    expect(quotationsOf(text).flatMap(({ spans }) => spans.map((span) => text.slice(...span)))).toEqual(['The talks would resume in May']);
  });
});

describe('labels of turns', () => {
  const turns = (text: string, boilerplate: readonly (readonly [number, number])[] = []) =>
    quotationsOf(text, { layout: 'transcript', boilerplate }).map(({ spans, source }) => [
      source && text.slice(...source),
      spans.map((span) => text.slice(...span)).join(' | '),
    ]);

  it.each([
    ['>> ORLOVA: We want peace.\n>> REPORTER: And the towns?'],
    ['[00:01:12] ORLOVA: We want peace.\n[00:01:30] REPORTER: And the towns?'],
    ['ORLOVA — We want peace.\nREPORTER — And the towns?'],
    ['ORLOVA; We want peace.\nREPORTER; And the towns?'],
    ['**ORLOVA:** We want peace.\n**REPORTER:** And the towns?'],
    ['ORLOVA (01:12):\nWe want peace.\nREPORTER (01:30):\nAnd the towns?'],
    ['ORLOVA:\nWe want peace.\nREPORTER:\nAnd the towns?'],
  ])('reads %j', (text) => {
    expect(turns(text)).toEqual([
      ['ORLOVA', 'We want peace.'],
      [null, 'And the towns?'],
    ]);
  });

  it('loses a line of boilerplate behind a turn, not the turn', () => {
    const text = 'ORLOVA: We want peace.\n* * *\nWe have waited.\nREPORTER: And the towns?';
    const at = text.indexOf('* * *');
    expect(turns(text, [[at, at + 5]])).toEqual([
      ['ORLOVA', 'We want peace. | We have waited.'],
      [null, 'And the towns?'],
    ]);
  });

  it('takes headings in capitals for no turns', () => {
    expect(turns('A SAILOR WITH A LONG CAREER: He went to sea at ten.\nWHAT HAPPENS NOW: Nobody knows.')).toEqual([]);
  });

  it('takes headlines in a list of links for no turns', () => {
    expect(turns('- ## PORT WATCH: Who guards the quay?\n- ## PORT WATCH: The wall that nobody wanted')).toEqual([]);
  });

  it('takes a headline with a name before a colon for no turn where labels are in capitals', () => {
    const text = 'Orlova: peace is near\nORLOVA: We want peace.\nREPORTER: And the towns?\nORLOVA: They too.';
    expect(turns(text).map(([source]) => source)).toEqual(['ORLOVA', null, 'ORLOVA']);
  });

  it('keeps a first turn whose label is in small letters like all the others', () => {
    expect(turns('Orlova: We want peace.\nReporter: And the towns?\nOrlova: They too.')[0]).toEqual(['Orlova', 'We want peace.']);
  });

  it('takes two datelines of an article for no turns', () => {
    const text = 'PORTMOUTH — The talks went on for a week.\nNORWICK — The ships stayed in port.';
    expect(quotationsOf(text)).toEqual([]);
  });
});
