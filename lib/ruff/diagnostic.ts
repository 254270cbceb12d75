/** What Ruff says about a text. Lines and columns count from 1, columns in UTF-16 units, as editors do. */

export type Position = { readonly line: number; readonly column: number };

export type Diagnostic = {
  /** Of a rule ('ASYNC251'), or `SYNTAX`. */
  readonly code: string;
  /** Ruff's own words, in English. May hold `inline code`. */
  readonly message: string;
  readonly from: Position;
  readonly to: Position;
  /** A name that is not used. */
  readonly isUnnecessary: boolean;
};

export type Formatted =
  | { readonly kind: 'formatted'; readonly source: string }
  /** The text is not valid Python; nothing was done. */
  | { readonly kind: 'refused'; readonly line: number; readonly reason: string };
