/**
 * Looks for races: runs a stack in many orders of what is due at the same instant, each the order of a seed, and
 * compares what the runs came to. What it finds it shrinks. It proves nothing where it finds nothing.
 */
import {
  type Arrangement,
  type Files,
  readArrangement,
  scenarioOf,
  withArrangement,
} from '@/lib/playground/arrangement';
import { removeLayer, removeRequest } from '@/lib/playground/arranging';
import type { Scenario } from '@/lib/simulator/scenario';
import type { Trace } from '@/lib/trace/schema';
import { type Ended, firstOrder, USUAL } from './order-search';
import { differencesBetween, type OutcomeDifference, outcomeOf } from './run-outcome';

/** How many orders a smaller case is tried in before it counts as one without a race. */
const ORDERS_OF_A_SMALLER_CASE = 6;

export type RaceLimits = {
  /** How many orders are tried beside the usual one. */
  readonly orders: number;
  /** Milliseconds of real time after which no other run is begun. */
  readonly milliseconds: number;
};

export type RaceProgress =
  | { readonly kind: 'trying'; readonly order: number; readonly of: number }
  | { readonly kind: 'shrinking'; readonly runs: number };

export type StackSize = { readonly requests: number; readonly layers: number };

/** A stack whose outcome differs, with both runs. */
export type RacyCase = {
  /** With the seed of the other order in their arrangement. */
  readonly files: Files;
  readonly size: StackSize;
  readonly order: number;
  readonly differences: readonly OutcomeDifference[];
  readonly usual: Trace;
  readonly other: Trace;
};

export type RaceVerdict =
  | {
      readonly kind: 'same';
      readonly tried: number;
      readonly of: number;
      /** Why it ended with so many. */
      readonly ended: 'all' | 'time' | 'cancelled';
    }
  | { readonly kind: 'differs'; readonly found: RacyCase; readonly shortest: RacyCase };

export type RaceSearch = RaceLimits & {
  readonly files: Files;
  readonly run: (scenario: Scenario) => Promise<Trace>;
  readonly signal: AbortSignal;
  /** Milliseconds of real time, as `performance.now`. */
  readonly now: () => number;
  readonly onProgress: (progress: RaceProgress) => void;
};

/**
 * Tries one order after the other until the outcome differs, then shrinks. When `signal` aborts, what was found by then
 * stands. Rejects with what `run` rejects with.
 */
export async function lookForRaces(search: RaceSearch): Promise<RaceVerdict> {
  const { files, orders, onProgress } = search;
  const end = search.now() + search.milliseconds;
  const ended = () => (search.signal.aborted ? 'cancelled' : search.now() > end ? 'time' : null);
  let tried = 0;
  const first = await firstDifference(search, files, orders, ended, (order) => {
    tried = order;
    onProgress({ kind: 'trying', order, of: orders });
  });
  if (first === null) return { kind: 'same', tried, of: orders, ended: ended() ?? 'all' };
  return { kind: 'differs', found: first, shortest: await shrink(search, first, ended) };
}

type HasEnded = () => Ended | null;

/** The first order in which the outcome is not that of the usual one; null where none is found. */
async function firstDifference(
  { run, signal }: RaceSearch,
  files: Files,
  orders: number,
  ended: HasEnded,
  onTried: (order: number) => void,
): Promise<RacyCase | null> {
  const runInOrder = (seed: number) => run(scenarioOf(inOrder(files, seed)));
  try {
    const usual = await runInOrder(USUAL);
    const outcome = outcomeOf(usual);
    const found = await firstOrder({
      orders,
      runInOrder,
      differs(other) {
        const differences = differencesBetween(outcome, outcomeOf(other));
        return differences.length > 0 ? differences : null;
      },
      ended,
      onTried,
    });
    if (found === null) return null;
    const { order, run: other, difference: differences } = found;
    return { files: inOrder(files, order), size: sizeOf(files), order, differences, usual, other };
  } catch (error) {
    if (!signal.aborted) throw error;
    return null;
  }
}

/** How a stack gets smaller, and how many pieces of the kind it has. */
const PIECES: readonly {
  readonly remove: (files: Files, index: number) => Files;
  readonly count: (size: StackSize) => number;
}[] = [
  { remove: removeRequest, count: ({ requests }) => requests },
  { remove: removeLayer, count: ({ layers }) => layers },
];

/** Takes away whatever the difference does not need, piece by piece, and tries each of them once. */
async function shrink(search: RaceSearch, found: RacyCase, ended: HasEnded): Promise<RacyCase> {
  let shortest = found;
  let runs = 0;
  const onTried = () => {
    runs += 1;
    search.onProgress({ kind: 'shrinking', runs });
  };
  for (const { remove, count } of PIECES) {
    for (let index = 0; index < count(shortest.size); ) {
      if (ended() !== null) return shortest;
      const files = remove(shortest.files, index);
      const smaller = await firstDifference(search, files, ORDERS_OF_A_SMALLER_CASE, ended, onTried);
      if (smaller === null) index += 1;
      else shortest = smaller;
    }
  }
  return shortest;
}

function sizeOf(files: Files): StackSize {
  const { arrangement } = readArrangement(files);
  return { requests: arrangement?.requests.length ?? 0, layers: arrangement?.layers.length ?? 0 };
}

/** The files with the seed in their arrangement: 0 is the usual order. */
export function inOrder(files: Files, seed: Arrangement['seed']): Files {
  const { arrangement } = readArrangement(files);
  return arrangement === null ? files : withArrangement(files, { ...arrangement, seed });
}
