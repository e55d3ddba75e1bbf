/** From quoted words to statements. A type per doorway between two rooms: a room takes one and returns the next, nothing is filled in later. */
import type { Dated, Span } from './articles.ts';

export type QuotationKind = 'direct' | 'mixed' | 'indirect' | 'post' | 'turn' | 'headline';

/** Words that are quoted or reported. Nobody is attached yet, though the finder says which cue and which source words it saw. */
export interface Quotation {
  /** The content without its outer marks, in order; several where a cue stands between them ("Q1," he said. "Q2"). */
  readonly spans: readonly Span[];
  readonly kind: QuotationKind;
  /** The words of saying that the finder relied on ("said", "according to"); null where the marks alone were the sign. */
  readonly cue: Span | null;
  /** The words that name the source, where the finder's own rule needed them (all indirect speech does); null leaves it to the speakers room. */
  readonly source: Span | null;
  /** The clause a partial quotation stands in, whose verb may carry the tone; null where the content stands for itself. */
  readonly carrier: Span | null;
  /** Id of the rule that found it. */
  readonly rule: string;
  /** Parts of the spans that somebody else is reported to have said in it: each is a quotation of its own and does not count for this one. */
  readonly nested?: readonly Span[];
}

/** A person or body that speaks. */
export interface Speaker {
  /** Roster id, or made from the name. */
  readonly id: string;
  readonly name: string;
  /** 'US', 'Russia', a side of the job's own, or 'other' for a third country; null where neither text nor roster tells. */
  readonly side: string | null;
  /** 'official' | 'former official' | 'candidate' | 'institution' | 'expert' | 'media' | 'other'. */
  readonly role: string;
  readonly isOnRoster: boolean;
}

/** What other registers call a speaker. */
export interface Identifiers {
  /** Item of Wikidata: 'Q7747'. */
  readonly wikidata: string | null;
  /** ISO 3166-1, two letters: 'DE'. */
  readonly country: string | null;
}

/** A quotation with the one who said it, or null where the text does not tell. */
export interface Attribution {
  readonly quotation: Quotation;
  readonly cue: Span | null;
  /** The words in the text that name the source: "he", "the minister". */
  readonly mention: Span | null;
  readonly speaker: Speaker | null;
  /** Who else said it together with the speaker: "X and Y said in a joint statement". */
  readonly joint: readonly Speaker[];
  /** Who carried the words: "Interfax" in "Interfax quoted X as saying"; null where the speaker is reported at first hand. */
  readonly via: string | null;
  /** Id of the rule that decided. */
  readonly rule: string;
  /** known: named at the cue. implied: by pronoun, role, or running speaker. */
  readonly certainty: 'known' | 'implied';
}

/** One printing of a statement. */
export interface Appearance {
  readonly articleId: string;
  readonly path: string;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly published: Dated | null;
  readonly kind: QuotationKind;
  readonly spans: readonly Span[];
  readonly mention: string | null;
  readonly mentionSpan: Span | null;
  /** Who carried the words, where the article names a carrier between itself and the speaker. */
  readonly via: string | null;
  readonly cue: string | null;
  readonly rule: string;
  readonly certainty: 'known' | 'implied';
}

/** What the tone room reads: the content, with its carrier clause where the content alone is only a part of it. */
export interface Passage {
  /** The pieces joined by one space. Equals the statement's text where there is no carrier. */
  readonly text: string;
  /** Where each piece of `text` stands in the article; pieces are in order. */
  readonly pieces: readonly Span[];
  /** Where the content stands in `text`. */
  readonly content: readonly Span[];
  /** What the article says shortly before and behind the passage, with " … " between; '' where there is nothing. */
  readonly around: string;
}

/** One printed statement with all that its score needs: article in, utterances out. */
export interface Utterance {
  readonly speaker: Speaker | null;
  /** Who else said it, together with the speaker. */
  readonly joint: readonly Speaker[];
  readonly said: Dated | null;
  /** The content's pieces joined by one space. */
  readonly text: string;
  readonly passage: Passage;
  /** Sides that the article itself is about, by its title and first paragraphs, those that the title names twice; relevance may lean on them. */
  readonly background: readonly string[];
  readonly appearance: Appearance;
}

/** One thing said once by one speaker, wherever it was printed. */
export interface Statement {
  readonly id: string;
  readonly speaker: Speaker | null;
  readonly said: Dated | null;
  readonly text: string;
  readonly passage: Passage;
  readonly background: readonly string[];
  /** In canonical order: earliest publication, then path, then offset. The first is the one that is cited. */
  readonly appearances: readonly Appearance[];
}

/** A statement as one outlet has cut it. */
export interface Cutting {
  readonly id: string;
  /** Whose words they are; only cuttings of one voice are held against each other. */
  readonly voice: string;
  /** Day it was said, as '2018-12-22'; a cutting without such a day is neither part nor whole. */
  readonly day: string;
  /** What stands between two breaks of the quotation, in order. */
  readonly pieces: readonly string[];
}
