/** Checks over the event loop and the threads: who held it, what overlapped, what crossed over. */

import { formatDuration, list } from '@/lib/trace/duration';
import { eventsOf } from '@/lib/trace/events';
import { type Check, everyStack, failed } from './check';
import { at, crossings, layersNamed, longestHold, type Stay, staysInTheStack, threadOf } from './evidence';
import { counted, slug } from './words';

/** At one moment at least, all requests are inside the stack: none waits for another to leave. */
export function requestsOverlap(): Check {
  return everyStack(
    'requests-overlap',
    'The requests overlap',
    (trace) => {
      const stays = staysInTheStack(trace);
      const absent = trace.requests.find(({ id }) => stays.every((stay) => stay.request !== id));
      if (absent !== undefined) return failed(`Request ${absent.id} never entered a layer.`);
      const last = stays.reduce<Stay | null>(
        (best, stay) => (best === null || stay.enter.t > best.enter.t ? stay : best),
        null,
      );
      const gone = stays.find((stay) => last !== null && stay !== last && stay.exit <= last.enter.t);
      if (last === null || gone === undefined) return null;
      return failed(
        `One after the other: request ${gone.request} had left the stack at ${formatDuration(gone.exit)}; ` +
          `request ${last.request} entered it only at ${formatDuration(last.enter.t)}.`,
        at(trace, last.enter),
      );
    },
    'The requests were inside the stack together.',
  );
}

/** From the first arrival to the last response at most this many microseconds pass. */
export function elapsedAtMost(limit: number): Check {
  return everyStack(
    'elapsed',
    `All responses are there within ${formatDuration(limit)}`,
    (trace) => {
      const open = trace.requests.find(({ responseEnd }) => responseEnd === null);
      if (open !== undefined) return failed(`Request ${open.id} never got its whole response.`);
      const elapsed =
        Math.max(...trace.requests.map(({ responseEnd }) => responseEnd ?? 0)) -
        Math.min(...trace.requests.map(({ arrival }) => arrival));
      if (elapsed <= limit) return null;
      const longest = longestHold(trace);
      const reason =
        longest !== null && longest.length > elapsed / 4
          ? `; the longest hold of the loop was ${formatDuration(longest.length)}`
          : '';
      return failed(
        `The last response was complete after ${formatDuration(elapsed)}${reason}.`,
        reason === '' || longest === null ? {} : at(trace, longest.block ?? longest.begin),
      );
    },
    `All responses were there within ${formatDuration(limit)}.`,
  );
}

/** Nothing holds the loop for longer than this many microseconds at a stretch. */
export function longestHoldAtMost(limit: number): Check {
  return everyStack(
    'longest-hold',
    `Nothing holds the loop for more than ${formatDuration(limit)}`,
    (trace) => {
      const longest = longestHold(trace);
      if (longest === null || longest.length <= limit) return null;
      const evidence = at(trace, longest.block ?? longest.begin);
      const who = longest.begin.request === null ? 'Something' : `Request ${longest.begin.request}`;
      const where =
        evidence.place === null ? '' : ` at line ${evidence.place.line} of ${evidence.place.file}`;
      const how = longest.block === null ? '' : ` in \`${longest.block.what}\``;
      return failed(`${who} held the loop for ${formatDuration(longest.length)}${how}${where}.`, evidence);
    },
    `Nothing held the loop for more than ${formatDuration(limit)}.`,
  );
}

/**
 * Each request (or only the one named) crosses exactly so often to a thread and back to the loop, not
 * counting Django's own crossings (signals, close, error pages).
 */
export function hopsExactly(
  expected: { readonly toThread: number; readonly toLoop: number },
  only?: string,
): Check {
  const who = only === undefined ? 'Each request' : `Request ${only}`;
  const words = `${counted(expected.toThread, 'hop')} to a thread and ${expected.toLoop} back to the loop`;
  return everyStack(
    `hops-${expected.toThread}-${expected.toLoop}`,
    `${who} makes ${words}, Django's own aside`,
    (trace) => {
      for (const request of trace.requests) {
        if (only !== undefined && request.id !== only) continue;
        const hops = crossings(trace, request.id);
        const toThread = hops.filter(({ direction }) => direction === 'to-thread');
        const toLoop = hops.filter(({ direction }) => direction === 'to-loop');
        if (toThread.length === expected.toThread && toLoop.length === expected.toLoop) continue;
        const surplus = toThread[expected.toThread] ?? toLoop[expected.toLoop];
        const names = hops.length === 0 ? '' : `: ${list(hops.map(({ what }) => `\`${what}\``))}`;
        return failed(
          `Request ${request.id} made ${counted(toThread.length, 'hop')} to a thread and ${toLoop.length} back to the loop${names}.`,
          surplus === undefined ? {} : at(trace, surplus),
        );
      }
      return null;
    },
    `${who} made ${words}.`,
  );
}

/** No request crosses more often than this, to a thread and to the loop together, Django's own aside. */
export function hopsAtMost(limit: number): Check {
  return everyStack(
    `hops-at-most-${limit}`,
    `No request makes more than ${counted(limit, 'hop')}, Django's own aside`,
    (trace) => {
      for (const request of trace.requests) {
        const hops = crossings(trace, request.id);
        const surplus = hops[limit];
        if (surplus === undefined) continue;
        return failed(
          `Request ${request.id} made ${counted(hops.length, 'hop')}: ${list(hops.map(({ what }) => `\`${what}\``))}.`,
          at(trace, surplus),
        );
      }
      return null;
    },
    `No request made more than ${counted(limit, 'hop')}.`,
  );
}

/** No request leaves the loop, Django's own crossings aside. */
export function noHop(): Check {
  return { ...hopsExactly({ toThread: 0, toLoop: 0 }), id: 'no-hop', title: 'No request hops to a thread' };
}

/** The layer (by its short name) is entered, and every time on the thread of that label ('loop', 'w1', 'wsgi'). */
export function ranIn(thread: string, layer: string): Check {
  const where = thread === 'loop' ? "the loop's thread" : `thread \`${thread}\``;
  return everyStack(
    `${slug(layer)}-in-${slug(thread)}`,
    `\`${layer}\` runs on ${where}`,
    (trace) => {
      const ids = new Set(layersNamed(trace, layer).map(({ id }) => id));
      const entries = eventsOf(trace, 'layer-enter').filter(
        (event) => event.layer !== null && ids.has(event.layer),
      );
      if (entries.length === 0) return failed(`\`${layer}\` was never entered.`);
      const away = entries.find((event) => threadOf(trace, event)?.name !== thread);
      if (away === undefined) return null;
      return failed(
        `\`${layer}\` ran on \`${threadOf(trace, away)?.name ?? 'another thread'}\` for request ${away.request ?? '?'}, not on ${where}.`,
        at(trace, away),
      );
    },
    `\`${layer}\` ran on ${where}.`,
  );
}

/** The layer runs on the event loop's own thread. */
export function ranOnLoop(layer: string): Check {
  return ranIn('loop', layer);
}

/** Django calls the layer in this form. */
export function layerMode(layer: string, mode: 'sync' | 'async'): Check {
  return everyStack(
    `${slug(layer)}-${mode}`,
    `\`${layer}\` is called in its ${mode} form`,
    (trace) => {
      const rows = layersNamed(trace, layer);
      if (rows.length === 0) return failed(`\`${layer}\` is not in the stack.`);
      const other = rows.find((row) => row.mode !== mode);
      if (other === undefined) return null;
      return failed(`Django called \`${layer}\` in its ${other.mode} form.`, {
        place:
          other.origin === 'learner' && other.file !== null && other.line !== null
            ? { file: other.file, line: other.line }
            : null,
      });
    },
    `\`${layer}\` was called in its ${mode} form.`,
  );
}

/** Every learner layer of these names is entered by every request. */
export function everyLayerRuns(layers: readonly string[]): Check {
  return everyStack(
    'every-layer-runs',
    `Every request passes through ${list(layers.map((layer) => `\`${layer}\``))}`,
    (trace) => {
      const entries = eventsOf(trace, 'layer-enter');
      for (const layer of layers) {
        const ids = new Set(layersNamed(trace, layer).map(({ id }) => id));
        if (ids.size === 0) return failed(`\`${layer}\` is not in the stack.`);
        const missed = trace.requests.find(
          ({ id }) =>
            !entries.some((event) => event.request === id && event.layer !== null && ids.has(event.layer)),
        );
        if (missed !== undefined) return failed(`Request ${missed.id} never reached \`${layer}\`.`);
      }
      return null;
    },
    'Every request passed through every layer.',
  );
}
