/**
 * Looks for races: runs a stack in many orders of what is due at the same instant, each the order of a seed, and
 * compares what the runs came to. What it finds it shrinks. It proves nothing where it finds nothing.
 */
import type { Scenario } from '@/lib/simulator/scenario';
import type { Trace } from '@/lib/trace/schema';
import { type Arrangement, type Files, readArrangement, scenarioOf, withArrangement } from './arrangement';
import { removeLayer, removeRequest } from './arranging';
import { differencesBetween, differenceWords, type OutcomeDifference, outcomeOf } from './run-outcome';

/** Seed 0: what is due together goes in the order in which it was scheduled. */
const USUAL = 0;

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

/** A stack whose outcome differs, with both runs. */
export type RacyCase = {
  /** With the seed of the other order in their arrangement. */
  readonly files: Files;
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

type Ended = () => 'cancelled' | 'time' | null;

/** The first order, from 1, in which the outcome is not that of the usual one; null where none is found. */
async function firstDifference(
  { run, signal }: RaceSearch,
  files: Files,
  orders: number,
  ended: Ended,
  onTried: (order: number) => void,
): Promise<RacyCase | null> {
  try {
    const usual = await run(scenarioOf(inOrder(files, USUAL)));
    const outcome = outcomeOf(usual);
    for (let order = 1; order <= orders && ended() === null; order += 1) {
      const ordered = inOrder(files, order);
      const other = await run(scenarioOf(ordered));
      onTried(order);
      const differences = differencesBetween(outcome, outcomeOf(other));
      if (differences.length > 0) return { files: ordered, order, differences, usual, other };
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  return null;
}

/** Takes away whatever the difference does not need, piece by piece. */
async function shrink(search: RaceSearch, found: RacyCase, ended: Ended): Promise<RacyCase> {
  let shortest = found;
  let runs = 0;
  for (let isSmaller = true; isSmaller; ) {
    isSmaller = false;
    for (const files of smallerCases(shortest.files)) {
      if (ended() !== null) return shortest;
      const smaller = await firstDifference(search, files, ORDERS_OF_A_SMALLER_CASE, ended, () => {
        runs += 1;
        search.onProgress({ kind: 'shrinking', runs });
      });
      if (smaller === null) continue;
      shortest = smaller;
      isSmaller = true;
      break;
    }
  }
  return shortest;
}

/** The stack with one request less or one layer less: each of them once, requests first. */
export function smallerCases(files: Files): readonly Files[] {
  const { arrangement } = readArrangement(files);
  if (arrangement === null) return [];
  return [
    ...arrangement.requests.map((_, index) => removeRequest(files, index)),
    ...arrangement.layers.map((_, index) => removeLayer(files, index)),
  ];
}

/** The files with the seed in their arrangement: 0 is the usual order. */
export function inOrder(files: Files, seed: Arrangement['seed']): Files {
  const { arrangement } = readArrangement(files);
  return arrangement === null ? files : withArrangement(files, { ...arrangement, seed });
}

/** What the search came to, in a sentence. */
export function verdictWords(verdict: RaceVerdict): string {
  if (verdict.kind === 'differs') {
    const { order, differences } = verdict.found;
    const [first] = differences;
    const more = differences.length - 1;
    return `In order ${order} the outcome differs: ${first === undefined ? '' : differenceWords(first, order)}${
      more > 0 ? `, and ${more} more ${more === 1 ? 'thing differs' : 'things differ'}` : ''
    }.`;
  }
  const { tried, of, ended } = verdict;
  const orders = tried === 1 ? 'the 1 order' : `all ${tried} orders`;
  if (ended === 'all') return `The outcome is the same in ${orders}.`;
  const why = ended === 'cancelled' ? 'Cancelled' : 'Ended, because it took too long,';
  return `${why} after ${tried} of ${of} orders${tried === 0 ? '.' : ': the outcome was the same in them.'}`;
}

/** What is left of a stack, in words: '2 requests and 1 layer'. */
export function sizeWords(files: Files): string {
  const { arrangement } = readArrangement(files);
  const count = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`;
  return `${count(arrangement?.requests.length ?? 0, 'request')} and ${count(arrangement?.layers.length ?? 0, 'layer')}`;
}
