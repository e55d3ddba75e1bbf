/**
 * The statement explorer, which runs in the reader's browser. It is put onto the page as its own source text, so it may use its arguments alone: what it needs
 * of other files is handed to it.
 */
import type { PageDocument, PageElement, PageWindow } from './browser.ts';
import type { Listed, QUERY, Query } from './query.ts';
import type { SAVING } from './saving.ts';
import type { SHOWING } from './showing.ts';

/** The functions of other files that the explorer uses. */
export type ExplorerParts = typeof QUERY & Pick<typeof SHOWING, 'showListed' | 'grouped'> & Pick<typeof SAVING, 'saveText'>;

/** Fills the list whenever a filter or the address changes. */
export function startExplorer(page: PageDocument, view: PageWindow, parts: ExplorerParts): void {
  const { readQuery, isAskedFor, orderListed, countValues, addressOf, listedAsCsv, showListed, grouped, saveText } = parts;
  const names = ['word', 'speaker', 'side', 'year', 'label', 'order'];
  const get = (id: string) => page.getElementById(id) as PageElement;
  const all = JSON.parse(get('statements').textContent ?? '[]') as Listed[];
  const more = get('more');
  let found: readonly Listed[] = [];
  let shown = 0;
  const showMore = () => {
    const items = found.slice(shown, shown === 0 ? 2 : shown + 25).map((listed) => showListed(page, listed));
    get('found').append(...items);
    shown += items.length;
    more.hidden = shown >= found.length;
  };
  const asked = (): Query => {
    const value = (name: string) => get(`find-${name}`).value;
    return {
      word: value('word').trim(),
      speaker: value('speaker'),
      side: value('side'),
      year: value('year'),
      label: value('label'),
      order: value('order'),
    };
  };
  const search = () => {
    const query = asked();
    found = orderListed(
      all.filter((listed) => isAskedFor(listed, query)),
      query.order,
    );
    get('found').replaceChildren();
    shown = 0;
    get('count').textContent = `${grouped(found.length)} of ${grouped(all.length)} statements`;
    get('none').hidden = found.length > 0;
    const active = names.filter((name) => name !== 'order' && get(`find-${name}`).value !== '').length;
    get('clear').hidden = active === 0;
    get('clear').textContent = active === 1 ? 'Clear 1 filter' : `Clear ${active} filters`;
    get('download').textContent = `Download these ${grouped(found.length)} as CSV`;
    get('download').hidden = found.length === 0;
    for (const name of ['side', 'year', 'label'] as const) {
      const counts = countValues(all, query, name);
      for (const option of get(`find-${name}`).children) {
        if (option.value === '' || option.value === 'all') continue;
        option.textContent = `${(option.textContent ?? '').replace(/ \([\d,]+\)$/, '')} (${grouped(counts.get(option.value) ?? 0)})`;
      }
    }
    showMore();
  };
  const remember = () => {
    search();
    view.history.replaceState(null, '', addressOf(asked()));
  };
  const follow = () => {
    if (!view.location.hash.startsWith('#find')) return;
    const query = readQuery(view.location.hash) as unknown as Record<string, string>;
    for (const name of names) get(`find-${name}`).value = query[name] ?? '';
    search();
    get('find').scrollIntoView();
  };
  const clear = () => {
    for (const name of names) get(`find-${name}`).value = '';
    remember();
  };
  for (const name of names) get(`find-${name}`).addEventListener('input', remember);
  get('finder').addEventListener('submit', (event) => event.preventDefault());
  more.addEventListener('click', showMore);
  get('clear').addEventListener('click', clear);
  get('none-clear').addEventListener('click', clear);
  get('download').addEventListener('click', () =>
    saveText(page, view, { name: 'statements.csv', type: 'text/csv', text: listedAsCsv(found) }),
  );
  view.addEventListener('hashchange', follow);
  search();
  follow();
}
