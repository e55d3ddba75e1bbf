/** A name that stands beside the head of a source: after a comma, after an office, at the end of a second role. */
import type { Span } from '../../core/model/articles.ts';
import type { Reading } from '../../core/model/reading.ts';
import type { Naming } from './cast.ts';

/**
 * "An attorney for Crane, Marta Dell" and "Secretary of State Ada Lund": the name that the head's own description leads to,
 * right after the first comma or after titles that go on past "of".
 */
export function namingBeside(reading: Reading, rest: Span, namingAt: (token: number) => Naming | null): Naming | null {
  const last = namingAt(rest[1] - 1);
  const office = namingAfterOf(reading, rest, namingAt);
  if (office) return office;
  if (last && last.mention.whole[0] < last.mention.tokens[0] && /^of$/.test(reading.tokens[rest[0]]?.text ?? '')) {
    if (last.mention.whole[0] <= rest[0] + 2) return last;
  }
  if (last && reading.tokens[rest[0]]?.text === 'and' && reading.tokens[last.mention.whole[0] - 1]?.pos === 'NOUN') return last;
  for (let at = rest[0]; at < rest[1]; at++) {
    if (reading.tokens[at]?.text !== ',') continue;
    const naming = nextNaming(at + 1, rest[1], namingAt);
    return naming && naming.mention.whole[0] === at + 1 && !naming.mention.isPossessive ? naming : null;
  }
  return null;
}

/** "former secretary of state Ada Lund": a name after a noun of the office, not right after "of". */
function namingAfterOf(reading: Reading, rest: Span, namingAt: (token: number) => Naming | null): Naming | null {
  if (reading.tokens[rest[0]]?.text !== 'of') return null;
  let at = rest[0] + 1;
  while (at < rest[0] + 3 && reading.tokens[at]?.pos === 'NOUN' && !namingAt(at)) at++;
  const naming = at > rest[0] + 1 && at < rest[1] ? namingAt(at) : null;
  return naming && naming.mention.tokens[0] === at && !naming.mention.isPossessive ? naming : null;
}

function nextNaming(from: number, end: number, namingAt: (token: number) => Naming | null): Naming | null {
  for (let at = from; at < end; at++) {
    const naming = namingAt(at);
    if (naming) return naming;
  }
  return null;
}
