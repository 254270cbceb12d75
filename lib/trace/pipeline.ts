/**
 * The stack as a pipeline: the layers from the outermost to the view, where each of them runs, the bridges
 * between them, and how far each request has come on its way in and out.
 */
import { type Change, lastingChanges } from './lasting-changes';
import { once } from './once';
import type { LayerRow, ThreadRow } from './schema';
import { stateAt } from './state-at';
import { threadById } from './tables';
import type { Hop, LayerSpan, Place, RequestGroup, State, Timeline } from './timeline';

/** A crossing that every request makes at this place of the stack. */
export type Bridge = Pick<Hop, 'direction' | 'what'> & {
  /** The thread that it leads to. */
  readonly thread: ThreadRow | null;
};

export type PipelineLayer = {
  readonly layer: LayerRow;
  /** Where it runs; null where no request came so far. */
  readonly thread: ThreadRow | null;
  /** Between the layer above and this one, the outer one first. */
  readonly bridges: readonly Bridge[];
};

/** The layers of a run, outermost first, the view last. */
export const pipelineOf = once((timeline: Timeline): readonly PipelineLayer[] => {
  const { trace } = timeline;
  const layers = trace.layers
    .filter(({ kind }) => kind !== 'adapter')
    .sort((one, other) => one.order - other.order);
  return layers.map((layer) => {
    for (const group of timeline.groups) {
      const span = group.spans.find((own) => own.layer.id === layer.id);
      if (span === undefined) continue;
      const thread = threadById(trace, trace.events[span.enter]?.thread ?? null);
      return { layer, thread, bridges: bridgesAbove(timeline, group, span) };
    }
    return { layer, thread: null, bridges: [] };
  });
});

function bridgesAbove(timeline: Timeline, group: RequestGroup, span: LayerSpan): readonly Bridge[] {
  return crossingsInto(timeline, group, span).map(({ direction, what, thread }) => ({
    direction,
    what,
    thread: threadById(timeline.trace, thread),
  }));
}

/**
 * The crossings by which a request comes from the layer above into this one. What a layer sends to a thread on
 * its own account is back before, and is none of them.
 */
function crossingsInto(
  timeline: Timeline,
  { request, spans }: RequestGroup,
  span: LayerSpan,
): readonly Hop[] {
  const from = spans[span.parent]?.enter ?? 0;
  return timeline.hops.filter(
    (hop) =>
      hop.request === request?.id &&
      !hop.internal &&
      hop.submit > from &&
      hop.start !== null &&
      hop.start <= span.enter &&
      (hop.end === null || hop.end > span.enter),
  );
}

/** How far a request has come. `depth` counts the layers from 0; -1 is outside of all of them. */
export type Passing = {
  readonly group: RequestGroup;
  readonly way: 'not-here' | 'in' | 'out' | 'answered';
  readonly depth: number;
  /** Between that layer and the next one in. */
  readonly onBridge: boolean;
  readonly state: State | 'absent';
  /** The learner's line it stands at, while it waits. */
  readonly place: Place | null;
};

export type PipelineStep = Change<readonly Passing[]>;

/** Every step of every request that lasts, in order. */
export const pipelineSteps = once((timeline: Timeline): readonly PipelineStep[] => {
  return lastingChanges(timeline, (position) => passingAt(timeline, position), alike);
});

const alike = (one: readonly Passing[], other: readonly Passing[]): boolean =>
  one.every((passing, index) => samePassing(passing, other[index]));

/** Whether a request stands where it stood, and does what it did. */
export const samePassing = (one: Passing, other: Passing | undefined): boolean =>
  one.way === other?.way &&
  one.depth === other.depth &&
  one.onBridge === other.onBridge &&
  one.state === other.state;

function passingAt(timeline: Timeline, position: number): readonly Passing[] {
  const layers = pipelineOf(timeline);
  return stateAt(timeline, position)
    .requests.filter(({ group }) => group.request !== null)
    .map(({ group, state, place }): Passing => {
      const outside = { group, depth: -1, onBridge: false, place: null };
      const first = group.spans[0];
      if (state === 'absent') return { ...outside, way: 'not-here', state };
      if (first === undefined || position < first.enter) return { ...outside, way: 'in', state: 'ready' };
      const index = innermostAt(group, position);
      const span = group.spans[index];
      if (span === undefined) return { ...outside, way: 'answered', state: 'ended' };
      const below = group.spans.filter(({ parent }) => parent === index);
      const next = below.find(({ enter }) => enter > position);
      const last = below.findLast(({ enter }) => enter <= position);
      const crosses = next && crossingsInto(timeline, group, next).some(({ submit }) => submit <= position);
      const returns =
        last && crossingsInto(timeline, group, last).some(({ back }) => back !== null && back > position);
      const waits = state === 'suspended' || state === 'blocking';
      return {
        group,
        way: last && !crosses ? 'out' : 'in',
        depth: layers.findIndex(({ layer }) => layer.id === span.layer.id),
        onBridge: Boolean(crosses || returns),
        state,
        place: waits ? place : null,
      };
    });
}

/** How many requests are inside the stack. */
export const requestsInside = ({ standing }: PipelineStep): number =>
  standing.filter(({ depth }) => depth >= 0).length;

function innermostAt({ spans }: RequestGroup, position: number): number {
  return spans.findLastIndex(({ enter, exit }) => enter <= position && position < exit);
}
