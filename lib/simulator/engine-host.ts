/**
 * The JavaScript side of a stack switch: what the Python engine's `connect` is given.
 *
 * A stack is suspended by waiting for the promise that `swap` returns (WebAssembly stack switching), and
 * resumed by a later `swap` that names it.
 */
import type { PyCallable } from 'pyodide/ffi';

export type EngineHost = {
  /** Starts `callable` on a stack of its own, from a microtask: never inside a running Python frame. */
  spawn(callable: PyCallable): void;
  /** Resumes the stack parked under `resumed` (-1 for none); the result settles when `parked` is resumed. */
  swap(parked: number, resumed: number): Promise<void>;
};

/** One per interpreter. */
export function createEngineHost(): EngineHost {
  const parkedStacks = new Map<number, () => void>();
  return {
    spawn: (callable) => queueMicrotask(() => void callable.callPromising()),
    swap(parked, resumed) {
      const resume = parkedStacks.get(resumed);
      parkedStacks.delete(resumed);
      const { promise, resolve } = Promise.withResolvers<void>();
      parkedStacks.set(parked, resolve);
      resume?.();
      return promise;
    },
  };
}
