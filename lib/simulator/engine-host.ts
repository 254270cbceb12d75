/** What the Python engine needs of JavaScript: a second stack, and a gate to suspend a stack at. */
import type { PyCallable } from 'pyodide/ffi';

export type EngineHost = {
  /** Starts `callable` on a stack of its own, from a microtask: never inside a running Python frame. */
  spawn(callable: PyCallable): void;
  /** A promise for `run_sync` to wait at, and the way to let it through. */
  gate(): { readonly promise: Promise<void>; open(): void };
};

export const engineHost: EngineHost = {
  spawn: (callable) => queueMicrotask(() => void callable.callPromising()),
  gate: () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    return { promise, open: resolve };
  },
};
