import { describe, expect, it } from 'vitest';
import { attributionsOf } from './setting.ts';

/** Side and role of the speaker of a marked article's only quotation. */
function standingOf(marked: string): readonly (string | undefined)[] {
  const speaker = attributionsOf(marked)[0]?.speaker;
  return [speaker?.side, speaker?.role];
}

describe('a speaker who is on no roster', () => {
  const known: readonly (readonly [string, string, string])[] = [
    ['[Russian lawmaker Pavel Sorin] said {it was late}.', 'Russia', 'official'],
    ['[Sen. Marta Dell] said {it was late}.', 'US', 'official'],
    ['[Former Sen. Marta Dell] said {it was late}.', 'US', 'former official'],
    ['[Marta Dell, a professor of law at a small college], said {it was late}.', 'other', 'expert'],
    ['[Pavel Sorin, an analyst at a Moscow institute], said {it was late}.', 'Russia', 'expert'],
    ['[Marta Dell, head of Russian studies at a college], said {it was late}.', 'other', 'expert'],
    ['[Marta Dell, a reporter for a small paper], said {it was late}.', 'other', 'media'],
    ['[Marta Dell] said {it was late}.', 'other', 'other'],
    ['[Russian officials] said {it was late}.', 'Russia', 'other'],
    ['[experts] said {it was late}.', 'other', 'other'],
    ['[The Ohio Health Department] said {it was late}.', 'other', 'institution'],
    ['[The Ohio Herald] said {it was late}.', 'other', 'media'],
  ];
  it.each(known)('has the side and role that the article tells: %s', (text, side, role) => {
    expect(standingOf(text)).toEqual([side, role]);
  });
});

describe('a source that is no person', () => {
  const named: readonly (readonly [string, string | null])[] = [
    ['The Russian Trade Ministry was closed.\n\n[The ministry] said {it was late}.', 'Russian Trade Ministry'],
    ['[Experts] said {it was late}.', 'experts'],
    ['[a number of experts] said {it was late}.', 'experts'],
    ['[federal and state officials] said {it was late}.', 'federal and state officials'],
    ['[last week] said {it was late}.', null],
    ['[the attack] said {it was late}.', null],
    ['[Of Crane] said {it was late}.', null],
    ['[July] said {it was late}.', null],
    ['[an attack in the U.K. Washington] said {it was late}.', 'US government'],
    ['[The Zimin and CraneCrane] said {it was late}.', 'Walter Crane'],
    ['[Florida-based strategist Marta Dell] said {it was late}.', 'Marta Dell'],
  ];
  it.each(named)('is named by its own words, unless it cannot speak: %s', (text, expected) => {
    expect(attributionsOf(text)[0]?.speaker?.name ?? null).toBe(expected);
  });
});
