import { describe, expect, it } from 'vitest';
import { poolOutlets, poolRoles } from '../../../src/stages/trends/pooled.ts';
import { groupOf } from './groups.ts';

const speaker = (speakerId: string, role: string, tones: readonly number[], side = 'US') =>
  groupOf(tones, { speakerId, role, side, period: 'all' });

describe('roles compared', () => {
  const officials = [speaker('ada', 'official', [0.2, 0.2]), speaker('bo', 'official', [0.4]), speaker('cy', 'official', [0])];

  it('have an interval clustered by speaker: two statements of one speaker are one observation', () => {
    const [row] = poolRoles(officials);
    // By hand: distances from the mean by speaker 0, 0.2 and -0.2; 3/2 * 0.08 / 4² = 0.0075; t with two degrees of freedom is 4.3027.
    const half = 4.302653 * Math.sqrt(0.0075);
    expect(row).toMatchObject({ name: 'official', side: 'US', statements: 4, speakers: 3, mean: expect.closeTo(0.2, 12) });
    expect(row?.interval).toEqual({ low: expect.closeTo(0.2 - half, 5), high: expect.closeTo(0.2 + half, 5) });
  });

  it('have no interval below three speakers, however much they say', () => {
    expect(poolRoles([speaker('ada', 'expert', [0.1, 0.2, 0.3]), speaker('bo', 'expert', [0.5, 0.6])])).toMatchObject([
      { name: 'expert', speakers: 2, interval: null },
    ]);
  });

  it('are told apart by side, the one with the most statements first; who said nothing relevant counts nowhere', () => {
    const rows = poolRoles([speaker('dee', 'official', [0.1], 'Russia'), ...officials, speaker('eve', 'media', [])]);
    expect(rows.map(({ name, side, speakers }) => [name, side, speakers])).toEqual([
      ['official', 'US', 3],
      ['official', 'Russia', 1],
    ]);
  });
});

describe('outlets compared', () => {
  const outlet = (name: string, period: string, tones: readonly number[]) => groupOf(tones, { outlet: name, period });

  it('are one row over all years, with the interval of all their articles together', () => {
    const apart = poolOutlets([outlet('Lake Courier', '2017', [0.1, 0.3]), outlet('Lake Courier', '2018', [0.5])]);
    const together = poolOutlets([outlet('Lake Courier', '2018', [0.1, 0.3, 0.5])]);
    expect(apart).toEqual(together);
    expect(apart[0]?.interval).not.toBeNull();
  });

  it('leave out what has no outlet', () => {
    expect(poolOutlets([outlet('unknown', '2017', [0.1]), groupOf([0.2])])).toEqual([]);
  });
});
