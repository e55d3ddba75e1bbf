import { describe, expect, test } from 'vitest';
import { explainScore } from '../../../src/stages/tone/explain.ts';
import { scoreTone } from '../../../src/stages/tone/score.ts';
import { readStatement } from '../../../src/stages/tone/statement.ts';
import { contextOf, lexiconOf } from './made.ts';

const lexicon = lexiconOf(['dialogue,object,2', 'sanction*,object,-2', 'lift,reverser,-1']);
const explain = (text: string, { isColoured = false, topics = [] as readonly string[] } = {}) => {
  const reading = readStatement(text, lexicon);
  return explainScore({ ...scoreTone(reading, contextOf(), lexicon), topics }, reading, { isColoured });
};

/** Blanks that only put things in columns are left out. */
const squeezed = (lines: readonly string[]) => lines.map((line) => line.replace(/ {2,}/g, ' '));

describe('an explanation', () => {
  const lines = squeezed(
    explain('Washington will lift the sanctions on Russia, and Moscow welcomes the dialogue.', { topics: ['sanctions'] }),
  );

  test('begins with the gate and its reason', () => {
    expect(lines[0]).toBe('about both sides: yes');
    expect(lines[1]).toMatch(/names both sides/);
  });

  test('names each hit by its words as printed, its row, weight, shifts with their words, and whom it is about', () => {
    expect(lines.find((line) => line.includes('[sanction*]') || line.includes('"sanctions"'))).toMatch(
      /"sanctions" \[sanction\*?\] −2\.00 × -?[\d.]+ \(reverser "lift"\) = \+\d\.\d\d about the relation/,
    );
    expect(lines.find((line) => line.includes('"dialogue"'))).toMatch(/\[dialogue\] \+2\.00 .*\+2\.00 about /);
  });

  test('adds the hits up, says how the sum becomes the tone, and names topics as what moves nothing', () => {
    expect(lines.find((line) => line.includes('sum of'))).toMatch(/ sum of 2 hits: \+\d\.\d\d/);
    expect(lines.find((line) => line.includes('tone +'))).toMatch(
      /tone \+0\.\d\d = \(\d\.\d\d − \d\.\d\d\) \/ \(\d\.\d\d \+ \d\.\d\d \+ 2\), positive \(negative from −0\.10, positive from \+0\.20\)/,
    );
    expect(lines.at(-1)).toBe(' topics: sanctions (they move no tone)');
  });
});

test('a statement about others is told to have no tone', () => {
  expect(explain('The dialogue with Beijing goes on.').join('\n')).toContain('no tone: it is not about both sides');
});

test('a relevant statement without a hit is neutral for want of a row, and says so', () => {
  expect(explain('Moscow and Washington spoke.').join('\n')).toContain('no row of the lexicon was found in it');
});

test('colours are left out unless asked for', () => {
  expect(explain('Moscow and Washington want dialogue.').join('')).not.toContain('\u001b[');
  expect(explain('Moscow and Washington want dialogue.', { isColoured: true }).join('')).toContain('\u001b[32m');
});
