/** The story: the run as sentences, one row for each event, each tied to its line. */
import { headlinesOf } from './headlines';
import { placeOf } from './places';
import { sentenceFor } from './sentences';
import type { Place, Timeline } from './timeline';

export type StoryRow = {
  readonly moment: number;
  /** Microseconds. */
  readonly time: number;
  readonly sentence: string;
  readonly place: Place | null;
  readonly request: string | null;
  /** False for plumbing: Django's own crossings, book-keeping of turns. A beginner may fold it away. */
  readonly headline: boolean;
};

/** One row per event of the trace, in order: row i tells event i. */
export function story(timeline: Timeline): readonly StoryRow[] {
  const hops = new Map(timeline.hops.map((hop) => [hop.id, hop]));
  const headlines = headlinesOf(timeline);
  return timeline.trace.events.map((event) => ({
    moment: event.seq,
    time: event.t,
    sentence: sentenceFor(timeline, event, hops),
    place: placeOf(timeline.trace, event),
    request: event.request,
    headline: headlines[event.seq] === 1,
  }));
}
