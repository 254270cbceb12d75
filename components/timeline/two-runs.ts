/**
 * Two runs looked at together: each keeps a store of its own, since rows are folded and marks selected in one of
 * them, but the window, the axis and the playhead are of both.
 */
import { type Axis, positionAtValue, valueAt } from '@/lib/trace/axis';
import { type Comparison, compareRuns, type Pair, SIDES, type Side } from '@/lib/trace/compare';
import type { Moments } from '@/lib/trace/moments';
import type { Trace } from '@/lib/trace/schema';
import { firstAfter, lastBefore } from '@/lib/trace/search';
import { firstAxis, sharedAxes } from '@/lib/trace/shared-axis';
import { type Direction, seek } from './controls';
import { axisShown, type Run, runOf } from './run';
import { type View, ViewStore } from './view-store';
import { Viewport } from './viewport';

export type RunInSight = { readonly store: ViewStore; readonly run: Run };

/** Moments closer than this on an axis are one stop, in units of the axis. */
const APART = 1e-6;

export class TwoRuns {
  readonly comparison: Comparison;
  readonly sides: Pair<RunInSight>;
  /** The longer run: the playhead goes as far as this one does. */
  readonly lead: RunInSight;
  #following = false;

  constructor(before: Trace, after: Trace) {
    const runs = { before: runOf(before), after: runOf(after) };
    this.comparison = compareRuns(runs.before.timeline, runs.after.timeline);
    const axes = {
      steps: sharedAxes(this.comparison, 'steps'),
      time: sharedAxes(this.comparison, 'time'),
    };
    const axis = firstAxis(this.comparison);
    const viewport = new Viewport();
    const sideOf = (side: Side): RunInSight => {
      const run = {
        ...runs[side],
        axes: { steps: axes.steps[side], time: axes.time[side], everyStep: axes.steps[side] },
      };
      const store = new ViewStore({ viewport });
      // A row for each request shows two runs on one screen.
      store.change({ axis, folded: new Set(run.timeline.groups.map(({ index }) => index)) });
      return { store, run };
    };
    this.sides = { before: sideOf('before'), after: sideOf('after') };
    const endOf = ({ run: { timeline } }: RunInSight) => timeline.times[timeline.end] ?? 0;
    this.lead = endOf(this.sides.before) > endOf(this.sides.after) ? this.sides.before : this.sides.after;
  }

  /** Keeps playhead, axis and playing the same in both. Returns the way to stop. */
  link(): () => void {
    const { before, after } = this.sides;
    const stops = [
      this.#follow(before, after),
      this.#follow(after, before),
      before.store.subscribe(() => agree(before.store.view, after.store)),
      after.store.subscribe(() => agree(after.store.view, before.store)),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }

  /** To the next or the last stop of either run: a headline, or a hand-over of the loop. */
  step(direction: Direction, kind: keyof Pick<Moments, 'headlines' | 'handOvers'> = 'headlines'): void {
    const axis = this.#axisOf(this.lead);
    const stops = this.#stops(kind);
    const now = valueAt(axis, this.lead.store.position);
    const index = direction === 'forward' ? firstAfter(stops, now + APART) : lastBefore(stops, now - APART);
    const value = stops[index] ?? (direction === 'forward' ? axis.length : 0);
    seek(this.lead.store, positionAtValue(axis, value));
  }

  /** Where the stops of both runs lie on the axis that is shown, ascending. */
  #stops(kind: keyof Pick<Moments, 'headlines' | 'handOvers'>): Float64Array {
    const values = SIDES.flatMap((side) => {
      const { run } = this.sides[side];
      const axis = this.#axisOf(this.sides[side]);
      return Array.from(run.moments[kind], (moment) => valueAt(axis, moment));
    });
    return Float64Array.from(new Set(values)).sort();
  }

  #axisOf({ store, run }: RunInSight): Axis {
    return axisShown(run, store.view);
  }

  #follow(from: RunInSight, to: RunInSight): () => void {
    return from.store.subscribePosition(() => {
      if (this.#following) return;
      this.#following = true;
      const value = valueAt(this.#axisOf(from), from.store.position);
      to.store.seek(positionAtValue(this.#axisOf(to), value), true);
      this.#following = false;
    });
  }
}

function agree({ axis, playing, speed }: View, other: ViewStore): void {
  const own = other.view;
  if (own.axis === axis && own.playing === playing && own.speed === speed) return;
  other.change({ axis, playing, speed });
}
