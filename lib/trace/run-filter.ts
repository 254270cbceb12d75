/** Which requests of a run are shown. A filter only hides rows: the loop, the holds and the totals count all. */
import type { RequestGroup, State, Timeline } from './timeline';

/** What a request may have gone through: a state, or an end that is no success. */
export type Fate = Exclude<State, 'ended'> | 'failed' | 'cancelled';

export type RunFilter = {
  /** Parts of ids, methods, paths or statuses; several, by commas or spaces, show what any of them names. */
  readonly requests: string;
  /** Names of layers, any of which the request must have passed. */
  readonly layers: readonly string[];
  /** What it must have gone through, any of them. */
  readonly fates: readonly Fate[];
};

export const NO_FILTER: RunFilter = { requests: '', layers: [], fates: [] };

export function isFiltering({ requests, layers, fates }: RunFilter): boolean {
  return requests.trim() !== '' || layers.length > 0 || fates.length > 0;
}

/** The indexes of the groups that a filter lets through, in order. */
export function groupsPassing(timeline: Timeline, filter: RunFilter): readonly number[] {
  const words = filter.requests
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  const ids = new Set(timeline.groups.map(({ request }) => request?.id.toLowerCase()));
  const cancelled = cancelledRequests(timeline);
  return timeline.groups
    .filter(
      (group) =>
        (words.length === 0 || words.some((word) => isNamed(group, word, ids.has(word)))) &&
        (filter.layers.length === 0 || group.layers.some(({ name }) => filter.layers.includes(name))) &&
        (filter.fates.length === 0 || filter.fates.some((fate) => wentThrough(group, fate, cancelled))),
    )
    .map(({ index }) => index);
}

/** The names of the layers that any request passed, outermost first. */
export function layerNames(timeline: Timeline): readonly string[] {
  const layers = timeline.groups.flatMap((group) => group.layers);
  const inOrder = [...layers].sort((one, other) => one.order - other.order);
  return [...new Set(inOrder.map(({ name }) => name))];
}

/** A word that is somebody's id means nobody else: 'R1' is not 'R10'. */
function isNamed({ request }: RequestGroup, word: string, isId: boolean): boolean {
  if (request === null) return 'the program'.includes(word);
  const id = request.id.toLowerCase();
  if (isId) return id === word;
  const line = `${request.method} ${request.path} ${request.status ?? ''}`.toLowerCase();
  return id.includes(word) || line.includes(word);
}

function wentThrough(group: RequestGroup, fate: Fate, cancelled: ReadonlySet<string | null>): boolean {
  if (fate === 'cancelled') return cancelled.has(group.request?.id ?? null);
  if (fate === 'failed') {
    return group.request !== null && ((group.request.status ?? 0) >= 500 || group.request.error !== null);
  }
  return group.track.state.includes(fate);
}

function cancelledRequests({ trace }: Timeline): ReadonlySet<string | null> {
  return new Set(trace.events.filter(({ kind }) => kind === 'disconnect').map(({ request }) => request));
}
