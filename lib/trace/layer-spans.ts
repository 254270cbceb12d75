/** The onion: each pass of a request through a layer, nested in the pass that called it. */
import type { LayerRow, Trace } from './schema';
import type { LayerSpan } from './timeline';

type Mutable<Shape> = { -readonly [Key in keyof Shape]: Shape[Key] };

/** Layer spans by request id, in order of entering. Spans never left reach to the end of the run. */
export function layerSpansOf(trace: Trace): ReadonlyMap<string, readonly LayerSpan[]> {
  const layers = new Map<number, LayerRow>(trace.layers.map((layer) => [layer.id, layer]));
  const spans = new Map<string, Mutable<LayerSpan>[]>();
  const open = new Map<string, number[]>();
  for (const event of trace.events) {
    if (event.request === null || event.layer === null) continue;
    const layer = layers.get(event.layer);
    if (layer === undefined) continue;
    if (event.kind === 'layer-enter') {
      const own = spans.get(event.request) ?? [];
      const stack = open.get(event.request) ?? [];
      const parent = stack.at(-1) ?? -1;
      const exit = trace.events.length;
      stack.push(own.length);
      own.push({ layer, depth: stack.length - 1, parent, enter: event.seq, exit, how: null });
      spans.set(event.request, own);
      open.set(event.request, stack);
    } else if (event.kind === 'layer-exit') {
      const own = spans.get(event.request) ?? [];
      const stack = open.get(event.request) ?? [];
      const at = stack.findLastIndex((index) => own[index]?.layer.id === event.layer);
      const span = own[stack[at] ?? -1];
      if (span === undefined) continue;
      span.exit = event.seq;
      span.how = event.how;
      stack.splice(at, 1);
    }
  }
  return spans;
}

/** The innermost span around each moment at which that changes: [moment, index or -1] in order. */
export function innermostSpans(spans: readonly LayerSpan[]): readonly (readonly [number, number])[] {
  const edges = spans.flatMap((span, index) => [
    { moment: span.enter, index, enters: true },
    { moment: span.exit, index, enters: false },
  ]);
  edges.sort((one, other) => one.moment - other.moment);
  const inside: number[] = [];
  const changes: [number, number][] = [];
  for (const edge of edges) {
    if (edge.enters) inside.push(edge.index);
    else inside.splice(inside.lastIndexOf(edge.index), 1);
    const change: [number, number] = [edge.moment, inside.at(-1) ?? -1];
    if (changes.at(-1)?.[0] === edge.moment) changes[changes.length - 1] = change;
    else changes.push(change);
  }
  return changes;
}
