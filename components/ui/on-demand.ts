/**
 * Code that is fetched on intent and shown in the moment it is there. React's `lazy` is for what may wait: it
 * holds a late reveal back, by up to 300 ms, so that placeholders do not flicker.
 */
import { useSyncExternalStore } from 'react';

export type Fetched<Module> = {
  /** null until it is there. */
  readonly module: Module | null;
  /** The last attempt failed; `fetch` tries again. */
  readonly failed: boolean;
};

export type OnDemand<Module> = {
  /** Starts fetching, unless that is under way or done. Settles when it is there, or could not be fetched. */
  readonly fetch: () => Promise<void>;
  /** A hook: what has been fetched so far. */
  useFetched(): Fetched<Module>;
};

/** One for each module, made outside of components. */
export function onDemand<Module>(load: () => Promise<Module>): OnDemand<Module> {
  const nothing: Fetched<Module> = { module: null, failed: false };
  const listeners = new Set<() => void>();
  let fetched = nothing;
  let underWay: Promise<void> | null = null;

  function change(next: Fetched<Module>) {
    fetched = next;
    for (const listener of listeners) listener();
  }
  function subscribe(listener: () => void) {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }
  return {
    fetch() {
      underWay ??= load().then(
        (module) => change({ module, failed: false }),
        () => {
          underWay = null;
          change({ module: null, failed: true });
        },
      );
      return underWay;
    },
    useFetched: () =>
      useSyncExternalStore(
        subscribe,
        () => fetched,
        () => nothing,
      ),
  };
}
