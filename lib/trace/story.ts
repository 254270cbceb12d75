/** The story: the run as sentences, one row for each event, each tied to its line. */
import { placeOf } from './places';
import type { Trace, TraceEvent } from './schema';
import { sentenceFor } from './sentences';
import type { Hop, Place, Timeline } from './timeline';

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
  const plumbing = plumbingTurns(timeline.trace, hops);
  return timeline.trace.events.map((event) => ({
    moment: event.seq,
    time: event.t,
    sentence: sentenceFor(timeline, event, hops),
    place: placeOf(timeline.trace, event),
    request: event.request,
    headline: isHeadline(event, hops, timeline.trace) && !plumbing.has(event.seq),
  }));
}

const ALWAYS_TOLD: ReadonlySet<TraceEvent['kind']> = new Set([
  'request-arrive',
  'response-start',
  'disconnect',
  'layer-enter',
  'layer-exit',
  'turn-begin',
  'block-begin',
  'cancel',
  'exception',
  'output',
  'warning',
  'truncated',
]);

function isHeadline(event: TraceEvent, hops: ReadonlyMap<number, Hop>, trace: Trace): boolean {
  switch (event.kind) {
    case 'suspend':
      return event.on !== 'thread' || !isInternal(hopBefore(event, hops, trace));
    case 'wake':
      return event.why !== 'start' && event.why !== 'thread';
    case 'hop-submit':
      return isBetween(hops.get(event.hop), 'to-loop');
    case 'hop-start':
      return isBetween(hops.get(event.hop), 'to-thread');
    case 'hop-return':
      return !isInternal(hops.get(event.hop));
    case 'request-end':
      return event.error !== null;
    default:
      return ALWAYS_TOLD.has(event.kind);
  }
}

const isInternal = (hop: Hop | undefined): boolean => hop?.internal === true;

/** A crossing of the learner's in that direction. The other one tells itself: by a suspend, or by a turn. */
const isBetween = (hop: Hop | undefined, direction: Hop['direction']): boolean =>
  hop?.direction === direction && !hop.internal;

/** The crossing for which a task suspends: the last one that it asked for. */
function hopBefore(event: TraceEvent, hops: ReadonlyMap<number, Hop>, trace: Trace): Hop | undefined {
  for (let seq = event.seq - 1; seq >= 0; seq -= 1) {
    const earlier = trace.events[seq];
    if (earlier?.task !== event.task) continue;
    if (earlier.kind === 'hop-submit') return hops.get(earlier.hop);
    if (earlier.kind === 'turn-begin') return undefined;
  }
  return undefined;
}

/** Beginnings of turns in which nothing is told: the loop only serves Django's own crossings. */
function plumbingTurns(trace: Trace, hops: ReadonlyMap<number, Hop>): ReadonlySet<number> {
  const plumbing = new Set<number>();
  const open = new Map<number, number>();
  for (const event of trace.events) {
    if (event.kind === 'turn-begin') {
      open.set(event.thread, event.seq);
      plumbing.add(event.seq);
      continue;
    }
    const turn = open.get(event.thread);
    if (turn !== undefined && event.kind !== 'wake' && isHeadline(event, hops, trace)) plumbing.delete(turn);
    if (event.kind === 'turn-end') open.delete(event.thread);
  }
  return plumbing;
}
