/** Which outlet printed a text: one name for all its spellings, and for a text without metadata the one outlet of the job's list that its head or file name shows. */
import type { Clipping } from '../../core/model/articles.ts';
import type { Compiled, Fault, Tables } from '../../core/model/problems.ts';

/** The outlets that a job knows, by the forms in which their names stand in texts. */
export interface Outlets {
  readonly forms: readonly { readonly name: string; readonly form: string }[];
  readonly names: ReadonlyMap<string, string>;
}

/** Characters of the text in which an outlet names itself: masthead, byline, dateline. */
const HEAD = 400;

/** Reads outlets.csv: name, aliases (separated by |), origin. */
export function compileOutlets(tables: Tables): Compiled<Outlets> {
  const faults: Fault[] = [];
  const seen = new Map<string, number>();
  const forms = (tables.outlets ?? []).flatMap(({ cells, file, line }) => {
    const name = cells.name ?? '';
    if (name === '') faults.push({ file, line, message: 'no name, expected the name of an outlet' });
    const spelt = [name, ...(cells.aliases ?? '').split('|')].map(plain).filter((form) => form !== '');
    return spelt.flatMap((form) => {
      const first = seen.get(form);
      if (first !== undefined) faults.push({ file, line, message: `"${form}" stands already in line ${first}, expected it once` });
      seen.set(form, line);
      return { name, form };
    });
  });
  return { value: { forms, names: new Map(forms.map(({ name, form }) => [form, name])) }, faults };
}

/**
 * The outlet that the input names, by its listed name where the list has that spelling or address; else the one listed outlet that sent it or stands in the text's head, else the one in
 * its file name; null where none or several stand there.
 */
export function outletOf(clipping: Pick<Clipping, 'outlet' | 'text' | 'path' | 'sender'>, { forms, names }: Outlets): string | null {
  if (forms.length === 0) return clipping.outlet;
  if (clipping.outlet !== null) return names.get(plain(clipping.outlet)) ?? clipping.outlet;
  const sender = onlyIn(plain(clipping.sender ?? ''), forms);
  return sender ?? onlyIn(plain(clipping.text.slice(0, HEAD)), forms) ?? onlyIn(plain(clipping.path), forms);
}

function onlyIn(words: string, forms: Outlets['forms']): string | null {
  const found = new Set(forms.filter(({ form }) => ` ${words} `.includes(` ${form} `)).map(({ name }) => name));
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

/** Words alone, lower case, one space between. */
function plain(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}
