/** JSON as people write it: with NaN, with a comma too many, one value behind another. */

/** Strings, and the words outside them that JSON does not know. */
const NO_JSON = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity|undefined|None)\b|\b(?:True|False)\b|,(?=\s*[\]}])/g;

/** The value of a text; undefined where it is no JSON even with those allowances. */
export function parseJson(text: string): unknown {
  for (const attempt of [(): string => text, (): string => mendJson(text)]) {
    try {
      return JSON.parse(attempt());
    } catch {
      // The next, looser attempt follows.
    }
  }
  return undefined;
}

function mendJson(text: string): string {
  return text.replace(/^\ufeff/, '').replace(NO_JSON, (found) => {
    if (found.startsWith('"')) return found;
    if (found === ',') return '';
    return found === 'True' ? 'true' : found === 'False' ? 'false' : 'null';
  });
}

/** Values that stand one behind another, on one line or over many; null where anything else stands between them. */
export function parseValues(text: string): readonly unknown[] | null {
  const values: unknown[] = [];
  let start = -1;
  let depth = 0;
  const token = /"(?:[^"\\]|\\[\s\S])*"|[[\]{}]|[^\s"[\]{}]/g;
  for (const { 0: found, index } of text.matchAll(token)) {
    if (found === '{' || found === '[') {
      if (depth === 0) start = index;
      depth++;
    } else if (found === '}' || found === ']') {
      depth--;
      if (depth < 0) return null;
      if (depth === 0) {
        const value = parseJson(text.slice(start, index + 1));
        if (value === undefined) return null;
        values.push(value);
      }
    } else if (depth === 0 && found !== ',' && found !== '\ufeff') return null;
  }
  return depth === 0 && values.length > 0 ? values : null;
}
