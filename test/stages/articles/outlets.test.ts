import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/core/model/problems.ts';
import { compileOutlets, outletOf } from '../../../src/stages/articles/outlets.ts';

const row = (line: number, name: string, aliases = ''): Row => ({ file: 'outlets.csv', line, cells: { name, aliases, origin: 'test' } });
const rows = [row(2, 'The Harbor Ledger', 'Harbor Ledger'), row(3, 'Meridian Wire')];
const { value: outlets } = compileOutlets({ outlets: rows });

describe('the outlet of a text without metadata', () => {
  it.each([
    ['a byline', 'Talks resume\n\nBy Nora Kimball, The Harbor Ledger\n\nText.', 'a.txt', 'The Harbor Ledger'],
    ['a masthead in capitals', 'MERIDIAN WIRE\nTalks resume', 'a.txt', 'Meridian Wire'],
    ['a dateline', 'GENEVA, May 3 (Meridian Wire) — Text.', 'a.txt', 'Meridian Wire'],
    ['the file name', 'Talks resume', 'in/2019-05-14-harbor-ledger-talks.txt', 'The Harbor Ledger'],
  ])('is told by %s', (_where, text, path, expected) => {
    expect(outletOf({ outlet: null, text, path }, outlets)).toBe(expected);
  });

  it.each([
    ['nobody is named', 'Talks resume', 'a.txt'],
    ['two are named', 'Meridian Wire, first printed in the Harbor Ledger', 'a.txt'],
    ['only a part of the name stands there', 'A ledger of the harbor', 'a.txt'],
    ['it stands deep in the text', `${'Text. '.repeat(100)}Meridian Wire said so.`, 'a.txt'],
  ])('stays unknown where %s', (_why, text, path) => {
    expect(outletOf({ outlet: null, text, path }, outlets)).toBeNull();
  });

  it('is the one that the input declares, whatever the text shows', () => {
    expect(outletOf({ outlet: 'Plains Tribune', text: 'Meridian Wire', path: 'a.txt' }, outlets)).toBe('Plains Tribune');
  });

  it.each([
    ['HARBOR LEDGER', 'The Harbor Ledger'],
    ['meridianwire.example', 'meridianwire.example'],
    ['ledger.example', 'The Harbor Ledger'],
    ['Harbor Ledger Weekend', 'Harbor Ledger Weekend'],
  ])('%s, as the input calls it, is printed as %s', (outlet, expected) => {
    const { value } = compileOutlets({ outlets: [row(2, 'The Harbor Ledger', 'Harbor Ledger|ledger.example'), row(3, 'Meridian Wire')] });
    expect(outletOf({ outlet, text: '', path: 'a.txt' }, value)).toBe(expected);
  });

  it('listed twice is a fault with its line', () => {
    expect(compileOutlets({ outlets: [...rows, row(4, 'Harbor Ledger')] }).faults).toMatchObject([{ file: 'outlets.csv', line: 4 }]);
  });
});
