/**
 * One axis for two runs. On *Time* both keep their own clock, which starts at 0, and the shorter run goes on as
 * one more position after its end, so that a playhead can stand there. On *Steps* what is the same step in both stands at the same place, and whoever has less to do in
 * between is stretched.
 */
import { type Axis, type AxisKind, axisOf } from './axis';
import { type Comparison, type Pair, SIDES } from './compare';
import { lastAtOrBefore } from './search';

/** On a clock, requests that all take a smaller share of it than this are dots. */
const DOT = 0.02;

/**
 * The axis on which two runs are compared at first: one clock shows what took longer. Where nothing is wide
 * enough on it to be seen, since requests that take microseconds arrive far apart, Steps do.
 */
export function firstAxis({ runs, requests }: Comparison): AxisKind {
  const length = Math.max(...SIDES.map((side) => runs[side].times[runs[side].end] ?? 0));
  const latencies = requests.flatMap(({ latency }) => SIDES.map((side) => latency[side] ?? length));
  return Math.max(0, ...latencies) < length * DOT ? 'steps' : 'time';
}

/** Axes of equal kind and length, one for each run. */
export function sharedAxes(comparison: Comparison, kind: AxisKind): Pair<Axis> {
  const { runs } = comparison;
  const own = { before: axisOf(runs.before, kind), after: axisOf(runs.after, kind) };
  return kind === 'time' ? padded(own) : alignedAt(own, matchedMoments(comparison));
}

function padded({ before, after }: Pair<Axis>): Pair<Axis> {
  const length = Math.max(before.length, after.length);
  const pad = (axis: Axis): Axis =>
    axis.length === length ? axis : { ...axis, at: Float64Array.from([...axis.at, length]), length };
  return { before: pad(before), after: pad(after) };
}

/**
 * The moments that are the same in both runs, ascending in both: arrivals, the edges of matched stretches, ends.
 * Where the runs did things in another order, the longest chain that both agree on.
 */
export function matchedMoments({ runs, requests }: Comparison): readonly Pair[] {
  const pairs = requests.flatMap(({ group, stretches }) => [
    { before: group.before.track.start[0] ?? 0, after: group.after.track.start[0] ?? 0 },
    ...stretches.flatMap(({ before, after }) => [
      { before: before.from, after: after.from },
      { before: before.to, after: after.to },
    ]),
    { before: group.before.track.end, after: group.after.track.end },
  ]);
  const inside = pairs.filter(
    ({ before, after }) => before > 0 && after > 0 && before < runs.before.end && after < runs.after.end,
  );
  return [
    { before: 0, after: 0 },
    ...longestChain(inside),
    { before: runs.before.end, after: runs.after.end },
  ];
}

/** The longest sequence that ascends in both runs (patience sorting). */
function longestChain(pairs: readonly Pair[]): readonly Pair[] {
  // Of pairs with one `before`, the chain may take only one: they descend in `after`.
  const sorted = [...pairs].sort((one, other) => one.before - other.before || other.after - one.after);
  const tails: number[] = [];
  const tailPairs: number[] = [];
  const previous: number[] = [];
  sorted.forEach(({ after }, index) => {
    const length = lastAtOrBefore(tails, after - 1) + 1;
    previous[index] = tailPairs[length - 1] ?? -1;
    tails[length] = after;
    tailPairs[length] = index;
  });
  const chain: Pair[] = [];
  for (let at = tailPairs.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    const pair = sorted[at];
    if (pair) chain.push(pair);
  }
  return chain.reverse();
}

function alignedAt({ before, after }: Pair<Axis>, moments: readonly Pair[]): Pair<Axis> {
  const values = [0];
  for (let index = 1; index < moments.length; index += 1) {
    const [from, to] = [moments[index - 1], moments[index]];
    if (from === undefined || to === undefined) continue;
    const width = Math.max(
      (before.at[to.before] ?? 0) - (before.at[from.before] ?? 0),
      (after.at[to.after] ?? 0) - (after.at[from.after] ?? 0),
    );
    values.push((values.at(-1) ?? 0) + width);
  }
  return {
    before: stretched(
      before,
      moments.map((pair) => pair.before),
      values,
    ),
    after: stretched(
      after,
      moments.map((pair) => pair.after),
      values,
    ),
  };
}

/** An axis pulled so that each of `moments` stands at its value. */
function stretched(axis: Axis, moments: readonly number[], values: readonly number[]): Axis {
  const at = new Float64Array(axis.at.length);
  for (let index = 1; index < moments.length; index += 1) {
    const [first, last] = [moments[index - 1] ?? 0, moments[index] ?? 0];
    const [from, to] = [values[index - 1] ?? 0, values[index] ?? 0];
    const own = (axis.at[last] ?? 0) - (axis.at[first] ?? 0);
    const factor = own > 0 ? (to - from) / own : 0;
    for (let moment = first; moment < last; moment += 1) {
      at[moment] = from + ((axis.at[moment] ?? 0) - (axis.at[first] ?? 0)) * factor;
    }
    at[last] = to;
  }
  return { kind: axis.kind, at, length: values.at(-1) ?? 0 };
}
