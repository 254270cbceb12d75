/** Authored stops: moments that a lesson points at, each with a caption. */
import { positionAtTime } from './axis';
import type { Trace, TraceEvent } from './schema';
import type { Timeline } from './timeline';

/** An event by its kind, and by request, layer name and ordinal (from 1) where the kind alone is not enough. */
export type EventSelector = {
  readonly event: TraceEvent['kind'];
  readonly request?: string | undefined;
  readonly layer?: string | undefined;
  readonly nth?: number | undefined;
};

/** `at` is a virtual time in microseconds, or the selector of an event. */
export type AuthoredStop = { readonly at: number | EventSelector; readonly caption: string };

/** A position (a moment with a fraction) and what the author says there. */
export type Stop = { readonly position: number; readonly caption: string };

/** The stops of a lesson, in order of time. A stop whose event is not in this run is left out. */
export function resolveStops(timeline: Timeline, authored: readonly AuthoredStop[]): readonly Stop[] {
  return authored
    .flatMap(({ at, caption }) => {
      const position =
        typeof at === 'number'
          ? positionAtTime(timeline, at)
          : (selectedEvent(timeline.trace, at)?.seq ?? null);
      return position === null ? [] : [{ position, caption }];
    })
    .sort((one, other) => one.position - other.position);
}

/** The first event (or the `nth`) that a selector means; null where this run has none. */
export function selectedEvent(
  trace: Trace,
  { event: kind, request, layer, nth = 1 }: EventSelector,
): TraceEvent | null {
  const layers = new Map(trace.layers.map(({ id, name }) => [id, name]));
  const matches = trace.events.filter(
    (event) =>
      event.kind === kind &&
      (request === undefined || event.request === request) &&
      (layer === undefined || (event.layer !== null && layers.get(event.layer) === layer)),
  );
  return matches[nth - 1] ?? null;
}
