/** A problem of a run, told to the person who wrote the code. Text in `backticks` is code. */
import type { PythonError, Trace } from '@/lib/trace/schema';

export type Place = { readonly file: string; readonly line: number };

/** One step of a traceback. Those that are not `own` are the framework's and are shown folded. */
export type ProblemFrame = Place & { readonly function: string; readonly own: boolean };

export type Problem = {
  readonly severity: 'error' | 'warning' | 'notice';
  /** What happened, in one short sentence. */
  readonly title: string;
  /** Why, and what to do about it. */
  readonly explanation: string;
  /** The line to look at: always in one of the learner's files. */
  readonly place: Place | null;
  /** Outermost first; empty where there was no traceback. */
  readonly frames: readonly ProblemFrame[];
  /** Python's own words: the traceback or the warning. */
  readonly text: string;
  /** The requests it happened to; empty when it concerns the whole run. */
  readonly requests: readonly string[];
  /** `seq` of an event that shows it. */
  readonly event: number | null;
};

/** An error with what is needed to explain it. */
export type Incident = {
  readonly trace: Trace;
  readonly error: PythonError;
  readonly request: string | null;
};

/** What a rule says about an incident it recognises; a missing place means the innermost own line. */
export type Explanation = {
  readonly title: string;
  readonly explanation: string;
  readonly place?: Place | null;
};
