/** Animation frames under the test's control. */
import { vi } from 'vitest';

export function controlledFrames() {
  let now = 0;
  let queue = new Map<number, FrameRequestCallback>();
  let last = 0;
  return {
    /** Puts these frames in place of the browser's. */
    install() {
      now = 0;
      queue = new Map();
      vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => {
        last += 1;
        queue.set(last, callback);
        return last;
      });
      vi.stubGlobal('cancelAnimationFrame', (id: number) => queue.delete(id));
    },
    /** Lets so many milliseconds pass and runs one frame. */
    advance(milliseconds: number) {
      now += milliseconds;
      const due = [...queue.values()];
      queue.clear();
      for (const callback of due) callback(now);
    },
    waiting: () => queue.size,
  };
}
