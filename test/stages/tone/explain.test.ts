import { expect, test } from 'vitest';
import { readText } from '../../../src/core/language.ts';
import { explainScore } from '../../../src/stages/tone/explain.ts';
import { scoreTone } from '../../../src/stages/tone/score.ts';
import { contextOf, lexiconOf } from './made.ts';

const lexicon = lexiconOf(['dialogue,object,2', 'sanction*,object,-2', 'lift,reverser,-1']);
const explain = (text: string, isColoured = false) => {
  const reading = readText(text);
  return explainScore(scoreTone(reading, contextOf(), lexicon), reading, { isColoured });
};

test('an explanation goes clause by clause and ends in the sum', () => {
  const lines = explain('Washington will lift the sanctions on Russia, and Moscow welcomes the dialogue.');
  expect(lines[0]).toMatch(/^about both sides: yes \(names both sides; /);
  expect(lines).toContain(`    ${'sanctions [sanction*] other side'.padEnd(34)} −2.00 × -0.8 reverser "lift" = +1.60`);
  expect(lines).toContain(`    ${'dialogue [dialogue] other side'.padEnd(34)} +2.00   +2.00`);
  expect(lines.find((line) => line.includes('sum of'))).toBe('  sum of 2 terms: +3.60');
});

test('a statement about others is told to have no tone', () => {
  expect(explain('The dialogue with Beijing goes on.').join('\n')).toContain('no tone, for it is not about both sides');
});

test('colours are left out unless asked for', () => {
  expect(explain('Moscow and Washington want dialogue.').join('')).not.toContain('\u001b[');
  expect(explain('Moscow and Washington want dialogue.', true).join('')).toContain('\u001b[32m');
});
