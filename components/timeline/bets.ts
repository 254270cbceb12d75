/**
 * What the reader bet on a run before it was shown. Whoever asks places the bet here, under the run's
 * scenario; every timeline of that run, recorded or the reader's own, keeps it beside the result.
 */
import { useSyncExternalStore } from 'react';

export type Bet = {
  /** What was asked. May hold `inline code`. */
  readonly asked: string;
  /** What was bet. May hold `inline code`. */
  readonly words: string;
  /** The time that the bet is about, in microseconds; null where it is about none. */
  readonly at: number | null;
};

const NONE: readonly Bet[] = [];
const placed = new Map<string, ReadonlyMap<string, Bet>>();
/** The same as lists, so that a list keeps its identity while nothing changes. */
const lists = new Map<string, readonly Bet[]>();
const listeners = new Set<() => void>();

/** Places a bet on a run, in place of the one that `asker` placed before; null withdraws it. */
export function placeBet(run: string, asker: string, bet: Bet | null): void {
  const bets = new Map(placed.get(run));
  if (bet === null) bets.delete(asker);
  else bets.set(asker, bet);
  placed.set(run, bets);
  lists.set(run, [...bets.values()]);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The bets on the run of that scenario. */
export function useBets(run: string): readonly Bet[] {
  return useSyncExternalStore(
    subscribe,
    () => lists.get(run) ?? NONE,
    () => NONE,
  );
}
