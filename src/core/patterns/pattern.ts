/** What a lexicon pattern says: `[lift|ease] _ sanction*` → parts with their choices, of words, prefixes and gaps. */

/** One step of a pattern: a word (matched by lemma or surface; with a capital letter by surface alone), the beginning of a word, or a gap of 0–2 words, without a text. */
export interface Step {
  readonly kind: 'word' | 'prefix' | 'gap';
  readonly text: string;
}

/** Words that one gap may skip. */
export const LONGEST_GAP = 2;

/** A pattern with more combinations of choices than this is a mistake. */
const MOST_SEQUENCES = 400;

/** One part of a pattern: the wordings that may stand there. Most parts have one, of one step. */
export type Part = readonly (readonly Step[])[];

/** The parts of a pattern in order, or what is wrong in it. */
export type ParsedPattern = { readonly parts: readonly Part[]; readonly fault: string | null };

/** Reads a pattern: "no [reason|ground*] _ fear" has four parts, the second with two wordings. */
export function parsePattern(pattern: string): ParsedPattern {
  const parts: readonly Part[] = (pattern.match(PARTS) ?? []).map(parsePart);
  const fault = faultOf(parts, pattern);
  return fault === null ? { parts, fault } : faulty(fault);
}

/** A choice in brackets, a slot ("<third party>"), a word, or a bracket that stands alone. */
const PARTS = /\[[^[\]]*\]|<[^<>]*>|[^\s[\]]+|[[\]]/g;

function parsePart(part: string): Part {
  if (!part.startsWith('[')) return part === ']' ? ALONE : [parseSteps(part)];
  return part === '[' ? ALONE : part.slice(1, -1).split('|').map(parseSteps);
}

/** What stands for a bracket without its other half. */
const ALONE: Part = [];

function faultOf(parts: readonly Part[], pattern: string): string | null {
  if (parts.includes(ALONE)) return `brackets do not match in "${pattern}"`;
  if (parts.reduce((combinations, part) => combinations * part.length, 1) > MOST_SEQUENCES)
    return `more than ${MOST_SEQUENCES} combinations of choices in "${pattern}"`;
  if (parts.every(isOptional)) return 'the pattern is empty or has a choice of nothing';
  if (pattern.includes('_') && (isGapAtEnd(parts, 0) || isGapAtEnd([...parts].reverse(), -1)))
    return `a gap begins or ends "${pattern}", expected words on both sides`;
  return pattern.includes('*') ? faultOfStars(parts, pattern) : null;
}

function faultOfStars(parts: readonly Part[], pattern: string): string | null {
  const texts = parts
    .flat(2)
    .filter(({ kind }) => kind !== 'gap')
    .map(({ text }) => text);
  if (texts.includes('')) return `"*" stands alone in "${pattern}", expected letters before it`;
  return texts.some((text) => text.includes('*')) ? `"*" inside a word of "${pattern}", expected it at the end` : null;
}

function isOptional(part: Part): boolean {
  return part.some((wording) => wording.length === 0);
}

/** Whether some combination begins (`end` 0) or, with the parts from behind, ends (-1) with a gap; where a choice of nothing stands, the next part is at the end. */
function isGapAtEnd(parts: readonly Part[], end: 0 | -1): boolean {
  for (const wordings of parts) {
    if (wordings.some((wording) => wording.at(end)?.kind === 'gap')) return true;
    if (wordings.every((wording) => wording.length > 0)) return false;
  }
  return false;
}

/** All that a pattern stands for: a list of steps for each combination of choices, in the order of the choices. */
export function sequencesOf(parts: readonly Part[]): readonly (readonly Step[])[] {
  return parts.reduce<readonly (readonly Step[])[]>(
    (sequences, wordings) => sequences.flatMap((sequence) => wordings.map((wording) => [...sequence, ...wording])),
    parts.length === 0 ? [] : [[]],
  );
}

/** A pattern with each of its steps made anew; the same parts where none has changed. */
export function changeSteps(parts: readonly Part[], change: (step: Step) => Step): readonly Part[] {
  const isChanged = parts.some((wordings) => wordings.some((wording) => wording.some((step) => change(step) !== step)));
  return isChanged ? parts.map((wordings) => wordings.map((wording) => wording.map(change))) : parts;
}

function faulty(fault: string): ParsedPattern {
  return { parts: [], fault };
}

/** Most choices are one word, or its beginning. */
const ONE_WORD = /^[A-Za-z]+\*?$/;

function parseSteps(text: string): readonly Step[] {
  if (ONE_WORD.test(text)) return [stepOf(text)];
  if (text.startsWith('<')) return [step('word', text)];
  const steps: Step[] = [];
  for (const word of straightenApostrophes(text).split(/[\s-]+/)) if (word !== '') addSteps(word, steps);
  return steps;
}

/** wink-nlp reads "can't" as "ca" + "n't" and "Russia's" as "Russia" + "'s"; patterns are cut the same way. */
function addSteps(word: string, steps: Step[]): void {
  const match = word.includes("'") ? /^(.+?)(n't|'s|'re|'ve|'ll|'d|'m)$/.exec(word) : null;
  if (match === null) steps.push(stepOf(word));
  else steps.push(stepOf(match[1] as string), stepOf(match[2] as string));
}

function stepOf(word: string): Step {
  if (word === '_') return step('gap', '');
  return word.endsWith('*') ? step('prefix', word.slice(0, -1)) : step('word', word);
}

/** All steps are made here, so that they are alike inside. */
export function step(kind: Step['kind'], text: string): Step {
  return { kind, text };
}

/** "don’t" → "don't". */
export function straightenApostrophes(text: string): string {
  return text.includes('’') || text.includes('‘') ? text.replace(/[‘’]/g, "'") : text;
}

/** How a pattern is called in a trace: its first choice of words, as "lift … sanction". */
export function nameOfPattern(parts: readonly Part[]): string {
  const steps = parts.flatMap(([first = []]) => first);
  return steps.map(({ kind, text }) => (kind === 'word' ? text : kind === 'prefix' ? `${text}*` : '…')).join(' ');
}
