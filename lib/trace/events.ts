/** The events of a trace by kind. */
import type { Trace, TraceEvent, TraceEventOf } from './schema';

/** All events of one kind, in order. */
export function eventsOf<Kind extends TraceEvent['kind']>(
  trace: Trace,
  kind: Kind,
): readonly TraceEventOf<Kind>[] {
  return trace.events.filter((event): event is TraceEventOf<Kind> => event.kind === kind);
}
