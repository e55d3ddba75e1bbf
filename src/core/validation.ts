/** What validation hands to the page and to its own files. */
import type { Corrected, Interval } from './model/trends.ts';

/** What one sentence of the page, and the notes beside its charts, are made from. */
export interface ValidationSummary {
  /** Statements with a usable code, coders, and statements that two or more of them coded. */
  readonly coded: number;
  readonly coders: number;
  readonly twice: number;
  /** Krippendorff's alpha of the tone, ordinal; null where nobody coded twice. */
  readonly alpha: number | null;
  /** Share of statements to which detente and the coders give the same of three labels, weighted to all statements. */
  readonly sameLabel: number | null;
  /** Mean by detente, and as corrected, of each side over all years. */
  readonly sides: readonly { readonly side: string; readonly mean: number | null; readonly corrected: Corrected | null }[];
  /** "On 400 statements coded by two coders (alpha .81) …", for a reader of the page. */
  readonly sentence: string;
  /** Codes that are left out: the statement is no longer in the store, or its words are others than were shown. */
  readonly vanished: number;
  readonly changed: number;
}

/** Agreement of the coders on one question. */
export interface AgreementRow {
  readonly question: string;
  readonly statements: number;
  readonly coders: number;
  /** Share of pairs of coders with the same answer. */
  readonly same: number | null;
  readonly nominal: { readonly alpha: number | null; readonly interval: Interval | null };
  readonly ordinal: { readonly alpha: number | null; readonly interval: Interval | null };
}

/** How well the instrument does on one group of statements; shares are weighted to all statements. What cannot be told is null. */
export interface FigureRow {
  readonly group: string;
  readonly value: string;
  readonly coded: number;
  readonly statementPrecision: number | null;
  readonly speakerPrecision: number | null;
  readonly datePrecision: number | null;
  readonly relevancePrecision: number | null;
  readonly relevanceRecall: number | null;
  readonly relevanceF1: number | null;
  readonly sameLabel: number | null;
  readonly macroF1: number | null;
  readonly wrongSign: number | null;
  /** Mean of detente's tone less the coders', of statements that both call relevant; slope and correlation of the coders' tone on detente's. */
  readonly bias: number | null;
  readonly slope: number | null;
  readonly r: number | null;
  /** Of the whole and of the sides: mean by detente, as corrected, and by the codes alone. */
  readonly mean: number | null;
  readonly corrected: Corrected | null;
  readonly codesAlone: (Interval & { readonly mean: number }) | null;
}

/** How often the coders' label meets detente's. */
export interface ConfusionRow {
  readonly coders: string;
  readonly detente: string;
  readonly statements: number;
  /** Of all statements, by the weights of the sample. */
  readonly share: number;
}

/** A statement on which two coders, or the coders and detente, differ. */
export interface DisagreementRow {
  readonly id: string;
  readonly between: 'coders' | 'detente';
  readonly question: string;
  readonly coders: string;
  readonly detente: string | null;
  readonly speaker: string | null;
  readonly said: string | null;
  readonly text: string;
}

/** How yearly means move with a series from elsewhere. */
export interface ExternalRow {
  readonly series: string;
  /** Whose statements are compared; null for all. */
  readonly side: string | null;
  /** Years that both have, and the first and last of them. */
  readonly years: number;
  readonly first: number | null;
  readonly last: number | null;
  /** Correlation of the levels, of the changes from one year to the next, and of the corrected means; null for fewer than three years. */
  readonly r: number | null;
  readonly interval: Interval | null;
  readonly changes: number | null;
  readonly corrected: number | null;
}
