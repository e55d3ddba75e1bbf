import { expect, test } from 'vitest';
import { compileGate } from '../../../src/stages/tone/gate.ts';
import { rowsOf } from './made.ts';

const gateOf = (...lines: readonly string[]) => compileGate(rowsOf('gate.csv', 'id,weight', lines));

test('a sign without a row weighs nothing, and of two rows the later one counts', () => {
  expect(gateOf('start,-0.3', 'start,0.25').value).toMatchObject({ start: 0.25, 'words of tone': 0 });
});

test.each([
  ['startt,1', /^id must be one of start, .*found "startt"$/],
  ['start,', /^weight must be from -3 to 3, found ""$/],
  ['start,4', /^weight must be from -3 to 3, found "4"$/],
])('%s is a fault', (line, message) => {
  expect(gateOf(line).faults).toEqual([{ file: 'gate.csv', line: 2, message: expect.stringMatching(message) }]);
});
