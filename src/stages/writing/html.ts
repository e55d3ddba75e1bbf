/** HTML that cannot be broken out of: every value in a template is escaped, unless it was made by a template itself. */

/** A piece of finished HTML. */
export interface Markup {
  readonly markup: string;
}

export type Value = string | number | null | Markup | readonly Value[];

/** html`<b>${text}</b>`: text is escaped, null is nothing, lists are joined. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return { markup: parts.reduce((text, part, i) => text + part + (i < values.length ? render(values[i] ?? null) : ''), '') };
}

/** HTML that was made elsewhere and is known to be whole. */
export function trusted(markup: string): Markup {
  return { markup };
}

/** For text between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`\u0000]/g, (character) => `&#${character.charCodeAt(0) || 0xfffd};`);
}

/** The address itself if it leads to the web, else null: javascript:, data: and the like are dropped. */
export function webAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}

function render(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  return 'markup' in value ? value.markup : value.map(render).join('');
}
