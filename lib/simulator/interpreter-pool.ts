/**
 * A pristine interpreter for every run: the one in use, and at most one spare that boots after a run has
 * ended, so that the next run starts at once.
 */
import type { BootProgress, Interpreter, Launch } from './interpreter';

export type PoolOptions = {
  readonly launch: Launch;
  /** False where memory is short: then an interpreter boots only when a run asks for it. */
  readonly keepsSpare: boolean;
  readonly spareDelayMilliseconds: number;
};

export class InterpreterPool {
  readonly #options: PoolOptions;
  readonly #onProgress: (progress: BootProgress) => void;
  #spare: Interpreter | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PoolOptions, onProgress: (progress: BootProgress) => void) {
    this.#options = options;
    this.#onProgress = onProgress;
  }

  /** Boots a spare now, unless there is one. */
  warm(): Interpreter {
    clearTimeout(this.#timer);
    this.#spare ??= this.#launchSpare();
    return this.#spare;
  }

  /** Hands over an interpreter; it may still be booting. The caller ends it. */
  take(): Interpreter {
    const taken = this.warm();
    this.#spare = null;
    return taken;
  }

  /** Tells the pool that a run has ended, so that it may boot the next spare in a moment. */
  runEnded(): void {
    if (!this.#options.keepsSpare || this.#spare) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.warm(), this.#options.spareDelayMilliseconds);
  }

  #launchSpare(): Interpreter {
    const launched = this.#options.launch(this.#onProgress);
    // One that failed to boot is no spare; whoever took it hears of the failure from `ready`.
    launched.ready.catch(() => {
      if (this.#spare === launched) this.#spare = null;
      launched.end();
    });
    return launched;
  }
}
