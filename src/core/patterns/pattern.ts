/** What a lexicon pattern says: `[lift|ease] _ sanction*` → sequences of words, prefixes and gaps. */

/** One step of a pattern: a word (matched by lemma or surface; with a capital letter by surface alone), the beginning of a word, or a gap of 0–2 words. */
export type Step = { readonly kind: 'word' | 'prefix'; readonly text: string } | { readonly kind: 'gap' };

/** Words that one gap may skip. */
export const LONGEST_GAP = 2;

/** A pattern with more choices than this is a mistake. */
const MOST_SEQUENCES = 400;

/** What is wrong in a pattern, or its sequences of steps, one per combination of choices. */
export type ParsedPattern = { readonly sequences: readonly (readonly Step[])[]; readonly fault: string | null };

/** Reads a pattern: "no [reason|ground*] _ fear" gives two sequences. */
export function parsePattern(pattern: string): ParsedPattern {
  const parts = pattern.trim().match(/\[[^[\]]*\]|<[^<>]*>|[^\s[\]]+|[[\]]/g) ?? [];
  let sequences: Step[][] = [[]];
  const steps: Step[] = [];
  for (const part of parts) {
    if (part === '[' || part === ']') return faulty(`brackets do not match in "${pattern}"`);
    const choices = part.startsWith('[') ? part.slice(1, -1).split('|') : [part];
    const wordings = choices.map(parseSteps);
    for (const wording of wordings) steps.push(...wording);
    const [only, ...others] = wordings;
    if (only && others.length === 0) for (const sequence of sequences) sequence.push(...only);
    else sequences = sequences.flatMap((sequence) => wordings.map((more) => [...sequence, ...more]));
    if (sequences.length > MOST_SEQUENCES) return faulty(`more than ${MOST_SEQUENCES} combinations of choices in "${pattern}"`);
  }
  if (sequences.some((sequence) => sequence.length === 0)) return faulty('the pattern is empty or has a choice of nothing');
  if (sequences.some((sequence) => sequence[0]?.kind === 'gap' || sequence.at(-1)?.kind === 'gap')) {
    return faulty(`a gap begins or ends "${pattern}", expected words on both sides`);
  }
  if (steps.some((step) => step.kind !== 'gap' && step.text === ''))
    return faulty(`"*" stands alone in "${pattern}", expected letters before it`);
  if (steps.some((step) => step.kind !== 'gap' && step.text.includes('*')))
    return faulty(`"*" inside a word of "${pattern}", expected it at the end`);
  return { sequences, fault: null };
}

function faulty(fault: string): ParsedPattern {
  return { sequences: [], fault };
}

/** Most choices are one word, or its beginning. */
const ONE_WORD = /^[A-Za-z]+\*?$/;

function parseSteps(text: string): readonly Step[] {
  if (ONE_WORD.test(text)) return [stepOf(text)];
  if (text.startsWith('<')) return [{ kind: 'word', text }];
  return straightenApostrophes(text)
    .split(/[\s-]+/)
    .filter((word) => word !== '')
    .flatMap((word) => separateClitics(word))
    .map(stepOf);
}

function stepOf(word: string): Step {
  if (word === '_') return { kind: 'gap' };
  if (word.endsWith('*')) return { kind: 'prefix', text: word.slice(0, -1) };
  return { kind: 'word', text: word };
}

/** wink-nlp reads "can't" as "ca" + "n't" and "Russia's" as "Russia" + "'s"; patterns are cut the same way. */
function separateClitics(word: string): readonly string[] {
  const match = /^(.+?)(n't|'s|'re|'ve|'ll|'d|'m)$/.exec(word);
  return match?.[1] && match[2] ? [match[1], match[2]] : [word];
}

/** "don’t" → "don't". */
export function straightenApostrophes(text: string): string {
  return text.includes('’') || text.includes('‘') ? text.replace(/[‘’]/g, "'") : text;
}

/** How a pattern is called in a trace: its first choice of words, as "lift … sanction". */
export function nameOfPattern(sequences: readonly (readonly Step[])[]): string {
  return (sequences[0] ?? []).map((step) => (step.kind === 'word' ? step.text : step.kind === 'prefix' ? `${step.text}*` : '…')).join(' ');
}
