/**
 * Who awaits whom: the chain from the task that the server made for a request down to what it waits for, through
 * Django's frames, the layers and the bridges. It grows on the way in and is taken down on the way out.
 */
import { type Change, lastingChanges } from './lasting-changes';
import { frameOf, framesOfStack } from './places';
import type { Frame, LayerRow, ThreadRow, Trace, TraceEventOf } from './schema';
import { stateAt } from './state-at';
import { threadById } from './tables';
import type { Hop, LayerSpan, Place, RequestGroup, State, TaskTrack, Timeline } from './timeline';
import { tileAt } from './tracks';

/** A call in the chain: a layer, or what stands between two layers. */
export type ChainLink = {
  readonly name: string;
  readonly origin: Frame['origin'];
  /** The module it is written in: 'django.core.handlers.base'; of the learner's code, its file. */
  readonly source: string;
  /** The layer whose call this is; null for all other code. */
  readonly layer: LayerRow | null;
  /** The learner's line at which it awaits or calls the next link, where the run says so. */
  readonly place: Place | null;
};

/** A part of the chain that runs in one place: in a task on a loop, or in a thread. */
export type ChainSegment = {
  readonly kind: 'task' | 'thread';
  readonly name: string;
  readonly madeBy: 'server' | 'django' | 'bridge';
  readonly thread: ThreadRow | null;
  /** The crossing that leads to it from the segment before. */
  readonly bridge: Pick<Hop, 'direction' | 'what'> | null;
  /** Outermost first. */
  readonly links: readonly ChainLink[];
};

export type AwaitChain = {
  /** Outermost first; empty while the request is not there. */
  readonly segments: readonly ChainSegment[];
  readonly state: State | 'absent';
  /** What the innermost link waits for, and until when in microseconds. */
  readonly waitsFor: { readonly what: string; readonly until: number | null } | null;
};

export type ChainStep = Change<AwaitChain>;

/** Every shape of the chain of a request that lasts, in order. */
export function chainSteps(timeline: Timeline, group: RequestGroup): readonly ChainStep[] {
  const reader = new ChainReader(timeline, group);
  return lastingChanges(timeline, (position) => reader.at(position), alike);
}

/** Whether two chains have the same links and do the same. */
const alike = (one: AwaitChain, other: AwaitChain): boolean =>
  one.state === other.state && keysOf(one).join('\n') === keysOf(other).join('\n');

/** A key for each link and each segment, in order: by these a chain is compared with another. */
export function keysOf({ segments }: AwaitChain): readonly string[] {
  return segments.flatMap((segment, depth) => [
    `${depth} ${segment.kind} ${segment.name}`,
    ...segment.links.map(({ name }, index) => `${depth} ${index} ${name}`),
  ]);
}

/** The chain with the most links; the first of several. */
export function deepestChain(steps: readonly ChainStep[]): AwaitChain | null {
  const lengths = steps.map(({ standing }) => keysOf(standing).length);
  return steps[lengths.indexOf(Math.max(...lengths))]?.standing ?? null;
}

/** A segment before its links are known: where it begins, and which task it is. */
type Stretch = Omit<ChainSegment, 'links'> & {
  readonly start: number;
  readonly task: number | null;
  /** What a crossing runs that leads to no layer. */
  readonly what: string | null;
};

class ChainReader {
  readonly #timeline: Timeline;
  readonly #group: RequestGroup;
  readonly #hops: readonly Hop[];
  readonly #suspends: ReadonlyMap<number | null, readonly TraceEventOf<'suspend'>[]>;

  constructor(timeline: Timeline, group: RequestGroup) {
    this.#timeline = timeline;
    this.#group = group;
    this.#hops = timeline.hops.filter(({ request, internal }) => request === group.request?.id && !internal);
    const suspends = timeline.trace.events.filter((event) => event.kind === 'suspend');
    this.#suspends = Map.groupBy(suspends, ({ task }) => task);
  }

  at(position: number): AwaitChain {
    const now = stateAt(this.#timeline, position).requests[this.#group.index];
    const state = now?.state ?? 'absent';
    const stretches = state === 'absent' || state === 'ended' ? [] : this.#stretches(position);
    const spans = this.#group.spans.filter(({ enter, exit }) => enter <= position && position < exit);
    const segments = stretches.map((stretch, index): ChainSegment => {
      const until = stretches[index + 1]?.start ?? Number.POSITIVE_INFINITY;
      const own = spans.filter(({ enter }) => enter >= stretch.start && enter < until);
      const { start: _, task, what, ...segment } = stretch;
      const links = task === null ? this.#linksInThread(own, what) : this.#linksInTask(task, own, position);
      return { ...segment, links };
    });
    const waitsFor =
      now?.waitsFor && state === 'suspended' ? { what: now.waitsFor.what, until: now.waitsFor.until } : null;
    return { segments, state, waitsFor };
  }

  /** From the server's task over Django's own and every open crossing to where the request is now. */
  #stretches(position: number): readonly Stretch[] {
    const open = this.#hops.filter(
      ({ start, end }) => start !== null && start <= position && (end === null || end > position),
    );
    const first = this.#firstTask(open, position);
    const tasks = first === null ? [] : this.#ancestors(first, position);
    return [
      ...tasks.map((task, index) => this.#taskStretch(task, index === 0 ? 'server' : 'django', null)),
      ...open.map((hop) => this.#hopStretch(hop)),
    ];
  }

  /** The task in which the outermost layer runs, or which has sent it to a thread. */
  #firstTask(open: readonly Hop[], position: number): number | null {
    const [hop] = open;
    const span = this.#group.spans.find(({ enter, exit }) => enter <= position && position < exit);
    const event = span && this.#timeline.trace.events[span.enter];
    const inTask = event && (hop?.start == null || event.seq < hop.start) ? event.task : (hop?.task ?? null);
    if (inTask !== null) return inTask;
    const alive = this.#group.tasks.filter((task) => isAlive(task, position));
    // Django's own for the request is the youngest: the one that listens for a disconnect was made before.
    return alive.find(({ row }) => row.name.endsWith('process_request'))?.row.id ?? alive[0]?.row.id ?? null;
  }

  #ancestors(task: number, position: number): readonly number[] {
    const track = this.#timeline.tasks.get(task);
    if (track === undefined || !isAlive(track, position)) return [];
    const { parent } = track.row;
    return parent === null ? [task] : [...this.#ancestors(parent, position), task];
  }

  #taskStretch(task: number, madeBy: ChainSegment['madeBy'], hop: Hop | null): Stretch {
    const row = this.#timeline.tasks.get(task)?.row;
    return {
      kind: 'task',
      name: row?.name ?? 'task',
      madeBy,
      thread: threadById(this.#timeline.trace, row?.thread ?? null),
      bridge: hop && { direction: hop.direction, what: hop.what },
      start: hop?.start ?? this.#timeline.tasks.get(task)?.track.start[0] ?? 0,
      task,
      what: null,
    };
  }

  #hopStretch(hop: Hop): Stretch {
    const start = this.#timeline.trace.events[hop.start ?? -1];
    if (hop.direction === 'to-loop' && start?.task != null)
      return this.#taskStretch(start.task, 'bridge', hop);
    const thread = threadById(this.#timeline.trace, hop.thread);
    return {
      kind: 'thread',
      name: thread?.name ?? 'thread',
      madeBy: 'bridge',
      thread,
      bridge: { direction: hop.direction, what: hop.what },
      start: hop.start ?? 0,
      task: null,
      what: hop.layer === null ? hop.what : null,
    };
  }

  /** In a thread, one layer calls the next; where none is, it runs some function of its own. */
  #linksInThread(spans: readonly LayerSpan[], what: string | null): readonly ChainLink[] {
    if (spans.length === 0 && what !== null)
      return [{ name: what, origin: 'learner', source: '', layer: null, place: null }];
    return spans.map((span) => this.#layerLink(span));
  }

  #layerLink({ layer, enter }: LayerSpan): ChainLink {
    const frame = frameOf(this.#timeline.trace, this.#timeline.trace.events[enter]?.frame ?? null);
    const source = frame?.file ?? layer.file ?? layer.path;
    return { name: layer.name, origin: layer.origin, source, layer, place: null };
  }

  /** The frames of a task: as it is suspended, or, while it runs, as it was or will be around the open layers. */
  #linksInTask(task: number, spans: readonly LayerSpan[], position: number): readonly ChainLink[] {
    const { trace } = this.#timeline;
    const suspends = this.#suspends.get(task) ?? [];
    const before = suspends.findLast(({ seq }) => seq <= position);
    const waits = before !== undefined && !this.#runs(task, position);
    const candidates = waits ? [before] : [suspends.find(({ seq }) => seq > position), before];
    for (const suspend of candidates) {
      if (suspend === undefined) continue;
      const links = linksOf(trace, suspend, spans);
      const named = links.filter(({ layer }) => layer !== null).length;
      if (named < spans.length) continue;
      // While the task runs, what lies inside its innermost open layer has not been called yet, or has returned.
      return waits ? links : links.slice(0, links.findLastIndex(({ layer }) => layer !== null) + 1);
    }
    return spans.map((span) => this.#layerLink(span));
  }

  #runs(task: number, position: number): boolean {
    const track = this.#timeline.tasks.get(task)?.track;
    const state = track?.state[tileAt(track, position)];
    return state === 'running' || state === 'blocking';
  }
}

const isAlive = ({ track }: TaskTrack, position: number): boolean => tileAt(track, position) >= 0;

/** The frames of a suspension as links, outermost first; those of open layers by their names. */
function linksOf(
  trace: Trace,
  suspend: TraceEventOf<'suspend'>,
  spans: readonly LayerSpan[],
): readonly ChainLink[] {
  const open = [...spans];
  return framesOfStack(trace, suspend.stack)
    .toReversed()
    .map((frame): ChainLink => {
      const entered = frameOf(trace, trace.events[open[0]?.enter ?? -1]?.frame ?? null);
      const isLayer = entered?.file === frame.file && entered.function === frame.function;
      const layer = isLayer ? (open.shift()?.layer ?? null) : null;
      const place = frame.origin === 'learner' ? { file: frame.file, line: frame.line } : null;
      return { name: layer?.name ?? frame.function, origin: frame.origin, source: frame.file, layer, place };
    });
}
