/** What the readers of database exports share: one file holds many articles. */
import type { Clipping } from '../../../core/model/articles.ts';
import type { Outcome } from '../../../core/model/problems.ts';
import { keep, setAside } from '../finish.ts';
import type { ReadOptions } from '../input.ts';
import { numbered } from '../records/article.ts';

/** One article of an export, as its labels give it. */
export interface ExportedArticle {
  readonly title: string;
  readonly body: string;
  readonly outlet: string | null;
  readonly date: string | null;
  readonly author: string | null;
  readonly url: string | null;
  readonly id: string | null;
}

/** Where an article stands in the file, and how it is to be read. */
export interface ExportPlace {
  readonly path: string;
  readonly place: string;
  readonly options: ReadOptions;
}

/** An article of an export → a clipping; without a title, a day or a body it is set aside, never guessed. */
export function keepExported(article: ExportedArticle | null, { path, place, options }: ExportPlace, kind: string): Outcome<Clipping> {
  if (!article) return setAside({ path, place }, 'unknown layout', `the record is not laid out as ${kind} lays it out`);
  const { title, body, outlet, date, author, url, id } = article;
  const lacking = [title === '' && 'title', body.trim() === '' && 'body', !date && 'date'].filter(Boolean);
  if (lacking.length > 0) return setAside({ path, place }, 'unknown layout', `the ${kind} record has no ${lacking.join(' and no ')}`);
  const draft = {
    id: id ?? numbered(path, place),
    path,
    place,
    text: `${title}\n\n${body.trim()}`,
    title,
    outlet,
    author,
    url,
    hints: [{ kind: 'field', name: 'date', value: date ?? '' }],
  };
  return keep(draft, options.boilerplate);
}

/** Lines without the white space around them. */
export function trimmedLines(text: string): readonly string[] {
  return text.split(/\r\n|\n|\r/).map((line) => line.trim());
}

/** Runs of lines between blank ones, each as one paragraph. */
export function paragraphsOf(lines: readonly string[]): string {
  const paragraphs: string[] = [];
  let run: string[] = [];
  for (const line of [...lines, '']) {
    if (line !== '') run.push(line);
    else if (run.length > 0) {
      paragraphs.push(run.join(' '));
      run = [];
    }
  }
  return paragraphs.join('\n\n');
}
