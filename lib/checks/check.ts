/**
 * A check: one sentence that an exercise asks to be true, judged from what the runs did.
 *
 * Checks are pure functions over traces, never patterns over source text, so any program that behaves
 * as asked passes. A failed check says what happened in this run and points at the event and the line.
 */
import type { Trace } from '@/lib/trace/schema';

/** A place in one of the learner's files. */
export type Place = { readonly file: string; readonly line: number };

export type Passed = { readonly passed: true; readonly message: string };

export type Failed = {
  readonly passed: false;
  /** What happened in this run, with numbers. Text in `backticks` is code. */
  readonly message: string;
  readonly place: Place | null;
  /** `seq` of the event that shows it, in the trace of `stack`. */
  readonly event: number | null;
  /** Which of the runs it happened in, from 0. */
  readonly stack: number;
};

export type Verdict = Passed | Failed;

export type Check = {
  /** Never changes and is unique within an exercise: wrong solutions name the check that rejects them. */
  readonly id: string;
  /** What is asked, as a sentence. Text in `backticks` is code. */
  readonly title: string;
  /** Judges the traces of all stacks of the exercise, in their order. */
  judge(traces: readonly Trace[]): Verdict;
};

export type Judgement = {
  readonly check: Pick<Check, 'id' | 'title'>;
  readonly verdict: Verdict;
};

export function passed(message: string): Passed {
  return { passed: true, message };
}

/** A failed verdict; what is left out of `where` is not known. */
export function failed(
  message: string,
  where: { readonly place?: Place | null; readonly event?: number | null; readonly stack?: number } = {},
): Failed {
  return {
    passed: false,
    message,
    place: where.place ?? null,
    event: where.event ?? null,
    stack: where.stack ?? 0,
  };
}

/** Judges every check, in order. */
export function judge(checks: readonly Check[], traces: readonly Trace[]): readonly Judgement[] {
  return checks.map((check) => ({ check, verdict: check.judge(traces) }));
}

/** The same check over one stack only (from 0), under an id of its own. */
export function inStack(stack: number, check: Check): Check {
  return {
    ...check,
    id: `${check.id}-in-stack-${stack + 1}`,
    judge(traces) {
      const trace = traces[stack];
      if (trace === undefined) return failed(`Stack ${stack + 1} was not run.`, { stack });
      const verdict = check.judge([trace]);
      return verdict.passed ? verdict : { ...verdict, stack };
    },
  };
}

/** The same check under another id, another title, or both: for an exercise that says it better. */
export function called(name: { readonly id?: string; readonly title?: string }, check: Check): Check {
  return { ...check, ...name };
}

/**
 * The same check; where its failure contains one of the texts, the message goes on with what that means
 * in this exercise.
 */
export function explaining(check: Check, meanings: Readonly<Record<string, string>>): Check {
  return {
    ...check,
    judge(traces) {
      const verdict = check.judge(traces);
      if (verdict.passed) return verdict;
      const meant = Object.entries(meanings).find(([text]) => verdict.message.includes(text));
      return meant === undefined ? verdict : { ...verdict, message: `${verdict.message} ${meant[1]}` };
    },
  };
}

/**
 * The part of a check that fails for one of these reasons, as a check of its own: where failures of one kind deserve to
 * be told apart. A failure that contains none of the texts is left to the whole check.
 */
export function failingBy(
  name: { readonly id: string; readonly title: string },
  check: Check,
  meanings: Readonly<Record<string, string>>,
): Check {
  return {
    ...name,
    judge(traces) {
      const verdict = check.judge(traces);
      const isMeant = !verdict.passed && Object.keys(meanings).some((text) => verdict.message.includes(text));
      return isMeant ? explaining(check, meanings).judge(traces) : passed('Nothing of the kind happened.');
    },
  };
}

/**
 * A check that asks the same of every stack. `judgeOne` returns null when the trace is as asked. A run
 * that never started is not judged further: the check fails with the reason.
 */
export function everyStack(
  id: string,
  title: string,
  judgeOne: (trace: Trace) => Failed | null,
  success: string,
): Check {
  return {
    id,
    title,
    judge(traces) {
      for (const [stack, trace] of traces.entries()) {
        const failure = startupFailure(trace) ?? judgeOne(trace);
        if (failure !== null) return { ...failure, stack };
      }
      return passed(success);
    },
  };
}

/** Nothing of a run that never began can be judged; `startsUp` says why it did not. */
function startupFailure(trace: Trace): Failed | null {
  return trace.outcome.kind === 'startup-error'
    ? failed('Django did not start, so there was nothing to see.')
    : null;
}
