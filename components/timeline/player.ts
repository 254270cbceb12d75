/** Playback: one animation frame loop that moves the playhead. It knows nothing of React. */
import { fractionAt, positionAt } from '@/lib/trace/axis';
import { nextMoment } from '@/lib/trace/moments';
import type { Stop } from '@/lib/trace/stops';
import { axisShown, type Run } from './run';
import type { ViewStore } from './view-store';

/** At speed 1, one unit of the Steps axis takes this long. The Time axis plays for as long as Steps would. */
const SECONDS_PER_STEP = 0.45;
const SHORTEST = 4;
const LONGEST = 90;

/** How long a run plays at speed 1, in seconds. */
export function playingTime(run: Run): number {
  return Math.min(Math.max(run.axes.steps.length * SECONDS_PER_STEP, SHORTEST), LONGEST);
}

export type PlayerOptions = {
  /** Playing pauses at each. */
  readonly stops: readonly Stop[];
  /** Jumps from headline to headline in place of gliding. */
  readonly reducedMotion: boolean;
};

/** Plays until the end, the next stop, or until `store.view.playing` is false. Returns the way to stop. */
export function play(store: ViewStore, run: Run, { stops, reducedMotion }: PlayerOptions): () => void {
  let frame = 0;
  let last: number | null = null;
  const advance = reducedMotion ? jumping(store, run) : gliding(store, run);
  const tick = (now: number) => {
    const elapsed = last === null ? 0 : (now - last) / 1000;
    last = now;
    const from = store.position;
    const to = advance(elapsed * store.view.speed);
    const stop = stops.find(({ position }) => position > from && position <= to);
    const target = stop?.position ?? to;
    const arrived = stop !== undefined || target >= run.timeline.end;
    if (target !== from) store.seek(target, !arrived);
    if (arrived) {
      store.change({ playing: false });
      return;
    }
    frame = requestAnimationFrame(tick);
  };
  frame = requestAnimationFrame(tick);
  return () => cancelAnimationFrame(frame);
}

/** Smoothly along the axis that is shown. Takes seconds, gives the new position. */
function gliding(store: ViewStore, run: Run): (seconds: number) => number {
  const total = playingTime(run);
  return (seconds) => {
    const axis = axisShown(run, store.view);
    const fraction = fractionAt(axis, store.position) + seconds / total;
    return fraction >= 1 ? run.timeline.end : Math.max(positionAt(axis, fraction), store.position);
  };
}

/** From headline to headline, each kept for its share of the playing time. */
function jumping(store: ViewStore, run: Run): (seconds: number) => number {
  const { headlines } = run.moments;
  const pause = playingTime(run) / Math.max(headlines.length, 1);
  let waited = 0;
  return (seconds) => {
    waited += seconds;
    if (waited < pause) return store.position;
    waited = 0;
    return nextMoment(headlines, store.position) ?? run.timeline.end;
  };
}
