import { SimulatorError } from './simulator';

/** An interpreter died before it began its run, so that another can make it. */
export class InterpreterLost extends SimulatorError {
  constructor() {
    super('crashed', 'Python did not answer. Run again.');
  }
}

/** One interpreter, for one run. Behind it stands a worker; in tests, a stand-in. */
export interface Interpreter {
  /** Resolves when it can run; rejects with SimulatorError. */
  readonly ready: Promise<void>;
  /** Resolves when its start has had the machine to itself for a moment: what else is wanted may load now. */
  readonly begun: Promise<void>;
  readonly isReady: boolean;
  /** JSON of a scenario to JSON of a trace, once. Rejects with SimulatorError; InterpreterLost if it never began. */
  run(scenario: string): Promise<string>;
  /** Ends it at once, whatever it is doing. */
  end(): void;
}

/** What an interpreter tells of its start. */
export type BootProgress =
  | { readonly kind: 'downloading'; readonly bytes: number; readonly totalBytes: number }
  | { readonly kind: 'starting'; readonly fallback: boolean };

export type Launch = (onProgress: (progress: BootProgress) => void) => Interpreter;
