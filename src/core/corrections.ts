/** What a person has set right in single statements: rows of corrections.csv. */

/** One cell of statements.csv that a person has set. */
export interface Correction {
  /** The statement, as in statements.csv. */
  readonly id: string;
  readonly field: CorrectedField;
  /** As it was written; empty for "not known". */
  readonly value: string;
  readonly who: string;
  readonly why: string;
  readonly line: number;
}

/** What may be set; `statement` with `no` takes a row out that is no statement at all. */
export const CORRECTED_FIELDS = ['speaker', 'side', 'role', 'said', 'relevant', 'tone', 'statement'] as const;
export type CorrectedField = (typeof CORRECTED_FIELDS)[number];
