/** What the page and Ruff's worker say to each other. */
import type { Diagnostic, Formatted } from './diagnostic';

/** The first message, once. */
export type StartMessage = {
  /** Absolute address of Ruff's WebAssembly, compressed. */
  readonly url: string;
  readonly unpackedBytes: number;
};

export type AskMessage = {
  readonly id: number;
  readonly ask: 'check' | 'format';
  readonly source: string;
};

export type AnswerMessage =
  /** So many bytes more came over the wire. */
  | { readonly kind: 'progress'; readonly bytes: number }
  | { readonly kind: 'ready' }
  /** It will never be ready. */
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'checked'; readonly id: number; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'formatted'; readonly id: number; readonly formatted: Formatted };
