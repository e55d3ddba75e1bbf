import { describe, expect, it } from 'vitest';
import { found } from './reported.ts';

describe('where a reported content ends', () => {
  it.each([
    ['Orlova rejected the offer in an interview with a weekly.', ['the offer | rejected | Orlova']],
    ['Orlova rejected the offer on Monday and left the room.', ['the offer | rejected | Orlova']],
    ['Orlova blasted Harlan on Monday over his vote.', ['Harlan on Monday over his vote | blasted | Orlova']],
    ['Orlova accused Harlan of lying to the port and selling it.', ['Harlan of lying to the port and selling it | accused | Orlova']],
    ['Orlova praised the accord and took the stage.', ['the accord | praised | Orlova']],
    ['Harlan, who said that the deal was dead, left early.', ['the deal was dead | said | Harlan']],
    [
      'Orlova said the plan was ready and called the delay “a shame”.',
      ['the plan was ready | said | Orlova', 'the delay “a shame” | called | Orlova'],
    ],
    ['Orlova said the plan was ready, but Harlan left the room.', ['the plan was ready | said | Orlova']],
    ['Orlova said the plan was ready, and Harlan said it was not.', ['the plan was ready | said | Orlova', 'it was not | said | Harlan']],
    [
      'Orlova said the treaty, which her father had signed, was dead.',
      ['the treaty, which her father had signed, was dead | said | Orlova'],
    ],
    ['While Orlova said the plan was ready, the fleet stayed in port.', ['the plan was ready | said | Orlova']],
    ['Norland denies the charge and Harlan denies any part in it.', ['the charge | denies | Norland', 'any part in it | denies | Harlan']],
    [
      'Orlova said she and Harlan agreed to meet again.',
      ['she and Harlan agreed to meet again | said | Orlova', 'to meet again | agreed | she and Harlan'],
    ],
    ['Orlova and Harlan said the border would stay open.', ['the border would stay open | said | Orlova and Harlan']],
    [
      'Orlova denied the plan existed and accused Harlan of lying.',
      ['the plan existed | denied | Orlova', 'Harlan of lying | accused | Orlova'],
    ],
    // A relative clause that others fill, a comment behind "for whom", an apposition inside of a phrase.
    ['Orlova said the plan, which some have called bold, was dead.', ['the plan, which some have called bold, was dead | said | Orlova']],
    ['The rules, which officials said will hold for years, do not bind the port.', ['will hold for years | said | which officials']],
    ['Orlova said she backs Harlan, for whom she once worked.', ['she backs Harlan | said | Orlova']],
    ['Orlova accused Harlan, the envoy to Norland, of being late.', ['Harlan, the envoy to Norland, of being late | accused | Orlova']],
    ['Orlova accused Harlan of sleeping in the years-long talks.', ['Harlan of sleeping in the years-long talks | accused | Orlova']],
    // A participle behind a phrase tells what else was done; "including" does not.
    ['Orlova called the trip a mission, meeting two envoys in Ashton.', ['the trip a mission | called | Orlova']],
    ['Orlova praised the crew, including two cooks.', ['the crew, including two cooks | praised | Orlova']],
    ['Orlova praised the crew as she promised to return.', ['the crew | praised | Orlova', 'to return | promised | she']],
    ['Orlova cited a port as rich as they come.', ['a port as rich as they come | cited | Orlova']],
    [
      'He said that the plan was dead, and he accused Harlan of lying.',
      ['the plan was dead | said | He', 'Harlan of lying | accused | he'],
    ],
    ['Orlova said the plan — a secret for years — was dead.', ['the plan — a secret for years — was dead | said | Orlova']],
    ['Orlova said the plan was dead — a claim nobody believed.', ['the plan was dead | said | Orlova']],
    ['Orlova said the harbour was safe; the mayor left early.', ['the harbour was safe | said | Orlova']],
    [
      'Orlova said the harbour was safe, according to two aides.',
      ['the harbour was safe | said | Orlova', 'Orlova said the harbour was safe | according to | two aides'],
    ],
  ])('reads %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});
