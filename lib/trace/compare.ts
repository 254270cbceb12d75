/**
 * Two runs compared: what is in both, matched by request, layer and ordinal, with the figures of both; and what
 * is in one alone. Differences are always after minus before.
 */
import { metrics, type RequestMetrics } from './metrics';
import { type SaidDifference, saidDifferences } from './said';
import { type Stretch, stretchesOf } from './stretches';
import type { Place, RequestGroup, State, Timeline } from './timeline';
import { type Total, totalsOf } from './totals';

export type Side = 'before' | 'after';

export const SIDES: readonly Side[] = ['before', 'after'];

/** A figure of both runs. */
export type Pair<Value = number> = { readonly before: Value; readonly after: Value };

export const differenceOf = ({ before, after }: Pair): number => after - before;

/** The difference of figures that a run may lack; null where either does. */
export function knownDifference({ before, after }: Pair<number | null>): number | null {
  return before === null || after === null ? null : after - before;
}

/** The same step of a request in both runs. */
export type MatchedStretch = Pair<Stretch> & { readonly kind: Stretch['kind']; readonly name: string };

/** A request that both runs served; `request` is null for the program's own tasks. */
export type MatchedRequest = {
  readonly request: string | null;
  readonly group: Pair<RequestGroup>;
  readonly status: Pair<number | null>;
  /** From arrival to the last byte, in microseconds; null where that never came. */
  readonly latency: Pair<number | null>;
  readonly hops: Pair;
  /** Microseconds spent in each state. */
  readonly time: Pair<Readonly<Record<State, number>>>;
  readonly stretches: readonly MatchedStretch[];
  /** Headers, bodies and printed lines that are not the same. */
  readonly said: readonly SaidDifference[];
};

/** Something that only one of the runs has. */
export type Unmatched = {
  readonly side: Side;
  readonly request: string | null;
  readonly kind: 'request' | Stretch['kind'];
  readonly name: string;
  readonly place: Place | null;
  /** Microseconds. */
  readonly duration: number;
};

/** One of the run's totals, of both runs. */
export type MatchedTotal = Omit<Total, 'value'> & Pair<number | null>;

export type Comparison = {
  readonly runs: Pair<Timeline>;
  readonly requests: readonly MatchedRequest[];
  readonly unmatched: readonly Unmatched[];
  readonly totals: readonly MatchedTotal[];
};

/** Compares two runs. Requests are the same when id, method and path are. */
export function compareRuns(before: Timeline, after: Timeline): Comparison {
  const runs = { before, after };
  const figures = { before: metrics(before), after: metrics(after) };
  const stretches = { before: stretchesOf(before), after: stretchesOf(after) };
  const partners = new Map(after.groups.map((group) => [identityOf(group), group]));
  const matched = before.groups.flatMap((own) => {
    const partner = partners.get(identityOf(own));
    return partner ? [{ before: own, after: partner }] : [];
  });
  const requests: MatchedRequest[] = [];
  const unmatched: Unmatched[] = [
    ...alone('before', before, new Set(matched.map((pair) => pair.before))),
    ...alone('after', after, new Set(matched.map((pair) => pair.after))),
  ];
  for (const group of matched) {
    const request = group.before.request?.id ?? null;
    const own = {
      before: stretches.before[group.before.index] ?? [],
      after: stretches.after[group.after.index] ?? [],
    };
    const steps = matchStretches(own);
    for (const { side, stretch } of steps.alone) {
      const { kind, name, place, duration } = stretch;
      unmatched.push({ side, request, kind, name, place, duration });
    }
    const figure = {
      before: figures.before.requests[group.before.index],
      after: figures.after.requests[group.after.index],
    };
    if (figure.before === undefined || figure.after === undefined) continue;
    requests.push({
      request,
      group,
      status: {
        before: group.before.request?.status ?? null,
        after: group.after.request?.status ?? null,
      },
      ...pairsOf(figure.before, figure.after),
      stretches: steps.matched,
      said: saidDifferences(
        { timeline: before, group: group.before },
        { timeline: after, group: group.after },
      ),
    });
  }
  return {
    runs,
    requests,
    unmatched,
    totals: matchTotals(totalsOf(figures.before), totalsOf(figures.after)),
  };
}

/** True where nothing differs: no step, no figure, and nothing that is said. */
export const isSame = (comparison: Comparison): boolean =>
  tookSameSteps(comparison) && comparison.requests.every(({ said }) => said.length === 0);

/** True where both runs did the same at the same times: no figure and no status differs, no step is in one alone. */
export function tookSameSteps({ requests, unmatched, totals }: Comparison): boolean {
  return (
    unmatched.length === 0 &&
    totals.every(({ before, after }) => before === after) &&
    requests.every(
      ({ status, latency, stretches }) =>
        status.before === status.after &&
        latency.before === latency.after &&
        stretches.every(
          ({ before, after }) => before.start === after.start && before.duration === after.duration,
        ),
    )
  );
}

const identityOf = ({ request }: RequestGroup): string =>
  request === null ? '' : `${request.id} ${request.method} ${request.path}`;

function pairsOf(before: RequestMetrics, after: RequestMetrics) {
  return {
    latency: { before: before.latency, after: after.latency },
    hops: { before: before.hops, after: after.hops },
    time: { before: before.time, after: after.time },
  };
}

function alone(side: Side, { groups, times }: Timeline, matched: ReadonlySet<RequestGroup>): Unmatched[] {
  return groups
    .filter((group) => !matched.has(group))
    .map(({ request, track }) => ({
      side,
      request: request?.id ?? null,
      kind: 'request',
      name: request === null ? 'tasks that serve no request' : `${request.method} ${request.path}`,
      place: null,
      duration: (times[track.end] ?? 0) - (times[track.start[0] ?? 0] ?? 0),
    }));
}

function matchStretches({ before, after }: Pair<readonly Stretch[]>): {
  readonly matched: readonly MatchedStretch[];
  readonly alone: readonly { readonly side: Side; readonly stretch: Stretch }[];
} {
  const partners = new Map(after.map((stretch) => [stretch.key, stretch]));
  const matched: MatchedStretch[] = [];
  const left: { side: Side; stretch: Stretch }[] = [];
  for (const stretch of before) {
    const partner = partners.get(stretch.key);
    partners.delete(stretch.key);
    if (partner === undefined) left.push({ side: 'before', stretch });
    else
      matched.push({ kind: stretch.kind, name: nameOf(stretch, partner), before: stretch, after: partner });
  }
  for (const stretch of partners.values()) left.push({ side: 'after', stretch });
  return { matched, alone: left };
}

/** A hold is named by its call, which may have changed. */
const nameOf = (before: Stretch, after: Stretch): string =>
  before.name === after.name ? before.name : `${before.name}, then ${after.name}`;

function matchTotals(before: readonly Total[], after: readonly Total[]): readonly MatchedTotal[] {
  return before.map(({ value, ...total }, index) => ({
    ...total,
    before: value,
    after: after[index]?.value ?? null,
  }));
}
