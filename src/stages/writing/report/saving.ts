/**
 * Saves charts, tables and statements from the page, in the reader's browser and without a request. These functions are put onto the page as their own
 * source text, so each may use only its arguments and the other functions of this file.
 */
import type { PageDocument, PageElement, PageWindow } from './browser.ts';

/** A file to be saved. */
export interface SavedText {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** Offers a file for saving. */
export function saveText(page: PageDocument, view: PageWindow, { name, type, text }: SavedText): void {
  saveBlob(page, view, name, new view.Blob([text], { type: `${type};charset=utf-8` }));
}

export function saveBlob(page: PageDocument, view: PageWindow, name: string, blob: unknown): void {
  const link = page.createElement('a');
  link.href = view.URL.createObjectURL(blob);
  link.setAttribute('download', name);
  link.click();
}

/** The picture that is shown, as a file that stands for itself: colours in place of the page's variables, on a ground of their own. */
export function standaloneSvg(page: PageDocument, view: PageWindow, picture: PageElement): string {
  const style = view.getComputedStyle(page.documentElement);
  const text = new view.XMLSerializer()
    .serializeToString(picture)
    .replace(/var\((--[\w-]+)\)/g, (_, name: string) => style.getPropertyValue(name).trim());
  return text.replace(/(<svg[^>]*>)/, `$1<rect width="100%" height="100%" fill="${style.getPropertyValue('--paper').trim()}"/>`);
}

/** A table's cells as CSV. */
export function tableAsCsv(table: PageElement): string {
  const cell = (text: string) => {
    const plain = text
      .replaceAll('−', '-')
      .replace(/^\+(?=\d)/, '')
      .replace(/^(?=[=@])/, "'");
    return /[",\r\n;]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
  };
  return [...table.querySelectorAll('tr')]
    .map((row) => `${[...row.children].map((one) => cell((one.textContent ?? '').trim())).join(',')}\r\n`)
    .join('');
}

/** Draws the picture twice as large and saves it. */
export function savePng(page: PageDocument, view: PageWindow, { name, svg }: { readonly name: string; readonly svg: string }): void {
  const image = new view.Image();
  image.onload = () => {
    const canvas = page.createElement('canvas');
    canvas.width = image.width * 2;
    canvas.height = image.height * 2;
    const context = canvas.getContext('2d');
    context.scale(2, 2);
    context.drawImage(image, 0, 0);
    canvas.toBlob((blob) => saveBlob(page, view, name, blob));
  };
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}

/** Shows and connects the buttons that only work with scripts; opens what an address points into. */
export function startSaving(page: PageDocument, view: PageWindow): void {
  for (const figure of page.querySelectorAll('figure[data-name]')) {
    const name = figure.getAttribute('data-name') ?? 'chart';
    const shown = () => [...figure.querySelectorAll('svg')].find((svg) => svg.getBoundingClientRect().width > 0);
    const save = (form: string | null) => {
      const picture = shown();
      const table = figure.querySelectorAll('table')[0];
      if (form === 'csv' && table !== undefined)
        return saveText(page, view, { name: `${name}.csv`, type: 'text/csv', text: tableAsCsv(table) });
      if (picture === undefined) return;
      const svg = standaloneSvg(page, view, picture);
      if (form === 'svg') saveText(page, view, { name: `${name}.svg`, type: 'image/svg+xml', text: svg });
      else savePng(page, view, { name: `${name}.png`, svg });
    };
    for (const tools of figure.querySelectorAll('.tools')) tools.hidden = false;
    for (const button of figure.querySelectorAll('[data-save]'))
      button.addEventListener('click', () => save(button.getAttribute('data-save')));
  }
  const clipboard = view.navigator.clipboard;
  for (const button of page.querySelectorAll('[data-copy]')) {
    if (clipboard === undefined) continue;
    button.hidden = false;
    button.addEventListener('click', () => {
      const item = button.closest('li');
      const parts = ['.who', 'blockquote', '.byline'].map((part) =>
        [...(item?.querySelectorAll(part) ?? [])].map((found) => found.textContent ?? '').join(' '),
      );
      clipboard.writeText(parts.join('\n').replace(/copy$/, '').trimEnd()).then(() => {
        button.textContent = 'copied';
      });
    });
  }
  const open = () => {
    const target = view.location.hash.startsWith('#find') ? null : page.getElementById(view.location.hash.slice(1));
    const folded = target?.closest('details') ?? null;
    if (target === null || folded === null) return;
    folded.open = true;
    target.scrollIntoView();
  };
  view.addEventListener('hashchange', open);
  open();
}

/** Folds on a phone what is open on a wide screen. Without scripts it stays open. */
export function startFolding(page: PageDocument, view: PageWindow): void {
  if (!view.matchMedia('(max-width:40rem)').matches) return;
  for (const folded of page.querySelectorAll('details.fold')) folded.open = false;
}

/** The functions of this file for the page's script. */
export const SAVING = { saveText, saveBlob, standaloneSvg, tableAsCsv, savePng, startFolding, startSaving };
