/**
 * What a reader asks of the statements on the page, and what answers it. These functions run in the reader's browser and are put onto the page as their own source text, so each may use only
 * its arguments and the other functions of this file.
 */

/** One statement on the page. Marks are [start, end, sign] in the text. */
export interface Listed {
  readonly id: string;
  readonly speaker: string | null;
  readonly speakerId: string | null;
  readonly side: string | null;
  readonly said: string | null;
  readonly label: string | null;
  readonly tone: number | null;
  readonly text: string;
  readonly marks: readonly (readonly [start: number, end: number, sign: number])[];
  readonly outlet: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly path: string;
  readonly articles: number;
  /** The words of saying. */
  readonly cue: string | null;
  /** Whether the words are quoted, not reported. */
  readonly isQuoted: boolean;
  /** Each term: its place in the text, its row, its weight, what shifted it, and the points it came to. */
  readonly why: readonly (readonly [start: number, end: number, term: string, base: number, shifts: string, value: number])[];
}

/** What the reader asks for; '' asks for everything. */
export interface Query {
  readonly word: string;
  readonly speaker: string;
  readonly side: string;
  readonly year: string;
  readonly label: string;
  readonly order: string;
}

/** '#find?side=US&year=2018' → the query; what it does not name is ''. */
export function readQuery(hash: string): Query {
  const asked = new URLSearchParams(hash.includes('?') ? hash.slice(hash.indexOf('?') + 1) : '');
  const of = (name: string) => asked.get(name) ?? '';
  return { word: of('word'), speaker: of('speaker'), side: of('side'), year: of('year'), label: of('label'), order: of('order') };
}

/** The side under which a statement stands in the tables. */
export function sideInTables({ side, speakerId }: Pick<Listed, 'side' | 'speakerId'>): string {
  return side ?? (speakerId === null ? 'unattributed' : 'unknown');
}

/** Whether the statement is asked for. */
export function isAskedFor(listed: Listed, query: Query): boolean {
  const year = listed.said === null ? 'undated' : listed.said.slice(0, 4);
  if (query.side !== '' && sideInTables(listed) !== query.side) return false;
  if (query.year !== '' && year !== query.year) return false;
  if (query.speaker !== '' && listed.speakerId !== query.speaker) return false;
  if (query.label === '' && listed.label === null) return false;
  if (query.label !== '' && query.label !== 'all' && (listed.label ?? 'not relevant') !== query.label) return false;
  return query.word === '' || listed.text.toLowerCase().includes(query.word.toLowerCase());
}

/** The statements in the order asked for, the strongest first where none is named; those without a tone come last where the order is by tone. */
export function orderListed(list: readonly Listed[], order: string): readonly Listed[] {
  const byTone = (sign: number) => (a: Listed, b: Listed) =>
    (a.tone === null ? 1 : 0) - (b.tone === null ? 1 : 0) || sign * ((a.tone ?? 0) - (b.tone ?? 0));
  if (order === 'negative') return [...list].sort(byTone(1));
  if (order === 'positive') return [...list].sort(byTone(-1));
  if (order === 'reach') return [...list].sort((a, b) => b.articles - a.articles);
  if (order === 'newest') return list;
  return [...list].sort((a, b) => Math.abs(b.tone ?? 0) - Math.abs(a.tone ?? 0));
}

/** How many statements each value of a filter would leave, the other filters as they are. */
export function countValues(all: readonly Listed[], query: Query, name: 'side' | 'year' | 'label'): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const open = { ...query, [name]: name === 'label' ? 'all' : '' };
  for (const listed of all) {
    if (!isAskedFor(listed, open)) continue;
    const value =
      name === 'side'
        ? sideInTables(listed)
        : name === 'year'
          ? (listed.said ?? 'undated').replace(/^(\d{4}).*/, '$1')
          : (listed.label ?? 'not relevant');
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** '#find?side=US': what the reader asks for as an address; filters that ask for everything are left out. */
export function addressOf(query: Query): string {
  const asked = Object.entries(query).filter(([, value]) => value !== '');
  return `#find${asked.length === 0 ? '' : `?${new URLSearchParams(asked).toString()}`}`;
}

/** The statements as CSV; text that a spreadsheet might run gets an apostrophe before it. */
export function listedAsCsv(list: readonly Listed[]): string {
  const cell = (value: string | number | null) => {
    const text = value === null ? '' : String(value);
    const safe = typeof value === 'string' && /^\s*[=+\-@]/.test(text) ? `'${text}` : text;
    return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const row = (cells: readonly (string | number | null)[]) => `${cells.map(cell).join(',')}\r\n`;
  const head = row(['id', 'said', 'speaker', 'side', 'cue', 'text', 'tone', 'label', 'outlet', 'title', 'url', 'path', 'articles']);
  return (
    head +
    list
      .map((one) =>
        row([
          one.id,
          one.said,
          one.speaker,
          one.side,
          one.cue,
          one.text,
          one.tone,
          one.label,
          one.outlet,
          one.title,
          one.url,
          one.path,
          one.articles,
        ]),
      )
      .join('')
  );
}

/** The functions of this file for the page's script. */
export const QUERY = { readQuery, sideInTables, isAskedFor, orderListed, countValues, addressOf, listedAsCsv };
