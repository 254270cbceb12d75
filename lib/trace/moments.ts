/** Where stepping stops: at every hand-over of the loop, at every headline, or at every event. */
import { firstAfter, lastBefore } from './search';
import type { StoryRow } from './story';
import type { Timeline } from './timeline';

/** Positions in ascending order. */
export type Moments = {
  /** Somebody else is handed the loop. */
  readonly handOvers: Uint32Array | Float64Array;
  /** Everything worth a beginner's stop. */
  readonly headlines: Uint32Array | Float64Array;
  readonly all: Uint32Array | Float64Array;
};

export function momentsOf(timeline: Timeline, story: readonly StoryRow[]): Moments {
  return {
    handOvers: handOversOf(timeline, story),
    headlines: Uint32Array.from(story.filter((row) => row.headline).map((row) => row.moment)),
    all: Uint32Array.from(story, (row) => row.moment),
  };
}

/** Beginnings of turns in which something happens that the story tells; plumbing turns are no hand-over to see. */
function handOversOf(timeline: Timeline, story: readonly StoryRow[]): Uint32Array {
  const turns = timeline.trace.events.filter((event) => event.kind === 'turn-begin');
  const told = turns.filter((event) => story[event.seq]?.headline);
  return Uint32Array.from(told, (event) => event.seq);
}

/** The next stop after a position, or null at the last one. */
export function nextMoment(stops: ArrayLike<number>, position: number): number | null {
  return stops[firstAfter(stops, position)] ?? null;
}

/** The stop before a position, or null at the first one. */
export function previousMoment(stops: ArrayLike<number>, position: number): number | null {
  return stops[lastBefore(stops, position)] ?? null;
}
