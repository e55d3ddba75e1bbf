/** Plural nouns and their singulars, by their letters alone. */

const IRREGULAR: Readonly<Record<string, string>> = {
  people: 'person',
  children: 'child',
  wives: 'wife',
  data: 'datum',
  analyses: 'analysis',
  theses: 'thesis',
};

/** The word itself and what it can be the plural of: "bodies" → "bodies", "body". */
export function singularsOf(word: string): readonly string[] {
  const irregular = IRREGULAR[word];
  if (irregular !== undefined) return [word, irregular];
  if (word.endsWith('men')) return [word, `${word.slice(0, -2)}an`];
  if (!word.endsWith('s') || word.endsWith('ss')) return [word];
  if (word.endsWith('ies')) return [word, `${word.slice(0, -3)}y`, word.slice(0, -1)];
  return word.endsWith('es') ? [word, word.slice(0, -1), word.slice(0, -2)] : [word, word.slice(0, -1)];
}
