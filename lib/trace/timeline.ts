/**
 * What is derived from a trace, and how it is laid out in memory.
 *
 * A *moment* is an index into the trace's events: the state at moment k is the state just after event k.
 * Virtual time alone cannot tell moments apart, since many events share one microsecond. A *position* is
 * a moment with a fraction, for a playhead that glides between two events. Columns hold moments in
 * ascending order, so that every question "as of now" is a binary search.
 */
import type { LayerRow, RequestRow, TaskRow, ThreadRow, Trace } from './schema';

/** The states of a request or a task, in the order in which one hides another (first wins). */
export const STATES = ['blocking', 'running', 'in-thread', 'ready', 'queued', 'suspended', 'ended'] as const;
export type State = (typeof STATES)[number];

/**
 * The life of one owner as tiles: tile i reaches from `start[i]` up to `start[i + 1]`, the last one to
 * `end`. A gap or an overlap cannot be written down. Starts are positions: nearly all are moments, but a
 * task whose timer is due while somebody else holds the loop becomes ready between two events.
 */
export type StateTrack = {
  readonly start: Float64Array;
  readonly state: readonly State[];
  /** The event that explains the tile: the suspend of a suspended one, the hop-start of an in-thread one. */
  readonly event: Uint32Array;
  readonly end: number;
};

export type TaskTrack = {
  readonly row: TaskRow;
  readonly track: StateTrack;
  /** Made by a line of the learner's, not by Django or asgiref on their own account. */
  readonly byLearner: boolean;
};

/** One pass of a request through a layer. A layer that retries has several. */
export type LayerSpan = {
  readonly layer: LayerRow;
  readonly depth: number;
  /** Index into the group's `spans`, or -1 for the outermost. */
  readonly parent: number;
  readonly enter: number;
  /** One past the last moment inside; the run's end when the layer never came out. */
  readonly exit: number;
  readonly how: 'return' | 'raise' | 'short-circuit' | 'cancel' | null;
};

/** A request (or, with `request` null, the program's own tasks) with everything that happened to it. */
export type RequestGroup = {
  readonly request: RequestRow | null;
  readonly index: number;
  readonly track: StateTrack;
  /** Per tile of `track`: the innermost layer span it falls into, or -1. */
  readonly span: Int32Array;
  /** Per tile of `track`: the task, or -1. */
  readonly task: Int32Array;
  /** Per tile of `track`: the worker thread, or -1. */
  readonly thread: Int32Array;
  readonly spans: readonly LayerSpan[];
  readonly tasks: readonly TaskTrack[];
  /** The layers it passed through, outermost first. */
  readonly layers: readonly LayerRow[];
};

/** Turns of one event loop, as columns: turn i holds the loop from `begin[i]` up to `end[i]`. */
export type LoopLane = {
  readonly thread: ThreadRow;
  readonly begin: Uint32Array;
  readonly end: Uint32Array;
  /** The task, or -1 for a plain callback. */
  readonly task: Int32Array;
  /** Index into `Timeline.groups`, or -1. */
  readonly group: Int32Array;
  readonly name: readonly string[];
  /** How many could go on if the loop were free: `readyCount[i]` from position `readyStart[i]` on. */
  readonly readyStart: Float64Array;
  readonly readyCount: Uint32Array;
};

/** A crossing between the loop and a thread. Moments are null where the run ended first. */
export type Hop = {
  readonly id: number;
  readonly direction: 'to-thread' | 'to-loop';
  readonly what: string;
  readonly internal: boolean;
  readonly request: string | null;
  readonly task: number | null;
  /** The thread that asked. */
  readonly from: number;
  /** The thread that did it. */
  readonly thread: number | null;
  readonly submit: number;
  readonly start: number | null;
  readonly end: number | null;
  readonly back: number | null;
  readonly how: 'return' | 'raise' | 'cancel' | null;
  /** The layer that it runs, where it runs one. */
  readonly layer: LayerRow | null;
};

/** Somebody's work in a worker thread. */
export type Stay = {
  readonly hop: Hop | null;
  /** Index into `Timeline.groups`, or -1. */
  readonly group: number;
  readonly queued: number;
  readonly start: number;
  readonly end: number;
  /** While held, the thread only waits for the loop to finish what it asked for. */
  readonly held: readonly { readonly start: number; readonly end: number }[];
};

export type ThreadLane = { readonly thread: ThreadRow; readonly stays: readonly Stay[] };

/** A stretch during which one task kept the loop from everybody else. */
export type Hold = {
  readonly loop: ThreadRow;
  readonly begin: number;
  readonly end: number;
  /** Microseconds. */
  readonly duration: number;
  readonly on: 'sleep' | 'io' | 'cpu' | 'lock';
  readonly what: string;
  /** Index into `Timeline.groups`, or -1. */
  readonly group: number;
  readonly layer: LayerRow | null;
  readonly place: Place | null;
  /** Who was ready meanwhile, and for how many microseconds; longest first. */
  readonly waited: readonly { readonly group: number; readonly duration: number }[];
};

/** A line of a learner's file. */
export type Place = { readonly file: string; readonly line: number };

export type Timeline = {
  readonly trace: Trace;
  /** Virtual time of each moment, then once more the end of the run. */
  readonly times: Float64Array;
  /** The moment after the last event. */
  readonly end: number;
  /** The loop that serves the requests; null where none ever ran. */
  readonly loop: LoopLane | null;
  /** All loops, that one included: `async_to_sync` under WSGI makes one of its own. */
  readonly loops: readonly LoopLane[];
  readonly groups: readonly RequestGroup[];
  readonly threads: readonly ThreadLane[];
  readonly tasks: ReadonlyMap<number, TaskTrack>;
  readonly hops: readonly Hop[];
  /** By the moment of a suspend: the crossing that it waits for. */
  readonly hopOfSuspend: ReadonlyMap<number, Hop>;
  readonly holds: readonly Hold[];
  /** Positions between two events at which somebody became ready, ascending. */
  readonly dues: Float64Array;
  /** Moments of the `output` events. */
  readonly outputs: Uint32Array;
};
