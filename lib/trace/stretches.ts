/** What a request went through, as stretches that can be found again in another run of other code. */
import { headlinesOf } from './headlines';
import { placeOf } from './places';
import { layerById } from './tables';
import type { Place, RequestGroup, Timeline } from './timeline';
import { layerWords } from './words';

export type Stretch = {
  readonly kind: 'layer' | 'await' | 'hold';
  /** By which it is matched: its layer, and which of the layer's passes, awaits or holds it is. */
  readonly key: string;
  /** 'RequestTimer', 'await 2 in RequestTimer', 'time.sleep(0.2) in the view'. */
  readonly name: string;
  /** Positions. */
  readonly from: number;
  readonly to: number;
  /** Microseconds of virtual time. */
  readonly start: number;
  readonly duration: number;
  readonly place: Place | null;
};

/** The passes, awaits and holds of every request, by the index of its group, each in order of beginning. */
export function stretchesOf(timeline: Timeline): readonly (readonly Stretch[])[] {
  const awaits = awaitsOf(timeline);
  return timeline.groups.map((group) => {
    const name = ordinals();
    const own = [
      ...passesOf(group),
      ...(awaits.get(group.request?.id ?? null) ?? []),
      ...timeline.holds.filter((hold) => hold.group === group.index).map((hold) => holdSource(hold)),
    ].sort((one, other) => one.from - other.from || one.to - other.to);
    return own.map((source) => {
      const start = timeline.times[source.from] ?? 0;
      return { ...source, ...name(source), start, duration: (timeline.times[source.to] ?? start) - start };
    });
  });
}

type Source = Pick<Stretch, 'kind' | 'from' | 'to' | 'place'> & {
  /** The layer in words, or Django outside of all layers. */
  readonly layer: string;
  /** What blocks, of a hold. */
  readonly what: string;
};

type Mutable<Shape> = { -readonly [Key in keyof Shape]: Shape[Key] };

/** Counts what is of one kind in one layer, and names it. */
function ordinals() {
  const counts = new Map<string, number>();
  return ({ kind, layer, what }: Source): Pick<Stretch, 'key' | 'name'> => {
    const base = `${kind} ${layer}`;
    const ordinal = (counts.get(base) ?? 0) + 1;
    counts.set(base, ordinal);
    const key = `${base} ${ordinal}`;
    if (kind === 'await') return { key, name: `await ${ordinal} in ${layer}` };
    if (kind === 'hold') return { key, name: `${what} in ${layer}` };
    return { key, name: ordinal === 1 ? layer : `${layer}, pass ${ordinal}` };
  };
}

function passesOf(group: RequestGroup): readonly Source[] {
  return group.spans.map((span) => ({
    kind: 'layer',
    layer: layerWords(span.layer),
    what: '',
    from: span.enter,
    to: span.exit,
    place: null,
  }));
}

const holdSource = (hold: Timeline['holds'][number]): Source => ({
  kind: 'hold',
  layer: hold.layer ? layerWords(hold.layer) : 'Django',
  what: hold.what || 'computing',
  from: hold.begin,
  to: hold.end,
  place: hold.place,
});

/** Awaits worth telling, by request: each from its suspension until the task has the loop again. */
function awaitsOf(timeline: Timeline): ReadonlyMap<string | null, readonly Source[]> {
  const { trace, end } = timeline;
  const headlines = headlinesOf(timeline);
  const found = new Map<string | null, Source[]>();
  const open = new Map<number | null, Mutable<Source>>();
  const close = (task: number | null, at: number) => {
    const source = open.get(task);
    if (source) source.to = at;
    open.delete(task);
  };
  for (const event of trace.events) {
    if (event.kind === 'turn-begin' || event.kind === 'task-end') close(event.task, event.seq);
    if (event.kind !== 'suspend' || headlines[event.seq] !== 1) continue;
    const layer = layerById(trace, event.layer);
    const place = placeOf(trace, event);
    const source: Mutable<Source> = {
      kind: 'await',
      layer: layer ? layerWords(layer) : 'Django',
      what: event.what,
      from: event.seq,
      to: end,
      place,
    };
    open.set(event.task, source);
    const own = found.get(event.request);
    if (own) own.push(source);
    else found.set(event.request, [source]);
  }
  return found;
}
