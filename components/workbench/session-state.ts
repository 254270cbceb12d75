/** What a workbench shows: a plain value, so that it can be shown before the session itself is loaded. */
import type { Files } from '@/lib/progress/record';
import type { RunResult, SimulatorError, Stage } from '@/lib/simulator/simulator';

export type RunState =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'running';
      /** Which of the scenarios is under way, from 0. */
      readonly index: number;
    }
  | {
      readonly kind: 'done';
      /** One per scenario, in their order. */
      readonly results: readonly RunResult[];
      /** The texts that were run. */
      readonly files: Files;
    }
  | {
      readonly kind: 'failed';
      readonly error: SimulatorError;
      readonly index: number;
      readonly files: Files;
    };

export type SessionState = {
  readonly files: Files;
  /** Counts edits that did not come from typing (Reset, Undo, another tab), so that editors take them over. */
  readonly revision: number;
  /** What the way back is called ('Undo reset'); null when there is none. */
  readonly undo: string | null;
  readonly stage: Stage;
  readonly run: RunState;
  /** Why the draft cannot be kept, in a sentence; null when all is well. */
  readonly notice: string | null;
};

/** The state of a workbench that nobody has touched. */
export function untouched(files: Files): SessionState {
  return { files, revision: 0, undo: null, stage: { kind: 'idle' }, run: { kind: 'none' }, notice: null };
}

export function sameFiles(one: Files, other: Files): boolean {
  const paths = Object.keys(one);
  return paths.length === Object.keys(other).length && paths.every((path) => one[path] === other[path]);
}
