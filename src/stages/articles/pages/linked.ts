/** JSON-LD scripts → the things that they describe, articles first. */

/** One described thing: its types and its plain properties. */
export interface LinkedThing {
  readonly types: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
}

const DEEPEST = 6;
const MOST_THINGS = 500;
const NESTED = ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'item'];
const ARTICLE = /article|posting|report|review|recipe|liveblog|newsitem|opinion/i;
const PAGE = /webpage|itempage|aboutpage|creativework/i;

/** Everything that the scripts describe; articles before pages before the rest. */
export function readLinkedData(scripts: readonly string[]): readonly LinkedThing[] {
  const things: LinkedThing[] = [];
  for (const script of scripts) collect(parseLoosely(script), 0, things);
  const rank = (thing: LinkedThing): number => (isArticle(thing) ? 0 : thing.types.some((type) => PAGE.test(type)) ? 1 : 2);
  return things.sort((a, b) => rank(a) - rank(b));
}

/** True for a thing that is itself a piece of news. */
export function isArticle({ types }: LinkedThing): boolean {
  return types.some((type) => ARTICLE.test(type));
}

/** Pages wrap their JSON in comments and CDATA, and put line breaks into strings. */
function parseLoosely(script: string): unknown {
  const text = script
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/)/, '')
    .replace(/(?:-->|(?:\/\/|\/\*)?\s*\]\]>(?:\*\/)?)\s*$/, '');
  for (const attempt of [text, text.replace(/[\u0000-\u001f]+/g, ' ').replace(/;\s*$/, '')]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The next, looser attempt follows.
    }
  }
  return null;
}

function collect(value: unknown, depth: number, things: LinkedThing[]): void {
  if (depth > DEEPEST || things.length >= MOST_THINGS || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, depth + 1, things);
    return;
  }
  const properties = value as Readonly<Record<string, unknown>>;
  const types = [properties['@type']].flat().filter((type) => typeof type === 'string');
  if (types.length > 0) things.push({ types, properties });
  for (const name of NESTED) collect(properties[name], depth + 1, things);
}

/** The first of the named properties that holds text; of a nested thing its name. */
export function textProperty({ properties }: LinkedThing, names: readonly string[]): string | null {
  for (const name of names) {
    const value = [properties[name]].flat()[0];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (typeof value === 'object' && value !== null) {
      const inner = (value as Readonly<Record<string, unknown>>).name;
      if (typeof inner === 'string' && inner.trim() !== '') return inner.trim();
    }
  }
  return null;
}
