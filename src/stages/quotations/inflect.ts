/** The forms of an English verb, so that lexicon rows need only the base form and what is irregular. */

/** 'base' say · 'present' says · 'past' said · 'participle' saying. */
export type VerbForm = 'base' | 'present' | 'past' | 'participle';

const VOWELS = 'aeiou';

/** Every form with its name. Irregular forms that end in -ing replace the participle, all others the past. */
export function inflect(base: string, irregular: readonly string[]): readonly (readonly [string, VerbForm])[] {
  const participles = irregular.filter((word) => word.endsWith('ing'));
  const pasts = irregular.filter((word) => !word.endsWith('ing'));
  const forms: (readonly [string, VerbForm])[] = [
    [base, 'base'],
    [presentOf(base), 'present'],
  ];
  for (const word of pasts.length > 0 ? pasts : [pastOf(base)]) forms.push([word, 'past']);
  for (const word of participles.length > 0 ? participles : [participleOf(base)]) forms.push([word, 'participle']);
  const seen = new Set<string>();
  return forms.filter(([word, form]) => {
    const key = form === 'past' ? `${word}/past` : word;
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

function isConsonantAndY(base: string): boolean {
  return base.endsWith('y') && !VOWELS.includes(base.at(-2) ?? '');
}

function presentOf(base: string): string {
  if (isConsonantAndY(base)) return `${base.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`;
}

function pastOf(base: string): string {
  if (isConsonantAndY(base)) return `${base.slice(0, -1)}ied`;
  return base.endsWith('e') ? `${base}d` : `${base}ed`;
}

function participleOf(base: string): string {
  return base.endsWith('e') && !base.endsWith('ee') ? `${base.slice(0, -1)}ing` : `${base}ing`;
}
