/**
 * Runs something again and again, each time in another order of what is due at the same instant, until it comes to
 * something else. Each order is that of a scenario's seed; what counts as something else, the caller says.
 */

/** Seed 0: what is due together goes in the order in which it was scheduled. */
export const USUAL = 0;

export type Ended = 'cancelled' | 'time';

export type OrderSearch<Run, Difference> = {
  /** How many orders are tried beside the usual one. */
  readonly orders: number;
  readonly runInOrder: (seed: number) => Promise<Run>;
  /** What is not as it should be in this run; null where nothing is. */
  readonly differs: (run: Run) => Difference | null;
  /** Why no other run may be begun; null as long as one may. */
  readonly ended: () => Ended | null;
  readonly onTried: (order: number) => void;
};

export type FoundOrder<Run, Difference> = {
  readonly order: number;
  readonly run: Run;
  readonly difference: Difference;
};

/** The first order, from 1, in which the run differs; null where none is found. Rejects with what a run rejects with. */
export async function firstOrder<Run, Difference>({
  orders,
  runInOrder,
  differs,
  ended,
  onTried,
}: OrderSearch<Run, Difference>): Promise<FoundOrder<Run, Difference> | null> {
  for (let order = USUAL + 1; order <= orders && ended() === null; order += 1) {
    const run = await runInOrder(order);
    onTried(order);
    const difference = differs(run);
    if (difference !== null) return { order, run, difference };
  }
  return null;
}
