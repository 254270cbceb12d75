/** What a workbench shows: a plain value, so that it can be shown before the session itself is loaded. */
import type { Files } from '@/lib/progress/record';
import type { Problem } from '@/lib/simulator/explain-error';
import type { RunResult, Stage } from '@/lib/simulator/simulator';
import type { Trace } from '@/lib/trace/schema';

/** One run, and what went wrong in it. */
export type ExplainedRun = RunResult & { readonly problems: readonly Problem[] };

export type RunState =
  | { readonly kind: 'none' | 'done' }
  | {
      readonly kind: 'running';
      /** Which of the scenarios is under way, from 0. */
      readonly index: number;
    }
  | {
      readonly kind: 'failed';
      /** Why there is no trace. */
      readonly problem: Problem;
      /** Which of the scenarios it happened in, from 0. */
      readonly index: number;
    };

/** Runs that came back with traces. */
export type FinishedRun = {
  /** Counts the finished runs of this session, from 1. */
  readonly number: number;
  /** One per scenario, in their order. */
  readonly results: readonly ExplainedRun[];
  /** The texts that were run. */
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
  /** How often Run was pressed. */
  readonly runs: number;
  /** The last run that came back, kept while another is under way. */
  readonly finished: FinishedRun | null;
  /** The one that came back before it. */
  readonly earlier: FinishedRun | null;
  /** The recorded run of the seed, once it was asked for. */
  readonly recorded: Trace | null;
  /** Why the draft cannot be kept, in a sentence; null when all is well. */
  readonly notice: string | null;
};

/** The state of a workbench that nobody has touched. */
export function untouched(files: Files): SessionState {
  return {
    files,
    revision: 0,
    undo: null,
    stage: { kind: 'idle' },
    run: { kind: 'none' },
    runs: 0,
    finished: null,
    earlier: null,
    recorded: null,
    notice: null,
  };
}

export function sameFiles(one: Files, other: Files): boolean {
  const paths = Object.keys(one);
  return paths.length === Object.keys(other).length && paths.every((path) => one[path] === other[path]);
}
