/**
 * An authored stop: a moment of a run with a caption. Authors name the moment by what happens there,
 * so that a stop stays right when the cost model or Django changes the microsecond.
 */
import { z } from 'zod';
import type { Trace, TraceEvent } from '@/lib/trace/schema';

export const eventSelectorSchema = z.strictObject({
  kind: z.string().describe("An event kind of the trace: 'suspend', 'layer-enter', 'hop-start', ..."),
  request: z.string().optional(),
  layer: z.string().optional().describe("A layer's short name: 'RequestTimer', 'view'"),
  file: z.string().optional(),
  line: z.int().positive().optional(),
  nth: z.int().positive().default(1).describe('Which of the events that match, from 1'),
});

export const stopSchema = z.strictObject({
  at: z.union([z.int().nonnegative().describe('Microseconds'), eventSelectorSchema]),
  caption: z.string().min(1),
});

export type Stop = z.output<typeof stopSchema>;
export type EventSelector = z.output<typeof eventSelectorSchema>;

/** A stop found in a trace: its time in microseconds and, where an event was named, the event's `seq`. */
export type ResolvedStop = { readonly t: number; readonly seq: number | null; readonly caption: string };

function matches(trace: Trace, event: TraceEvent, selector: EventSelector): boolean {
  const layer = event.layer === null ? undefined : trace.layers.find(({ id }) => id === event.layer);
  const frame = event.frame === null ? undefined : trace.frames.find(({ id }) => id === event.frame);
  return (
    event.kind === selector.kind &&
    (selector.request === undefined || event.request === selector.request) &&
    (selector.layer === undefined || layer?.name === selector.layer) &&
    (selector.file === undefined || frame?.file === selector.file) &&
    (selector.line === undefined || frame?.line === selector.line)
  );
}

/** Finds each stop in the trace. Throws an Error naming the stop's caption when nothing matches. */
export function resolveStops(trace: Trace, stops: readonly Stop[]): readonly ResolvedStop[] {
  return stops.map(({ at, caption }) => {
    if (typeof at === 'number') {
      if (at > trace.duration) {
        throw new Error(
          `The stop "${caption}" lies at ${at} µs, after the run's end at ${trace.duration} µs.`,
        );
      }
      return { t: at, seq: null, caption };
    }
    const event = trace.events.filter((candidate) => matches(trace, candidate, at))[at.nth - 1];
    if (event === undefined) {
      throw new Error(
        `The stop "${caption}" names an event that the run does not have: ${JSON.stringify(at)}`,
      );
    }
    return { t: event.t, seq: event.seq, caption };
  });
}
