/** Nouns of saying: `S's claim that C`, `his call for C`, `a report that C`. */
import type { Span } from '../../../core/model/articles.ts';
import type { Cue } from '../cues.ts';
import { wordAt } from '../phrases.ts';
import { sourceAfter } from '../sources.ts';
import { contentEnd } from './content-end.ts';
import { type Frame, frameOf } from './content-start.ts';
import type { Finding, Search } from './search.ts';
import type { Page } from './sentences.ts';

const POSSESSIVES = new Set(['his', 'her', 'their', 'its', 'my', 'our', 'your', 'whose']);
/** Between a possessive and its noun stand at most this many words: "the senator's often repeated false claim". */
const FARTHEST_OWNER = 5;

/** The content of a noun of saying. Its source is the owner ("S's claim") or the agent ("a claim by S that"), or nobody. */
export function findByNoun(search: Search, cue: Cue): Finding | null {
  const { page } = search;
  const agent = wordAt(page.tokens, cue.end) === 'by' || wordAt(page.tokens, cue.end) === 'from' ? agentOf(search, cue.end + 1) : null;
  const frame = frameOf(search, { ...cue, end: agent?.end ?? cue.end }, cue.entry.takes);
  if (!frame || frame.start - (agent?.end ?? cue.end) > 1) return null;
  if (frame.rule === 'that' && isComment(search, cue.first)) return null;
  const end = endOf(search, cue, frame);
  const source = agent?.span ?? ownerOf(search, cue.first);
  return { content: [[frame.start, end]], cue: [cue.first, cue.end], source, carrier: [cue.first, end], rule: `noun-${frame.rule}` };
}

/** ", a claim that his office disputes": an apposition, whose "that" is a relative pronoun more often than not. */
function isComment({ page, sentence }: Search, noun: number): boolean {
  const { tokens } = page;
  let at = noun - 1;
  while (at > sentence.first && tokens[at]?.pos === 'ADJ') at--;
  return /^an?$/.test(wordAt(tokens, at)) && /^(?:,|—|–|--|-)$/.test(wordAt(tokens, at - 1));
}

/** A noun of saying may be the subject of its sentence: "calls for reform have come" goes on after the content. */
function endOf(search: Search, cue: Cue, frame: Frame): number {
  const { page, sentence } = search;
  const end = contentEnd(search, frame.start, { isClause: false, isSubordinate: false, form: 'noun' });
  const isSubject = !hasFiniteVerb(search, sentence.first, cue.first);
  if (frame.rule === 'that' && !isSubject) return end;
  let verbs = frame.rule === 'that' ? 0 : 1;
  for (let i = frame.start + 1; i < end; i++) {
    if (page.regionOf[i] !== 0 || !isFiniteAt(page, i)) continue;
    const before = page.tokens[i - 1];
    const isFree = before !== undefined && /^(?:NOUN|PROPN|PUNCT|ADV|NUM|ADJ|VERB)$/.test(before.pos);
    if (isFree && verbs > 0) return i;
    if (before?.pos !== 'AUX') verbs++;
  }
  return end;
}

function isFiniteAt({ tokens }: Page, at: number): boolean {
  const token = tokens[at];
  if (token?.pos === 'AUX') return true;
  return token?.pos === 'VERB' && !token.text.endsWith('ing') && wordAt(tokens, at - 1) !== 'to';
}

function hasFiniteVerb({ page }: Search, first: number, end: number): boolean {
  for (let i = first; i < end; i++) if (page.regionOf[i] === 0 && isFiniteAt(page, i)) return true;
  return false;
}

function agentOf({ page, sentence }: Search, at: number): { readonly end: number; readonly span: Span } | null {
  return sourceAfter(page.reading, at, sentence.end);
}

function ownerOf(search: Search, noun: number): Span | null {
  const { page, sentence } = search;
  const { tokens } = page;
  for (let i = noun - 1; i >= sentence.first && noun - i <= FARTHEST_OWNER; i--) {
    const token = tokens[i];
    if (!token || page.regionOf[i] !== 0) return null;
    if (POSSESSIVES.has(token.lower)) return [token.start, token.end];
    if (/^['’]s?$/.test(token.text) && i > sentence.first) {
      const first = tokens[ownerStart(search, i - 1)];
      const last = tokens[i - 1];
      return first && last && first.start < last.end ? [first.start, last.end] : null;
    }
    if (token.pos !== 'ADJ' && token.pos !== 'NOUN' && token.pos !== 'ADV' && token.pos !== 'NUM') return null;
  }
  return null;
}

/** An owner is short: "a note on Orlova's claim" is owned by Orlova, not by a note. */
function ownerStart({ page: { tokens }, sentence }: Search, last: number): number {
  let first = last;
  while (first > sentence.first && tokens[first]?.pos !== 'DET' && /^(?:PROPN|NOUN|ADJ|DET|NUM)$/.test(tokens[first - 1]?.pos ?? ''))
    first--;
  return first;
}
