/** Which run a workbench shows, and whether it is still the run of the text beside it. */
import type { Files } from '@/lib/progress/record';
import type { Problem } from '@/lib/simulator/explain-error';
import type { Trace } from '@/lib/trace/schema';
import { type SessionState, sameFiles } from './session-state';

export type ShownRun = {
  /** Changes with the run. */
  readonly key: string;
  /** Null while nothing but the server's figure is there. */
  readonly trace: Trace | null;
  /** The learner's run before it, of the same scenario, if both can be looked at. */
  readonly earlier: Trace | null;
  /** False when Django could not be started, so that there is nothing to see. */
  readonly started: boolean;
  readonly problems: readonly Problem[];
  readonly caption: string;
  /** The text was edited since. */
  readonly stale: boolean;
  /** It is a run of the text as the learner first found it. */
  readonly ofTheSeed: boolean;
};

/** The learner's last run, else the recorded one. `index` picks one of several scenarios. */
export function shownRun(state: SessionState, seed: Files, index = 0): ShownRun {
  const { run, finished, earlier, recorded, files } = state;
  const failure = run.kind === 'failed' ? [run.problem] : [];
  const result = finished?.results[index];
  if (finished === null || result === undefined) {
    const stale = !sameFiles(files, seed);
    const caption = stale ? 'The run as recorded, before your edits' : 'Recorded run of this code';
    return {
      key: 'recorded',
      trace: recorded,
      earlier: null,
      started: true,
      problems: failure,
      caption,
      stale,
      ofTheSeed: true,
    };
  }
  const stale = !sameFiles(files, finished.files);
  return {
    key: `run-${finished.number}-${index}`,
    trace: result.trace,
    earlier: startedTrace(earlier?.results[index]?.trace),
    started: startedTrace(result.trace) !== null,
    problems: failure.length > 0 ? failure : result.problems,
    caption: stale ? 'You edited the code since: this is the run of the earlier text' : 'Your run',
    stale,
    ofTheSeed: sameFiles(finished.files, seed),
  };
}

/** A run in which Django never started has nothing to see. */
function startedTrace(trace: Trace | undefined): Trace | null {
  return trace === undefined || trace.outcome.kind === 'startup-error' ? null : trace;
}
