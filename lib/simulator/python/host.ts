/**
 * The JavaScript side of a stack switch: what `await_points.boot.connect` is given.
 *
 * A stack is suspended by waiting for the promise that `swap` returns (WebAssembly stack switching), and
 * resumed by a later `swap` that names it.
 */
import type { PyCallable } from 'pyodide/ffi';

export type Host = {
  /** Calls `entry` on a new stack. Not from inside a running Python frame, hence the microtask. */
  spawn(entry: PyCallable): void;
  /** Resumes the stack parked under `resumed` (-1 for none); the result settles when `parked` is resumed. */
  swap(parked: number, resumed: number): Promise<void>;
};

export function createHost(): Host {
  const parkedStacks = new Map<number, () => void>();
  return {
    spawn(entry) {
      // callPromising exists on callables in every runtime with stack switching, which the caller checked.
      queueMicrotask(() => void entry.callPromising());
    },
    swap(parked, resumed) {
      const resume = parkedStacks.get(resumed);
      parkedStacks.delete(resumed);
      const suspension = new Promise<void>((resolve) => {
        parkedStacks.set(parked, resolve);
      });
      resume?.();
      return suspension;
    },
  };
}
