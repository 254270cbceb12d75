/** The simulator as the rest of the site sees it: the wall behind which Python lives. */
import type { Trace } from '@/lib/trace/schema';
import type { ScenarioInput } from './scenario';

/** What the runtime is doing. `fraction` (0 to 1) is present where progress can be measured. */
export type Stage =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'downloading';
      readonly fraction: number;
      readonly bytes: number;
      readonly totalBytes: number;
    }
  | { readonly kind: 'starting'; readonly fallback: boolean }
  | { readonly kind: 'warm' }
  | { readonly kind: 'running' }
  | { readonly kind: 'unsupported'; readonly reason: string };

export type RunResult = {
  readonly trace: Trace;
  /** Milliseconds of real time from the request to the validated trace. */
  readonly wallMilliseconds: number;
};

/** Why no trace could be made. `message` is a sentence for the reader and says the way out. */
export class SimulatorError extends Error {
  constructor(
    readonly kind:
      | 'unsupported'
      | 'download'
      | 'outdated'
      | 'timeout'
      | 'memory'
      | 'recursion'
      | 'exit'
      | 'crashed'
      | 'invalid-scenario'
      | 'cancelled',
    message: string,
    readonly place: { readonly file: string; readonly line: number } | null = null,
  ) {
    super(message);
    this.name = 'SimulatorError';
  }
}

export interface Simulator {
  readonly stage: Stage;
  /** Calls back after every change of `stage`; returns the way to stop. */
  subscribe(listener: () => void): () => void;
  /**
   * Starts fetching and booting. Call it on intent (focus, hover, press), never on page load. Resolves when
   * what else the intent needs may load without holding that up; never rejects.
   */
  warm(): Promise<void>;
  /** Runs in a pristine interpreter. Rejects with SimulatorError. */
  run(scenario: ScenarioInput, options?: { readonly signal?: AbortSignal }): Promise<RunResult>;
}
