/** Authored stops: moments that a lesson points at, each with a caption. */
import { positionAtTime } from './axis';
import type { TraceEvent } from './schema';
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
      const position = typeof at === 'number' ? positionAtTime(timeline, at) : selected(timeline, at);
      return position === null ? [] : [{ position, caption }];
    })
    .sort((one, other) => one.position - other.position);
}

function selected(timeline: Timeline, selector: EventSelector): number | null {
  const { trace } = timeline;
  const layers = new Map(trace.layers.map((layer) => [layer.id, layer.name]));
  const matches = trace.events.filter(
    (event) =>
      event.kind === selector.event &&
      (selector.request === undefined || event.request === selector.request) &&
      (selector.layer === undefined || (event.layer !== null && layers.get(event.layer) === selector.layer)),
  );
  return matches[(selector.nth ?? 1) - 1]?.seq ?? null;
}
