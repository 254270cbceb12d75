/** What the editor shows in its gutter at a moment: where everybody stands in the learner's files. */
import { formatDuration } from './duration';
import { placeOf, placesOf } from './places';
import { lastBefore } from './search';
import { placeOnThread, type RequestNow, stateAt } from './state-at';
import type { Place, Timeline } from './timeline';
import { capitalise, requestName, threadName, WAITS_FOR } from './words';

export type LineMark = {
  readonly file: string;
  readonly line: number;
  readonly kind: 'current' | 'suspended' | 'ready' | 'blocking' | 'error';
  /** The request's id. */
  readonly request: string | null;
  /** A sentence, for a tooltip and a screen reader. */
  readonly label: string;
};

/** The marks at a position. */
export function lineMarksAt(timeline: Timeline, position: number): readonly LineMark[] {
  const now = stateAt(timeline, position);
  const marks: LineMark[] = [];
  const add = (place: Place | null, kind: LineMark['kind'], request: string | null, label: string) => {
    if (place) marks.push({ ...place, kind, request, label });
  };
  if (now.holder) {
    const { group, place, blocking } = now.holder;
    const name = group ? capitalise(requestName(group)) : now.holder.name;
    const label = blocking ? `${name} blocks the loop here.` : `${name} runs here, on the loop.`;
    add(place, blocking ? 'blocking' : 'current', group?.request?.id ?? null, label);
  }
  for (const { thread, working } of now.threads) {
    if (working === null) continue;
    const group = timeline.groups[working.group];
    const place = placeOnThread(timeline, thread.id, working.start, position);
    const label = `${capitalise(requestName(group))} runs here, in ${threadName(thread)}.`;
    add(place, 'current', group?.request?.id ?? null, label);
  }
  for (const request of now.requests) {
    const id = request.group.request?.id ?? null;
    if (request.state === 'suspended') add(request.place, 'suspended', id, suspendedLabel(request));
    if (request.state === 'queued') add(request.place, 'suspended', id, suspendedLabel(request));
    for (const place of request.above) {
      const name = capitalise(requestName(request.group));
      add(place, 'suspended', id, `${name} awaits here what is suspended further in.`);
    }
    if (request.state === 'ready') {
      const name = capitalise(requestName(request.group));
      add(request.place, 'ready', id, `${name} is ready to go on from here and waits for the loop.`);
    }
  }
  const error = errorAt(timeline, Math.floor(position));
  if (error) add(error.place, 'error', error.request, error.label);
  return marks;
}

function suspendedLabel(now: RequestNow): string {
  const name = capitalise(requestName(now.group));
  if (now.waitsFor === null) return `${name} is suspended here.`;
  const until = now.waitsFor.until === null ? '' : ` until ${formatDuration(now.waitsFor.until)}`;
  return `${name} is suspended at this await: it waits for ${WAITS_FOR[now.waitsFor.on]}${until}.`;
}

/** The exception on its way at a moment: raised in the turn or thread that is still running. */
function errorAt(timeline: Timeline, moment: number) {
  const { events } = timeline.trace;
  const thread = events[moment]?.thread;
  for (let seq = moment; seq >= 0; seq -= 1) {
    const event = events[seq];
    if (event === undefined || event.thread !== thread) continue;
    if (event.kind === 'turn-begin' || event.kind === 'hop-start') return null;
    if (event.kind !== 'exception') continue;
    const what = event.message ? `${event.type}: ${event.message}` : event.type;
    return { place: placeOf(timeline.trace, event), request: event.request, label: what };
  }
  return null;
}

/** The moments whose event stands on a line, for walking a line's events from the editor. */
function momentsOnLine(timeline: Timeline, place: Place): readonly number[] {
  return timeline.trace.events
    .filter((event) =>
      placesOf(timeline.trace, event).some(({ file, line }) => file === place.file && line === place.line),
    )
    .map((event) => event.seq);
}

/** The next moment on a line after the given one, beginning again at the first; null if nothing happened there. */
export function nextOnLine(timeline: Timeline, place: Place, moment: number): number | null {
  const moments = momentsOnLine(timeline, place);
  return moments[lastBefore(moments, moment + 1) + 1] ?? moments[0] ?? null;
}
