/**
 * What is worth telling a beginner, and what is plumbing: Django's own tasks and crossings, the loop's
 * callbacks, the book-keeping of turns. Nothing is hidden for good; the plumbing is folded until asked for.
 */
import { placeOf } from './places';
import type { TraceEvent } from './schema';
import type { Hop, Timeline } from './timeline';

const ALWAYS: ReadonlySet<TraceEvent['kind']> = new Set([
  'request-arrive',
  'response-start',
  'disconnect',
  'layer-enter',
  'layer-exit',
  'block-begin',
  'output',
  'warning',
  'truncated',
]);

const told = new WeakMap<Timeline, Uint8Array>();

/** Per moment 1 for a headline, 0 for plumbing. */
export function headlinesOf(timeline: Timeline): Uint8Array {
  const known = told.get(timeline);
  if (known) return known;
  const headlines = new Reader(timeline).read();
  told.set(timeline, headlines);
  return headlines;
}

class Reader {
  readonly #timeline: Timeline;
  readonly #hops: ReadonlyMap<number, Hop>;
  /** Tasks whose last suspension was told: then their waking is told as well. */
  readonly #suspendedInSight = new Set<number | null>();

  constructor(timeline: Timeline) {
    this.#timeline = timeline;
    this.#hops = new Map(timeline.hops.map((hop) => [hop.id, hop]));
  }

  read(): Uint8Array {
    const { events } = this.#timeline.trace;
    const headlines = new Uint8Array(events.length);
    const turns = new Map<number, number>();
    for (const event of events) {
      if (event.kind === 'turn-begin') {
        turns.set(event.thread, event.seq);
        continue;
      }
      const turn = turns.get(event.thread);
      if (event.kind === 'turn-end') turns.delete(event.thread);
      if (!this.#isHeadline(event)) continue;
      headlines[event.seq] = 1;
      // A turn is told if something in it is; that it woke or received somebody else does not count.
      const own = event.kind !== 'wake' && event.kind !== 'request-arrive';
      if (own && turn !== undefined && events[turn]?.task === event.task) headlines[turn] = 1;
    }
    return headlines;
  }

  #isHeadline(event: TraceEvent): boolean {
    switch (event.kind) {
      case 'suspend': {
        const hop = this.#timeline.hopOfSuspend.get(event.seq);
        const inSight = hop ? !hop.internal : placeOf(this.#timeline.trace, event) !== null;
        if (inSight) this.#suspendedInSight.add(event.task);
        else this.#suspendedInSight.delete(event.task);
        return inSight;
      }
      case 'wake':
        return event.why !== 'start' && event.why !== 'thread' && this.#suspendedInSight.has(event.task);
      case 'hop-submit':
        return event.direction === 'to-loop' && !event.internal;
      case 'hop-start':
        return this.#isOwnHop(event.hop, 'to-thread');
      case 'hop-return':
        return this.#isOwnHop(event.hop);
      case 'request-end':
        return event.error !== null;
      case 'cancel':
        return this.#isInSight(event.target);
      case 'exception':
        return event.layer !== null || placeOf(this.#timeline.trace, event) !== null;
      default:
        return ALWAYS.has(event.kind);
    }
  }

  #isOwnHop(id: number, direction?: Hop['direction']): boolean {
    const hop = this.#hops.get(id);
    return hop !== undefined && !hop.internal && (direction === undefined || hop.direction === direction);
  }

  #isInSight(task: number): boolean {
    const { groups, tasks } = this.#timeline;
    return tasks.get(task)?.byLearner === true || groups.some((group) => group.tasks[0]?.row.id === task);
  }
}
