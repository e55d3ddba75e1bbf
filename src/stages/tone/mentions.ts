/** Whom a statement speaks of, from first to last: names, and pronouns that stand for them. */
import type { Token } from '../../core/model/reading.ts';
import type { ToneContext } from '../../core/model/tone.ts';
import { countBelow } from '../../core/ordered.ts';
import type { Anchored, Mention } from './found.ts';
import type { StatementReading } from './statement.ts';

const FIRST_PERSON: ReadonlySet<string> = new Set(['we', 'our', 'us', 'ours', 'ourselves', 'i', 'my', 'me']);
const SECOND_PERSON: ReadonlySet<string> = new Set(['you', 'your', 'yours']);
const THIRD_PERSON: ReadonlySet<string> = new Set(['they', 'them', 'their', 'theirs', 'he', 'him', 'his', 'she', 'her']);
/** "Talks about Iran", "the crisis in Syria": a subject or a place, which does nothing. */
const BEFORE_SUBJECT: ReadonlySet<string> = new Set([
  'about',
  'on',
  'over',
  'regarding',
  'concerning',
  'in',
  'at',
  'near',
  'across',
  'throughout',
  'around',
]);

/** Whose words mentions are looked for in. */
export interface Viewpoint {
  readonly context: ToneContext;
  /** The speaker speaks for one of the two sides. */
  readonly isParty: boolean;
}

/** All mentions in order; a third party that is only a subject or a place is none. */
export function findMentions(
  { tokens }: StatementReading,
  anchors: readonly Anchored[],
  { context, isParty }: Viewpoint,
): readonly Mention[] {
  const mentions: Mention[] = [];
  let last: Mention['party'] = 'other';
  let next = 0;
  for (let i = 0; i < tokens.length; i++) {
    const anchored = anchors[next];
    if (anchored?.first === i) {
      next += 1;
      while (anchors[next]?.first === i) next += 1;
      const mention = mentionOf(anchored, i, { tokens, own: context.side });
      if (mention === null) continue;
      mentions.push(mention);
      if (mention.party === 'other' || mention.party === 'third') last = mention.party;
      continue;
    }
    const word = (tokens[i] as Token).lemma;
    if (isParty && FIRST_PERSON.has(word)) mentions.push({ token: i, party: 'own', side: null });
    else if (isParty && SECOND_PERSON.has(word)) mentions.push({ token: i, party: 'other', side: null });
    else if (THIRD_PERSON.has(word)) mentions.push({ token: i, party: last, side: null });
  }
  return mentions;
}

function mentionOf({ anchor }: Anchored, token: number, { tokens, own }: { tokens: readonly Token[]; own: string | null }): Mention | null {
  if (anchor.side === 'both') return { token, party: 'relation', side: null };
  if (anchor.side !== 'third') return { token, party: anchor.side === own ? 'own' : 'other', side: anchor.side };
  return BEFORE_SUBJECT.has(tokens[token - 1]?.lemma ?? '') ? null : { token, party: 'third', side: null };
}

/** The first of some mentions, in order, at a token or behind it. */
export function mentionFrom(mentions: readonly Mention[], token: number): Mention | undefined {
  return mentions[countBelow(mentions, token, tokenOf)];
}

/** The last of some mentions, in order, before a token. */
export function mentionBefore(mentions: readonly Mention[], token: number): Mention | undefined {
  return mentions[countBelow(mentions, token, tokenOf) - 1];
}

function tokenOf({ token }: Mention): number {
  return token;
}
