/** What words of the command line may be; a wrong one is answered with what was expected. */
import { parseDay as dayNumberOf } from '../core/days.ts';
import { InvalidArgumentError } from './commander.ts';

/** A day, '2026-11-20'. */
export function parseDay(text: string): string {
  if (dayNumberOf(text) === null) throw new InvalidArgumentError('expected a day as 2026-11-20');
  return text;
}

/** A number of worker threads. */
export function parseThreads(text: string): number {
  const threads = Number(text);
  if (!Number.isInteger(threads) || threads < 1 || threads > 64) throw new InvalidArgumentError('expected a number from 1 to 64');
  return threads;
}

/** A number of parts, from 1. */
export function parseUpTo(most: number): (text: string) => number {
  return (text) => {
    const count = Number(text);
    if (!Number.isInteger(count) || count < 1 || count > most) throw new InvalidArgumentError(`expected a number from 1 to ${most}`);
    return count;
  };
}

/** Names of coders with commas between. */
export function parseCoders(text: string): readonly string[] {
  const names = text.split(',').map((name) => name.trim());
  const isFit =
    names.every((name) => /^[\p{L}\p{N}_-]+$/u.test(name) && !/-\d+$/.test(name)) &&
    new Set(names.map((name) => name.toLowerCase())).size === names.length;
  if (!isFit) throw new InvalidArgumentError('expected different names as ann,bob: letters, digits, - and _');
  return names;
}

/** What a sample is spread over, with commas between. */
export function parseStrata(text: string): readonly string[] {
  const names = text.split(',').map((name) => name.trim());
  if (!names.every((name) => ['side', 'year', 'label', 'role'].includes(name)))
    throw new InvalidArgumentError('expected some of side,year,label,role');
  return names;
}

/** A whole number from 1. */
export function parseCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('expected a whole number from 1');
  return count;
}
