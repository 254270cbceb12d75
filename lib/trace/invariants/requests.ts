/** What must be true of requests and of the layers that they pass. */
import { inWords as at } from '../contradictions';
import type { RequestRow, Trace, TraceEvent } from '../schema';

/** The row of a request says what its events say. */
export function rowsTellTheEvents(trace: Trace): string[] {
  const first = new Map<string, TraceEvent>();
  for (const event of trace.events) {
    const key = `${event.kind} ${event.request}`;
    if (!first.has(key)) first.set(key, event);
  }
  const complete = trace.dropped === 0;
  return trace.requests.flatMap((row) => {
    const timeOf = (kind: TraceEvent['kind']) => first.get(`${kind} ${row.id}`)?.t ?? null;
    const told: readonly (readonly [keyof RequestRow, number | null])[] = [
      ['responseStart', timeOf('response-start')],
      ['responseEnd', timeOf('response-end')],
      ['done', timeOf('request-end')],
    ];
    const broken = told
      .filter(([key, time]) => complete && row[key] !== time)
      .map(([key, time]) => `request ${row.id} has ${key} ${row[key]}, its events say ${time}`);
    if (row.status === null && row.responseStart !== null)
      broken.push(`request ${row.id} has a response without a status`);
    if (row.responseEnd !== null && row.responseStart === null)
      broken.push(`request ${row.id} has the end of a response that never started`);
    return broken;
  });
}

/** A run says how it ended, and a run that finished has finished every request. */
export function runsComeToAnEnd(trace: Trace): string[] {
  if (trace.outcome.kind !== 'finished') return [];
  return trace.requests
    .filter((row) => row.done === null)
    .map((row) => `the run finished, but request ${row.id} did not`);
}

/**
 * Within one task, or one thread that runs none, layers are left in the reverse order of entering. A layer may be
 * entered by a plain call and left by the task that runs the coroutine which that call returned.
 */
export function layersCloseInOrder(trace: Trace): string[] {
  const broken: string[] = [];
  const open = new Map<string, number[]>();
  for (const event of trace.events) {
    if ((event.kind !== 'layer-enter' && event.kind !== 'layer-exit') || event.layer === null) continue;
    const key = `${event.request} ${event.task ?? `thread ${event.thread}`}`;
    const inside = open.get(key) ?? [];
    open.set(key, inside);
    if (event.kind === 'layer-enter') {
      inside.push(event.layer);
    } else if (inside.includes(event.layer)) {
      if (inside.at(-1) !== event.layer) broken.push(`${at(event)} leaves a layer around one still entered`);
      inside.splice(inside.lastIndexOf(event.layer), 1);
    } else {
      leaveElsewhere(open, event.layer, `${event.request} `);
    }
  }
  return broken;
}

/** Takes a layer off the list of whoever entered it for the same request. */
function leaveElsewhere(open: ReadonlyMap<string, number[]>, layer: number, request: string): void {
  for (const [key, inside] of open) {
    if (!key.startsWith(request) || !inside.includes(layer)) continue;
    inside.splice(inside.lastIndexOf(layer), 1);
    return;
  }
}
