import { afterEach, expect, it, vi } from 'vitest';
import { Stopwatch } from '../../src/night/stopwatch.ts';

afterEach(() => vi.restoreAllMocks());

it('a room that is called by another one stops the clock of that one, and an error stops both', () => {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const wait = (seconds: number): void => {
    now += seconds * 1000;
  };
  const stopwatch = new Stopwatch();
  const answer = stopwatch.time('statements', () => {
    wait(1);
    stopwatch.time('dates', () => wait(4));
    wait(2);
    return 42;
  });
  wait(100);
  expect(() =>
    stopwatch.time('dates', () => {
      wait(1);
      throw new Error('no date');
    }),
  ).toThrow('no date');
  wait(100);
  expect([answer, stopwatch.take(), stopwatch.take()]).toEqual([42, { statements: 3, dates: 5 }, {}]);
});
