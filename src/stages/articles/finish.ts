/** The last step of every reader: what was found, with its paragraphs and its boilerplate marked. */
import type { Clipping, DateHint, Entry, GivenQuote, Origin, Span } from '../../core/model/articles.ts';
import type { Outcome, Problem } from '../../core/model/problems.ts';
import { markBoilerplate } from './cleaning/mark.ts';
import { findStandIn, type PageStandIn } from './cleaning/stand-in.ts';
import type { BoilerplateVocabulary } from './cleaning/vocabulary.ts';
import { languageOf } from './language-id.ts';
import { isGarbled } from './mend.ts';
import { paragraphSpans } from './paragraphs.ts';
import { machineText } from './sniffing/machine-text.ts';
import { isTranscript, isTurn, transcriptParagraphs } from './transcript.ts';

/** What a reader found; the rest of a clipping follows from it. */
export interface Draft {
  readonly id: string;
  readonly path: string;
  readonly text: string;
  readonly origin?: Origin;
  readonly place?: string;
  readonly layout?: Clipping['layout'];
  readonly outlet?: string | null;
  readonly title?: string | null;
  readonly author?: string | null;
  readonly url?: string | null;
  /** The language that the input declares; what the text itself shows goes before it. */
  readonly language?: string | null;
  readonly given?: readonly GivenQuote[];
  readonly hints?: readonly DateHint[];
  readonly entries?: readonly Entry[];
  /** Boilerplate that the reader already knows of, as header lines. */
  readonly marked?: readonly Span[];
  /** The text begins with its own headline, perhaps below debris; the title is looked for there. */
  readonly hasHead?: boolean;
}

/** Longest text of one article, in UTF-16 code units. */
const LONGEST_TEXT = 2_000_000;

/** A longer text is no page that stands in an article's place. */
const LONGEST_STAND_IN = 12_000;

/** Nothing kept, and why. */
export function setAside(at: { readonly path: string; readonly place?: string | undefined }, code: string, reason: string): Outcome<never> {
  return { kept: [], problems: [{ path: at.path, place: at.place ?? '', code, reason }] };
}

/** A doubt about something that was kept. */
export function note(at: { readonly path: string; readonly place?: string }, code: string, reason: string): Outcome<never> {
  return setAside(at, code, reason);
}

/** What the work gives, or the fault of our own that it met: it costs the one article or input at hand, never those beside it. */
export function guarded<T>({ path, place }: { readonly path: string; readonly place: string }, work: () => T): T | Problem {
  try {
    return work();
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { path, place, code: 'fault', reason: `detente failed on it, please report it (${reason.split('\n')[0]})` };
  }
}

/** A draft as a clipping, or set aside where it is empty, far too long or made for machines. */
export function keep(draft: Draft, vocabulary: BoilerplateVocabulary): Outcome<Clipping> {
  if (!/\S/.test(draft.text)) return setAside(draft, 'empty', 'there is no text in it');
  if (draft.text.length > LONGEST_TEXT)
    return setAside(draft, 'too large', `the article has ${draft.text.length} characters, expected at most ${LONGEST_TEXT}`);
  const machine = machineText(draft.text);
  if (machine !== null) return setAside(draft, 'machine text', `the text is mostly ${machine}, expected writing`);
  const clipping = guarded({ path: draft.path, place: draft.place ?? '' }, () => clip(draft, vocabulary));
  if ('code' in clipping) return { kept: [], problems: [clipping] };
  const found = clipping.layout === 'article' ? standInOf(clipping, vocabulary) : null;
  if (found && !found.hasStory) return setAside(draft, ...STAND_INS[found.kind]);
  if (found?.kind === 'paywall')
    return { kept: [clipping], problems: note(draft, 'cut at paywall', 'the text ends where its readers are asked to pay').problems };
  const kept = [clipping];
  return isGarbled(draft.text)
    ? { kept, problems: note(draft, 'garbled text', 'some of its characters are lost (\ufffd), perhaps quotation marks').problems }
    : { kept, problems: [] };
}

/** Code and reason for each kind of page that stands in an article's place. */
const STAND_INS: Readonly<Record<PageStandIn, readonly [code: string, reason: string]>> = {
  consent: ['consent page', 'the page asks for consent to cookies, and holds no article'],
  paywall: ['paywall', 'the page asks its readers to pay or to log in, and holds no article'],
  script: ['needs script', 'the page asks for JavaScript, and holds no article'],
  missing: ['page not found', 'the page says that there is none, and holds no article'],
  refused: ['access refused', 'the page refuses access or asks whether a person is reading, and holds no article'],
};

function standInOf({ text, paragraphs, boilerplate, title }: Clipping, vocabulary: BoilerplateVocabulary): ReturnType<typeof findStandIn> {
  if (text.length > LONGEST_STAND_IN) return null;
  const isMarked = ({ span }: { readonly span: Span }): boolean => boilerplate.some(([start, end]) => start <= span[0] && end >= span[1]);
  return findStandIn({ text, paragraphs, isMarked, title }, vocabulary);
}

/** Several outcomes as one, in order. */
export function joinOutcomes<T>(outcomes: Iterable<Outcome<T>>): Outcome<T> {
  const joined = { kept: [] as T[], problems: [] as Outcome<T>['problems'][number][] };
  for (const { kept, problems } of outcomes) {
    for (const each of kept) joined.kept.push(each);
    for (const each of problems) joined.problems.push(each);
  }
  return joined;
}

/** Completes a draft. */
export function clip(draft: Draft, vocabulary: BoilerplateVocabulary): Clipping {
  const lines = paragraphSpans(draft.text);
  const layout = draft.layout ?? (isTranscript(draft.text, lines) ? 'transcript' : 'article');
  const paragraphs = layout === 'transcript' ? transcriptParagraphs(draft.text, lines) : lines;
  const { boilerplate, title } = markBoilerplate(
    {
      text: draft.text,
      paragraphs,
      marked: draft.marked ?? [],
      hasHead: draft.hasHead === true,
      isStory: layout === 'article',
      ...(layout === 'transcript' && { isTurn: (span: Span) => isTurn(draft.text, span) }),
    },
    vocabulary,
  );
  const language = languageOf(draft.text) ?? draft.language?.slice(0, 2).toLowerCase();
  return {
    id: draft.id,
    path: draft.path,
    place: draft.place ?? '',
    layout,
    outlet: clean(draft.outlet),
    title: clean(draft.title ?? (title && draft.text.slice(...title))),
    author: clean(draft.author),
    url: clean(draft.url),
    ...(language ? { language } : {}),
    text: draft.text,
    ...(draft.origin && { origin: draft.origin }),
    paragraphs,
    boilerplate,
    given: draft.given ?? [],
    hints: draft.hints ?? [],
    ...(draft.entries && { entries: draft.entries }),
  };
}

function clean(value: string | null | undefined): string | null {
  const text = (value ?? '').replace(/\s+/g, ' ').trim();
  return text === '' ? null : text.slice(0, 1000);
}

/** The file's name without folders and without its endings: 'in/004_a.txt.gz' → '004_a'. */
export function idOf(path: string): string {
  const name = path.replace(/^.*[\\/]/, '').replace(/\.(gz|bz2|zip)$/i, '');
  return (
    name.replace(/\.(txt|text|md|html?|xhtml|mhtml?|jsonl?|ndjson|csv|tsv|xml|rss|atom|docx|pdf|vtt|srt|warc|wet|eml|mbox)$/i, '') || name
  );
}
