/**
 * A run as a kitchen: the loop is the one chef, a request is an order, what is awaited is in the oven, and
 * threads are helpers. Nothing is invented for the picture: each place in it is a state of the run.
 */
import { type Change, lastingChanges } from './lasting-changes';
import { once } from './once';
import type { LayerRow, ThreadRow } from './schema';
import { type RequestNow, stateAt } from './state-at';
import type { Place, RequestGroup, State, Stay, Timeline } from './timeline';

/** Where an order is: not there yet, on the rail, before the chef, on the stove, in the oven, with a helper, served. */
export const STATIONS = ['away', 'rail', 'board', 'pot', 'oven', 'helper', 'served'] as const;
export type Station = (typeof STATIONS)[number];

export type Order = {
  readonly group: RequestGroup;
  readonly at: Station;
  /** Place in the line at that station, from 0, in the order in which they came there. */
  readonly slot: number;
  /** The helper that has it. */
  readonly thread: ThreadRow | null;
  readonly layer: LayerRow | null;
  /** The learner's line it stands at. */
  readonly place: Place | null;
  /** What it waits for, in the words of the trace: 'asyncio.sleep(0.12)'. */
  readonly what: string | null;
  /** Positions between which it stays there. */
  readonly from: number;
  readonly to: number;
};

export type Chef = 'rests' | 'cooks' | 'stares';

export type Helper = {
  readonly thread: ThreadRow;
  /** One that waits has an order, and stands idle until the chef has done their part of it. */
  readonly doing: 'nothing' | 'works' | 'waits';
  /** Index of the order's group, or -1. */
  readonly group: number;
};

/** The kitchen from one position on, until the next scene's. */
export type Scene = {
  readonly position: number;
  readonly chef: Chef;
  readonly orders: readonly Order[];
  readonly helpers: readonly Helper[];
};

const STATION_OF: Readonly<Record<State | 'absent', Station>> = {
  absent: 'away',
  ready: 'rail',
  queued: 'rail',
  running: 'board',
  blocking: 'pot',
  suspended: 'oven',
  'in-thread': 'helper',
  ended: 'served',
};

/** Every scene of a run that lasts, in order. The first is at the beginning. */
export const scenesOf = once((timeline: Timeline): readonly Scene[] => {
  const changes = lastingChanges(timeline, (position) => standingAt(timeline, position), alike);
  return changes.map((change, index) => sceneFrom(timeline, changes, change, index));
});

/** How many orders are in the kitchen. */
export const ordersInside = ({ orders }: Scene): number =>
  orders.filter(({ at }) => at !== 'away' && at !== 'served').length;

/** What stands where, before it is known for how long. */
type Standing = { readonly now: RequestNow; readonly at: Station };
type KitchenChange = Change<readonly Standing[]>;

const alike = (one: readonly Standing[], other: readonly Standing[]): boolean =>
  one.length === other.length && one.every(({ at }, index) => at === other[index]?.at);

function standingAt(timeline: Timeline, position: number): readonly Standing[] {
  return stateAt(timeline, position)
    .requests.filter(({ group }) => group.request !== null)
    .map((now) => ({ now, at: stationOf(now, position) }));
}

/** Before the first layer and after the last, an order hangs on the rail or is served, whatever Django still does. */
function stationOf({ group, state }: RequestNow, position: number): Station {
  const [outermost] = group.spans;
  if (state === 'absent' || outermost === undefined) return STATION_OF[state];
  if (position < outermost.enter) return 'rail';
  const isInside = group.spans.some((span) => span.parent < 0 && position < span.exit);
  return isInside ? STATION_OF[state] : 'served';
}

function sceneFrom(
  timeline: Timeline,
  changes: readonly KitchenChange[],
  change: KitchenChange,
  index: number,
): Scene {
  const stays = change.standing.map(({ at }, order) => {
    const elsewhere = ({ standing }: KitchenChange) => standing[order]?.at !== at;
    const first = changes.findLastIndex((other, place) => place < index && elsewhere(other)) + 1;
    const next = changes.find((other, place) => place > index && elsewhere(other));
    return { from: changes[first]?.position ?? 0, to: next?.position ?? timeline.end };
  });
  const orders = change.standing.map(({ now, at }, order): Order => {
    const from = stays[order]?.from ?? change.position;
    const before = change.standing.filter((other, rival) => {
      const earlier = stays[rival]?.from ?? 0;
      return rival !== order && other.at === at && (earlier < from || (earlier === from && rival < order));
    });
    const inKitchen = at !== 'away' && at !== 'served' && now.group.spans[0] !== undefined;
    return {
      group: now.group,
      at,
      slot: before.length,
      thread: at === 'helper' ? now.thread : null,
      layer: inKitchen ? now.layer : null,
      place: inKitchen ? now.place : null,
      what: now.waitsFor?.what ?? null,
      from,
      to: stays[order]?.to ?? timeline.end,
    };
  });
  const stations = new Set(orders.map(({ at }) => at));
  const chef = stations.has('pot') ? 'stares' : stations.has('board') ? 'cooks' : 'rests';
  return { position: change.position, chef, orders, helpers: helpersAt(timeline, change.position) };
}

/** Django's own errands to a thread, its signals and the closing of responses, are no work to see. */
const isWork = ({ hop }: Stay): boolean => hop?.internal !== true;

/** Everybody who helps at any time of the run, in the order of the threads. */
function helpersAt(timeline: Timeline, position: number): readonly Helper[] {
  const helping = timeline.threads.filter(({ stays }) => stays.some(isWork));
  const now = new Map(stateAt(timeline, position).threads.map((thread) => [thread.thread.id, thread]));
  return helping.map(({ thread }) => {
    const { working = null, held = null } = now.get(thread.id) ?? {};
    if (working && isWork(working)) return { thread, doing: 'works', group: working.group };
    if (held && isWork(held)) return { thread, doing: 'waits', group: held.group };
    return { thread, doing: 'nothing', group: -1 };
  });
}
