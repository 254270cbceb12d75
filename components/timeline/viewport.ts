/** The window through which figures look at an axis. Two figures with one clock can share one viewport. */
import type { Axis } from '@/lib/trace/axis';
import { type AxisWindow, wholeAxis, withinAxis } from '@/lib/trace/axis-window';

type Listener = () => void;

export class Viewport {
  #window: AxisWindow | null = null;
  readonly #listeners = new Set<Listener>();

  /** What is looked at of an axis: all of it, until somebody looked closer. */
  windowOf(axis: Axis): AxisWindow {
    return this.#window === null ? wholeAxis(axis) : withinAxis(axis, this.#window);
  }

  /** Whether nobody looks at a part. */
  get isWhole(): boolean {
    return this.#window === null;
  }

  /** Looks elsewhere; null looks at everything. */
  look(window: AxisWindow | null): void {
    this.#window = window;
    for (const listener of this.#listeners) listener();
  }

  /** Calls back whenever the window changes: up to once a frame. Returns the way to stop. */
  readonly subscribe = (listener: Listener): Listener => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}
