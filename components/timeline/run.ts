/** Everything the timeline needs of one trace, derived once. */
import { type Axis, type AxisKind, axisOf } from '@/lib/trace/axis';
import { derive } from '@/lib/trace/derive';
import { type Moments, momentsOf } from '@/lib/trace/moments';
import type { Trace } from '@/lib/trace/schema';
import { type StoryRow, story } from '@/lib/trace/story';
import type { Timeline } from '@/lib/trace/timeline';

export type Run = {
  readonly timeline: Timeline;
  readonly story: readonly StoryRow[];
  readonly moments: Moments;
  readonly axes: Readonly<Record<AxisKind | 'everyStep', Axis>>;
};

const runs = new WeakMap<Trace, Run>();

/** The run of a trace. Asking again for the same trace costs nothing. */
export function runOf(trace: Trace): Run {
  const known = runs.get(trace);
  if (known) return known;
  const timeline = derive(trace);
  const rows = story(timeline);
  const run = {
    timeline,
    story: rows,
    moments: momentsOf(timeline, rows),
    axes: {
      steps: axisOf(timeline, 'steps'),
      time: axisOf(timeline, 'time'),
      everyStep: axisOf(timeline, 'steps', true),
    },
  };
  runs.set(trace, run);
  return run;
}

/** The axis that a view asks for. On Steps, the plumbing takes room only where it is shown. */
export function axisShown(
  run: Run,
  { axis, plumbing }: { readonly axis: AxisKind; readonly plumbing: boolean },
): Axis {
  return axis === 'steps' && plumbing ? run.axes.everyStep : run.axes[axis];
}
