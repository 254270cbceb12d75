/** From an event to the learner's line it belongs to. */
import type { Frame, Trace, TraceEvent } from './schema';
import type { Place } from './timeline';

const framesById = new WeakMap<Trace, ReadonlyMap<number, Frame>>();
const stacksById = new WeakMap<Trace, ReadonlyMap<number, readonly number[]>>();

/** A frame of the trace's table by its id. */
export function frameOf(trace: Trace, id: number | null): Frame | null {
  let frames = framesById.get(trace);
  if (frames === undefined) {
    frames = new Map(trace.frames.map((frame) => [frame.id, frame]));
    framesById.set(trace, frames);
  }
  return id === null ? null : (frames.get(id) ?? null);
}

/** The frames of a stack, innermost first. */
export function framesOfStack(trace: Trace, id: number | null): readonly Frame[] {
  let stacks = stacksById.get(trace);
  if (stacks === undefined) {
    stacks = new Map(trace.stacks.map((stack) => [stack.id, stack.frames]));
    stacksById.set(trace, stacks);
  }
  const frames = id === null ? [] : (stacks.get(id) ?? []);
  return frames.map((frame) => frameOf(trace, frame)).filter((frame) => frame !== null);
}

const learnerPlace = (frame: Frame | null | undefined): Place | null =>
  frame?.origin === 'learner' ? { file: frame.file, line: frame.line } : null;

/**
 * The learner's lines that an event stands on, innermost first. A suspend stands on the whole chain of awaits:
 * the view at its own, and every async layer above it at the line that awaits the next.
 */
export function placesOf(trace: Trace, event: TraceEvent): readonly Place[] {
  const innermost = placeOf(trace, event);
  if (event.kind !== 'suspend' || event.stack === null) return innermost === null ? [] : [innermost];
  return framesOfStack(trace, event.stack)
    .map(learnerPlace)
    .filter((place) => place !== null);
}

/** The innermost line of the learner's own code that an event names; null when it is framework code alone. */
export function placeOf(
  trace: Trace,
  event: TraceEvent | { readonly kind?: undefined; readonly frame: number | null },
): Place | null {
  const own = learnerPlace(frameOf(trace, event.frame));
  if (own !== null || event.kind !== 'suspend') return own;
  return learnerPlace(framesOfStack(trace, event.stack).find((frame) => frame.origin === 'learner'));
}
