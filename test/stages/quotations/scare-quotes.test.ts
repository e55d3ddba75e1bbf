import { describe, expect, it } from 'vitest';
import { marked } from './finding.ts';

describe('words in marks that nobody said', () => {
  it.each([
    ['Norland gave up the so-called “open harbour” policy in May.'],
    ['The band is named Lovenna, which translates to “Catch the Night” in English.'],
    ['After he was promised “dirt” on the mayor, Harlan left.'],
    ['The harbour was long thought to be part of a “game of crowns” in the south.'],
    ['Question: “Should the harbour be closed to foreign ships?”'],
    ['Opinion: “The Harbour Show” returns'],
    ['The talks went on for a week.\n‘TIME TO MOVE FORWARD’ WITH NORLAND\nBoth sides were tired.'],
    ['The talks went on for a week.\n‘The war after the war’: has Norland opened the door?'],
    ['After a review of the old “suspension accord,” the ministry agreed last week that prices were low.'],
    ['Praising her memoir “Hard Winters,” Harlan left the hall.'],
    ['Hollis, M, and L Dunmore (2019), “The price of salt on the northern coast and its makers”, mimeo.'],
    ['The Senate bill would set up “permanent harbour fees” for Norland.'],
    ['The “out of respect” explanation sounds like an office squabble.'],
    ['Firms had a “hold” rating on the bank.'],
    ['The first question on the paper was clear: “Are you in favour of joining Norland?”'],
    ['"type": "essay",\n"blog": "Harbour"'],
    ['Some people call it a “paper defeat” today.'],
    ['Published: `2024-03-05 10:15:00`\n\nThe talks went on for a week.'],
    ['Updated: “05.03.2024”\n\nThe talks went on for a week.'],
    ['The talks went on for a week.\n"NO TRUST" IN THE COURTS'],
    ['The talks went on for a week. "NO TRUST" IN THE COURTS The list of guests is long.'],
    ['They threatened the studio against releasing “The Long Ferry,” a comedy about the mayor.'],
    ['The coordinator, or “pilot,” Marco Dell told a news briefing.'],
    ['The coordinator, or ‘pilot’, Marco Dell told a news briefing.'],
    ['The country moved its forces to “special readiness,” the posture that Norland maintains today.'],
    ['Norland is accused of “injudicious” raids on the port.'],
    ['They were called, disparagingly by the crews, “the grey men,” as if they had no names.'],
    ['The fleet drew up a “limited strike” plan called the “double lock” rule.'],
    ['Harlan spoke of his plans on Sunday on “Meet the Nation.”'],
    ['Ida Lund, the author of “Hard Winters: A Life,” smiled.'],
    ['The mayor has changed in the polls: “honest” went from 41 percent to 48 percent.'],
  ])('finds nothing in %j', (text) => {
    expect(marked(text)).toEqual([]);
  });
});

describe('fragments that are somebody’s words', () => {
  it.each([
    ['Harlan called Norland a “foe” of the port.', 'foe'],
    ['Norland considers itself a “near-polar” state.', 'near-polar'],
    ['Norland accused the mayor of “fanatic recklessness” in May.', 'fanatic recklessness'],
    ['Harlan asked: “Who closed the harbour to foreign ships?”', 'Who closed the harbour to foreign ships?'],
    ['Harlan sent a message: “The harbour is open.”', 'The harbour is open.'],
    ['Asked how many ships had left, “24,” Harlan said.', '24'],
    ['Harlan called it “A Long Ferry,” he told the mayor.', 'A Long Ferry'],
    ['Harlan’s “out of respect” explanation was short.', 'out of respect'],
    ['The minister warned her colleague of “serious mistrust” between the two.', 'serious mistrust'],
  ])('keeps the fragment of %j', (text, expected) => {
    expect(
      marked(text)
        .map(([words]) => words)
        .join(' '),
    ).toContain(expected);
  });
});
