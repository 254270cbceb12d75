/** Checks over what a request was doing at a moment, where the learner's code ran, and what was cancelled. */
import { positionAtTime } from '@/lib/trace/axis';
import { derive } from '@/lib/trace/derive';
import { formatDuration, list } from '@/lib/trace/duration';
import { eventsOf } from '@/lib/trace/events';
import { placeOf } from '@/lib/trace/places';
import type { Trace } from '@/lib/trace/schema';
import { stateAt } from '@/lib/trace/state-at';
import type { State } from '@/lib/trace/timeline';
import { STATE_WORDS } from '@/lib/trace/words';
import { type Check, everyStack, failed } from './check';
import { counted, slug } from './words';

/** What a request may be found doing; before it arrives, it is not there. */
export type Doing = State | 'not-arrived';

export function doingWords(doing: Doing): string {
  return doing === 'not-arrived' ? 'not there yet' : STATE_WORDS[doing];
}

/** What the request does at that time, in microseconds; null where the run has no such request. */
export function doingAt(trace: Trace, request: string, time: number): Doing | null {
  const timeline = derive(trace);
  const now = stateAt(timeline, positionAtTime(timeline, time));
  const own = now.requests.find(({ group }) => group.request?.id === request);
  if (own === undefined) return null;
  return own.state === 'absent' ? 'not-arrived' : own.state;
}

/** At that time, in microseconds, the request is doing that. */
export function requestIs(request: string, time: number, doing: Doing): Check {
  const when = formatDuration(time);
  return everyStack(
    `${slug(request)}-is-${doing}`,
    `At ${when} request ${request} is ${doingWords(doing)}`,
    (trace) => {
      const found = doingAt(trace, request, time);
      if (found === null) return failed(`There is no request ${request}.`);
      return found === doing ? null : failed(`At ${when} request ${request} was ${doingWords(found)}.`);
    },
    `At ${when} request ${request} was ${doingWords(doing)}.`,
  );
}

/** The learner's code runs in so many different threads beside the loop's own. */
export function workerThreadsExactly(count: number): Check {
  return everyStack(
    `worker-threads-${count}`,
    `Your code runs in ${counted(count, 'thread')} beside the loop's`,
    (trace) => {
      const names = workerThreads(trace);
      if (names.length === count) return null;
      const which = names.length === 0 ? '' : `: ${list(names.map((name) => `\`${name}\``))}`;
      return failed(`Your code ran in ${counted(names.length, 'thread')} beside the loop's${which}.`);
    },
    `Your code ran in ${counted(count, 'thread')} beside the loop's.`,
  );
}

/** Names of the threads, the loop's and the main one aside, in which a line of the learner's ran. */
function workerThreads(trace: Trace): readonly string[] {
  const used = new Set(
    trace.events.filter((event) => placeOf(trace, event) !== null).map(({ thread }) => thread),
  );
  return trace.threads
    .filter(({ id, kind }) => used.has(id) && kind !== 'loop' && kind !== 'main')
    .map(({ name }) => name);
}

/** A layer or the view of the request, or one of its tasks, is ended by a cancellation. */
export function requestCancelled(request: string): Check {
  return everyStack(
    `cancelled-${slug(request)}`,
    `Work of request ${request} is cancelled`,
    (trace) =>
      [...eventsOf(trace, 'layer-exit'), ...eventsOf(trace, 'task-end')].some(
        (event) => event.request === request && event.how === 'cancel',
      )
        ? null
        : failed(`Nothing of request ${request} was cancelled.`),
    `Work of request ${request} was cancelled.`,
  );
}
