import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/core/language.ts';
import { sourceAfter, sourceBefore } from '../../../src/stages/quotations/sources.ts';

function before(text: string): string | null {
  const reading = readText(text);
  const verb = reading.tokens.findLastIndex(({ text: word }) => word === 'said' || word === 'say');
  const source = sourceBefore(reading, verb, 0);
  return source && text.slice(...source.span);
}

describe('the noun phrase behind a cue', () => {
  const after = (text: string): string | null => {
    const reading = readText(text);
    const source = sourceAfter(reading, 0, reading.tokens.length);
    return source && text.slice(...source.span);
  };
  it.each([
    // The name of a day or month describes a noun behind it; without one it tells when.
    ['the Monday report was short', 'the Monday report'],
    ['a June letter was short', 'a June letter'],
    ['the board Monday in Ashton', 'the board'],
    ['the minister June 3 in Ashton', 'the minister'],
  ])('of %j ends after %j', (text, expected) => {
    expect(after(text)).toBe(expected);
  });
});

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
    // A date, a distance in time and an occasion between subject and verb.
    ['the ministry less than two weeks ago said', 'the ministry'],
    ['the envoy three days earlier said', 'the envoy'],
    ['President Hollis in remarks made in April 2000 said', 'President Hollis in remarks'],
    ['Hollis, who on Sept. 9 said', 'Hollis'],
    // What hangs on the subject: relative clauses, participles, appositions.
    ['an aide who spoke freely to discuss internal strategy said', 'an aide'],
    ['the man who met the president in Bern said', 'the man'],
    ['a former official involved in talks with Bern over Ashton said', 'a former official'],
    ['a seat for a judge who said', 'a judge'],
    ['Mr. Hollis, whose latest plan, Harbour First, helps brands find suppliers, said', 'Mr. Hollis'],
    ['Anton Hollis, president and owner of Bern Association said', 'Anton Hollis'],
    ['But Anton Hollis, a former official who backed Bern in the race said', 'Anton Hollis'],
    ['experts on Norland and Ashton said', 'experts on Norland and Ashton'],
    ['Secretary of State Mary Hollis and Minister Anton Berg said', 'Minister Anton Berg'],
    ['the board met two envoys, one of whom said', 'two envoys'],
    // A clause of its own behind a conjunction.
    ['the board tried to stop any trade, while Mary Hollis, the former mayor, said', 'Mary Hollis'],
    ['Norland left Ashton, and Mary Hollis, a winner of prizes, said', 'Mary Hollis'],
    // A fronted phrase is none.
    ['With Hollis, said', null],
    ['On Saturday, Mr. Hollis of Bern, a rival, said', 'Mr. Hollis of Bern'],
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
