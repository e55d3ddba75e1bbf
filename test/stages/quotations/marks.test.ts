import { describe, expect, it } from 'vitest';
import { pairMarks } from '../../../src/stages/quotations/marks.ts';

function insides(text: string): readonly string[] {
  return pairMarks(text, [[0, text.length]]).map(({ inner }) => text.slice(...inner));
}

describe('marks are paired', () => {
  const rows: readonly [string, readonly string[]][] = [
    ['"Yes," he said. "No."', ['Yes,', 'No.']],
    ['“Yes,” he said. “No.”', ['Yes,', 'No.']],
    ["''Yes,'' he said. ''No.''", ['Yes,', 'No.']],
    ['«Yes», he said.', ['Yes']],
    ['”Yes,” he said.', ['Yes,']],
    ['He said "it is a \'mistake\' to go."', ["it is a 'mistake' to go."]],
    ["''It is a 'mistake,''' he said.", ["It is a 'mistake,'"]],
    ['“She called it “dead” twice,” he said.', ['She called it “dead” twice,']],
    ['“We waited. “We will not wait."', ['We waited. ', 'We will not wait.']],
    ['He said "we will go and never come back', ['we will go and never come back']],
    ["Hollis: 'Talks are over'", ['Talks are over']],
    ['Hollis says treaty is ‘dead’ now', ['dead']],
  ];
  it.each(rows)('%s', (text, expected) => {
    expect(insides(text)).toEqual(expected);
  });
});

describe('what is no mark', () => {
  const rows = [
    "The voters' will is Hollis' concern.",
    "It isn't what they'd wanted.",
    "The '90s and '80s were calm.",
    'A pipe of 6" and more.',
  ];
  it.each(rows)('%s', (text) => {
    expect(insides(text)).toEqual([]);
  });
});

it('marks a stretch that its paragraph leaves open', () => {
  expect(pairMarks('“We waited.', [[0, 11]]).map(({ isClosed }) => isClosed)).toEqual([false]);
});
