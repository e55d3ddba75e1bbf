import { describe, expect, it } from 'vitest';
import { copyFair } from '../../../src/stages/tone/fair-copy.ts';
import { lexiconOf } from './made.ts';

const LEXICON = lexiconOf(['trust,valence,1', 'talk,valence,0.5', 'dialogue,valence,0.5']);
const copy = (text: string) => copyFair(text, LEXICON).text;

describe('texts that differ only in who is named, when, or in which spelling are one copy', () => {
  it.each<[one: string, other: string]>([
    ['We trust Moscow in 2004.', 'We trust Washington in 2019.'],
    ['We trust Ada Bell.', 'We trust Oleg Tarn.'],
    ['We don’t trust Moscow.', "We don't trust Moscow."],
    ['The Russian talks failed.', 'The Iranian talks failed.'],
    ['WE TRUST MOSCOW.', 'WE TRUST WASHINGTON.'],
  ])('%j and %j', (one, other) => expect(copy(one)).toBe(copy(other)));
});

describe('texts that say different things stay different', () => {
  it.each<[one: string, other: string]>([
    ['We trust Moscow.', 'We trusted Moscow.'],
    ['We trust Moscow.', 'We do not trust Moscow.'],
    ['We trust no one.', 'We trust everyone.'],
  ])('%j and %j', (one, other) => expect(copy(one)).not.toBe(copy(other)));
});

it('says of each piece that moved where it stood in the text', () => {
  const text = 'We trust Ada Bell and Moscow in 1999.';
  const fair = copyFair(text, LEXICON);
  for (const [from, to, start, end] of fair.moved) expect(fair.text.slice(from, to) === text.slice(start, end)).toBe(false);
  expect(fair.names.map(({ start, end }) => text.slice(start, end))).toEqual(['Ada Bell', 'Moscow']);
});
