/** Utterances in few words, and a store in memory that holds them. */
import type { Article } from '../../../src/core/model/articles.ts';
import type { Utterance } from '../../../src/core/model/statements.ts';
import { articleRow, utteranceRow } from '../../../src/night/rows.ts';
import { type OpenDatabase, openDatabase } from '../../../src/stages/store/database.ts';
import { CREATE_TABLES } from '../../../src/stages/store/schema.ts';
import { type Row, type Table, tableOf } from '../../../src/stages/store/table.ts';

/** One printed statement. */
export interface Printed {
  readonly article: string;
  readonly text: string;
  readonly start?: number;
  readonly speaker?: string | null;
  readonly said?: string | null;
  readonly published?: string | null;
}

const certain = (day: string) => ({ day, basis: 'metadata', earliest: day, latest: day });

/** The utterance that a printing is. */
export function utteranceOf(printed: Printed): Utterance {
  const { article, text, start = 0, speaker = 'Ada Bell', said = '2018-12-22', published = '2018-12-22' } = printed;
  return {
    speaker:
      speaker === null
        ? null
        : { id: speaker.toLowerCase().replaceAll(' ', '-'), name: speaker, side: 'US', role: 'official', isOnRoster: true },
    joint: [],
    said: said === null ? null : certain(said),
    text,
    passage: { text, pieces: [[start, start + text.length]], content: [[0, text.length]], around: '' },
    background: [],
    appearance: {
      articleId: article,
      path: `news/${article}.txt`,
      outlet: 'Riverside Post',
      title: null,
      url: null,
      published: published === null ? null : certain(published),
      kind: 'direct',
      spans: [[start, start + text.length]],
      mention: null,
      mentionSpan: null,
      via: null,
      cue: 'said',
      rule: 'quote-verb',
      certainty: 'known',
    },
  };
}

/** An empty store in memory. */
export async function emptyStore(): Promise<OpenDatabase> {
  const store = await openDatabase(':memory:');
  await store.run(CREATE_TABLES);
  return store;
}

/** The tables of articles and utterances; the utterances of one article share its publication. */
export function shelve(utterances: readonly Utterance[]): { readonly articles: Table; readonly utterances: Table } {
  const articles = new Map<string, Row>();
  const rows = utterances.map((utterance, ordinal) => {
    const { articleId: id, path, outlet, published } = utterance.appearance;
    const article = {
      id,
      path,
      place: '',
      layout: 'article',
      outlet,
      title: null,
      author: null,
      url: null,
      text: '',
      paragraphs: [],
      boilerplate: [],
      given: [],
      published,
    } as Article;
    const row = articleRow(article, utterance.background);
    articles.set(id, row);
    return utteranceRow(utterance, { articleKey: row.key, ordinal });
  });
  return { articles: tableOf([...articles.values()]), utterances: tableOf(rows) };
}

/** Tables one below the other. */
export function joined(tables: readonly Table[]): Table {
  const names = Object.keys(tables[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, tables.flatMap((table) => table[name] ?? [])]));
}
