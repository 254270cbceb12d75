/** What a run is doing, in words and as a fraction where it can be measured. */
import type { Stage } from '@/lib/simulator/simulator';
import type { RunState } from './session-state';

export type Progress = {
  readonly words: string;
  /** 0 to 1; null where it cannot be measured. */
  readonly fraction: number | null;
};

const megabytes = (bytes: number) => (bytes / 1_000_000).toFixed(1);

/** What to say while a run is under way; null while none is. `count` is how many scenarios it runs. */
export function progressOf(run: RunState, stage: Stage, count: number): Progress | null {
  if (run.kind !== 'running') return null;
  switch (stage.kind) {
    case 'downloading':
      return {
        words: `Fetching Python: ${megabytes(stage.bytes)} of ${megabytes(stage.totalBytes)} MB`,
        fraction: stage.fraction,
      };
    case 'starting':
      return {
        words: stage.fallback
          ? 'Starting Python the slow way, which takes some seconds'
          : 'Starting Python and Django',
        fraction: null,
      };
    default:
      return { words: count > 1 ? `Running stack ${run.index + 1} of ${count}` : 'Running', fraction: null };
  }
}
