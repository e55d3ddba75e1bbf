import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/core/language.ts';
import { sourceAfter, sourceBefore } from '../../../src/stages/quotations/sources.ts';

function before(text: string): string | null {
  const reading = readText(text);
  const verb = reading.tokens.findLastIndex(({ text: word }) => word === 'said' || word === 'say');
  const source = sourceBefore(reading, verb, 0);
  return source && text.slice(...source.span);
}

describe('the subject before a verb', () => {
  const rows: readonly [string, string | null][] = [
    ['Mary Hollis said', 'Mary Hollis'],
    ['Mary Hollis has repeatedly said', 'Mary Hollis'],
    ['Mary Hollis went on to say', 'Mary Hollis'],
    ['On Monday Mr. Hollis said', 'Mr. Hollis'],
    ['the mayor of New Bern said', 'the mayor of New Bern'],
    ['Rep. John A. Hollis, of Springfield, Va., said', 'Rep. John A. Hollis'],
    ['Hollis, a judge and a former minister, said', 'Hollis'],
    ['Hollis (R-Texas) said', 'Hollis'],
    ['Hollis — a judge — said', 'Hollis'],
    ['Hollis, who had come late, said', 'Hollis'],
    ['Hollis, speaking in Bern, said', 'Hollis'],
    ['Hollis, who in 2010 said', 'Hollis'],
    ['protesters marching through the streets said', 'protesters'],
    ['a report released last year said', 'a report'],
    ['Hollis, the head of the union, said', 'Hollis'],
    ['he himself said', 'he'],
    ['they thought he and Mary Hollis said', 'he and Mary Hollis'],
    ['they met Mary Hollis and Hollis said', 'Hollis'],
    ['the 34-year-old said', 'the 34-year-old'],
    ['said', null],
  ];
  it.each(rows)('%s', (text, expected) => {
    expect(before(text)).toBe(expected);
  });
});

describe('the noun phrase after a cue', () => {
  const rows: readonly [string, string | null][] = [
    ['said Mary Hollis, a judge.', 'Mary Hollis'],
    ['said one of the judges.', 'one of the judges'],
    ['said some of the men in the hall.', 'some of the men'],
    ['said one, of late.', 'one'],
    ['said the head of the union on Monday.', 'the head of the union'],
    ["said the union's president, Mary Hollis, who left.", 'Mary Hollis'],
    ['said he was ready.', 'he'],
    ['said Anton Berg and Mary Hollis.', 'Anton Berg and Mary Hollis'],
    ['said.', null],
  ];
  it.each(rows)('%s', (text, expected) => {
    const reading = readText(text);
    const source = sourceAfter(reading, 1, reading.tokens.length);
    expect(source && text.slice(...source.span)).toBe(expected);
  });
});
